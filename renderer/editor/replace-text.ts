import { $createTextNode, $getSelection, $isRangeSelection, $isTextNode, type TextNode } from 'lexical';
import { $leafText, $leaves, $nodeOf, type ArticleText, type TextPlace } from './article-text';

/**
 * Puts `words` in place of those from `start` to `end` of the article's text, which lie in one block. What spans them (a
 * link, a quotation, a note) stays as long as words are left in it; a selection of `RangeSelection` would leave it. The new
 * words take the marks of the first they replace; `words` hears whether any of those are code.
 */
export function $replaceText(
  article: ArticleText,
  { start, end }: TextPlace,
  words: (isCode: boolean) => string,
): void {
  const block = article.blocks.find((each) => start >= each.start && end <= each.start + each.text.length);
  if (!block) return;
  let passed = block.start;
  const touched = $leaves($nodeOf(block)).flatMap((leaf) => {
    const { length } = $leafText(leaf);
    const [from, to] = [Math.max(0, start - passed), Math.min(length, end - passed)];
    passed += length;
    return from < to ? [{ leaf, from, to }] : [];
  });
  let pending = words(touched.some(({ leaf }) => $isTextNode(leaf) && leaf.hasFormat('code')));
  for (const { leaf, from, to } of touched) {
    if ($isTextNode(leaf)) $spliceText(leaf, from, to, pending);
    else if (pending === '') leaf.remove();
    else leaf.replace($createTextNode(pending));
    pending = '';
  }
}

function $spliceText(node: TextNode, from: number, to: number, words: string): void {
  const isWhole = from === 0 && to === node.getTextContentSize();
  if (isWhole && words === '') {
    node.remove();
    return;
  }
  // A gap (TK) that words come in place of is filled.
  if (isWhole && node.isToken()) {
    node.replace($createTextNode(words).setFormat(node.getFormat()));
    return;
  }
  node.spliceText(from, to - from, words);
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  // Lexical leaves the caret where it was counted from the beginning, even behind the end.
  for (const point of [selection.anchor, selection.focus]) {
    if (point.key !== node.getKey() || point.offset <= from) continue;
    const behind = from + words.length;
    point.set(point.key, point.offset < to ? behind : behind + point.offset - to, 'text');
  }
}
