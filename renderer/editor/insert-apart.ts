import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type LexicalNode,
} from 'lexical';
import { $blockOf } from './blocks';
import { $keepBound } from './keep-bound';

/** Kinds of block whose words must not join others: a note for the desk would be published, a sentence would become somebody's words. */
const apart: ReadonlySet<string> = new Set(['desk-note', 'correction', 'blockquote', 'pull-quote']);

const isApart = (node: LexicalNode | null | undefined): boolean => node != null && apart.has(node.getType());

/**
 * Puts nodes at the caret. Lexical joins the words of the first block to those before the caret, and those behind it to the
 * last; here a block that stands for more than its words stays itself, whether it comes in or is parted by what comes in. Answers
 * the last node where it did, else null.
 */
export function $insertApart(nodes: LexicalNode[]): LexicalNode | null {
  $keepBound();
  const last = nodes.at(-1);
  const before = isApart(nodes[0]) ? $createParagraphNode() : null;
  const behind = isApart(last) ? $createParagraphNode() : null;
  const rest = nodes.some((node) => !node.isInline()) ? $part() : null;
  $getSelection()?.insertNodes([...(before ? [before] : []), ...nodes, ...(behind ? [behind] : [])]);
  before?.remove();
  if (rest?.isEmpty()) rest.remove();
  if (!behind) return null;
  if (!behind.isEmpty()) behind.selectStart();
  else {
    last?.selectEnd();
    behind.remove();
  }
  return last ?? null;
}

/** Parts a block that stands apart at the caret, as Enter does, and leaves the caret before the rest; answers it. */
function $part() {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  // What is selected is typed over.
  if (!selection.isCollapsed()) selection.removeText();
  const block = $blockOf(selection.anchor.getNode());
  if (!$isElementNode(block) || !isApart(block)) return null;
  const rest = selection.insertParagraph();
  if (block.isEmpty()) block.replace($createParagraphNode()).selectStart();
  else block.selectEnd();
  return rest;
}
