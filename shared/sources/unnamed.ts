import type { Article } from '../article/article';
import type { Block } from '../article/block';
import type { Inline } from '../article/inline';
import type { Source, Terms } from '../article/source';
import { inlineRuns, visitInlines } from '../article/traverse';
import { mayBeNamed, termsInForce } from './terms';

type UsedArticle = Pick<Article, 'body' | 'leadImage' | 'corrections' | 'quotations' | 'sources'>;

/**
 * On which terms each source of the article appears in what is published: through its quotations, the block and pull
 * quotes that carry its id, and the mentions of it. A source that appears nowhere is missing from the answer.
 */
export function termsOfAppearances(article: UsedArticle): ReadonlyMap<string, ReadonlySet<Terms>> {
  const sources = new Map(article.sources.map((source) => [source.id, source]));
  const quotations = new Map(article.quotations.map((quotation) => [quotation.id, quotation]));
  const appearances = new Map<string, Set<Terms>>();
  const add = (sourceId: string | null, terms: (source: Source) => Terms): void => {
    const source = sourceId === null ? undefined : sources.get(sourceId);
    if (!source) return;
    const known = appearances.get(source.id) ?? new Set<Terms>();
    appearances.set(source.id, known.add(terms(source)));
  };
  for (const run of publishedRuns(article)) {
    visitInlines(run, (inline) => {
      if (inline.kind === 'mention') add(inline.sourceId, (source) => source.terms);
      if (inline.kind !== 'quotation') return;
      const quotation = quotations.get(inline.quoteId);
      if (quotation) add(quotation.sourceId, (source) => termsInForce(quotation, source));
    });
  }
  for (const block of article.body) {
    if (block.kind === 'blockquote' || block.kind === 'pullQuote') {
      add(block.sourceId, (source) => source.terms);
    }
  }
  return appearances;
}

/** Every run of inlines that can reach a reader. */
function publishedRuns(article: UsedArticle): readonly (readonly Inline[])[] {
  const inBody = article.body.filter((block: Block) => block.kind !== 'deskNote').flatMap(inlineRuns);
  return [
    ...(article.leadImage ? [article.leadImage.caption] : []),
    ...inBody,
    ...article.corrections.map((correction) => correction.text),
  ];
}

/**
 * The sources whose name must not stand anywhere in what this article publishes. A source is named by one appearance
 * on the record; where it has none (every quotation is on background, say, or it does not appear and its own terms
 * bind), its name is secret. A second entry of the same name that appears on the record makes the name public.
 */
export function unnamedSources(article: UsedArticle): readonly Source[] {
  const appearances = termsOfAppearances(article);
  const isNamed = (source: Source): boolean => {
    const terms = appearances.get(source.id);
    return terms ? [...terms].some(mayBeNamed) : mayBeNamed(source.terms);
  };
  const publicNames = new Set(
    article.sources.filter((source) => appearances.has(source.id) && isNamed(source)).map(comparableName),
  );
  return article.sources.filter((source) => !isNamed(source) && !publicNames.has(comparableName(source)));
}

const comparableName = (source: Source): string => source.name.trim().normalize('NFC').toLowerCase();
