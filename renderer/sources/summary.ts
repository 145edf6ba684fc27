import type { Quotation } from '../../shared/article/quotation';
import type { Source, Terms } from '../../shared/article/source';
import { type CheckState, checkState } from '../../shared/sources/checking';
import { type SourceProblem, sourceProblems } from '../../shared/sources/problems';
import { speakerIndex } from '../../shared/sources/speaker-index';
import { termsInForce } from '../../shared/sources/terms';

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
  readonly problems: readonly SourceProblem[];
}

export interface SpokenQuotation {
  readonly id: string;
  readonly text: string;
  readonly terms: Terms;
  readonly check: CheckState;
}

/**
 * Sums up who speaks in a body; `quoted` are the words of its quotations by id, in reading order. Sources without a quotation come last; `countWords` counts one text. `aliases` tells
 * which entries of the source book were made one: where an article has both, they are one speaker.
 */
export function summarise(
  quoted: ReadonlyMap<string, string>,
  records: ReadonlyMap<string, Quotation>,
  sources: readonly Source[],
  aliases: ReadonlyMap<string, string>,
  countWords: (text: string) => number,
): readonly SpeakerSummary[] {
  const ids = new Set(sources.map(({ id }) => id));
  /** The entry that stands for `id` in this article; null where it has none. */
  const speakerOf = (id: string | null | undefined): string | null => {
    if (id === null || id === undefined) return null;
    const meant = aliases.get(id) ?? id;
    return ids.has(meant) ? meant : ids.has(id) ? id : null;
  };
  const counted = [...quoted].map(([id, text]) => {
    const record = records.get(id);
    return { id, text, words: countWords(text), record, speaker: speakerOf(record?.sourceId) };
  });
  const bySpeaker = new Map<string | null, typeof counted>();
  for (const quotation of counted) {
    const own = bySpeaker.get(quotation.speaker);
    if (own) own.push(quotation);
    else bySpeaker.set(quotation.speaker, [quotation]);
  }
  const all = counted.reduce((sum, quotation) => sum + quotation.words, 0);

  const summaryOf = (source: Source | null): SpeakerSummary => {
    const own = bySpeaker.get(source?.id ?? null) ?? [];
    const words = own.reduce((sum, quotation) => sum + quotation.words, 0);
    const quotations = own.map(({ id, text, record }) => ({
      id,
      text,
      terms: termsInForce(record ?? null, source),
      check: record ? checkState(record, text) : 'unchecked',
    }));
    return {
      source,
      index: source ? speakerIndex(sources, source.id) : -1,
      words,
      share: all === 0 ? 0 : words / all,
      quotations,
      problems: source ? sourceProblems(source, quotations) : [],
    };
  };

  const nobody = summaryOf(null);
  const speakers = sources
    .filter(({ id }) => speakerOf(id) === id)
    .map(summaryOf)
    .filter((speaker) => !speaker.source?.deleted || speaker.quotations.length > 0);
  const byPresence = [...speakers].sort(
    (a, b) => Number(b.quotations.length > 0) - Number(a.quotations.length > 0),
  );
  return nobody.quotations.length > 0 ? [nobody, ...byPresence] : byPresence;
}

/** Whether two sums say the same, so that nothing needs to be drawn. */
export function sameSpeakers(one: readonly SpeakerSummary[], other: readonly SpeakerSummary[]): boolean {
  return (
    one.length === other.length &&
    one.every((speaker, index) => {
      const beside = other[index];
      return (
        beside !== undefined &&
        speaker.source === beside.source &&
        speaker.index === beside.index &&
        speaker.words === beside.words &&
        speaker.share === beside.share &&
        sameQuotations(speaker.quotations, beside.quotations)
      );
    })
  );
}

// Problems follow from the source and its quotations.
const sameQuotations = (one: readonly SpokenQuotation[], other: readonly SpokenQuotation[]): boolean =>
  one.length === other.length &&
  one.every((quotation, index) => {
    const beside = other[index];
    return (
      beside !== undefined &&
      quotation.id === beside.id &&
      quotation.text === beside.text &&
      quotation.terms === beside.terms &&
      quotation.check === beside.check
    );
  });
