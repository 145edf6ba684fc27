import type { LexicalEditor, RangeSelection } from 'lexical';

/** Names of what is painted over the page without touching the document; drawn in page.css. */
export type HighlightName = 'suggestion' | 'match' | 'present-match' | 'kept-selection';

/**
 * Paints `ranges` (CSS Custom Highlight) in place of what was painted under `name`; with 'scroll' the page follows to
 * the first of them.
 */
export function paint(name: HighlightName, ranges: readonly Range[], follow: 'scroll' | 'stay'): void {
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
  if (follow === 'scroll') ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

/** Where the words of `selections` are drawn. */
export const rangesOf = (editor: LexicalEditor, selections: readonly RangeSelection[]): readonly Range[] =>
  selections.flatMap(({ anchor, focus }) => {
    const [from, to] = [textIn(editor, anchor.key), textIn(editor, focus.key)];
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(from, Math.min(anchor.offset, from.length));
    range.setEnd(to, Math.min(focus.offset, to.length));
    return [range];
  });

/**
 * Where the words from `start` to `end` of all texts of a card are drawn, in UTF-16 code units; null where they are not
 * drawn now.
 */
export function rangeInCard(card: HTMLElement, start: number, end: number): Range | null {
  let passed = 0;
  const range = document.createRange();
  let open = false;
  for (const place of card.querySelectorAll('.card-text')) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof HTMLBRElement) passed += 1;
      if (!(node instanceof Text)) continue;
      const behind = passed + node.length;
      if (!open && start < behind) {
        if (start < passed) return null;
        range.setStart(node, start - passed);
        open = true;
      }
      if (open && end <= behind) {
        range.setEnd(node, end - passed);
        return range;
      }
      passed = behind;
    }
  }
  return null;
}

/** Takes away what was painted under `name`. */
export const unpaint = (name: HighlightName): void => void CSS.highlights.delete(name);

/** The text node that shows the words of the node with `key`; null where it shows none. */
export function textIn(editor: LexicalEditor, key: string): Text | null {
  let node: Node | null = editor.getElementByKey(key);
  while (node && !(node instanceof Text)) node = node.firstChild;
  return node;
}
