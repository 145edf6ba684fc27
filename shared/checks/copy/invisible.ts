import { removeInvisible, settleSpaces } from '../../article/characters';
import type { TextCheck, TextHit } from '../check';

const suspicious =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u202a-\u202f\u2060-\u206f\ufeff\ufff9-\ufffc]|\udb40/;

/** Non-breaking spaces that typography does not want, zero-width and control characters: what pasting leaves behind. */
export const invisibleCharacters: TextCheck = {
  scope: 'text',
  code: 'invisible-character',
  severity: 'warning',
  title: 'Non-breaking spaces and characters nobody sees',
  find({ text }) {
    if (!suspicious.test(text)) return [];
    const hits: TextHit[] = [];
    const settled = settleSpaces(text);
    const kept = removeInvisible(settled);
    let [at, next] = [0, 0];
    for (const character of settled) {
      const end = at + character.length;
      if (!kept.startsWith(character, next)) {
        const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
        hits.push({
          start: at,
          end,
          reason: `A character nobody sees (${name}), probably from pasting.`,
          fix: { words: 'Remove it', edits: [{ start: at, end, text: '' }] },
        });
      } else {
        next += character.length;
        if (character === ' ' && text[at] !== ' ') {
          hits.push({
            start: at,
            end,
            reason: 'A non-breaking space, probably from pasting: the line cannot end here.',
            fix: { words: 'Make it a space', edits: [{ start: at, end, text: ' ' }] },
          });
        }
      }
      at = end;
    }
    return hits;
  },
};
