import { invisiblePlaces, settleSpaces } from '../../article/characters';
import type { TextCheck, TextFix } from '../check';
import type { Stretch } from '../finding';

const suspicious =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u202a-\u202f\u2060-\u206f\ufeff\ufff9-\ufffc]|\udb40/;

/**
 * What pasting leaves behind: non-breaking spaces that typography does not want, zero-width and control characters. All
 * of one text are one finding, because nobody wants to press a key for each.
 */
export const invisibleCharacters: TextCheck = {
  scope: 'text',
  code: 'invisible-character',
  severity: 'warning',
  title: 'Non-breaking spaces and characters nobody sees',
  find({ text }) {
    if (!suspicious.test(text)) return [];
    const settled = settleSpaces(text);
    const spaces = placesWhere(text, (at) => text[at] !== settled[at]);
    const hidden = stretches(invisiblePlaces(settled));
    const all = [...spaces, ...hidden].toSorted((one, other) => one.start - other.start);
    const [first] = all;
    if (!first) return [];
    const edits = [
      ...spaces.map((stretch) => ({ ...stretch, text: ' ' })),
      ...hidden.map((stretch) => ({ ...stretch, text: '' })),
    ];
    const fix: TextFix = { words: 'Clean this text', edits };
    return [{ ...first, reason: `${whatStands(text, spaces, hidden)}, probably from pasting.`, fix }];
  },
};

function whatStands(text: string, spaces: readonly Stretch[], hidden: readonly Stretch[]): string {
  const codes = hidden.map(({ start }) =>
    (text.codePointAt(start) ?? 0).toString(16).toUpperCase().padStart(4, '0'),
  );
  const names = [...new Set(codes)].map((code) => `U+${code}`).join(', ');
  const parts = [
    spaces.length === 0 ? '' : many(spaces.length, 'non-breaking space'),
    hidden.length === 0 ? '' : `${many(hidden.length, 'character')} nobody sees (${names})`,
  ];
  const words = parts.filter(Boolean).join(' and ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const many = (count: number, one: string): string => (count === 1 ? `a ${one}` : `${count} ${one}s`);

function placesWhere(text: string, differs: (at: number) => boolean): readonly Stretch[] {
  const places: Stretch[] = [];
  for (let at = 0; at < text.length; at += 1) if (differs(at)) places.push({ start: at, end: at + 1 });
  return places;
}

/** Neighbouring places as one stretch. */
function stretches(places: ReadonlySet<number>): readonly Stretch[] {
  const result: { start: number; end: number }[] = [];
  for (const at of [...places].sort((one, other) => one - other)) {
    const last = result.at(-1);
    if (last?.end === at) last.end = at + 1;
    else result.push({ start: at, end: at + 1 });
  }
  return result;
}
