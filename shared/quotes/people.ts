import { FEMININE_NAMES, MASCULINE_NAMES } from './lexicon/given-names';
import { FEMININE_NOUNS, MASCULINE_NOUNS, TITLES } from './lexicon/nouns';
import { PLACE_OPENINGS, PLACES } from './lexicon/places';
import type { Mention } from './mentions';
import type { Reading } from './reading';
import { leadsRole, namesBody, readRole } from './roles';
import type { TaggedWord } from './tagging';

/** A person or body of the text, under the fullest name the text gives. */
export interface Party {
  name: string;
  /** Lower-case words of the name, without titles and suffixes. */
  words: readonly string[];
  /** Unknown until the name speaks, has a title or a role: it may be a place. */
  kind: 'person' | 'body' | 'unknown';
  gender: 'he' | 'she' | null;
  role: string;
  roleFrom: 'apposition' | 'title' | 'none';
  /** Index of the last mention read so far; -1 while only a later part of the text names it. */
  lastSeen: number;
  /** Words of every role seen, for "the senator". */
  readonly roleWords: Set<string>;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/;
const MOST_NAMESAKES = 12;

/** The named parties of a text and who a named mention is. */
export class Parties {
  private readonly byMention = new Map<number, Party>();
  private readonly byLastWord = new Map<string, Party[]>();
  private readonly byOtherWord = new Map<string, Party[]>();
  private readonly byInitials = new Map<string, Party>();
  private readonly reading: Reading;
  private readonly speaks: (mention: Mention) => boolean;

  /** Reads every full name first, so that a surname in a headline finds the name that comes later. */
  constructor(reading: Reading, speaks: (mention: Mention) => boolean) {
    this.reading = reading;
    this.speaks = speaks;
    const named = reading.mentions.filter(
      (mention) => mention.nameFirst >= 0 && mention.nameLast >= mention.nameFirst,
    );
    for (const mention of named)
      if (this.wordsOf(mention).length > 1) this.learn(mention, this.wordsOf(mention));
    for (const mention of named)
      if (!this.byMention.has(mention.index)) this.learn(mention, this.wordsOf(mention));
  }

  /** The party a named mention stands for. */
  of(mention: Mention): Party | undefined {
    return this.byMention.get(mention.index);
  }

  /** The party a label stands for: "WALLACE", "SEN. SANDERS". */
  labelled(label: string): Party | undefined {
    const words = (label.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? []).filter(
      (word) => !TITLES.has(word),
    );
    return words.length > 0 ? (this.find(words, null) ?? this.find(words.slice(-1), null)) : undefined;
  }

  private wordsOf(mention: Mention): string[] {
    const words: string[] = [];
    for (let index = mention.nameFirst; index <= mention.nameLast; index += 1) {
      const { lower } = (this.reading.words[index] as TaggedWord).word;
      if (!SUFFIX.test(lower)) words.push(lower);
    }
    return words;
  }

  private learn(mention: Mention, words: readonly string[]): void {
    if (words.length === 0) return;
    const gender = this.genderOf(mention, words);
    const known = this.find(words, gender) ?? this.findInside(mention, words, gender);
    if (!known && this.reading.headlines[mention.paragraph]) return;
    const party = known ?? this.add(mention, words);
    this.byMention.set(mention.index, party);
    if (
      party.words.length > 1 &&
      words.length === party.words.length + 1 &&
      endsWith(words, party.words) &&
      !this.reading.headlines[mention.paragraph]
    ) {
      party.words = words;
      party.name = this.nameText(mention, party.kind === 'body');
    }
    party.gender ??= gender;
    const role = readRole(this.reading, mention);
    if (party.kind === 'body') return;
    if (role.apposition || role.title || party.gender || this.speaks(mention)) party.kind = 'person';
    for (const text of [role.apposition, role.title])
      for (const word of text.toLowerCase().match(/[\p{L}-]+/gu) ?? []) party.roleWords.add(word);
    if (role.apposition && party.roleFrom !== 'apposition') {
      party.role = role.apposition;
      party.roleFrom = 'apposition';
    } else if (
      role.title &&
      (party.roleFrom === 'none' ||
        (party.roleFrom === 'title' && /\.$/.test(party.role) && !/\.$/.test(role.title)))
    ) {
      party.role = role.title;
      party.roleFrom = 'title';
    }
  }

  /** In a headline a name stands among other capitals: its last words may be known. */
  private findInside(mention: Mention, words: readonly string[], gender: Party['gender']): Party | undefined {
    return this.reading.headlines[mention.paragraph] && words.length > 1
      ? this.find(words.slice(-1), gender)
      : undefined;
  }

  private find(words: readonly string[], gender: Party['gender']): Party | undefined {
    const last = words.at(-1) ?? '';
    const fits = (party: Party) => !gender || !party.gender || party.gender === gender;
    const namesakes = (this.byLastWord.get(last) ?? []).slice(-MOST_NAMESAKES).reverse();
    if (words.length === 1) {
      const latest = namesakes.find(
        (party) => fits(party) && (party.kind !== 'body' || party.words.length === 1),
      );
      if (latest) return latest;
      const others = this.byOtherWord.get(last) ?? [];
      return this.byInitials.get(last) ?? (others.length === 1 ? others[0] : undefined);
    }
    const first = words[0] ?? '';
    return namesakes.find((party) => {
      if (endsWith(party.words, words)) return true;
      if (party.words.length > 1 && endsWith(words, party.words)) return true;
      const known = party.words[0] ?? '';
      return (
        known === first ||
        (party.words.length > 1 && known.replace('.', '') === first[0]) ||
        first.replace('.', '') === known[0]
      );
    });
  }

  private add(mention: Mention, words: readonly string[]): Party {
    const { words: all } = this.reading;
    const before = all[mention.nameFirst - 1];
    const body =
      namesBody(all, mention.nameFirst, mention.nameLast) ||
      isPlace(words) ||
      (before?.tag === 'determiner' && mention.first === mention.nameFirst - 1);
    const party: Party = {
      name: this.nameText(mention, body),
      words,
      kind: body ? 'body' : 'unknown',
      gender: null,
      role: '',
      roleFrom: 'none',
      lastSeen: -1,
      roleWords: new Set(),
    };
    push(this.byLastWord, words.at(-1) ?? '', party);
    for (const word of words.slice(0, -1)) if (word.length > 2) push(this.byOtherWord, word, party);
    if (words.length > 1) this.byInitials.set(words.map((word) => word[0] ?? '').join(''), party);
    return party;
  }

  private nameText(mention: Mention, body: boolean): string {
    const { words, text } = this.reading;
    const first = words[mention.nameFirst] as TaggedWord;
    let last = mention.nameLast;
    // "University of Virginia", "Department for Transport"
    if (body && /^(?:of|for)$/.test(words[last + 1]?.word.lower ?? '') && words[last + 2]?.tag === 'name') {
      last += 2;
      while (words[last + 1]?.tag === 'name' && words[last]?.word.clitic === '') last += 1;
    }
    const end = words[last] as TaggedWord;
    return tidy(text.slice(first.word.start, end.word.end - end.word.clitic.length));
  }

  private genderOf(mention: Mention, words: readonly string[]): Party['gender'] {
    for (let index = mention.first; index <= mention.last; index += 1) {
      const lower = (this.reading.words[index] as TaggedWord).word.lower.replace(/\.$/, '');
      if (MASCULINE_NOUNS.has(lower)) return 'he';
      if (FEMININE_NOUNS.has(lower)) return 'she';
    }
    const given = words.length > 1 ? (words[0] ?? '') : '';
    return MASCULINE_NAMES.has(given) ? 'he' : FEMININE_NAMES.has(given) ? 'she' : null;
  }

  /** For "Weber's campaign manager, Ana Poe,": gives the party named behind a role the role. */
  giveRole(party: Party, first: number, last: number): void {
    if (party.roleFrom === 'apposition' || !leadsRole((this.reading.words[last] as TaggedWord).word.lower))
      return;
    const { words, text } = this.reading;
    party.role = tidy(
      text.slice((words[first] as TaggedWord).word.start, (words[last] as TaggedWord).word.end),
    );
    party.roleFrom = 'apposition';
    for (const word of party.role.toLowerCase().match(/[\p{L}-]+/gu) ?? []) party.roleWords.add(word);
  }
}

/** Whether the longer name ends in all words of the shorter one. */
function endsWith(longer: readonly string[], shorter: readonly string[]): boolean {
  return (
    longer.length > shorter.length &&
    shorter.every((word, index) => word === longer.at(index - shorter.length))
  );
}

function isPlace(words: readonly string[]): boolean {
  const [first = '', second] = words;
  return second === undefined ? PLACES.has(first) : words.length === 2 && PLACE_OPENINGS.has(first);
}

/** Text on one line without doubled spaces. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function push(table: Map<string, Party[]>, key: string, party: Party): void {
  const known = table.get(key);
  if (known) known.push(party);
  else table.set(key, [party]);
}
