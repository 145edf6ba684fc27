import type { Block } from './block';
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
  const wordSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const graphemeSegmenter = new Intl.Segmenter(language, { granularity: 'grapheme' });
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

/** Plain prose: characters whose word breaks are the same in every language (no underscore, no soft hyphen). */
const plainProse =
  /^[ -^`-~\n\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;

const letter = 'a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff';

/** A word as Unicode Standard Annex 29 breaks plain prose: "don’t", "U.S", "1,000.5", "7am" are one word each. */
const plainWord = new RegExp(
  `[${letter}0-9]+(?:(?:(?<=[${letter}])['’.](?=[${letter}])|(?<=[0-9])[.,](?=[0-9]))[${letter}0-9]+)*`,
  'g',
);

/** Marks between letters and digits of which `plainWord` does not know what they do, such as "3.b", "a:b", "9;9". */
const uncertainMark = new RegExp(
  `(?<=[${letter}0-9])(?:[:;‘]|(?<![0-9])[.,](?=[0-9])|(?<=[0-9])[.,](?![0-9])|(?<=[0-9])['’]|['’](?=[0-9]))(?=[${letter}0-9])`,
);

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
  if (plainProse.test(text) && !uncertainMark.test(text)) return text.match(plainWord)?.length ?? 0;
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
