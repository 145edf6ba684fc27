import { FEMININE_NAMES, MASCULINE_NAMES } from './lexicon/given-names';
import { FEMININE_NOUNS, MASCULINE_NOUNS, TITLES } from './lexicon/nouns';
import { PLACE_OPENINGS, PLACES } from './lexicon/places';
import type { Mention } from './mentions';
import { endsWith, Namesakes } from './namesakes';
import type { Party } from './party';
import type { Reading } from './reading';
import { leadsRole, namesBody, type RoleReading, readRole } from './roles';
import type { TaggedWord } from './tagging';

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/;

/** The named parties of a text and who a named mention is. */
export class Parties {
  private readonly byMention = new Map<number, Party>();
  private readonly namesakes = new Namesakes();
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
    for (const mention of named) {
      if (!this.byMention.has(mention.index)) this.learn(mention, this.wordsOf(mention));
      const party = this.byMention.get(mention.index);
      if (party) party.lastSeen = mention.index;
    }
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
    return words.length > 0
      ? (this.namesakes.find(words, null, []) ?? this.namesakes.find(words.slice(-1), null, []))
      : undefined;
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
    const role = readRole(this.reading, mention);
    const known =
      this.namesakes.find(words, gender, wordsOfRole(role.title)) ?? this.findInside(mention, words, gender);
    if (!known && this.reading.headlines[mention.paragraph]) return;
    const party = known ?? this.add(mention, words);
    this.byMention.set(mention.index, party);
    if (known) this.lengthen(known, mention, words);
    party.gender ??= gender;
    if (party.kind === 'body') return;
    if (role.apposition || role.title || party.gender || this.speaks(mention)) party.kind = 'person';
    takeRole(party, role);
  }

  /** "Clay Benn" becomes Marta Clay Benn when the text says so. */
  private lengthen(party: Party, mention: Mention, words: readonly string[]): void {
    const longer =
      party.words.length > 1 && words.length === party.words.length + 1 && endsWith(words, party.words);
    if (!longer || this.reading.headlines[mention.paragraph]) return;
    party.words = words;
    party.name = this.nameText(mention, party.kind === 'body');
  }

  /** In a headline a name stands among other capitals: its last words may be known. */
  private findInside(mention: Mention, words: readonly string[], gender: Party['gender']): Party | undefined {
    return this.reading.headlines[mention.paragraph] && words.length > 1
      ? this.namesakes.find(words.slice(-1), gender, [])
      : undefined;
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
    this.namesakes.add(party);
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
    for (const word of wordsOfRole(party.role)) party.roleWords.add(word);
  }
}

function isPlace(words: readonly string[]): boolean {
  const [first = '', second] = words;
  return second === undefined ? PLACES.has(first) : words.length === 2 && PLACE_OPENINGS.has(first);
}

/** Text on one line without doubled spaces. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What stands behind a name says more than a title before it, and a title in full more than a short one. */
function takeRole(party: Party, { apposition, title }: RoleReading): void {
  for (const word of [...wordsOfRole(apposition), ...wordsOfRole(title)]) party.roleWords.add(word);
  const abbreviated = /\.$/.test(party.role) && !/\.$/.test(title);
  if (apposition && party.roleFrom !== 'apposition') {
    party.role = apposition;
    party.roleFrom = 'apposition';
  } else if (title && (party.roleFrom === 'none' || (party.roleFrom === 'title' && abbreviated))) {
    party.role = title;
    party.roleFrom = 'title';
  }
}

function wordsOfRole(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
}
