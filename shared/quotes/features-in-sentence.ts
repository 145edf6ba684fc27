import type { Cue } from './cues';
import { SUBORDINATORS } from './lexicon/function-words';
import { few, gap, type Relation } from './relation';
import type { TaggedWord } from './tagging';

/** Features of a mention in the same sentence as the quotation: what it is the subject of, and what stands between. */
export function sentenceFeatures(relation: Relation): string[] {
  const { context, surroundings, mention, side, low, high } = relation;
  const { setting, ending, direct } = surroundings;
  const cue = nearestCue(relation);
  const previous = context.reading.words[mention.first - 1];
  const starts = previous?.sentence !== mention.sentence;
  return [
    `${setting} ${side}`,
    `${setting} ${side} mentions ${few(context.mentions.between(low, high))}`,
    `${setting} ${side} quotations ${few(context.quotations.between(low, high))}`,
    `${side} ending ${ending}`,
    `${cue && direct === cue ? 'direct ' : ''}${side} after ${previous && !starts ? wordKind(previous) : 'start'}`,
    ...(cue ? cueFeatures(relation, cue) : cuelessFeatures(relation)),
  ];
}

/** Of the cues the mention is the subject of, the one nearest the quotation on the mention's side. */
function nearestCue({ context, quotation, mention, side }: Relation): Cue | null {
  let nearest: Cue | null = null;
  for (const cue of context.cuesOf.get(mention.index) ?? []) {
    if (cue.sentence !== quotation.sentence) continue;
    if (side === 'before' ? cue.at < quotation.at : !nearest) nearest = cue;
  }
  return nearest;
}

function cueFeatures({ context, quotation, surroundings, mention, side }: Relation, cue: Cue): string[] {
  const { setting, direct } = surroundings;
  const before = side === 'before';
  const near = before
    ? Math.max(cue.at, cue.path === 'inverted' ? mention.last : 0)
    : Math.min(cue.at, mention.first);
  const distance = Math.abs(quotation.at - near) - 1;
  const [from, to] = before ? [cue.at, quotation.at] : [quotation.at, cue.at];
  const cues = few(context.cues.between(from, to));
  const kind = `${side} ${cue.strength}`;
  const main =
    context.cues.between((context.sentenceStarts[cue.sentence] ?? 0) - 1, cue.at) === 0 ? 'main' : 'inner';
  const features = [
    `${setting} ${kind}`,
    `${kind} gap ${gap(distance)}`,
    `${setting} ${side} cues ${cues}`,
    `${kind} cues ${cues}`,
    `${setting} ${kind} reports ${few(context.reports.between(from, to))}`,
    `${side} path ${cue.path}`,
    `${setting} ${kind} ${main}`,
  ];
  if (cue.gerund) features.push(`${side} gerund`);
  if (cue.passive) {
    features.push(`${side} passive`);
    // "Weber was asked, “…”": he is not who speaks.
    if (/^(?:ask|tell)$/.test(context.reading.words[cue.at]?.verb?.base ?? '')) features.push('is asked');
  }
  if (direct === cue) features.push(`direct ${side} ${cue.path}`, `direct ${setting}`);
  else if (direct) features.push('although direct');
  return features;
}

function cuelessFeatures({ context, quotation, surroundings, mention, side, low, high }: Relation): string[] {
  const { setting, direct } = surroundings;
  const distance = side === 'before' ? quotation.at - mention.last - 1 : mention.first - quotation.at - 1;
  const next = context.reading.words[mention.last + 1];
  const features = [
    `${setting} ${side} no cue`,
    `${side} no cue gap ${gap(distance)}`,
    `${setting} ${side} no cue reports ${few(context.reports.between(low, high))}`,
    `${side} no cue next ${next ? (next.tag === 'mark' ? next.word.text : next.tag) : 'end'}`,
  ];
  if (direct) features.push('no cue although direct');
  return features;
}

function wordKind({ tag, word, verb }: TaggedWord): string {
  if (tag === 'mark') return word.text;
  if (tag === 'verb') return `verb ${verb?.reporting ?? 'unknown'}`;
  if (tag !== 'preposition') return tag;
  if (/^(?:by|from|to|of|that|what|as)$/.test(word.lower)) return word.lower;
  return SUBORDINATORS.has(word.lower) ? 'subordinator' : 'preposition';
}
