import { $getRoot, type LexicalNode } from 'lexical';
import { blocksIn, sectionsOf } from './sections/section-elements';

/*
 * The blocks of the page: paragraphs, headings, cards. This file alone knows where they stand in Lexical's tree. All
 * others ask here, so that the page may be arranged for speed without anybody noticing.
 */

/** All blocks in reading order. Costs the length of the article: never on a keystroke. */
export const $articleBlocks = (): LexicalNode[] => $getRoot().getChildren();

/** How many blocks there are. */
export const $blockCount = (): number => $getRoot().getChildrenSize();

/** The block at `index`, counted from 0; null behind the last. */
export const $blockAt = (index: number): LexicalNode | null => $getRoot().getChildAtIndex(index);

export const $firstBlock = (): LexicalNode | null => $getRoot().getFirstChild();

/** The block that `node` is, or in which it stands; null for the page itself and for what stands on no page. */
export const $blockOf = (node: LexicalNode | null | undefined): LexicalNode | null =>
  node?.getTopLevelElement() ?? null;

/** The block behind `block`; null behind the last. */
export const $nextBlock = (block: LexicalNode): LexicalNode | null => block.getNextSibling();

/** The block before `block`; null before the first. */
export const $previousBlock = (block: LexicalNode): LexicalNode | null => block.getPreviousSibling();

/** The blocks of `nodes` in reading order, each once. */
export function $blocksOf(nodes: readonly LexicalNode[]): readonly LexicalNode[] {
  const blocks = new Map(
    nodes.flatMap((node) => {
      const block = $blockOf(node);
      return block ? [[block.getKey(), block] as const] : [];
    }),
  );
  return [...blocks.values()].sort((a, b) => (a.isBefore(b) ? -1 : 1));
}

/** Puts `inserted`, new or from another place, before `block`. The selection stays where it is. */
export const $insertBlockBefore = (block: LexicalNode, inserted: LexicalNode): void =>
  void block.insertBefore(inserted, false);

/** Puts `inserted`, new or from another place, behind `block`. The selection stays where it is. */
export const $insertBlockAfter = (block: LexicalNode, inserted: LexicalNode): void =>
  void block.insertAfter(inserted, false);

/** Puts a block at the end of the page. */
export const $appendBlock = (block: LexicalNode): void => void $getRoot().append(block);

/** Takes `count` blocks from `from` on away and puts `blocks` in their place. */
export const $replaceBlocks = (from: number, count: number, blocks: LexicalNode[]): void =>
  void $getRoot().splice(from, count, blocks);

/** Whether `node` is the parent of blocks: a caret on it stands between two of them. */
export const $holdsBlocks = (node: LexicalNode | null | undefined): boolean => $getRoot().is(node);

/**
 * The element of the block at the height `y` of the window (CSS pixels), or of the one nearest to it; null where there
 * is none. Found by halving, since sections and the blocks in them stand in order; nothing that is not seen is measured.
 */
export function blockElementAt(body: HTMLElement, y: number): HTMLElement | null {
  const section = nearest(sectionsOf(body), y);
  return section ? nearest(blocksIn(section), y) : null;
}

function nearest(elements: readonly HTMLElement[], y: number): HTMLElement | null {
  let [low, high] = [0, elements.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const rectangle = elements[middle]?.getBoundingClientRect();
    if (rectangle && rectangle.bottom < y) low = middle + 1;
    else high = middle;
  }
  return elements[low] ?? null;
}
