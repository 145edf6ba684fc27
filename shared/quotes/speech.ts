import type { Context } from './context';
import { DISTANCING_WORDS, SMALL_TITLE_WORDS, WORK_NOUNS } from './lexicon/works';
import type { QuotationInText } from './reading';
import type { Guess } from './speakers';

/**
 * How surely the words between the marks are said by somebody, 0 to 1, as against scare quotes, titles of works and
 * nicknames. Below 0.5 they are none.
 */
export function speechLikelihood(context: Context, quotation: QuotationInText, guess: Guess | null): number {
  const { reading } = context;
  const surroundings = context.surroundings[quotation.index];
  const inner = reading.text.slice(quotation.start + 1, quotation.closed ? quotation.end - 1 : quotation.end);
  const words = inner.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length === 0) return 0;
  const previous = reading.words[quotation.at - 1];
  const sameSentence = previous?.sentence === quotation.sentence;
  const before = sameSentence ? previous.word.lower : '';
  const reports = reportedBy(context, quotation, guess);
  if (surroundings?.direct && words.length > 1 && !looksLikeTitle(words, inner)) return 1;
  if (sameSentence && DISTANCING_WORDS.has(before) && words.length <= 4) return 0.1;
  if (
    looksLikeTitle(words, inner) &&
    !/[.!?]["”’'»]?$/.test(inner) &&
    (!surroundings?.direct || !/,$/.test(inner.trim()))
  )
    return WORK_NOUNS.has(before) || reports === 'none' || words.length <= 3 ? 0.1 : 0.45;
  if (words.length >= 7) return 0.95;
  const whole = surroundings !== undefined && surroundings.setting !== 'partial';
  if (whole) return words.length > 2 || /[,.?!…]$/.test(inner.trim()) ? 0.8 : reports === 'none' ? 0.3 : 0.6;
  if (reports === 'direct') return 0.9;
  if (reports === 'near') return words.length > 1 ? 0.75 : 0.6;
  if (words.length >= 4) return 0.6;
  return quotation.marks === 'single' ? 0.1 : 0.3;
}

/** Whether a verb of saying leads to the quotation: directly, from within its sentence, or not at all. */
function reportedBy(
  context: Context,
  quotation: QuotationInText,
  guess: Guess | null,
): 'direct' | 'near' | 'none' {
  if (context.surroundings[quotation.index]?.direct) return 'direct';
  if (!guess || guess.probability < 0.3) return 'none';
  let nearest: 'direct' | 'near' | 'none' = 'none';
  for (const cue of context.cuesOf.get(guess.mention.index) ?? []) {
    if (cue.sentence !== quotation.sentence || (cue.strength !== 'plain' && cue.strength !== 'partial'))
      continue;
    const distance = Math.abs(quotation.at - cue.at);
    if (distance <= 4) return 'direct';
    if (distance <= 25) nearest = 'near';
  }
  return nearest;
}

/** “The Art of Patience”: every word but the small ones begins with a capital letter. */
function looksLikeTitle(words: readonly string[], inner: string): boolean {
  if (words.length < 2 || words.length > 9 || /[.?!;]\s/.test(inner)) return false;
  return words.every(
    (word, index) => /^[\p{Lu}\p{N}]/u.test(word) || (index > 0 && SMALL_TITLE_WORDS.has(word)),
  );
}
