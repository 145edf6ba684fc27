import type { Cue } from './cues';
import type { Reading } from './reading';
import { readSurroundings, type Surroundings } from './surroundings';

/** A reading with everything that is looked up for each candidate: built once a text. */
export interface Context {
  readonly reading: Reading;
  /** One a quotation, in order. */
  readonly surroundings: readonly Surroundings[];
  /** Cues by the index of their subject's mention. */
  readonly cuesOf: ReadonlyMap<number, readonly Cue[]>;
  /** Index of the first word of each sentence. */
  readonly sentenceStarts: readonly number[];
  readonly cues: Tally;
  /** Cues that report speech. */
  readonly reports: Tally;
  readonly quotations: Tally;
  readonly mentions: Tally;
}

/** Running counts over the words of a text, so that what stands between two words is counted at once. */
export interface Tally {
  /** How many stand behind the word `from` and before the word `to`. */
  between(from: number, to: number): number;
}

/** Prepares the look-ups for a reading. */
export function buildContext(reading: Reading): Context {
  const cuesOf = new Map<number, Cue[]>();
  for (const cue of reading.cues) {
    const known = cuesOf.get(cue.subject.index);
    if (known) known.push(cue);
    else cuesOf.set(cue.subject.index, [cue]);
  }
  const tally = (places: Iterable<number>) => buildTally(reading.words.length, places);
  const reports = reading.cues.filter((cue) => cue.strength === 'plain' || cue.strength === 'partial');
  const mentions = reading.mentions.filter((mention) => mention.form !== 'possessor');
  const sentenceStarts: number[] = [];
  for (const [index, { sentence, startsSentence }] of reading.words.entries())
    if (startsSentence) sentenceStarts[sentence] = index;
  return {
    reading,
    sentenceStarts,
    surroundings: readSurroundings(reading),
    cuesOf,
    cues: tally(reading.cues.map((cue) => cue.at)),
    reports: tally(reports.map((cue) => cue.at)),
    quotations: tally(reading.quotations.map((quotation) => quotation.at)),
    mentions: tally(mentions.map((mention) => mention.first)),
  };
}

/** Counts each place once, however often it comes. */
function buildTally(size: number, places: Iterable<number>): Tally {
  const before = new Int32Array(size + 1);
  for (const place of places) before[place + 1] = 1;
  for (let index = 1; index <= size; index += 1)
    before[index] = (before[index] ?? 0) + (before[index - 1] ?? 0);
  return { between: (from, to) => (before[to] ?? 0) - (before[Math.min(to, from + 1)] ?? 0) };
}
