import type { Article } from '../../shared/article/article';
import type { Block } from '../../shared/article/block';
import { lostQuotation, type Quotation } from '../../shared/article/quotation';
import {
  type QuotationPlace,
  quotationPlaces,
  recordsNamed,
  wordsAtPlaces,
} from '../../shared/article/traverse';

const known = new WeakMap<Block, readonly QuotationPlace[]>();

/** The quotation spans of a block; a block that was looked at before costs nothing. Their `block` is always 0. */
function placesIn(block: Block): readonly QuotationPlace[] {
  const remembered = known.get(block);
  if (remembered) return remembered;
  const places = quotationPlaces({ body: [block] });
  known.set(block, places);
  return places;
}

const knownWords = new WeakMap<readonly Block[], ReadonlyMap<string, string>>();

/** `quotationWords` of the body; one that was looked at before costs nothing. */
export function quotedWords(body: readonly Block[]): ReadonlyMap<string, string> {
  const remembered = knownWords.get(body);
  if (remembered) return remembered;
  const words = wordsAtPlaces(body.flatMap(placesIn));
  if (!sameWords(lastWords, words)) lastWords = words;
  knownWords.set(body, lastWords);
  return lastWords;
}

/** What was answered last: as long as nobody writes in a quotation, the words are the same object. */
let lastWords: ReadonlyMap<string, string> = new Map();

function sameWords(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  if (one.size !== other.size) return false;
  // The order is part of it: it is that of the text.
  const others = other.entries();
  for (const [id, words] of one) {
    const beside = others.next().value;
    if (!beside || beside[0] !== id || beside[1] !== words) return false;
  }
  return true;
}

/** The records of the quotations that stand in an article, in the order in which they first appear. */
export const quotationsOf = (
  article: Pick<Article, 'leadImage' | 'body' | 'corrections'>,
  records: ReadonlyMap<string, Quotation>,
): readonly Quotation[] =>
  Array.from(recordsNamed(article).quotations, (id) => records.get(id) ?? lostQuotation(id));
