import type { ElementDOMSlot, ElementNode } from 'lexical';
import { addBlock, blocksIn, sectionOf, sectionsOf } from './section-elements';

/*
 * Where the blocks of the page stand among the elements. Lexical believes that they are the children of the body; this
 * file translates: the body's children are sections, and theirs are the blocks.
 */

/** A place among the blocks as the browser names it: before the child at `offset` of `element`. */
export interface ElementPlace {
  readonly element: HTMLElement;
  readonly offset: number;
}

/** The place before the block at `index`, counted from 0, of the page; behind the last one for the number of blocks. */
export function placeOfBlock(body: HTMLElement, index: number): ElementPlace {
  let passed = 0;
  const sections = sectionsOf(body);
  for (const section of sections) {
    const blocks = blocksIn(section);
    const block = blocks[index - passed];
    if (block) return { element: section, offset: [...section.childNodes].indexOf(block) };
    passed += blocks.length;
  }
  const last = sections.at(-1);
  const end = last && blocksIn(last).at(-1);
  // The mark of a caret behind the last block stands behind this place.
  return last && end
    ? { element: last, offset: [...last.childNodes].indexOf(end) + 1 }
    : { element: body, offset: body.childNodes.length };
}

/**
 * The index of the block before which the browser's place stands; the last of a section for the section's end, behind
 * which Lexical looks by itself.
 */
export function blockAtPlace(body: HTMLElement, node: Node, offset: number): number {
  const sections = sectionsOf(body);
  const all = (some: readonly HTMLElement[]) =>
    some.reduce((sum, section) => sum + blocksIn(section).length, 0);
  if (node === body) {
    const passed = new Set([...body.childNodes].slice(0, offset));
    return all(sections.filter((section) => passed.has(section)));
  }
  const section = node instanceof Element ? sectionOf(node) : null;
  if (!section || section !== node) {
    const isBefore = Boolean(body.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING);
    return isBefore ? 0 : all(sections);
  }
  const passed = new Set([...section.childNodes].slice(0, offset));
  const blocks = blocksIn(section);
  const inSection = blocks.filter((block) => passed.has(block)).length;
  const isEnd = offset === section.childNodes.length;
  return all(sections.slice(0, sections.indexOf(section))) + inSection - (isEnd ? 1 : 0);
}

/** What a slot of the page is told by whoever draws. */
interface Drawing {
  readonly body: HTMLElement;
  /** Something was put on the page that may not stand in its place yet. */
  readonly disturbed: () => void;
}

/** `slot`, as Lexical made it for the body, taught about sections. */
export function slotOfPage(slot: ElementDOMSlot, drawing: Drawing): ElementDOMSlot {
  const { body, disturbed } = drawing;
  const [withBefore, withAfter] = [slot.withBefore.bind(slot), slot.withAfter.bind(slot)];
  const own: Partial<ElementDOMSlot> = {
    withBefore: (before) => slotOfPage(withBefore(before), drawing),
    withAfter: (after) => slotOfPage(withAfter(after), drawing),
    insertChild(block) {
      if (block instanceof HTMLElement)
        addBlock(body, block, slot.before, slot.getDecoratorBoundaryAnchor('trailing'));
      disturbed();
      return slot;
    },
    replaceChild(block, former) {
      former.parentNode?.replaceChild(block, former);
      disturbed();
      return slot;
    },
    removeChild(block) {
      block.parentNode?.removeChild(block);
      disturbed();
      return slot;
    },
    getFirstChild() {
      for (const section of sectionsOf(body)) {
        const first = blocksIn(section)[0];
        if (first) return first;
      }
      return null;
    },
    resolveChildIndex: (page: ElementNode, _element, node, offset) => [
      page,
      Math.min(blockAtPlace(body, node, offset), page.getChildrenSize()),
    ],
  };
  return Object.assign(slot, own);
}

/** The same for one place of the page, before the block at `index`: where a selection is to be put. */
export function slotAt(slot: ElementDOMSlot, drawing: Drawing, index: number): ElementDOMSlot {
  const { element, offset } = placeOfBlock(drawing.body, index);
  return Object.assign(slotOfPage(slot, drawing), { element, getFirstChildOffset: () => offset - index });
}
