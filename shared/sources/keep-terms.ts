import type { Article } from '../article/article';
import { moreBinding, termsInForce } from './terms';

/**
 * A state that is put back, on terms at least as binding as those of `present`: what a source took off the record since then is
 * not on it again because older words come back. The very same article where nothing is bound more.
 */
export function keepingTerms(restored: Article, present: Article): Article {
  const sourcesNow = new Map(present.sources.map((source) => [source.id, source]));
  const sources = restored.sources.map((source) => {
    const terms = moreBinding(source.terms, sourcesNow.get(source.id)?.terms ?? source.terms);
    return terms === source.terms ? source : { ...source, terms };
  });
  const sourcesThen = new Map(sources.map((source) => [source.id, source]));
  const quotationsNow = new Map(present.quotations.map((quotation) => [quotation.id, quotation]));
  const quotations = restored.quotations.map((quotation) => {
    const now = quotationsNow.get(quotation.id);
    if (!now) return quotation;
    const before = termsInForce(quotation, sourcesThen.get(quotation.sourceId ?? '') ?? null);
    const terms = moreBinding(before, termsInForce(now, sourcesNow.get(now.sourceId ?? '') ?? null));
    return terms === before ? quotation : { ...quotation, terms };
  });
  const isSame =
    sources.every((source, index) => source === restored.sources[index]) &&
    quotations.every((quotation, index) => quotation === restored.quotations[index]);
  return isSame ? restored : { ...restored, sources, quotations };
}
