import { type BlockQuotation, readBlockQuotations } from './blocks';
import { buildContext, type Context } from './context';
import { type Identities, identifyMentions } from './identity';
import type { QuotationInText } from './reading';
import { readText } from './reading';
import { type Guess, guessSpeakers } from './speakers';
import { speechLikelihood } from './speech';
import type { FoundQuotation, FoundSpeaker } from './types';
import { readUnmarkedSpeech, type UnmarkedSpeech } from './unmarked';

export type { FoundQuotation } from './types';

/** Below this likelihood quoted words are scare quotes or the title of a work. */
const LEAST_SPEECH = 0.5;
/** Below this probability no speaker is named: the answer would be wrong as often as right. */
const LEAST_SPEAKER = 0.5;
const UNMARKED_CONFIDENCE = 0.8;
const BLOCK_CONFIDENCE = 0.5;

/**
 * Finds the direct quotations of a news text and who says them.
 *
 * @param text paragraphs separated by line breaks; any string is accepted
 * @returns quotations in order of the text, not overlapping; each paragraph of a longer quotation is one. Offsets are UTF-16
 * code units, the span includes the marks. Cost is linear in the length of the text.
 */
export function findQuotations(text: string): FoundQuotation[] {
  const reading = readText(text);
  const context = buildContext(reading);
  const guesses = guessSpeakers(context);
  const identities = identifyMentions(context);
  const marked = reading.quotations.flatMap(
    (quotation) => describeMarked(context, quotation, guesses[quotation.index] ?? null, identities) ?? [],
  );
  const unmarked = readUnmarkedSpeech(text, reading.paragraphs).map((speech) =>
    describeUnmarked(text, speech, identities),
  );
  const blocks = readBlockQuotations(context).map((block) => describeBlock(text, block, identities));
  return mergeInOrder(mergeInOrder(marked, unmarked), blocks);
}

/** The answer of the command line for one text (design, section 8): quotations with their speakers, without confidence. */
export function quotesAnswer(text: string): QuotesAnswer {
  return {
    quotes: findQuotations(text).map(({ start, end, text: words, speaker }) => ({
      start,
      end,
      text: words,
      speaker,
    })),
  };
}

/** What `standfirst quotes` prints as JSON. */
export interface QuotesAnswer {
  readonly quotes: readonly Pick<FoundQuotation, 'start' | 'end' | 'text' | 'speaker'>[];
}

function describeMarked(
  context: Context,
  quotation: QuotationInText,
  guess: Guess | null,
  identities: Identities,
): FoundQuotation | null {
  const speech = speechLikelihood(context, quotation, guess);
  if (speech < LEAST_SPEECH) return null;
  const { text } = context.reading;
  const mention = guess && guess.probability >= LEAST_SPEAKER ? guess.mention : null;
  return {
    start: quotation.start,
    end: quotation.end,
    text: text.slice(quotation.start, quotation.end),
    kind: context.surroundings[quotation.index]?.setting === 'partial' ? 'partial' : 'direct',
    confidence: mention && guess ? Math.min(guess.probability, speech) : speech / 2,
    speaker: mention && speakerAt(text, mention.start, mention.end, identities.of(mention)),
  };
}

function describeUnmarked(text: string, speech: UnmarkedSpeech, identities: Identities): FoundQuotation {
  const { start, end, label } = speech;
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: 'direct',
    confidence: UNMARKED_CONFIDENCE,
    speaker: speakerAt(text, label.start, label.end, identities.labelled(text.slice(label.start, label.end))),
  };
}

function describeBlock(
  text: string,
  { start, end, mention }: BlockQuotation,
  identities: Identities,
): FoundQuotation {
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: 'direct',
    confidence: BLOCK_CONFIDENCE,
    speaker: speakerAt(text, mention.start, mention.end, identities.of(mention)),
  };
}

function speakerAt(
  text: string,
  start: number,
  end: number,
  identity: { name: string; role: string },
): FoundSpeaker {
  return { start, end, text: text.slice(start, end), name: identity.name, role: identity.role };
}

/** Both lists in one order; what is less sure gives way where it overlaps. */
function mergeInOrder(sure: readonly FoundQuotation[], unsure: readonly FoundQuotation[]): FoundQuotation[] {
  const merged: FoundQuotation[] = [];
  let next = 0;
  for (const speech of unsure) {
    while (next < sure.length && (sure[next] as FoundQuotation).end <= speech.start)
      merged.push(sure[next++] as FoundQuotation);
    const overlapping = sure[next];
    if (!overlapping || overlapping.start >= speech.end) merged.push(speech);
  }
  return [...merged, ...sure.slice(next)];
}
