import {
  $createNodeSelection,
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $setSelection,
  type LexicalNode,
} from 'lexical';
import { $appendBlock, $blockCount, $blocksOf, $nextBlock, $previousBlock } from './blocks';

/** The blocks that are selected as blocks, in reading order; null where words are selected, or nothing. */
export function $chosenBlocks(): readonly LexicalNode[] | null {
  const selection = $getSelection();
  return $isNodeSelection(selection) ? $blocksOf(selection.getNodes()) : null;
}

/** The blocks of the selection, whichever it is. */
export const $presentBlocks = (): readonly LexicalNode[] => $blocksOf($getSelection()?.getNodes() ?? []);

/** Selects `blocks` as blocks. */
export function $selectBlocks(blocks: readonly LexicalNode[]): void {
  const selection = $createNodeSelection();
  for (const block of blocks) selection.add(block.getKey());
  $setSelection(selection);
}

/** All blocks from `one` to `other`, whichever stands first. */
export function $blocksBetween(one: LexicalNode, other: LexicalNode): readonly LexicalNode[] {
  const [first, last] = one.is(other) || one.isBefore(other) ? [one, other] : [other, one];
  const blocks: LexicalNode[] = [];
  for (let block: LexicalNode | null = first; block; block = $nextBlock(block)) {
    blocks.push(block);
    if (block.is(last)) break;
  }
  return blocks;
}

/** Takes blocks away; the caret goes on in what stood behind them. A page is never without a paragraph. */
export function $removeBlocks(blocks: readonly LexicalNode[]): void {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return;
  const next = $nextBlock(last);
  const previous = $previousBlock(first);
  for (const block of blocks) block.remove();
  if ($blockCount() === 0) {
    const paragraph = $createParagraphNode();
    $appendBlock(paragraph);
    paragraph.selectStart();
  } else if (next) $enter(next, 'start');
  else if (previous) $enter(previous, 'end');
}

/** Puts the caret into a block; a card, which has no place for it, is selected. */
export function $enter(block: LexicalNode, at: 'start' | 'end'): void {
  if (!$isElementNode(block)) $selectBlocks([block]);
  else if (at === 'start') block.selectStart();
  else block.selectEnd();
}
