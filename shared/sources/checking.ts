import type { Article } from '../article/article';
import type { Quotation } from '../article/quotation';
import { type QuotationPlace, quotationPlaces } from '../article/traverse';

/**
 * The words of each quotation of the body by its id: its stretches in reading order, a space between two of them.
 * This is the text that `checked.text` remembers. A quotation that stands nowhere is missing.
 */
export const quotationWords = (article: Pick<Article, 'body'>): ReadonlyMap<string, string> =>
  wordsAtPlaces(quotationPlaces(article));

/** `quotationWords` of places that are known already, in reading order. */
export function wordsAtPlaces(places: Iterable<QuotationPlace>): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { quoteId, text } of places) {
    const known = words.get(quoteId);
    words.set(quoteId, known === undefined ? text : `${known} ${text}`);
  }
  return words;
}

/** Whether somebody held the words against the evidence, and whether they are still those words. */
export type CheckState = 'unchecked' | 'checked' | 'changed';

/** The state of a quotation whose words are now `words`. */
export function checkState(quotation: Pick<Quotation, 'checked'>, words: string): CheckState {
  if (!quotation.checked) return 'unchecked';
  return quotation.checked.text === words ? 'checked' : 'changed';
}
