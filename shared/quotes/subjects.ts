import { SUBORDINATORS } from './lexicon/function-words';
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

/** Who does what a verb says. */
export interface Subject {
  readonly mention: Mention;
  readonly path: SubjectPath;
}

/** Mentions by the word they begin or end with; owners ("Weber" in "Weber's aide") are not among them. */
export interface MentionsByPlace {
  readonly startingAt: ReadonlyMap<number, Mention>;
  readonly endingAt: ReadonlyMap<number, Mention>;
}

/** “…,” said Weber: the subject follows a verb that stands directly after a quotation, or opens the sentence. */
export function subjectAfter(
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

/** The subject to the left of a verb, within its sentence and at most sixty words away. */
export function subjectBefore(
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
