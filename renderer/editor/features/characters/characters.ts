import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  defineExtension,
} from 'lexical';
import type { Feature } from '../../feature';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Emoji, flags, and letters with combining accents. In other scripts a part of a character is erased by itself. */
const oneUnit =
  /[\p{Extended_Pictographic}\p{Regional_Indicator}]|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}/u;

/** A stretch of a text in UTF-16 code units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What one press of Backspace or Delete at `offset` takes away where that is more than the browser would; else null. */
export function erasedAt(text: string, offset: number, backward: boolean): Stretch | null {
  const segments = graphemes.segment(text);
  const found = segments.containing(backward ? offset - 1 : offset);
  if (!found || found.segment.length < 2 || !oneUnit.test(found.segment)) return null;
  const end = found.index + found.segment.length;
  return (backward ? end : found.index) === offset ? { start: found.index, end } : null;
}

/** What a reader sees as one character is erased as one: a family of four, a flag, a letter and its accent. */
export const charactersFeature: Feature = {
  name: 'characters',
  inCards: true,
  extensions: [
    defineExtension({
      name: 'standfirst/characters',
      register: (editor) =>
        editor.registerCommand(
          DELETE_CHARACTER_COMMAND,
          (backward) => {
            const selection = $getSelection();
            if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
            const node = selection.anchor.getNode();
            if (!$isTextNode(node) || !node.isSimpleText()) return false;
            const erased = erasedAt(node.getTextContent(), selection.anchor.offset, backward);
            if (!erased) return false;
            selection.setTextNodeRange(node, erased.start, node, erased.end);
            selection.removeText();
            return true;
          },
          COMMAND_PRIORITY_LOW,
        ),
    }),
  ],
};
