import type { Article } from '../../shared/article/article';
import { quotationWords } from '../../shared/article/traverse';
import type { SourceQuotation, SourceUse } from '../../shared/ipc/desk-entries';
import { checkState } from '../../shared/sources/checking';
import { termsInForce } from '../../shared/sources/terms';

/** How often one article quotes one source; 0 where it only lists it. */
export interface UseInArticle {
  readonly sourceId: string;
  readonly quotations: number;
}

/** The sources that an article lists or quotes. */
export function usesIn(article: Pick<Article, 'sources' | 'quotations'>): readonly UseInArticle[] {
  const counts = new Map(article.sources.map(({ id }) => [id, 0]));
  for (const { sourceId } of article.quotations) {
    if (sourceId !== null) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  }
  return [...counts].map(([sourceId, quotations]) => ({ sourceId, quotations }));
}

/**
 * The uses of every article summed up for each source; `meant` answers the source that an id stands for. An article that knows
 * one source by two ids, which were made one, is one article.
 */
export function summedUses(
  articles: Iterable<readonly UseInArticle[]>,
  meant: (sourceId: string) => string,
): readonly SourceUse[] {
  const sums = new Map<string, SourceUse>();
  for (const uses of articles) {
    const counted = new Set<string>();
    for (const { sourceId: id, quotations } of uses) {
      const sourceId = meant(id);
      const before = sums.get(sourceId) ?? { sourceId, articles: 0, quotations: 0 };
      sums.set(sourceId, {
        sourceId,
        articles: before.articles + (counted.has(sourceId) ? 0 : 1),
        quotations: before.quotations + quotations,
      });
      counted.add(sourceId);
    }
  }
  // In an order of their own: articles are read in parallel.
  return [...sums.values()].sort((one, other) => (one.sourceId < other.sourceId ? -1 : 1));
}

/** The quotations of the given sources in an article, in reading order. */
export function quotationsOfSources(
  slug: string,
  article: Article,
  ids: ReadonlySet<string>,
): readonly SourceQuotation[] {
  const words = quotationWords(article);
  const order = [...words.keys()];
  return article.quotations
    .filter(({ sourceId }) => sourceId !== null && ids.has(sourceId))
    .map((quotation): SourceQuotation => {
      const source = article.sources.find(({ id }) => id === quotation.sourceId) ?? null;
      const text = words.get(quotation.id) ?? '';
      return {
        slug,
        headline: article.headline,
        modified: article.modified,
        quoteId: quotation.id,
        text,
        terms: termsInForce(quotation, source),
        check: checkState(quotation, text),
      };
    })
    .sort((one, other) => order.indexOf(one.quoteId) - order.indexOf(other.quoteId));
}
