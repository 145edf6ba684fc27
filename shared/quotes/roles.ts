import { NOT_AGENTS, OFFICES, ORGANISATION_NOUNS, PERSON_NOUNS, RANKS } from './lexicon/nouns';
import type { Mention } from './mentions';
import type { Reading } from './reading';
import type { TaggedWord } from './tagging';

const COURTESY = /^(?:mr|mrs|ms|miss|sir|madam)\.?$/;
const LONGEST_ROLE = 24;

/** What the text around one mention tells of the role of who is named. */
export interface RoleReading {
  /** From behind the name: "a lobbyist and a former congressman". */
  readonly apposition: string;
  /** From before the name: "Republican strategist", "Sen." */
  readonly title: string;
}

/** Reads the role beside a named mention; empty texts where there is none. */
export function readRole(reading: Reading, mention: Mention): RoleReading {
  return { apposition: roleBehind(reading, mention.last), title: roleBefore(reading, mention) };
}

function roleBefore({ words, text }: Reading, mention: Mention): string {
  if (mention.nameFirst <= mention.first) return '';
  let first = mention.first;
  let last = mention.nameFirst - 1;
  // "Secretary of State Ana Poe": the office begins before the phrase that holds the name.
  if (words[first - 1]?.word.lower === 'of' && OFFICES.has(words[first - 2]?.word.lower ?? '')) {
    first -= 2;
    while (words[first - 1]?.tag === 'name' || words[first - 1]?.tag === 'noun') first -= 1;
    return text.slice((words[first] as TaggedWord).word.start, (words[last] as TaggedWord).word.end);
  }
  while (first <= last && /^(?:determiner|possessive|adverb)$/.test((words[first] as TaggedWord).tag))
    first += 1;
  while (first <= last && COURTESY.test((words[last] as TaggedWord).word.lower)) last -= 1;
  if (last < first || !leadsRole((words[last] as TaggedWord).word.lower)) return '';
  // "Democratic candidate Sen.": the short title goes where a longer one stands.
  while (
    last > first &&
    /\.$/.test((words[last] as TaggedWord).word.lower) &&
    leadsRole((words[last - 1] as TaggedWord).word.lower)
  )
    last -= 1;
  return text.slice((words[first] as TaggedWord).word.start, (words[last] as TaggedWord).word.end);
}

function roleBehind({ words, text }: Reading, nameLast: number): string {
  const { sentence } = words[nameLast] as TaggedWord;
  const inside = (index: number) => words[index]?.sentence === sentence;
  let index = nameLast + 1;
  if (inside(index) && words[index]?.word.text === '(') {
    while (inside(index) && index - nameLast < 12 && words[index]?.word.text !== ')') index += 1;
    index += 1;
  }
  if (!inside(index) || !/^[,—–-]$/.test(words[index]?.word.text ?? '')) return '';
  index += 1;
  if (words[index]?.tag === 'number' && words[index + 1]?.word.text === ',') index += 2;
  if (/^(?:jr|sr|ii|iii|iv)\.?$/.test(words[index]?.word.lower ?? '') && words[index + 1]?.word.text === ',')
    index += 2;
  if (words[index]?.tag === 'relative' && /^(?:is|was)$/.test(words[index + 1]?.word.lower ?? '')) index += 2;
  const first = index;
  while (inside(index) && index - first < LONGEST_ROLE && !endsRole(words, index)) index += 1;
  let last = index - 1;
  while (
    last >= first &&
    /^(?:conjunction|preposition|adverb|determiner|auxiliary)$/.test((words[last] as TaggedWord).tag)
  )
    last -= 1;
  if (last < first || !startsRole(words[first]) || !headIsRole(words, first, last)) return '';
  if (!isAside(words[index])) return '';
  return text.slice((words[first] as TaggedWord).word.start, (words[last] as TaggedWord).word.end);
}

/** An apposition ends in a mark, in a clause about it, or with the sentence; else the words belong to the next clause. */
function isAside(next: TaggedWord | undefined): boolean {
  return (
    !next ||
    next.startsSentence ||
    next.tag === 'mark' ||
    next.tag === 'relative' ||
    next.tag === 'quotation' ||
    /ing$|ed$/.test(next.word.lower)
  );
}

/** Endings of nouns for people by what they do: baker, editor, pianist, librarian. */
const AGENT = /.{2}(?:er|or|ist|ian|man|woman)$/;
const isPlural = (lower: string): boolean => /[^s]s$/.test(lower) || /(?:spokes)?people$|men$/.test(lower);

/** Whether one person can be this: "strategist", "Sen.", but not "members" or "former". */
export function leadsRole(lower: string): boolean {
  const plain = lower.replace(/\.$/, '');
  return (
    !isPlural(plain) &&
    (PERSON_NOUNS.has(plain) ||
      RANKS.has(plain) ||
      (AGENT.test(plain) && !NOT_AGENTS.has(plain)) ||
      /^(?:col|gen|lt|capt|sgt|maj|adm|hon|prof|rev)$/.test(plain))
  );
}

/** Whether the noun that leads the phrase is a role: in "an unusual pattern in a Democratic primary" it is not. */
function headIsRole(words: readonly TaggedWord[], first: number, last: number): boolean {
  let head = first;
  while (head < last && !/^(?:preposition|conjunction|relative)$/.test((words[head + 1] as TaggedWord).tag))
    head += 1;
  const lower = (words[head] as TaggedWord).word.lower;
  return leadsRole(lower);
}

function startsRole(word: TaggedWord | undefined): boolean {
  return word !== undefined && /^(?:determiner|possessive|noun|name|adverb|number)$/.test(word.tag);
}

function endsRole(words: readonly TaggedWord[], index: number): boolean {
  const { tag, word, startsSentence } = words[index] as TaggedWord;
  if (startsSentence || tag === 'relative' || tag === 'quotation' || tag === 'pronoun' || tag === 'auxiliary')
    return true;
  if (tag === 'verb')
    return (
      words[index + 1]?.tag !== 'noun' || words[index - 1]?.tag === 'noun' || words[index - 1]?.tag === 'name'
    );
  if (tag === 'mark') return !/^[&/'’.-]$/.test(word.text) || word.text === '.';
  return /^(?:because|while|although|though|if|when|where|after|before|since|until)$/.test(word.lower);
}

/** Whether a name belongs to a body rather than a person: "Heritage Foundation", "DNC". */
export function namesBody(words: readonly TaggedWord[], first: number, last: number): boolean {
  for (let index = first; index <= last; index += 1) {
    if (ORGANISATION_NOUNS.has((words[index] as TaggedWord).word.lower)) return true;
  }
  return first === last && /^\p{Lu}{2,}$/u.test((words[first] as TaggedWord).word.text.replace(/['’]s$/, ''));
}
