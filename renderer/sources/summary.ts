import type { Block } from '../../shared/article/block';
import type { Quotation } from '../../shared/article/quotation';
import type { Source, Terms } from '../../shared/article/source';
import { placesOf } from '../session/quotations';

/** What the Sources region tells of one speaker. `source` is null for quotations that nobody speaks yet. */
export interface SpeakerSummary {
  readonly source: Source | null;
  /** Index among the article's sources, for the tone; -1 for nobody. */
  readonly index: number;
  /** The quotations in reading order. */
  readonly quotations: readonly SpokenQuotation[];
  /** Words in all of them, and their share of all quoted words (0 to 1). */
  readonly words: number;
  readonly share: number;
}

export interface SpokenQuotation {
  readonly id: string;
  readonly text: string;
  readonly terms: Terms;
  readonly checked: boolean;
}

/** Sums up who speaks in the body. Sources without a quotation come last; `countWords` counts one text. */
export function summarise(
  body: readonly Block[],
  records: ReadonlyMap<string, Quotation>,
  sources: readonly Source[],
  countWords: (text: string) => number,
): readonly SpeakerSummary[] {
  const texts = new Map<string, string>();
  for (const place of placesOf(body)) {
    const before = texts.get(place.quoteId);
    texts.set(place.quoteId, before ? `${before} ${place.text}` : place.text);
  }
  const counted = [...texts].map(([id, text]) => ({
    id,
    text,
    words: countWords(text),
    record: records.get(id),
  }));
  const all = counted.reduce((sum, quotation) => sum + quotation.words, 0);

  const summaryOf = (source: Source | null, index: number): SpeakerSummary => {
    const own = counted.filter(({ record }) => {
      const known = sources.some((candidate) => candidate.id === record?.sourceId);
      return source ? record?.sourceId === source.id : !known;
    });
    const words = own.reduce((sum, quotation) => sum + quotation.words, 0);
    return {
      source,
      index,
      words,
      share: all === 0 ? 0 : words / all,
      quotations: own.map(({ id, text, record }) => ({
        id,
        text,
        terms: record?.terms ?? source?.terms ?? 'on-the-record',
        checked: record?.checked != null,
      })),
    };
  };

  const nobody = summaryOf(null, -1);
  const speakers = sources
    .map(summaryOf)
    .filter((speaker) => !speaker.source?.deleted || speaker.quotations.length > 0);
  const byPresence = [...speakers].sort(
    (a, b) => Number(b.quotations.length > 0) - Number(a.quotations.length > 0),
  );
  return nobody.quotations.length > 0 ? [nobody, ...byPresence] : byPresence;
}
