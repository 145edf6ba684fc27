import { candidatesFor, groupByParagraph } from './candidates';
import type { Context } from './context';
import { featuresOf } from './features';
import type { Mention } from './mentions';
import type { QuotationInText } from './reading';
import { WEIGHTS } from './weights';

/** The best candidate speaker of a quotation and how probable it is among all candidates, 0 to 1. */
export interface Guess {
  readonly mention: Mention;
  readonly probability: number;
}

/** Chooses a speaker for every quotation, in order; null where no mention is near. */
export function guessSpeakers(context: Context): (Guess | null)[] {
  const groups = groupByParagraph(context.reading);
  return context.reading.quotations.map((quotation) =>
    guessSpeaker(context, quotation, candidatesFor(quotation, groups)),
  );
}

function guessSpeaker(
  context: Context,
  quotation: QuotationInText,
  candidates: readonly Mention[],
): Guess | null {
  let best: Mention | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  const scores: number[] = [];
  for (const mention of candidates) {
    let score = 0;
    for (const feature of featuresOf(context, quotation, mention)) score += WEIGHTS[feature] ?? 0;
    scores.push(score);
    if (score > highest) {
      highest = score;
      best = mention;
    }
  }
  if (!best) return null;
  const sum = scores.reduce((total, score) => total + Math.exp(score - highest), 0);
  return { mention: best, probability: 1 / sum };
}
