import type { Context } from './context';
import { FEMININE_NOUNS, MASCULINE_NOUNS, OFFICES } from './lexicon/nouns';
import { ROLE_SYNONYMS } from './lexicon/synonyms';
import type { Mention } from './mentions';
import type { Party } from './party';
import { Parties, tidy } from './people';
import { phraseOf } from './phrases';
import { Recency } from './recency';
import { leadsRole } from './roles';

/** Who a speaker's mention stands for. */
export interface Identity {
  readonly name: string;
  readonly role: string;
}

/** Answers who mentions and labels stand for. */
export interface Identities {
  of(mention: Mention): Identity;
  /** For labels such as "WALLACE" before a turn of speech. */
  labelled(label: string): Identity;
}

/**
 * Resolves every mention of a text, from its start to its end: names to the fullest name, pronouns and phrases ("the senator")
 * to who was last in view and fits.
 */
export function identifyMentions(context: Context): Identities {
  const { reading } = context;
  const resolver = new Resolver(context);
  for (const mention of reading.mentions) resolver.resolve(mention);
  const identity = (party: Party | undefined, fallback: string): Identity =>
    party ? { name: party.name, role: party.role } : { name: fallback, role: '' };
  return {
    of: (mention) => identity(resolver.resolved.get(mention.index), phraseOf(reading, mention)),
    labelled: (label) => identity(resolver.parties.labelled(label), tidy(label)),
  };
}

const HE = /^(?:he|him|his|himself)$/;
const SHE = /^(?:she|her|herself)$/;
const IT = /^(?:it|its)$/;

class Resolver {
  readonly resolved = new Map<number, Party>();
  readonly parties: Parties;
  private readonly recency = new Recency();
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
    this.parties = new Parties(context.reading, (mention) => this.speaks(mention));
  }

  /** To be called for each mention in order: what is in view depends on what came before. */
  resolve(mention: Mention): void {
    const party = this.parties.of(mention) ?? this.holderOf(mention) ?? this.byForm(mention);
    if (!party) return;
    this.resolved.set(mention.index, party);
    const acts = this.context.cuesOf.has(mention.index);
    const weight = this.speaks(mention) ? 3 : acts ? 2 : mention.form === 'possessor' ? 0.8 : 1;
    this.recency.see(party, mention.sentence, weight);
  }

  private byForm(mention: Mention): Party | undefined {
    switch (mention.form) {
      case 'subjectPronoun':
      case 'objectPronoun':
      case 'possessor':
        return this.byPronoun(mention);
      case 'relative':
        return this.antecedentOf(mention);
      case 'definite':
        return this.namedBehind(mention) ?? this.byRole(mention);
      case 'possessed':
      case 'indefinite':
      case 'bare':
        return this.namedBehind(mention);
      default:
        return undefined;
    }
  }

  private byPronoun(mention: Mention): Party | undefined {
    const pronoun = this.lastWordOf(mention);
    if (IT.test(pronoun))
      return this.recency.strongest(mention.sentence, null, ({ kind }) => kind !== 'person');
    const gender = HE.test(pronoun) ? 'he' : SHE.test(pronoun) ? 'she' : null;
    if (!gender) return undefined;
    const party = this.recency.strongest(mention.sentence, gender, ({ kind }) => kind === 'person');
    // Whom "he" has stood for is not "she" in the next sentence.
    if (party) party.gender ??= gender;
    return party;
  }

  private byRole(mention: Mention): Party | undefined {
    const head = this.lastWordOf(mention);
    const wanted = [head, ...(ROLE_SYNONYMS.get(head) ?? [])];
    const gender = MASCULINE_NOUNS.has(head) ? 'he' : FEMININE_NOUNS.has(head) ? 'she' : null;
    return this.recency.strongest(mention.sentence, gender, ({ roleWords, kind, words }) =>
      wanted.some((word) => roleWords.has(word) || (kind === 'body' && words.includes(word))),
    );
  }

  /** "who" and "which" stand for the phrase before them. */
  private antecedentOf(mention: Mention): Party | undefined {
    const { words, mentions } = this.context.reading;
    let before = mention.first - 1;
    while (mention.first - before < 8 && words[before]?.tag === 'mark') before -= 1;
    for (let at = mention.index - 1; at >= 0 && at > mention.index - 6; at -= 1) {
      const candidate = mentions[at] as Mention;
      if (candidate.sentence !== mention.sentence) return undefined;
      const party =
        candidate.last <= before && candidate.form !== 'possessor' && this.resolved.get(candidate.index);
      if (party) return party;
    }
    return undefined;
  }

  /** "Secretary" in "Secretary of State Ana Poe" is Ana Poe. */
  private holderOf(mention: Mention): Party | undefined {
    const { words, mentions } = this.context.reading;
    if (words[mention.last + 1]?.word.lower !== 'of' || !OFFICES.has(this.lastWordOf(mention)))
      return undefined;
    const next = mentions[mention.index + 1];
    return next?.first === mention.last + 2 && next.nameFirst > next.first
      ? this.parties.of(next)
      : undefined;
  }

  /** "his campaign manager, Ana Poe," is Ana Poe. */
  private namedBehind(mention: Mention): Party | undefined {
    const { words, mentions } = this.context.reading;
    if (words[mention.last + 1]?.word.text !== ',' || !leadsRole(this.lastWordOf(mention))) return undefined;
    for (let at = mention.index + 1; at < mentions.length && at < mention.index + 4; at += 1) {
      const next = mentions[at] as Mention;
      if (next.first !== mention.last + 2 || next.nameFirst !== next.first || next.form === 'possessor')
        continue;
      const party = this.parties.of(next);
      if (party) this.parties.giveRole(party, mention.first, mention.last);
      return party;
    }
    return undefined;
  }

  private speaks(mention: Mention): boolean {
    const cues = this.context.cuesOf.get(mention.index) ?? [];
    return cues.some((cue) => cue.strength === 'plain' && !cue.passive);
  }

  private lastWordOf(mention: Mention): string {
    return this.context.reading.words[mention.last]?.word.lower ?? '';
  }
}
