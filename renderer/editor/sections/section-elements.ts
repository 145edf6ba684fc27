import './sections.css';
import { mayStay, planSections, usualSize } from './plan';

/*
 * The elements of the sections: children of the page's body, parents of its blocks. What stands between or beside them is
 * Lexical's: the mark of a caret between two cards, an anchor before or behind a card at an edge.
 */

const sectionClass = 'section';

/** About how high a block is, in CSS pixels: what the scrollbar believes of a section that nobody has seen yet. */
const usualHeight = 130;

/** The browser remembers the true height once it knows it. */
const guess = 'contain-intrinsic-block-size';

const isSection = (node: Node | null): node is HTMLElement =>
  node instanceof HTMLElement && node.classList.contains(sectionClass);

/** Whether `element` is a mark that Lexical keeps among the blocks: no block of its own. */
const isMark = (element: Element): boolean =>
  element.hasAttribute('data-lexical-cursor') || element.hasAttribute('data-lexical-decorator-boundary');

/** The sections of `body` in reading order. */
export const sectionsOf = (body: HTMLElement): readonly HTMLElement[] => [...body.children].filter(isSection);

/** The elements of the blocks in `section`, in reading order. */
export const blocksIn = (section: HTMLElement): readonly HTMLElement[] =>
  [...section.children].filter(
    (element): element is HTMLElement => element instanceof HTMLElement && !isMark(element),
  );

/**
 * The sections that the browser has laid out now: those that are seen, about to be seen, or in use. To measure in another
 * would lay that out too.
 */
export const drawnSections = (body: HTMLElement): readonly HTMLElement[] =>
  sectionsOf(body).filter(
    (section) => section.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? false,
  );

/** Told by a section of the page that is laid out from now on, or no more. */
export const sectionDrawn = 'contentvisibilityautostatechange';

/** The section in which `element`, a block or something in one, stands; null for what stands in none. */
export const sectionOf = (element: Element): HTMLElement | null =>
  element.closest<HTMLElement>(`.${sectionClass}`);

/**
 * Whether a section may begin with a block: the margins of blocks merge, those of sections do not, so that a seam is
 * invisible only above a block without an upper margin.
 */
const mayBegin = (block: HTMLElement): boolean => block.tagName === 'P';

/**
 * Puts the element of a block before `before`, an element or null for the end. One that stands on the page already stays
 * until `arrangeSections` puts all in order. `end` is what stands behind the last section, if anything does.
 */
export function addBlock(body: HTMLElement, block: HTMLElement, before: Node | null, end: Node | null): void {
  if (isSection(block.parentNode) && block.parentNode.parentNode === body) return;
  if (before && isSection(before.parentNode)) {
    before.parentNode.insertBefore(block, before);
    return;
  }
  const last = (end ? end.previousSibling : body.lastChild) ?? null;
  const full = isSection(last) && last.childElementCount >= usualSize && mayBegin(block);
  const section = isSection(last) && !full ? last : newSection();
  section.append(block);
  if (section !== last) body.insertBefore(section, end);
}

/**
 * Puts exactly `blocks` into the sections of `body`, in this order, and sees to it that no section is too long. Touches
 * only what is not where it belongs. From two sections on the browser lays out what is seen and guesses the rest.
 */
export function arrangeSections(body: HTMLElement, blocks: readonly HTMLElement[], end: Node | null): void {
  if (!leaveOnly(body, blocks)) arrangeAnew(body, blocks, end);
  const sections = sectionsOf(body);
  for (const section of sections) guessHeight(section);
  body.toggleAttribute('data-parted', sections.length > 1);
}

/**
 * Takes away the elements of blocks that are no more: Lexical takes them from the body alone, and they stand in its
 * sections. Answers whether exactly `blocks` stand there then, in this order, and no section is too long or too short. So it
 * is after most changes: Lexical puts a new block beside its neighbour.
 */
function leaveOnly(body: HTMLElement, blocks: readonly HTMLElement[]): boolean {
  const sizes: number[] = [];
  let wanted: ReadonlySet<Element> | null = null;
  let index = 0;
  let isInOrder = true;
  for (const section of sectionsOf(body)) {
    const from = index;
    let next: Element | null = null;
    for (let child = section.firstElementChild; child; child = next) {
      next = child.nextElementSibling;
      if (child === blocks[index]) index += 1;
      else if (!isMark(child)) {
        wanted ??= new Set(blocks);
        if (wanted.has(child)) isInOrder = false;
        else child.remove();
      }
    }
    const first = blocks[from];
    if (from > 0 && first && !mayBegin(first)) isInOrder = false;
    sizes.push(index - from);
  }
  return isInOrder && index === blocks.length && mayStay(sizes);
}

function arrangeAnew(body: HTMLElement, blocks: readonly HTMLElement[], end: Node | null): void {
  const caret = document.getSelection()?.anchorNode ?? null;
  const plan = planSections(
    blocks.map((block) => ({
      section: isSection(block.parentNode) ? block.parentNode : null,
      first: block.previousElementSibling === null,
      mayBegin: mayBegin(block),
    })),
    caret ? blocks.findIndex((block) => block.contains(caret)) : null,
  );
  const planned = plan.map(({ section, from, to }) => ({
    section: section ?? newSection(),
    blocks: blocks.slice(from, to),
  }));
  const kept = new Set<Element>(planned.map(({ section }) => section));
  let place: Node | null = sectionsOf(body)[0] ?? end;
  for (const { section, blocks: inside } of planned) {
    while (isSection(place) && !kept.has(place)) place = place.nextSibling;
    if (section === place) place = place.nextSibling;
    else body.insertBefore(section, place);
    fill(section, inside);
  }
  for (const section of sectionsOf(body)) if (!kept.has(section)) section.remove();
}

/** Puts `blocks` into `section` in this order. */
function fill(section: HTMLElement, blocks: readonly HTMLElement[]): void {
  let place = section.firstElementChild;
  for (const block of blocks) {
    while (place && isMark(place)) place = place.nextElementSibling;
    if (place === block) place = place.nextElementSibling;
    else section.insertBefore(block, place);
  }
}

function guessHeight(section: HTMLElement): void {
  if (section.style.getPropertyValue(guess) === '')
    section.style.setProperty(guess, `auto ${section.childElementCount * usualHeight}px`);
}

function newSection(): HTMLElement {
  const section = document.createElement('div');
  section.className = sectionClass;
  return section;
}
