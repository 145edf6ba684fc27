import { buildContext } from './features';
import { readText } from './reading';
import { guessSpeakers } from './speakers';
import { speechLikelihood } from './speech';
import type { FoundQuotation } from './types';

export type { FoundQuotation, FoundSpeaker, Span } from './types';

const LEAST_SPEECH = 0.5;
const LEAST_SPEAKER = 0.35;

export function findQuotations(text: string): FoundQuotation[] {
  const reading = readText(text);
  const context = buildContext(reading);
  const guesses = guessSpeakers(context);
  const found: FoundQuotation[] = [];
  for (const quotation of reading.quotations) {
    const guess = guesses[quotation.index] ?? null;
    const speech = speechLikelihood(context, quotation, guess);
    if (speech < LEAST_SPEECH) continue;
    const mention = guess && guess.probability >= LEAST_SPEAKER ? guess.mention : null;
    found.push({
      start: quotation.start,
      end: quotation.end,
      text: text.slice(quotation.start, quotation.end),
      kind: context.surroundings[quotation.index]?.setting === 'partial' ? 'partial' : 'direct',
      confidence: mention && guess ? guess.probability : speech / 2,
      speaker: mention && {
        start: mention.start,
        end: mention.end,
        text: text.slice(mention.start, mention.end),
        name: '',
        role: '',
      },
    });
  }
  return found;
}
