import type { Block } from '../../shared/article/block';
import { newQuotation, type Quotation } from '../../shared/article/quotation';
import { type QuotationPlace, quotationPlaces } from '../../shared/article/traverse';

const known = new WeakMap<Block, readonly QuotationPlace[]>();

/** The quotation spans of a block; a block that was looked at before costs nothing. `block` is always 0. */
function placesIn(block: Block): readonly QuotationPlace[] {
  const remembered = known.get(block);
  if (remembered) return remembered;
  const places = quotationPlaces({ body: [block] });
  known.set(block, places);
  return places;
}

/** Every quotation span of the body in reading order. */
export const placesOf = (body: readonly Block[]): readonly QuotationPlace[] =>
  body.flatMap((block, index) => placesIn(block).map((place) => ({ ...place, block: index })));

const knownWords = new WeakMap<readonly Block[], ReadonlyMap<string, string>>();

/**
 * The words of each quotation by its id: its stretches in reading order, a space between two of them. A body that was
 * looked at before costs nothing.
 */
export function quotedWords(body: readonly Block[]): ReadonlyMap<string, string> {
  const remembered = knownWords.get(body);
  if (remembered) return remembered;
  const words = new Map<string, string>();
  for (const { quoteId, text } of placesOf(body)) {
    const before = words.get(quoteId);
    words.set(quoteId, before === undefined ? text : `${before} ${text}`);
  }
  knownWords.set(body, words);
  return words;
}

/** The records of the quotations that stand in the body, in the order in which they first appear. */
export function quotationsOf(
  body: readonly Block[],
  records: ReadonlyMap<string, Quotation>,
): readonly Quotation[] {
  const ids = new Set(placesOf(body).map((place) => place.quoteId));
  return [...ids].map((id) => records.get(id) ?? newQuotation(id, null));
}
