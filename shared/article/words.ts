import type { Block } from './block';
import { canonicalLanguage } from './language';
import { publishedPieces } from './traverse';

/** Counts of published text: words as `Intl.Segmenter` sees them, characters as a reader counts them (graphemes). */
export interface Counts {
  readonly words: number;
  readonly characters: number;
}

/** Counts of blocks; a block that was counted before costs nothing, because blocks never change. */
export interface WordCounter {
  ofText(text: string): Counts;
  ofBlock(block: Block): Counts;
  ofBody(body: readonly Block[]): Counts;
}

/** How many words an adult reads a minute, silently, non-fiction (Brysbaert 2019: 238). */
export const wordsPerMinute = 238;

/** Whole minutes to read `words` words; 0 for none, otherwise at least 1. */
export const readingMinutes = (words: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute));

/** A counter for one language (BCP 47). */
export function createWordCounter(language: string): WordCounter {
  const locale = canonicalLanguage(language);
  const wordSegmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const graphemeSegmenter = new Intl.Segmenter(locale, { granularity: 'grapheme' });
  const known = new WeakMap<Block, Counts>();

  function ofText(text: string): Counts {
    return { words: countWords(text, wordSegmenter), characters: countGraphemes(text, graphemeSegmenter) };
  }

  function ofBlock(block: Block): Counts {
    const remembered = known.get(block);
    if (remembered) return remembered;
    const counts = sumOfCounts(publishedPieces(block).map(ofText));
    known.set(block, counts);
    return counts;
  }

  return { ofText, ofBlock, ofBody: (body) => sumOfCounts(body.map(ofBlock)) };
}

/** Counts of several texts together. */
export function sumOfCounts(counts: readonly Counts[]): Counts {
  let [words, characters] = [0, 0];
  for (const count of counts) {
    words += count.words;
    characters += count.characters;
  }
  return { words, characters };
}

/** What a character does to words in plain prose (Unicode Standard Annex 29): "don’t", "U.S", "1,000.5", "7am" are one word each. */
const kinds = {
  strange: 0,
  apart: 1,
  letter: 2,
  digit: 3,
  apostrophe: 4,
  stop: 5,
  comma: 6,
  uncertain: 7,
} as const;

/** The kinds of the characters of plain prose by their code units: those whose word breaks are the same in every language. */
const kindOfUnit = kindsByUnit();

function kindsByUnit(): Uint8Array {
  // Everything that is not named below (an underscore, a soft hyphen, another script) is the segmenter's.
  const table = new Uint8Array(0x2027);
  const set = (characters: string, kind: number) => {
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  };
  for (let unit = 0x20; unit <= 0x7e; unit += 1) if (unit !== 0x5f) table[unit] = kinds.apart;
  set('\u2013\u2014\u2019\u201c\u201d\u2026', kinds.apart);
  for (let unit = 0x61; unit <= 0x7a; unit += 1) table[unit] = table[unit - 0x20] = kinds.letter;
  for (let unit = 0xc0; unit <= 0xff; unit += 1)
    if (unit !== 0xd7 && unit !== 0xf7) table[unit] = kinds.letter;
  set('0123456789', kinds.digit);
  set("'\u2019", kinds.apostrophe);
  set('.', kinds.stop);
  set(',', kinds.comma);
  // Between letters and digits it is not certain what these do, such as in "a:b".
  set(':;\u2018', kinds.uncertain);
  return table;
}

/** What stands between a letter or digit and the next one: whether it joins them to one word; null: not certain. */
function joins(before: number, mark: number, after: number): boolean | null {
  const letters = before === kinds.letter && after === kinds.letter;
  const digits = before === kinds.digit && after === kinds.digit;
  if (mark === kinds.apart) return false;
  if (mark === kinds.apostrophe) return letters ? true : null;
  if (mark === kinds.stop) return letters || digits ? true : null;
  if (mark === kinds.comma) return letters ? false : digits ? true : null;
  return null;
}

const isInWord = (kind: number): boolean => kind === kinds.letter || kind === kinds.digit;

/** The words of a line of plain prose, 30 times as fast as the segmenter; null where that has to decide. */
function countPlainWords(line: string): number | null {
  let count = 0;
  let before = 0;
  // A desk of ten thousand articles has sixty million characters: no iterator, no list of words.
  for (let at = 0; at < line.length; at += 1) {
    const kind = kindOfUnit[line.charCodeAt(at)] ?? kinds.strange;
    if (kind === kinds.strange) return null;
    if (isInWord(kind)) {
      if (before === 0) count += 1;
      before = kind;
    } else if (before !== 0) {
      const after = kindOfUnit[line.charCodeAt(at + 1)] ?? kinds.strange;
      const joined = isInWord(after) && joins(before, kind, after);
      if (joined === null) return null;
      if (!joined) before = 0;
    }
  }
  return count;
}

/** No word and no grapheme goes over the end of a line (Unicode Standard Annex 29, rules WB3a and GB4). */
const lineEnd = /\r?\n/;

/**
 * Words as the segmenter counts them. Plain prose is counted without it: 15 times as fast, and a desk has many words. A
 * text of many lines is looked at line by line, so that one word of another script does not send all of it that way.
 */
function countWords(text: string, segmenter: Intl.Segmenter): number {
  if (!lineEnd.test(text)) return countWordsOfLine(text, segmenter);
  return text.split(lineEnd).reduce((count, line) => count + countWordsOfLine(line, segmenter), 0);
}

function countWordsOfLine(text: string, segmenter: Intl.Segmenter): number {
  const plain = countPlainWords(text);
  if (plain !== null) return plain;
  let words = 0;
  for (const part of stretches(text)) {
    for (const segment of segmenter.segment(part)) if (segment.isWordLike) words += 1;
  }
  return words;
}

/**
 * At most a thousand characters up to a space, or a thousand where none comes: no word of any script is as long. The
 * segmenter's cost grows with the square of what it is given (120,000 characters of Cyrillic prose took 83 s).
 */
const stretch = /[\s\S]{1,1000}(?:(?<=\s)(?!\p{M})|$)|[\s\S]{1,1000}/gu;

const stretches = (text: string): readonly string[] =>
  text.length <= 1000 ? [text] : (text.match(stretch) ?? []);

/** A line end is a grapheme itself. */
function countGraphemes(text: string, segmenter: Intl.Segmenter): number {
  if (!lineEnd.test(text)) return countGraphemesOfLine(text, segmenter);
  const lines = text.split(lineEnd);
  return lines.reduce((count, line) => count + countGraphemesOfLine(line, segmenter), lines.length - 1);
}

function countGraphemesOfLine(text: string, segmenter: Intl.Segmenter): number {
  // Below U+0300 every code unit but the pair CR LF is a grapheme of its own: no need to segment plain prose.
  if (/^[\u0020-\u02ff\n\u2010-\u2026]*$/.test(text)) return text.length;
  let count = 0;
  for (const part of stretches(text)) for (const _ of segmenter.segment(part)) count += 1;
  return count;
}
