import {
  $createRangeSelection,
  $getNodeByKey,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type NodeKey,
  type PointType,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { blockParting } from '../../shared/article/traverse';
import { changedStretch } from '../../shared/base/stretch';
import { $articleBlocks } from './blocks';

/** One stretch of words with its caret: a paragraph, a heading, one item of a list. */
export interface TextBlock {
  readonly key: NodeKey;
  /** Offset of its first character in the whole text, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
}

/** The words of the page in reading order, with the way back to the place of each. Cards have no words here. */
export interface ArticleText {
  readonly text: string;
  readonly blocks: readonly TextBlock[];
}

/** Reads the words of the page. Walks the document: never call it on a keystroke. */
export function $articleText(): ArticleText {
  const blocks: TextBlock[] = [];
  let length = 0;
  const visit = (node: LexicalNode) => {
    if (!$isElementNode(node)) return;
    if (node.getChildren().some((child) => $isElementNode(child) && !child.isInline())) {
      node.getChildren().forEach(visit);
      return;
    }
    const text = $textOf(node);
    blocks.push({ key: node.getKey(), start: length, text });
    length += text.length + blockParting.length;
  };
  $articleBlocks().forEach(visit);
  return { text: blocks.map((block) => block.text).join(blockParting), blocks };
}

/** The texts and line breaks of a node, in order. */
export const $leaves = (node: LexicalNode): readonly LexicalNode[] =>
  $isElementNode(node) ? node.getChildren().flatMap($leaves) : [node];

/** What a leaf adds to the text. */
export const $leafText = (leaf: LexicalNode): string =>
  $isTextNode(leaf) ? leaf.getTextContent() : $isLineBreakNode(leaf) ? '\n' : '';

const $textOf = (block: LexicalNode): string => $leaves(block).map($leafText).join('');

/** Where a point of a selection stands in the article's text; null if it stands in a card. */
export function $offsetOfPoint(article: ArticleText, point: PointType): number | null {
  const node = point.getNode();
  const key = [node, ...node.getParents()].map((candidate) => candidate.getKey());
  const block = article.blocks.find((candidate) => key.includes(candidate.key));
  if (!block) return null;
  let offset = block.start;
  for (const leaf of $leaves($nodeOf(block))) {
    if (leaf.is(node)) return offset + point.offset;
    // A point on an element stands before its child at `offset`.
    if (point.type === 'element' && $isElementNode(node) && node.getChildAtIndex(point.offset)?.is(leaf))
      return offset;
    offset += $leafText(leaf).length;
  }
  return offset;
}

/** The node of a block of the text; throws where it is gone. */
export function $nodeOf(block: TextBlock): LexicalNode {
  const node = $getNodeByKey(block.key);
  if (!node) throw new Error('The text of a block outlived it');
  return node;
}

/** From one place of an article's text to another, in UTF-16 code units. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Where words that stood in the text `before` stand in the text `after`; null for those of blocks in which somebody wrote,
 * or that went.
 */
export function movedPlaces(before: ArticleText, after: ArticleText): (place: TextPlace) => TextPlace | null {
  const texts = ({ blocks }: ArticleText) => blocks.map(({ text }) => text);
  const { from, removed } = changedStretch(texts(before), texts(after));
  const [last, next] = [before.blocks[from - 1], before.blocks[from + removed]];
  const unchanged = last ? last.start + last.text.length : 0;
  const shift = after.text.length - before.text.length;
  return ({ start, end }) => {
    if (end <= unchanged) return { start, end };
    return next && start >= next.start ? { start: start + shift, end: end + shift } : null;
  };
}

/** The selections, one a block, that cover the words from `start` to `end` of the article's text. */
export function $selectionsOf(article: ArticleText, start: number, end: number): readonly RangeSelection[] {
  return article.blocks.flatMap((block) => {
    const from = Math.max(0, start - block.start);
    const to = Math.min(block.text.length, end - block.start);
    if (from >= to) return [];
    const [anchor, focus] = [$pointAt(block, from, 'after'), $pointAt(block, to, 'before')];
    if (!anchor || !focus) return [];
    const selection = $createRangeSelection();
    selection.anchor.set(anchor.node.getKey(), anchor.offset, 'text');
    selection.focus.set(focus.node.getKey(), focus.offset, 'text');
    return [selection];
  });
}

/** The place of an offset in a block; at the border of two runs, in the one `side` names; for a line break the words behind it. */
function $pointAt(
  block: TextBlock,
  offset: number,
  side: 'before' | 'after',
): { readonly node: TextNode; readonly offset: number } | null {
  let passed = 0;
  for (const leaf of $leaves($nodeOf(block))) {
    const { length } = $leafText(leaf);
    const inside = side === 'after' ? offset < passed + length : offset <= passed + length;
    if ($isTextNode(leaf) && inside) return { node: leaf, offset: Math.max(0, offset - passed) };
    passed += length;
  }
  return null;
}

/** Selects the words from `start` to `end`, as far as one selection can. */
export function $selectText(article: ArticleText, start: number, end: number): void {
  const parts = $selectionsOf(article, start, end);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return;
  const selection = $createRangeSelection();
  selection.anchor.set(first.anchor.key, first.anchor.offset, 'text');
  selection.focus.set(last.focus.key, last.focus.offset, 'text');
  $setSelection(selection);
}

/** Puts the selection between two offsets of the article's text, which may be the same: then it is a caret. */
export function $selectPlaces(article: ArticleText, anchor: number, focus: number): void {
  const [from, to] = [$placeAt(article, anchor), $placeAt(article, focus)];
  if (!from || !to) return;
  const selection = $createRangeSelection();
  selection.anchor.set(from.key, from.offset, from.type);
  selection.focus.set(to.key, to.offset, to.type);
  $setSelection(selection);
}

function $placeAt(
  article: ArticleText,
  offset: number,
): { readonly key: NodeKey; readonly offset: number; readonly type: 'text' | 'element' } | null {
  const block =
    article.blocks.find(({ start, text }) => offset <= start + text.length) ?? article.blocks.at(-1);
  if (!block) return null;
  const point = $pointAt(block, Math.max(0, Math.min(block.text.length, offset - block.start)), 'before');
  return point
    ? { key: point.node.getKey(), offset: point.offset, type: 'text' }
    : { key: block.key, offset: 0, type: 'element' };
}
