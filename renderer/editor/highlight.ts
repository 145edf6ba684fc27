import type { LexicalEditor, RangeSelection } from 'lexical';

/** Names of what is painted over the page without touching the document; drawn in page.css. */
export type HighlightName = 'suggestion' | 'match' | 'present-match';

/**
 * Paints the words of `selections` (CSS Custom Highlight) in place of what was painted under `name`; with 'scroll' the
 * page follows to the first of them.
 */
export function paint(
  editor: LexicalEditor,
  name: HighlightName,
  selections: readonly RangeSelection[],
  follow: 'scroll' | 'stay',
): void {
  const ranges = selections.flatMap(({ anchor, focus }) => {
    const [from, to] = [textIn(editor, anchor.key), textIn(editor, focus.key)];
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(from, Math.min(anchor.offset, from.length));
    range.setEnd(to, Math.min(focus.offset, to.length));
    return [range];
  });
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
  if (follow === 'scroll') ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

/** Takes away what was painted under `name`. */
export const unpaint = (name: HighlightName): void => void CSS.highlights.delete(name);

function textIn(editor: LexicalEditor, key: string): Text | null {
  let node: Node | null = editor.getElementByKey(key);
  while (node && !(node instanceof Text)) node = node.firstChild;
  return node;
}
