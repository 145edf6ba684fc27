import type { TextHit } from './check';
import { type Draft, excerptOf, type Stretch, type TextAddress } from './finding';
import type { TextPiece } from './reading';

/** A hit in a text as a draft about that text. */
export function draftOf(piece: TextPiece, hit: TextHit): Draft {
  const at = (stretch: Stretch): TextAddress & Stretch => ({
    ...piece.address,
    start: stretch.start,
    end: stretch.end,
  });
  return {
    place: at(hit),
    excerpt: excerptOf(piece.text, hit),
    reason: hit.reason,
    fix: hit.fix && {
      kind: 'edit',
      words: hit.fix.words,
      edits: hit.fix.edits.map((edit) => ({ ...at(edit), text: edit.text })),
    },
  };
}
