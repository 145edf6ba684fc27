import type { Cue } from './clauses';
import { SUBORDINATORS } from './lexicon/function-words';
import type { Mention } from './mentions';
import type { QuotationInText, Reading } from './reading';
import { readSurroundings, type Surroundings } from './surroundings';

/** What features are read from: built once a text. */
export interface FeatureContext {
  readonly reading: Reading;
  readonly surroundings: readonly Surroundings[];
  /** Cues by the index of their subject's mention. */
  readonly cuesOf: ReadonlyMap<number, readonly Cue[]>;
  /** Number of cue words before each word, to count those between two places. */
  readonly cuesBefore: Int32Array;
  /** The same for cues that report speech. */
  readonly reportsBefore: Int32Array;
  readonly quotationsBefore: Int32Array;
  readonly mentionsBefore: Int32Array;
}

/** Prepares what `featuresOf` reads. */
export function buildContext(reading: Reading): FeatureContext {
  const cuesOf = new Map<number, Cue[]>();
  const size = reading.words.length + 1;
  const cuesBefore = new Int32Array(size);
  const reportsBefore = new Int32Array(size);
  const quotationsBefore = new Int32Array(size);
  const mentionsBefore = new Int32Array(size);
  let lastAt = -1;
  for (const cue of reading.cues) {
    const known = cuesOf.get(cue.subject.index);
    if (known) known.push(cue);
    else cuesOf.set(cue.subject.index, [cue]);
    if (cue.at !== lastAt) cuesBefore[cue.at + 1] = 1;
    if (cue.strength === 'plain' || cue.strength === 'partial') reportsBefore[cue.at + 1] = 1;
    lastAt = cue.at;
  }
  for (const mention of reading.mentions)
    if (mention.form !== 'possessor') mentionsBefore[mention.first + 1] = 1;
  for (const quotation of reading.quotations) quotationsBefore[quotation.at + 1] = 1;
  for (let index = 1; index < size; index += 1) {
    cuesBefore[index] = (cuesBefore[index] ?? 0) + (cuesBefore[index - 1] ?? 0);
    reportsBefore[index] = (reportsBefore[index] ?? 0) + (reportsBefore[index - 1] ?? 0);
    quotationsBefore[index] = (quotationsBefore[index] ?? 0) + (quotationsBefore[index - 1] ?? 0);
    mentionsBefore[index] = (mentionsBefore[index] ?? 0) + (mentionsBefore[index - 1] ?? 0);
  }
  return {
    reading,
    surroundings: readSurroundings(reading),
    cuesOf,
    cuesBefore,
    reportsBefore,
    quotationsBefore,
    mentionsBefore,
  };
}

const between = (counts: Int32Array, from: number, to: number): number =>
  (counts[to] ?? 0) - (counts[Math.min(to, from + 1)] ?? 0);

const few = (count: number): string => (count <= 0 ? '0' : count === 1 ? '1' : count <= 3 ? '2-3' : '4+');
const gap = (count: number): string =>
  count <= 0 ? '0' : count <= 2 ? '1-2' : count <= 6 ? '3-6' : count <= 14 ? '7-14' : '15+';

/**
 * Names the features of a candidate speaker for a quotation. Each is a string that the table of weights knows; those it
 * does not know weigh nothing.
 */
export function featuresOf(context: FeatureContext, quotation: QuotationInText, mention: Mention): string[] {
  const { reading } = context;
  const surroundings = context.surroundings[quotation.index] as Surroundings;
  const { setting, ending } = surroundings;
  const side = mention.first > quotation.at ? 'after' : 'before';
  const features: string[] = [`form ${mention.form}`, `sense ${mention.sense}`];
  const low = side === 'before' ? mention.last : quotation.at;
  const high = side === 'before' ? quotation.at : mention.first;
  const quotationsBetween = between(context.quotationsBefore, low, high);
  if (mention.paragraph !== quotation.paragraph) {
    const introduces = quotation.introducedBy === mention.paragraph;
    const distance =
      introduces && quotation.paragraph - mention.paragraph > 1
        ? 'introduction'
        : mention.paragraph - quotation.paragraph;
    const place = `paragraph ${distance}`;
    if (introduces) features.push('introduces the paragraph');
    const cues = context.cuesOf.get(mention.index) ?? [];
    const plain = cues.some((cue) => cue.strength === 'plain');
    features.push(place, `${place} ${setting} ${surroundings.startsParagraph ? 'start' : 'inside'}`);
    features.push(`${place} ${plain ? 'plain cue' : cues.length > 0 ? 'cue' : 'no cue'}`);
    features.push(`${place} mentions ${few(between(context.mentionsBefore, low, high))}`);
    features.push(`${place} quotations ${few(quotationsBetween)}`);
    const lastSentence = reading.words[quotation.at]?.sentence ?? 0;
    features.push(`${place} sentences ${few(Math.abs(lastSentence - mention.sentence) - 1)}`);
    if (introduces && endsWithColon(reading, mention.paragraph))
      features.push(`${place} colon ${plain ? 'plain' : 'other'}`);
  } else if (mention.sentence === quotation.sentence) {
    pushSentenceFeatures(context, quotation, mention, surroundings, side, low, high, features);
    features.push(`${setting} ${side} quotations ${few(quotationsBetween)}`);
  } else {
    const cues = context.cuesOf.get(mention.index) ?? [];
    const plain = cues.some((cue) => cue.strength === 'plain');
    const sentences = Math.abs(mention.sentence - quotation.sentence);
    const place = `${setting} sentence ${side} ${sentences > 2 ? 'far' : sentences}`;
    features.push(place, `${place} ${plain ? 'plain cue' : cues.length > 0 ? 'cue' : 'no cue'}`);
    features.push(`${setting} sentence ${side} quotations ${few(quotationsBetween)}`);
    features.push(`sentence ${side} mentions ${few(between(context.mentionsBefore, low, high))}`);
    features.push(`sentence ${side} ending ${ending}`);
    if (surroundings.direct) features.push(`sentence ${side} although direct`);
  }
  pushNeighbourFeatures(context, quotation, mention, setting, features);
  return features;
}

function pushSentenceFeatures(
  context: FeatureContext,
  quotation: QuotationInText,
  mention: Mention,
  surroundings: Surroundings,
  side: 'before' | 'after',
  low: number,
  high: number,
  features: string[],
): void {
  const { setting, ending } = surroundings;
  const { words } = context.reading;
  const cues = context.cuesOf.get(mention.index) ?? [];
  let best: Cue | null = null;
  for (const cue of cues) {
    if (cue.sentence !== quotation.sentence) continue;
    if (side === 'before' ? cue.at < quotation.at : !best) best = cue;
  }
  const mentions = few(
    side === 'before'
      ? between(context.mentionsBefore, mention.last, quotation.at)
      : between(context.mentionsBefore, quotation.at, mention.first),
  );
  features.push(`${setting} ${side}`, `${setting} ${side} mentions ${mentions}`, `${side} ending ${ending}`);
  if (best) {
    const place = `${setting} ${side} ${best.strength}`;
    const near =
      side === 'before'
        ? Math.max(best.at, best.path === 'inverted' ? mention.last : 0)
        : Math.min(best.at, mention.first);
    const words_ = side === 'before' ? quotation.at - near - 1 : near - quotation.at - 1;
    const cuesBetween =
      side === 'before'
        ? between(context.cuesBefore, best.at, quotation.at)
        : between(context.cuesBefore, quotation.at, best.at);
    features.push(
      place,
      `${side} ${best.strength} gap ${gap(words_)}`,
      `${setting} ${side} cues ${few(cuesBetween)}`,
    );
    features.push(`${side} ${best.strength} cues ${few(cuesBetween)}`);
    const reports =
      side === 'before'
        ? between(context.reportsBefore, best.at, quotation.at)
        : between(context.reportsBefore, quotation.at, best.at);
    features.push(`${setting} ${side} ${best.strength} reports ${few(reports)}`);
    features.push(`${side} path ${best.path}`);
    if (best.passive) features.push(`${side} passive`);
    if (best.gerund) features.push(`${side} gerund`);
    if (surroundings.direct === best) features.push(`direct ${side} ${best.path}`, `direct ${setting}`);
    else if (surroundings.direct) features.push('although direct');
  } else {
    const distance = side === 'before' ? quotation.at - mention.last - 1 : mention.first - quotation.at - 1;
    features.push(`${setting} ${side} no cue`, `${side} no cue gap ${gap(distance)}`);
    if (surroundings.direct) features.push('no cue although direct');
    features.push(`${setting} ${side} no cue reports ${few(between(context.reportsBefore, low, high))}`);
    const next = words[mention.last + 1];
    features.push(`${side} no cue next ${next ? (next.tag === 'mark' ? next.word.text : next.tag) : 'end'}`);
  }
  const previous = words[mention.first - 1];
  const sameSentence = previous?.sentence === mention.sentence;
  features.push(
    `${side} after ${!previous || !sameSentence ? 'start' : previous.tag === 'mark' ? previous.word.text : previous.tag === 'preposition' ? prepositionName(previous.word.lower) : previous.tag === 'verb' ? `verb ${previous.verb?.reporting ?? 'unknown'}` : previous.tag}`,
  );
}

function pushNeighbourFeatures(
  context: FeatureContext,
  quotation: QuotationInText,
  mention: Mention,
  setting: string,
  features: string[],
): void {
  for (const step of [-1, 1] as const) {
    const neighbour = context.reading.quotations[quotation.index + step];
    const direct = context.surroundings[quotation.index + step]?.direct;
    if (!neighbour || !direct || direct.subject.index !== mention.index) continue;
    const place = neighbour.paragraph === quotation.paragraph ? 'here' : 'other paragraph';
    const sentences = Math.abs(neighbour.sentence - quotation.sentence);
    features.push(`${setting} neighbour ${step} ${place} ${place === 'here' ? few(sentences) : ''}`.trim());
    if (quotation.continues && step === -1) features.push('continues the neighbour');
  }
}

function endsWithColon(reading: Reading, paragraph: number): boolean {
  const span = reading.paragraphs[paragraph];
  return span !== undefined && /:\s*$/.test(reading.text.slice(Math.max(span.start, span.end - 8), span.end));
}

function prepositionName(lower: string): string {
  if (['by', 'from', 'to', 'of', 'that', 'what', 'as'].includes(lower)) return lower;
  return SUBORDINATORS.has(lower) ? 'subordinator' : 'preposition';
}
