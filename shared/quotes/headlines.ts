import { SMALL_TITLE_WORDS } from './lexicon/works';
import { verbForm } from './verbs';
import type { Word } from './words';

const FEWEST_WORDS = 4;
/** One word in six may be small: a verb that the desk did not capitalise. */
const CAPITALISED_SHARE = 5 / 6;

/**
 * Tells which paragraphs are set like a headline, with a capital on nearly every word: there capitals say nothing about
 * names.
 *
 * @returns one flag a paragraph
 */
export function readHeadlines(words: readonly Word[], paragraphs: number): boolean[] {
  const counted = new Int32Array(paragraphs);
  const capitalised = new Float64Array(paragraphs);
  for (const { kind, text, lower, paragraph } of words) {
    if (kind !== 'word' || SMALL_TITLE_WORDS.has(lower)) continue;
    counted[paragraph] = (counted[paragraph] ?? 0) + 1;
    if (/^[@#]?\p{Lu}/u.test(text)) capitalised[paragraph] = (capitalised[paragraph] ?? 0) + 1;
    // “…,” said Speaker Paul D. Lane: a small verb makes it a sentence.
    else if (verbForm(lower)) capitalised[paragraph] = Number.NEGATIVE_INFINITY;
  }
  return Array.from(
    counted,
    (count, index) => count >= FEWEST_WORDS && (capitalised[index] ?? 0) >= count * CAPITALISED_SHARE,
  );
}
