import { type PlacedWord, placedWords } from './fold';
import { fitOf, type Query, type Wanted } from './query';

/** A text in pieces: those that were looked for are marked. */
export type Marked = readonly { readonly text: string; readonly marked: boolean }[];

/** A stretch that was looked for, in UTF-16 code units, and by which part of the query. */
interface Hit {
  readonly start: number;
  readonly end: number;
  readonly wanted: number;
}

/** Where the words from `index` on are what is wanted; null where they are not. */
function hitAt(words: readonly PlacedWord[], index: number, wanted: Wanted): Omit<Hit, 'wanted'> | null {
  const { words: looked, goesOn } = wanted;
  for (const [step, word] of looked.entries()) {
    const found = words[index + step];
    const last = step === looked.length - 1;
    if (!found || fitOf(found.word, word, goesOn && last, looked.length === 1) === 0) return null;
  }
  const [first, last] = [words[index], words[index + looked.length - 1]];
  const lastWord = looked.at(-1) ?? '';
  if (!first || !last) return null;
  const inside = last.word.indexOf(lastWord);
  const start = looked.length === 1 ? first.places[inside] : first.places[0];
  const end = last.places[inside + lastWord.length];
  return start === undefined || end === undefined ? null : { start, end };
}

function hitsIn(text: string, query: Query): readonly Hit[] {
  const words = placedWords(text);
  const hits: Hit[] = [];
  for (let index = 0; index < words.length; index += 1) {
    for (const [wanted, part] of query.entries()) {
      const hit = hitAt(words, index, part);
      if (hit) hits.push({ ...hit, wanted });
    }
  }
  return hits.sort((one, other) => one.start - other.start || other.end - one.end);
}

function markedBetween(text: string, from: number, to: number, hits: readonly Hit[]): Marked {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = from;
  for (const hit of hits) {
    const [start, end] = [Math.max(hit.start, at), Math.min(hit.end, to)];
    if (start >= end) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false });
  return pieces;
}

/** The whole text with what was looked for marked. */
export const marked = (text: string, query: Query): Marked =>
  markedBetween(text, 0, text.length, hitsIn(text, query));

/** About how many characters a passage has, and how many of them stand before its first mark. */
const passageLength = 160;
const passageLead = 40;

/** A passage of one of the given texts, and which text it is of. */
export interface Passage {
  /** Index of the text. */
  readonly of: number;
  /** How many parts of the query it shows. */
  readonly shows: number;
  readonly text: Marked;
}

/** The passage that shows most of what was looked for, the first of several such; null where none shows any. */
export function passageOf(texts: readonly string[], query: Query): Passage | null {
  let best: { of: number; start: number; shows: number; hits: readonly Hit[] } | null = null;
  for (const [of, text] of texts.entries()) {
    const hits = hitsIn(text, query);
    for (const [index, { start }] of hits.entries()) {
      const near = hits.slice(index).filter((hit) => hit.end <= start + passageLength - passageLead);
      const shows = new Set(near.map(({ wanted }) => wanted)).size;
      if (!best || shows > best.shows) best = { of, start, shows, hits };
      if (shows === query.length) break;
    }
    if (best?.shows === query.length) break;
  }
  if (!best) return null;
  const text = texts[best.of] ?? '';
  const from = wordStart(text, best.start - passageLead, best.start);
  const to = Math.min(text.length, from + passageLength);
  const end = to === text.length ? to : Math.max(text.lastIndexOf(' ', to), best.start + 1);
  const pieces = markedBetween(text, from, end, best.hits);
  return {
    of: best.of,
    shows: best.shows,
    text: [
      ...(from > 0 ? [{ text: '… ', marked: false }] : []),
      ...pieces,
      ...(end < text.length ? [{ text: ' …', marked: false }] : []),
    ],
  };
}

/** The start of a word at or after `at`, before `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 || space >= limit ? limit : space + 1;
}
