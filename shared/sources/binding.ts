import type { Article } from '../article/article';
import type { Blockquote, PullQuote } from '../article/block';
import type { Inline, QuotationSpan } from '../article/inline';
import type { Quotation } from '../article/quotation';
import type { Source, Terms } from '../article/source';
import { inlineText, quotationWords, visitInlines } from '../article/traverse';
import { tokensOf } from './name-tokens';
import { moreBinding, termsInForce } from './terms';

/** The records that the tags of an article stand for; null or undefined for a tag that leads nowhere. */
export interface Records {
  quotation(id: string): Quotation | null | undefined;
  source(id: string): Source | null | undefined;
}

const termsOf = (quotation: Quotation, records: Records): Terms =>
  termsInForce(quotation, (quotation.sourceId === null ? null : records.source(quotation.sourceId)) ?? null);

/** The more binding of `terms` and those of every quotation in `run` by the same speaker, or by nobody who is known. */
function boundBy(run: readonly Inline[], speaker: string | null, terms: Terms, records: Records): Terms {
  let bound = terms;
  visitInlines(run, (inline) => {
    const quotation = inline.kind === 'quotation' ? records.quotation(inline.quoteId) : null;
    if (!quotation || inlineText((inline as QuotationSpan).children).trim() === '') return;
    if (quotation.sourceId === speaker || quotation.sourceId === null) {
      bound = moreBinding(bound, termsOf(quotation, records));
    }
  });
  return bound;
}

/**
 * The terms on which the words of each quotation of a run are published. Where one stands within another of the same speaker
 * the more binding terms hold for both: the name under the one would tell who said the other.
 */
export function termsOfSpans(run: readonly Inline[], records: Records): ReadonlyMap<QuotationSpan, Terms> {
  const found = new Map<QuotationSpan, Terms>();
  const walk = (inlines: readonly Inline[], around: ReadonlyMap<string | null, Terms>): void => {
    for (const inline of inlines) {
      if (!('children' in inline)) continue;
      const quotation = inline.kind === 'quotation' ? records.quotation(inline.quoteId) : null;
      if (inline.kind !== 'quotation' || !quotation) {
        walk(inline.children, around);
        continue;
      }
      const { sourceId } = quotation;
      const own = moreBinding(termsOf(quotation, records), around.get(sourceId) ?? 'on-the-record');
      const terms = boundBy(inline.children, sourceId, own, records);
      found.set(inline, moreBinding(terms, found.get(inline) ?? terms));
      walk(inline.children, new Map(around).set(sourceId, terms));
    }
  };
  walk(run, new Map());
  return found;
}

/**
 * The terms on which a block quote or pull quote is attributed to its `source`: the source's own, those of what is tagged in
 * it, and those of a quotation of the source whose words it repeats, the most binding of them. So a pull quote does not put
 * the name under words that were given on background.
 */
export function termsOfQuote(
  block: Pick<Blockquote | PullQuote, 'children'>,
  source: Source,
  article: Pick<Article, 'leadImage' | 'body' | 'corrections' | 'quotations'>,
  records: Records,
): Terms {
  const tagged = boundBy(block.children, source.id, source.terms, records);
  const bound = article.quotations.filter(
    (quotation) =>
      quotation.sourceId === source.id && moreBinding(tagged, termsOf(quotation, records)) !== tagged,
  );
  if (bound.length === 0) return tagged;
  const text = tokensOf(inlineText(block.children));
  const words = quotationWords(article);
  return bound
    .filter(({ id }) => repeats(text, tokensOf(words.get(id) ?? '')))
    .reduce((terms, quotation) => moreBinding(terms, termsOf(quotation, records)), tagged);
}

/** Whether two texts are the same words, or the shorter, three words at least, stands in the other. */
function repeats(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length === 0 || (short.length < 3 && short.length !== long.length)) return false;
  return ` ${long.join(' ')} `.includes(` ${short.join(' ')} `);
}
