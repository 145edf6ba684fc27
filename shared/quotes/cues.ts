import { SAYING_NOUNS } from './lexicon/saying-verbs';
import type { Mention } from './mentions';
import {
  type MentionsByPlace,
  type Subject,
  type SubjectPath,
  subjectAfter,
  subjectBefore,
} from './subjects';
import type { TaggedWord } from './tagging';

/** Words that can hand a quotation to a speaker: a verb, "according to", or a noun ("her claim that"). */
export interface Cue {
  /** Index of the word of the cue. */
  readonly at: number;
  readonly strength: 'plain' | 'partial' | 'other' | 'unknown';
  readonly gerund: boolean;
  readonly passive: boolean;
  readonly subject: Mention;
  readonly path: SubjectPath;
  readonly sentence: number;
}

/** Finds the cues of the whole text with their subjects, in order of `at`. */
export function readCues(words: readonly TaggedWord[], mentions: readonly Mention[]): Cue[] {
  const places = placeMentions(mentions);
  const cues = [...verbCues(words, places), ...mentions.flatMap((mention) => nominalCues(words, mention))];
  for (const [index, { word }] of words.entries()) {
    if (word.lower !== 'to' || words[index - 1]?.word.lower !== 'according') continue;
    const subject = places.startingAt.get(index + 1);
    if (subject) cues.push(verbless(index, subject, 'according'));
  }
  return cues.sort((a, b) => a.at - b.at);
}

function placeMentions(mentions: readonly Mention[]): MentionsByPlace {
  const startingAt = new Map<number, Mention>();
  const endingAt = new Map<number, Mention>();
  for (const mention of mentions) {
    if (mention.form === 'possessor') continue;
    startingAt.set(mention.first, mention);
    endingAt.set(mention.last, mention);
  }
  return { startingAt, endingAt };
}

function verbCues(words: readonly TaggedWord[], places: MentionsByPlace): Cue[] {
  const cues: Cue[] = [];
  const subjects = new Map<number, Subject | null>();
  for (const [at, { tag, verb, sentence, word }] of words.entries()) {
    if (tag !== 'verb') continue;
    const before = subjectBefore(words, at, places.endingAt, subjects);
    subjects.set(at, before);
    const strength: Cue['strength'] = verb?.reporting ?? 'unknown';
    const gerund = /ing$/.test(word.lower);
    const base = { at, strength, gerund, passive: !gerund && isPassive(words, at), sentence };
    const inverted = strength === 'plain' ? subjectAfter(words, at, places.startingAt, before) : null;
    if (inverted) cues.push({ ...base, subject: inverted, path: 'inverted' });
    if (before && before.mention !== inverted && !(inverted && closesClause(words[inverted.last + 1])))
      cues.push({ ...base, subject: before.mention, path: before.path });
  }
  return cues;
}

/** Cues without a verb: "Weber: “…”" and "Weber's claim that “…”". */
function nominalCues(words: readonly TaggedWord[], mention: Mention): Cue[] {
  const labels = words[mention.last + 1]?.word.text === ':' && words[mention.first]?.startsSentence;
  const owned = mention.form === 'possessor' ? ownedNoun(words, mention) : -1;
  return [
    ...(labels ? [verbless(mention.last + 1, mention, 'colon')] : []),
    ...(owned >= 0 ? [verbless(owned, mention, 'noun')] : []),
  ];
}

function verbless(at: number, subject: Mention, path: SubjectPath): Cue {
  return { at, strength: 'plain', gerund: false, passive: false, subject, path, sentence: subject.sentence };
}

/** After "…, explained Rosenberg," nothing to the left can be the subject. */
function closesClause(next: TaggedWord | undefined): boolean {
  return (
    !next || next.startsSentence || next.tag === 'mark' || next.tag === 'relative' || next.tag === 'quotation'
  );
}

function ownedNoun(words: readonly TaggedWord[], owner: Mention): number {
  for (let index = owner.last + 1; index < words.length && index <= owner.last + 4; index += 1) {
    const { tag, word, sentence } = words[index] as TaggedWord;
    if (sentence !== owner.sentence || !/^(?:noun|name|verb|adverb|number)$/.test(tag)) return -1;
    if (SAYING_NOUNS.has(word.lower)) return index;
  }
  return -1;
}

function isPassive(words: readonly TaggedWord[], index: number): boolean {
  let before = index - 1;
  while (words[before]?.tag === 'adverb') before -= 1;
  return /^(?:is|are|was|were|be|been|being)$/.test(words[before]?.word.lower ?? '');
}
