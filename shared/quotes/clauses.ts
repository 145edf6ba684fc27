import { SUBORDINATORS } from './lexicon/function-words';
import { SAYING_NOUNS } from './lexicon/saying-verbs';
import type { Mention } from './mentions';
import type { TaggedWord } from './tagging';

/** How the subject of a verb was reached. */
export type SubjectPath =
  | 'adjacent'
  | 'preposition'
  | 'apposition'
  | 'coordination'
  | 'chain'
  | 'relative'
  | 'inverted'
  | 'according'
  | 'noun'
  | 'colon';

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

interface Subject {
  readonly mention: Mention;
  readonly path: SubjectPath;
}

/** Finds the cues of the whole text with their subjects, in order of `at`. */
export function readCues(words: readonly TaggedWord[], mentions: readonly Mention[]): Cue[] {
  const endingAt = new Map<number, Mention>();
  const startingAt = new Map<number, Mention>();
  for (const mention of mentions) {
    if (mention.form === 'possessor') continue;
    endingAt.set(mention.last, mention);
    startingAt.set(mention.first, mention);
  }
  const cues: Cue[] = [];
  const subjects = new Map<number, Subject | null>();
  for (const [index, tagged] of words.entries()) {
    const { tag, verb, sentence, word } = tagged;
    if (tag === 'verb') {
      const strength: Cue['strength'] = verb?.reporting ?? 'unknown';
      const before = subjectBefore(words, index, endingAt, subjects);
      subjects.set(index, before);
      const base = {
        at: index,
        strength,
        gerund: /ing$/.test(word.lower),
        passive: !/ing$/.test(word.lower) && isPassive(words, index),
        sentence,
      };
      const inverted = strength === 'plain' ? subjectAfter(words, index, startingAt, before) : null;
      if (inverted) cues.push({ ...base, subject: inverted, path: 'inverted' });
      if (before && before.mention !== inverted && !(inverted && closesClause(words[inverted.last + 1])))
        cues.push({ ...base, subject: before.mention, path: before.path });
    } else if (word.lower === 'to' && words[index - 1]?.word.lower === 'according') {
      const subject = startingAt.get(index + 1);
      if (subject)
        cues.push({
          at: index,
          strength: 'plain',
          gerund: false,
          passive: false,
          subject,
          path: 'according',
          sentence,
        });
    }
  }
  for (const mention of mentions) {
    const next = words[mention.last + 1];
    if (next?.word.text === ':' && words[mention.first]?.startsSentence)
      cues.push({
        at: mention.last + 1,
        strength: 'plain',
        gerund: false,
        passive: false,
        subject: mention,
        path: 'colon',
        sentence: mention.sentence,
      });
    if (mention.form !== 'possessor') continue;
    const owned = ownedNoun(words, mention);
    if (owned >= 0)
      cues.push({
        at: owned,
        strength: 'plain',
        gerund: false,
        passive: false,
        subject: mention,
        path: 'noun',
        sentence: mention.sentence,
      });
  }
  return cues.sort((a, b) => a.at - b.at);
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

/** “…,” said Weber: the subject follows a verb that stands directly after a quotation, or opens the sentence. */
function subjectAfter(
  words: readonly TaggedWord[],
  index: number,
  startingAt: ReadonlyMap<number, Mention>,
  left: Subject | null,
): Mention | null {
  const verb = words[index];
  const next = startingAt.get(index + 1);
  if (!next || next.form === 'objectPronoun' || next.form === 'relative' || verb?.verb?.base === 'tell')
    return null;
  let before = index - 1;
  while (words[before]?.tag === 'adverb') before -= 1;
  const previous = words[before];
  if (!previous || previous.sentence !== verb?.sentence) return verb?.startsSentence ? next : null;
  if (previous.tag === 'quotation') return next;
  if (!/^[,—–-]$/.test(previous.word.text)) return null;
  if (words[before - 1]?.tag === 'quotation') return next;
  return left === null || left.path === 'coordination' || left.path === 'chain' ? next : null;
}

function subjectBefore(
  words: readonly TaggedWord[],
  verb: number,
  endingAt: ReadonlyMap<number, Mention>,
  subjects: ReadonlyMap<number, Subject | null>,
): Subject | null {
  const sentence = words[verb]?.sentence;
  const inside = (index: number) => index >= 0 && words[index]?.sentence === sentence;
  let index = verb - 1;
  const back = (from: number, path: SubjectPath): Subject | null => {
    for (let at = from; inside(at) && verb - at < 60; at -= 1) {
      const subject = subjects.get(at);
      if (subject) return { mention: subject.mention, path };
    }
    return null;
  };
  for (let steps = 0; inside(index) && steps < 40; steps += 1) {
    const { tag, word } = words[index] as TaggedWord;
    const mention = endingAt.get(index);
    if (mention) {
      if (mention.form === 'relative') return { mention, path: 'relative' };
      // "footage of Weber saying": a participle belongs to the nearest noun.
      if (index === verb - 1 && /ing$/.test(words[verb]?.word.lower ?? ''))
        return { mention, path: 'adjacent' };
      return headOf(words, mention, endingAt, inside, back);
    }
    if (tag === 'adverb' || tag === 'auxiliary') index -= 1;
    else if (tag === 'verb') return back(index, 'chain');
    else if (tag === 'conjunction') return back(index - 1, 'coordination');
    else if (tag === 'preposition') return word.lower === 'that' ? null : back(index - 1, 'chain');
    else if (word.text === ')') index = openingBracket(words, index, inside) - 1;
    else if (word.text === ',' || word.text === '—' || word.text === '–' || word.text === '-')
      return acrossComma(words, index, verb, endingAt, inside, back);
    else if (tag === 'quotation') return back(index - 1, 'coordination');
    else return null;
  }
  return null;
}

type Inside = (index: number) => boolean;
type Back = (from: number, path: SubjectPath) => Subject | null;

function openingBracket(words: readonly TaggedWord[], closing: number, inside: Inside): number {
  let index = closing - 1;
  while (inside(index) && closing - index < 30 && words[index]?.word.text !== '(') index -= 1;
  return index;
}

/** Steps from "Platte River" in "a spokesman for Platte River" to the spokesman. */
function headOf(
  words: readonly TaggedWord[],
  nearest: Mention,
  endingAt: ReadonlyMap<number, Mention>,
  inside: Inside,
  back: Back,
): Subject | null {
  let head = nearest;
  let path: SubjectPath = 'adjacent';
  for (let steps = 0; steps < 6; steps += 1) {
    const before = words[head.first - 1];
    if (!before || !inside(head.first - 1)) break;
    if (before.tag === 'verb' && path === 'preposition') return { mention: head, path };
    if (before.tag !== 'preposition' || SUBORDINATORS.has(before.word.lower)) break;
    let left = head.first - 2;
    if (words[left]?.word.text === ')') left = openingBracket(words, left, inside) - 1;
    const outer = inside(left) ? endingAt.get(left) : undefined;
    if (!outer) {
      const verbal = words[left];
      if (verbal?.tag === 'verb' && inside(left)) return back(left, 'chain') ?? { mention: nearest, path };
      break;
    }
    head = outer;
    path = 'preposition';
  }
  // "Packer, who is chairman of the group, said": the noun is said of who stands before "who".
  if (
    words[head.first - 1]?.tag === 'auxiliary' &&
    words[head.first - 2]?.tag === 'relative' &&
    inside(head.first - 2)
  ) {
    let left = head.first - 3;
    if (words[left]?.word.text === ',') left -= 1;
    const named = inside(left) ? endingAt.get(left) : undefined;
    if (named) return { mention: named, path: 'relative' };
  }
  return { mention: head, path };
}

/** "Weaver, the campaign's manager, said": over the words between commas to what stands before them. */
function acrossComma(
  words: readonly TaggedWord[],
  comma: number,
  verb: number,
  endingAt: ReadonlyMap<number, Mention>,
  inside: Inside,
  back: Back,
): Subject | null {
  let found: Mention | null = null;
  for (let index = comma - 1; inside(index) && verb - index < 60; index -= 1) {
    const { tag, word } = words[index] as TaggedWord;
    if (tag === 'quotation') break;
    if (word.text === ')') {
      index = openingBracket(words, index, inside);
      continue;
    }
    if (!/^[,—–-]$/.test(word.text)) continue;
    const mention = endingAt.get(
      word.text === ',' && words[index - 1]?.word.text === ')'
        ? openingBracket(words, index - 1, inside) - 1
        : index - 1,
    );
    if (!mention) continue;
    if (!opensAside(words[index + 1])) continue;
    found = mention;
    if (mention.form === 'name') break;
  }
  if (found) {
    const head = headOf(words, found, endingAt, inside, back);
    return head && { mention: head.mention, path: 'apposition' };
  }
  const before =
    words[comma - 1]?.word.text === ')' ? openingBracket(words, comma - 1, inside) - 1 : comma - 1;
  // A stray comma between subject and verb: "Gov. Grant (R-Ohio), said".
  const stray = words[comma - 1]?.word.text === ')' && inside(before) ? endingAt.get(before) : undefined;
  return stray ? { mention: stray, path: 'apposition' } : back(comma - 1, 'coordination');
}

function opensAside(word: TaggedWord | undefined): boolean {
  if (!word) return false;
  return (
    ['determiner', 'relative', 'noun', 'possessive', 'number', 'name', 'preposition', 'adverb'].includes(
      word.tag,
    ) ||
    /ing$/.test(word.word.lower) ||
    word.tag === 'verb'
  );
}
