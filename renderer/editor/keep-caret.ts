import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { $articleText, $offsetOfPoint, $selectPlaces } from './article-text';
import { hasKeyboard } from './has-keyboard';

/** Where an offset of the text `before` lies in `after`: the same words before it, or the same words behind it. */
export function movedOffset(offset: number, before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same += 1;
  if (offset <= same) return offset;
  let behind = 0;
  while (behind < most - same && before[before.length - 1 - behind] === after[after.length - 1 - behind])
    behind += 1;
  return offset >= before.length - behind ? offset + after.length - before.length : same;
}

/**
 * Runs `load`, which puts another text in place of the one on the page, and puts the selection back to the same words.
 * The keyboard stays where it is.
 */
export function keepingCaret(editor: LexicalEditor, load: () => void): void {
  const before = editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const article = $articleText();
    const [anchor, focus] = [selection.anchor, selection.focus].map((point) =>
      $offsetOfPoint(article, point),
    );
    return anchor === null || anchor === undefined || focus === null || focus === undefined
      ? null
      : { text: article.text, anchor, focus };
  });
  load();
  if (!before) return;
  const writing = hasKeyboard(editor);
  editor.update(
    () => {
      if (!writing) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
      const after = $articleText();
      const placeOf = (offset: number) => movedOffset(offset, before.text, after.text);
      $selectPlaces(after, placeOf(before.anchor), placeOf(before.focus));
    },
    { discrete: true },
  );
}
