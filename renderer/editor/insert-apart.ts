import { $createParagraphNode, $getSelection, type LexicalNode } from 'lexical';
import { $keepBound } from './keep-bound';

/** Kinds of block whose words must not join others: a note for the desk would be published, a sentence would become somebody's words. */
const apart: ReadonlySet<string> = new Set(['desk-note', 'correction', 'blockquote', 'pull-quote']);

const isApart = (node: LexicalNode | undefined): boolean => node !== undefined && apart.has(node.getType());

/**
 * Puts nodes at the caret. Lexical joins the words of the first block to those before the caret, and those behind it to the
 * last; here a block that stands for more than its words stays itself. Answers the last node where it did, else null.
 */
export function $insertApart(nodes: LexicalNode[]): LexicalNode | null {
  $keepBound();
  const selection = $getSelection();
  const last = nodes.at(-1);
  const before = isApart(nodes[0]) ? $createParagraphNode() : null;
  const behind = isApart(last) ? $createParagraphNode() : null;
  selection?.insertNodes([...(before ? [before] : []), ...nodes, ...(behind ? [behind] : [])]);
  before?.remove();
  if (!behind) return null;
  if (!behind.isEmpty()) behind.selectStart();
  else {
    last?.selectEnd();
    behind.remove();
  }
  return last ?? null;
}
