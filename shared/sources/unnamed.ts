import type { Article } from '../article/article';
import type { Block } from '../article/block';
import type { Inline } from '../article/inline';
import type { Source, Terms } from '../article/source';
import { inlineRuns, inlineText, visitInlines } from '../article/traverse';
import { termsOfQuote, termsOfSpans } from './binding';
import { mayBeNamed, termsInForce } from './terms';

type UsedArticle = Pick<Article, 'body' | 'leadImage' | 'corrections' | 'quotations' | 'sources'>;

/**
 * On which terms each source of the article is quoted in what is published: in quotations, and in block and pull
 * quotes that carry its id. A source that is only mentioned has an empty set; one that appears nowhere is missing.
 */
export function termsOfAppearances(article: UsedArticle): ReadonlyMap<string, ReadonlySet<Terms>> {
  const sources = new Map(article.sources.map((source) => [source.id, source]));
  const quotations = new Map(article.quotations.map((quotation) => [quotation.id, quotation]));
  const records = {
    quotation: (id: string) => quotations.get(id),
    source: (id: string) => sources.get(id),
  };
  const appearances = new Map<string, Set<Terms>>();
  const add = (sourceId: string | null, terms: (source: Source) => Terms | null): void => {
    const source = sourceId === null ? undefined : sources.get(sourceId);
    if (!source) return;
    const known = appearances.get(source.id) ?? new Set<Terms>();
    const quotedOn = terms(source);
    appearances.set(source.id, quotedOn === null ? known : known.add(quotedOn));
  };
  for (const run of publishedRuns(article)) {
    const spans = termsOfSpans(run, records);
    visitInlines(run, (inline) => {
      // An empty span is what editing left behind: it says nothing, so it names nobody.
      if (!('children' in inline) || inlineText(inline.children).trim() === '') return;
      if (inline.kind === 'mention') add(inline.sourceId, () => null);
      if (inline.kind !== 'quotation') return;
      add(quotations.get(inline.quoteId)?.sourceId ?? null, () => spans.get(inline) ?? null);
    });
  }
  for (const block of article.body) {
    const isQuote = block.kind === 'blockquote' || block.kind === 'pullQuote';
    if (isQuote && inlineText(block.children).trim() !== '') {
      add(block.sourceId, (source) => termsOfQuote(block, source, article, records));
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
 * The sources whose name must not stand anywhere in what this article publishes.
 *
 * One published quotation on the record names its source. Otherwise the name is secret if the source's own terms
 * bind, or if the article holds any quotation of it on bound terms, be it in a desk note. A mention does not make a
 * name public: it is most often the very slip that must be caught. Somebody who speaks on background and stands in
 * the same story by name needs two entries: one that binds, and one on the record that is quoted or mentioned.
 */
export function unnamedSources(article: UsedArticle): readonly Source[] {
  const appearances = termsOfAppearances(article);
  const isNamed = (source: Source): boolean => {
    if ([...(appearances.get(source.id) ?? [])].some(mayBeNamed)) return true;
    const own = article.quotations.filter((quotation) => quotation.sourceId === source.id);
    return mayBeNamed(source.terms) && own.every((quotation) => mayBeNamed(termsInForce(quotation, source)));
  };
  const publicNames = new Set(
    article.sources
      .filter((source) => appearances.has(source.id) && isNamed(source))
      .map(({ name }) => spelling(name))
      // Documents may have a title alone: that one is open says nothing about another.
      .filter((name) => name !== ''),
  );
  const isPublic = (name: string): boolean => publicNames.has(spelling(name));
  return article.sources
    .filter((source) => !isNamed(source) && !isPublic(source.name))
    .map((source) =>
      source.otherNames.some(isPublic)
        ? { ...source, otherNames: source.otherNames.filter((name) => !isPublic(name)) }
        : source,
    );
}

/** Names are one here only where they are spelled alike: a wider likeness would make secret names public. */
const spelling = (name: string): string => name.trim().normalize('NFC').toLowerCase();
