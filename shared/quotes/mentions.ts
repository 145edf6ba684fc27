import { ALONE_DETERMINERS, INDEFINITE_DETERMINERS, POSSESSIVES } from './lexicon/function-words';
import {
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  OFFICES,
  ORGANISATION_NOUNS,
  PERSON_NOUNS,
  RANKS,
  TITLES,
} from './lexicon/nouns';
import type { TaggedWord } from './tagging';
import type { Span } from './types';
import { isCapitalised, type Tag } from './word-classes';

/** How a mention refers: by pronoun, by name, by a noun phrase of some definiteness, or as the owner of a noun. */
export type MentionForm =
  | 'subjectPronoun'
  | 'firstPerson'
  | 'objectPronoun'
  | 'relative'
  | 'alone'
  | 'name'
  | 'definite'
  | 'indefinite'
  | 'possessed'
  | 'bare'
  | 'possessor';

/** What kind of thing the head of a mention stands for, by lexicon. */
export type MentionSense = 'person' | 'organisation' | 'document' | 'unknown';

/** Words that may stand for a speaker. `first` and `last` are indexes of words and hold the whole noun phrase. */
export interface Mention extends Span {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  /** Words of the name inside the phrase, without titles; -1 when there is none. */
  readonly nameFirst: number;
  readonly nameLast: number;
  readonly form: MentionForm;
  readonly sense: MentionSense;
  readonly sentence: number;
  readonly paragraph: number;
}

/** A longer run of capitals is a headline that lost its line break. */
const LONGEST_NAME = 6;
const FIRST_PERSON = new Set(['i', 'we', 'you', 'me', 'us']);
const OBJECT_PRONOUNS = new Set(['him', 'them', 'himself', 'herself', 'themselves', 'whom']);
const NAME_PARTICLES = new Set([
  'de',
  'da',
  'di',
  'du',
  'del',
  'della',
  'van',
  'der',
  'den',
  'von',
  'bin',
  'ibn',
  'al',
  'el',
  'la',
  'le',
  'y',
  'dos',
  'das',
]);

/** Finds every mention in the reporter's text, in order of `first`; owners ("Weber" in "Weber's aide") come after the phrase. */
export function readMentions(text: string, words: readonly TaggedWord[]): Mention[] {
  const mentions: Mention[] = [];
  const push = (first: number, last: number, form: MentionForm, span?: Span) => {
    mentions.push(buildMention(text, words, first, last, form, mentions.length, span));
  };
  let index = 0;
  while (index < words.length) {
    const { tag, word } = words[index] as TaggedWord;
    if (tag === 'pronoun') {
      const form = FIRST_PERSON.has(word.lower)
        ? 'firstPerson'
        : OBJECT_PRONOUNS.has(word.lower)
          ? 'objectPronoun'
          : 'subjectPronoun';
      push(index, index, form);
      index += 1;
    } else if (tag === 'relative') {
      push(index, index, 'relative');
      index += 1;
    } else if (startsPhrase(tag)) {
      const last = endOfPhrase(words, index);
      if (last < index) {
        if (ALONE_DETERMINERS.has(word.lower)) push(index, index, 'alone');
        index += 1;
        continue;
      }
      push(index, last, formOf(words, index, last));
      pushOwners(words, index, last, push);
      index = last + 1;
    } else index += 1;
  }
  return mentions;
}

type Push = (first: number, last: number, form: MentionForm, span?: Span) => void;

function pushOwners(words: readonly TaggedWord[], first: number, last: number, push: Push): void {
  if (POSSESSIVES.has(words[first]?.word.lower ?? '')) push(first, first, 'possessor');
  for (let owner = first; owner < last; owner += 1) {
    const { word } = words[owner] as TaggedWord;
    if (word.clitic !== "'s" && word.clitic !== "'") continue;
    push(first, owner, 'possessor');
  }
}

function startsPhrase(tag: Tag): boolean {
  return tag === 'determiner' || tag === 'possessive' || tag === 'name' || tag === 'noun' || tag === 'number';
}

/** Index of the last word of the noun phrase beginning at `first`; before `first` when no noun follows a determiner. */
function endOfPhrase(words: readonly TaggedWord[], first: number): number {
  let last = first - 1;
  let index = first;
  const sentence = words[first]?.sentence;
  while (words[index] && words[index]?.sentence === sentence) {
    const { tag, word } = words[index] as TaggedWord;
    if (tag === 'name' || tag === 'noun') last = index;
    else if (tag === 'number') {
      if (last >= first && words[index + 1]?.tag !== 'noun') break;
      if (last < first && index > first) last = index;
    } else if (tag === 'determiner' || tag === 'possessive') {
      if (last >= first) break;
    } else if (tag === 'adverb') {
      const next = words[index + 1]?.tag;
      if (index === first || last >= first || (next !== 'noun' && next !== 'adverb' && next !== 'name'))
        break;
    } else if (tag === 'preposition' && NAME_PARTICLES.has(word.lower)) {
      if (words[index - 1]?.tag !== 'name' || words[index + 1]?.tag !== 'name') break;
    } else if (tag === 'mark' && (word.text === '&' || word.text === '/')) {
      if (!startsPhrase(words[index + 1]?.tag ?? 'mark') || last < first) break;
    } else if (!(tag === 'verb' && index > first && last < first && words[index + 1]?.tag === 'noun')) break;
    index += 1;
  }
  if (last < first && words[first]?.tag === 'number') return first;
  return last;
}

function formOf(words: readonly TaggedWord[], first: number, last: number): MentionForm {
  if (words[last]?.tag === 'name')
    return words[first]?.tag === 'determiner' && !endsInPersonName(words, first, last) ? 'definite' : 'name';
  const { tag, word } = words[first] as TaggedWord;
  if (tag === 'possessive') return 'possessed';
  if (tag === 'determiner') return INDEFINITE_DETERMINERS.has(word.lower) ? 'indefinite' : 'definite';
  for (let index = first; index < last; index += 1)
    if ((words[index] as TaggedWord).word.clitic !== '') return 'possessed';
  return (words[last] as TaggedWord).tag === 'number' ? 'indefinite' : 'bare';
}

function endsInPersonName(words: readonly TaggedWord[], first: number, last: number): boolean {
  for (let index = first + 1; index < last; index += 1) {
    const word = words[index] as TaggedWord;
    if (word.tag === 'noun' && PERSON_NOUNS.has(word.word.lower)) return true;
  }
  return false;
}

function buildMention(
  text: string,
  words: readonly TaggedWord[],
  first: number,
  last: number,
  form: MentionForm,
  index: number,
  span: Span | undefined,
): Mention {
  const head = words[last] as TaggedWord;
  let nameFirst = -1;
  let nameLast = -1;
  let spanFirst = first;
  if (head.tag === 'name') {
    nameLast = last;
    nameFirst = last;
    while (nameFirst > first && joinsName(words, nameFirst - 1)) nameFirst -= 1;
    spanFirst = nameFirst;
    if (!ORGANISATION_NOUNS.has(head.word.lower)) nameFirst = afterTitles(words, nameFirst, nameLast);
    if (form === 'definite') spanFirst = first;
    const lastWord = head.word.lower.replace(/\.$/, '');
    if (
      nameLast - nameFirst >= LONGEST_NAME ||
      GROUP_NOUNS.has(lastWord) ||
      (nameFirst === nameLast && RANKS.has(lastWord)) ||
      (OFFICES.has(lastWord) && words[last + 1]?.word.lower === 'of')
    ) {
      nameFirst = -1;
      nameLast = -1;
      spanFirst = first;
    }
  }
  const start = (words[spanFirst] as TaggedWord).word.start;
  const end = head.word.end - head.word.clitic.length;
  return {
    index,
    first,
    last,
    nameFirst,
    nameLast,
    form,
    sense: senseOf(words, first, last),
    sentence: head.sentence,
    paragraph: head.word.paragraph,
    ...(span ?? { start, end: Math.max(start + 1, trimEnd(text, start, end)) }),
  };
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start + 1 && /['’]/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

function joinsName(words: readonly TaggedWord[], index: number): boolean {
  const { tag, word } = words[index] as TaggedWord;
  if (word.clitic !== '') return false;
  return (
    tag === 'name' ||
    (tag === 'preposition' && NAME_PARTICLES.has(word.lower)) ||
    (tag === 'mark' && word.text === '&')
  );
}

/** Steps over titles and what stands before them: to "Ruth Calder" in "Florida Sen. Ruth Calder". */
function afterTitles(words: readonly TaggedWord[], first: number, last: number): number {
  let name = first;
  for (let index = first; index < last; index += 1)
    if (RANKS.has((words[index] as TaggedWord).word.lower.replace(/\.$/, ''))) name = index + 1;
  while (name < last && isTitle((words[name] as TaggedWord).word.lower)) name += 1;
  // "Director of National Intelligence Ana Poe": behind an office the last two words are the name.
  const inOffice = words[first - 1]?.word.lower === 'of' && OFFICES.has(words[first - 2]?.word.lower ?? '');
  return inOffice && last - name > 1 ? last - 1 : name;
}

function isTitle(lower: string): boolean {
  return TITLES.has(lower.replace(/\.$/, ''));
}

function senseOf(words: readonly TaggedWord[], first: number, last: number): MentionSense {
  const head = words[last] as TaggedWord;
  const { lower } = head.word;
  if (head.tag === 'noun' || isCapitalised(head.word)) {
    if (PERSON_NOUNS.has(lower)) return 'person';
    if (DOCUMENT_NOUNS.has(lower)) return 'document';
    if (ORGANISATION_NOUNS.has(lower)) return 'organisation';
  }
  if (head.tag === 'pronoun' && lower !== 'it') return 'person';
  if (lower === 'who') return 'person';
  for (let index = first; index < last; index += 1) {
    const { word } = words[index] as TaggedWord;
    if (isTitle(word.lower) || PERSON_NOUNS.has(word.lower)) return 'person';
  }
  return 'unknown';
}
