import type { Context } from './context';
import { FEMININE_NOUNS, MASCULINE_NOUNS } from './lexicon/nouns';
import type { Mention } from './mentions';
import { Parties, type Party, tidy } from './people';
import { leadsRole } from './roles';
import type { TaggedWord } from './tagging';

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

interface Recent {
  party: Party;
  sentence: number;
  weight: number;
}

const MOST_RECENT = 16;
const FADING = 0.6;
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  senator: ['sen'],
  congressman: ['rep', 'representative'],
  congresswoman: ['rep', 'representative'],
  representative: ['rep'],
  lawmaker: ['sen', 'rep', 'senator', 'congressman', 'congresswoman', 'representative'],
  governor: ['gov'],
  professor: ['prof'],
  doctor: ['dr', 'physician'],
  general: ['gen'],
  lawyer: ['attorney'],
  attorney: ['lawyer'],
  spokesperson: ['spokesman', 'spokeswoman'],
  businessman: ['developer', 'tycoon', 'mogul', 'executive'],
  judge: ['justice'],
  minister: ['premier'],
};

/**
 * Resolves every mention of a text, from its start to its end: names to the fullest name, pronouns and phrases ("the senator")
 * to who was last in view and fits.
 */
export function identifyMentions(context: Context): Identities {
  const { reading } = context;
  const parties = new Parties(reading, speaks);
  const resolved = new Map<number, Party>();
  const recent: Recent[] = [];
  for (const mention of reading.mentions) {
    const party = resolve(mention);
    if (!party) continue;
    resolved.set(mention.index, party);
    see(party, mention);
  }
  const identity = (party: Party | undefined, fallback: string): Identity =>
    party ? { name: party.name, role: party.role } : { name: fallback, role: '' };
  return {
    of: (mention) => identity(resolved.get(mention.index), phrase(mention)),
    labelled: (label) => identity(parties.labelled(label), tidy(label)),
  };

  function resolve(mention: Mention): Party | undefined {
    const named = parties.of(mention);
    if (named) return named;
    const head = (reading.words[mention.last] as TaggedWord).word.lower;
    switch (mention.form) {
      case 'subjectPronoun':
      case 'objectPronoun':
        return byPronoun(head, mention);
      case 'possessor':
        return byPronoun(head, mention);
      case 'relative':
        return antecedent(mention);
      case 'definite':
      case 'possessed':
      case 'indefinite':
      case 'bare':
        return namedBehind(mention) ?? (mention.form === 'definite' ? byRole(head, mention) : undefined);
      default:
        return undefined;
    }
  }

  function byPronoun(pronoun: string, mention: Mention): Party | undefined {
    const gender = /^(?:he|him|his|himself)$/.test(pronoun)
      ? 'he'
      : /^(?:she|her|herself)$/.test(pronoun)
        ? 'she'
        : null;
    if (gender) {
      const party = strongest(
        mention,
        (candidate) =>
          candidate.kind === 'person' && (candidate.gender === null || candidate.gender === gender),
        gender,
      );
      // Whom "he" has stood for is not "she" in the next sentence.
      if (party) party.gender ??= gender;
      return party;
    }
    return /^(?:it|its)$/.test(pronoun)
      ? strongest(mention, (candidate) => candidate.kind !== 'person', null)
      : undefined;
  }

  function strongest(
    mention: Mention,
    fits: (party: Party) => boolean,
    gender: Party['gender'],
  ): Party | undefined {
    let best: Party | undefined;
    let highest = 0;
    for (const { party, sentence, weight } of recent) {
      if (!fits(party)) continue;
      const known = gender !== null && party.gender === gender ? 1.5 : 1;
      const score = weight * known * FADING ** (mention.sentence - sentence);
      if (score > highest) {
        highest = score;
        best = party;
      }
    }
    return best;
  }

  function byRole(head: string, mention: Mention): Party | undefined {
    const wanted = [head, ...(SYNONYMS[head] ?? [])];
    const gender = MASCULINE_NOUNS.has(head) ? 'he' : FEMININE_NOUNS.has(head) ? 'she' : null;
    return strongest(
      mention,
      (party) =>
        wanted.some(
          (word) => party.roleWords.has(word) || (party.kind === 'body' && party.words.includes(word)),
        ) &&
        (!gender || !party.gender || party.gender === gender),
      gender,
    );
  }

  /** "who" and "which" stand for the phrase before them. */
  function antecedent(mention: Mention): Party | undefined {
    let index = mention.first - 1;
    while (index >= 0 && mention.first - index < 8 && reading.words[index]?.tag === 'mark') index -= 1;
    for (let at = mention.index - 1; at >= 0 && at > mention.index - 6; at -= 1) {
      const candidate = reading.mentions[at] as Mention;
      if (candidate.sentence !== mention.sentence) return undefined;
      if (candidate.last <= index && resolved.has(candidate.index) && candidate.form !== 'possessor')
        return resolved.get(candidate.index);
    }
    return undefined;
  }

  /** "his campaign manager, Ana Poe," is Ana Poe. */
  function namedBehind(mention: Mention): Party | undefined {
    const { words, mentions } = reading;
    if (words[mention.last + 1]?.word.text !== ',') return undefined;
    for (let at = mention.index + 1; at < mentions.length && at < mention.index + 4; at += 1) {
      const next = mentions[at] as Mention;
      if (next.first !== mention.last + 2 || next.nameFirst !== next.first || next.form === 'possessor')
        continue;
      const party = parties.of(next);
      const head = (words[mention.last] as TaggedWord).word.lower;
      if (!party || !leadsRole(head)) return undefined;
      parties.giveRole(party, mention.first, mention.last);
      return party;
    }
    return undefined;
  }

  function speaks(mention: Mention): boolean {
    return (context.cuesOf.get(mention.index) ?? []).some((cue) => cue.strength === 'plain' && !cue.passive);
  }

  function see(party: Party, mention: Mention): void {
    const acts = context.cuesOf.has(mention.index);
    const weight = speaks(mention) ? 3 : acts ? 2 : mention.form === 'possessor' ? 0.8 : 1;
    const at = recent.findIndex((entry) => entry.party === party);
    if (at >= 0) {
      const entry = recent[at] as Recent;
      const kept = entry.weight * FADING ** (mention.sentence - entry.sentence);
      recent.splice(at, 1);
      recent.push({ party, sentence: mention.sentence, weight: Math.max(weight, kept) });
    } else {
      recent.push({ party, sentence: mention.sentence, weight });
      if (recent.length > MOST_RECENT) recent.shift();
    }
  }

  /** What a mention is called that no name in the text fits; '' for a pronoun, which calls nobody by name. */
  function phrase(mention: Mention): string {
    if (/pronoun|person|relative/i.test(mention.form)) return '';
    const { words, text } = reading;
    const { tag, word: first } = words[mention.first] as TaggedWord;
    if (mention.form === 'possessor' && mention.first === mention.last && tag === 'possessive') return '';
    const end = (
      words[mention.form === 'possessor' ? mention.last : endWithComplements(mention)] as TaggedWord
    ).word;
    const name = tidy(text.slice(first.start, end.end - end.clitic.length));
    // "The statement" at the start of a sentence is still the statement.
    return tag === 'determiner' || tag === 'possessive' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  }

  /** "a spokesman for Platte River", "a note on the ministry's website": what hangs on the noun says who it is. */
  function endWithComplements(mention: Mention): number {
    const { words, mentions } = reading;
    let { last } = mention;
    for (let at = mention.index + 1; at < mentions.length && at < mention.index + 6; at += 1) {
      const next = mentions[at] as Mention;
      if (next.sentence !== mention.sentence || next.first > last + 2) break;
      const link = words[last + 1]?.word.lower ?? '';
      if (next.first === last + 2 && /^(?:for|of|with|at|from|in|on|by)$/.test(link)) last = next.last;
    }
    return last;
  }
}
