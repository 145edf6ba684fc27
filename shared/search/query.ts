import { fold, wordsOf } from './fold';

/**
 * One thing that must occur: a word, or several in a row. The last word may go on ("fer" finds "ferry") unless the
 * writer closed a quotation mark behind it.
 */
export interface Wanted {
  /** Folded, at least one. */
  readonly words: readonly string[];
  readonly goesOn: boolean;
}

/** What is looked for; everything in it must occur. */
export type Query = readonly Wanted[];

/** From this length on a word is also found inside another one ("erry" in "ferry"). */
export const leastInside = 3;

/** Words in quotation marks, straight, curly or low, closed or not yet; or a word without. */
const part = /["“”„]([^"“”„]*)(["“”„])?|([^\s"“”„]+)/g;

/** Reads what was typed into the search field. */
export function parseQuery(typed: string): Query {
  const wanted: Wanted[] = [];
  for (const [, phrase, closing, word] of typed.matchAll(part)) {
    const words = wordsOf(fold(phrase ?? word ?? ''));
    if (words.length > 0) wanted.push({ words, goesOn: closing === undefined });
  }
  return wanted;
}

/** How well a word of a text is the word that is looked for: not at all, inside, at the start, the very same. */
export type Fit = 0 | 1 | 2 | 3;

/** How well `found` fits `looked`; a word of a phrase before its last, or a closed one, must be the same. */
export function fitOf(found: string, looked: string, goesOn: boolean, alone: boolean): Fit {
  if (found === looked) return 3;
  if (!goesOn) return 0;
  if (found.startsWith(looked)) return 2;
  return alone && looked.length >= leastInside && found.includes(looked) ? 1 : 0;
}
