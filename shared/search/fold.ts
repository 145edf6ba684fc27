import { plainLetters } from '../base/plain-letters';

/*
 * Texts as a search compares them: without case, accents and typographers' marks, so that "Muller" finds "Müller" and a
 * straight apostrophe a curly one. Character by character, so that places in the folded text can be led back.
 */

const known = new Map<string, string>();

/** One character outside ASCII, folded: lower case, decomposed (NFKD), without marks and invisible characters. */
function foldCharacter(character: string): string {
  const remembered = known.get(character);
  if (remembered !== undefined) return remembered;
  let folded = '';
  const lower = character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    // Upper case first: "ß" becomes "ss", and every sigma the same.
    .toUpperCase()
    .toLowerCase();
  for (const part of lower) folded += plainLetters[part] ?? part;
  known.set(character, folded);
  return folded;
}

/** The text folded. */
export const fold = (text: string): string => text.toLowerCase().replace(/[^\u0000-\u007f]/gu, foldCharacter);

/** Scripts that are written without spaces: each character counts as a word, and words become phrases. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}';
const wordPattern = new RegExp(`[${unspaced}]|[^\\P{Alphabetic}${unspaced}]+|\\p{N}+`, 'gu');
const asciiWords = /[a-z]+|[0-9]+/g;
const isAscii = /^[\u0000-\u007f]*$/;

/** The words of a folded text, in their order. */
export const wordsOf = (folded: string): readonly string[] =>
  folded.match(isAscii.test(folded) ? asciiWords : wordPattern) ?? [];

/** A word of a text: as it is compared, and where it stands in the original (UTF-16 code units, end exclusive). */
export interface PlacedWord {
  readonly word: string;
  /** For every code unit of `word` its place in the original; one more for the end. */
  readonly places: readonly number[];
}

/** The words of a text that was not folded, with their places. */
export function placedWords(text: string): readonly PlacedWord[] {
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    folded += character <= '\u007f' ? character.toLowerCase() : foldCharacter(character.toLowerCase());
    while (origins.length < folded.length) origins.push(at);
    at += character.length;
  }
  origins.push(at);
  const pattern = isAscii.test(folded) ? asciiWords : wordPattern;
  return [...folded.matchAll(pattern)].map(({ 0: word, index }) => ({
    word,
    // Every index up to the end of the folded text has an origin.
    places: Array.from({ length: word.length + 1 }, (_, step) => origins[index + step] ?? at),
  }));
}
