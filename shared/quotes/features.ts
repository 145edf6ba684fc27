import type { Context } from './context';
import { sentenceFeatures } from './features-in-sentence';
import type { Mention } from './mentions';
import type { QuotationInText, Reading } from './reading';
import { few, type Relation, relate } from './relation';

/**
 * Names the features of a candidate speaker of a quotation. Each is a text that the table of weights knows; one that it does
 * not know weighs nothing.
 */
export function featuresOf(context: Context, quotation: QuotationInText, mention: Mention): string[] {
  const relation = relate(context, quotation, mention);
  return [
    `form ${mention.form}`,
    `sense ${mention.sense}`,
    ...(mention.paragraph !== quotation.paragraph
      ? otherParagraphFeatures(relation)
      : mention.sentence !== quotation.sentence
        ? otherSentenceFeatures(relation)
        : sentenceFeatures(relation)),
    ...neighbourFeatures(relation),
  ];
}

function otherParagraphFeatures({
  context,
  quotation,
  surroundings,
  mention,
  low,
  high,
}: Relation): string[] {
  const introduces = quotation.introducedBy === mention.paragraph;
  const steps = mention.paragraph - quotation.paragraph;
  const place = `paragraph ${introduces && steps < -1 ? 'introduction' : steps}`;
  const cue = cueKind(context, mention);
  const features = [
    place,
    `${place} ${surroundings.setting} ${surroundings.startsParagraph ? 'start' : 'inside'}`,
    `${place} ${cue}`,
    `${place} mentions ${few(context.mentions.between(low, high))}`,
    `${place} quotations ${few(context.quotations.between(low, high))}`,
    `${place} sentences ${few(Math.abs(quotation.sentence - mention.sentence) - 1)}`,
  ];
  if (introduces) features.push('introduces the paragraph');
  if (introduces && endsWithColon(context.reading, mention.paragraph))
    features.push(`${place} colon ${cue === 'plain cue' ? 'plain' : 'other'}`);
  return features;
}

function otherSentenceFeatures({
  context,
  quotation,
  surroundings,
  mention,
  side,
  low,
  high,
}: Relation): string[] {
  const { setting, ending, direct } = surroundings;
  const sentences = Math.abs(mention.sentence - quotation.sentence);
  const place = `${setting} sentence ${side} ${sentences > 2 ? 'far' : sentences}`;
  const features = [
    place,
    `${place} ${cueKind(context, mention)}`,
    `${setting} sentence ${side} quotations ${few(context.quotations.between(low, high))}`,
    `sentence ${side} mentions ${few(context.mentions.between(low, high))}`,
    `sentence ${side} ending ${ending}`,
  ];
  if (direct) features.push(`sentence ${side} although direct`);
  return features;
}

/** A mention that stands directly at the quotation before or behind speaks this one too, more often than not. */
function neighbourFeatures({ context, quotation, surroundings, mention }: Relation): string[] {
  const features: string[] = [];
  for (const step of [-1, 1] as const) {
    const neighbour = context.reading.quotations[quotation.index + step];
    const direct = context.surroundings[quotation.index + step]?.direct;
    if (!neighbour || direct?.subject.index !== mention.index) continue;
    const place =
      neighbour.paragraph === quotation.paragraph
        ? `here ${few(Math.abs(neighbour.sentence - quotation.sentence))}`
        : 'other paragraph';
    features.push(`${surroundings.setting} neighbour ${step} ${place}`);
    if (quotation.continues && step === -1) features.push('continues the neighbour');
  }
  return features;
}

function cueKind(context: Context, mention: Mention): string {
  const cues = context.cuesOf.get(mention.index);
  if (!cues) return 'no cue';
  return cues.some((cue) => cue.strength === 'plain') ? 'plain cue' : 'cue';
}

function endsWithColon(reading: Reading, paragraph: number): boolean {
  const span = reading.paragraphs[paragraph];
  return span !== undefined && /:\s*$/.test(reading.text.slice(Math.max(span.start, span.end - 8), span.end));
}
