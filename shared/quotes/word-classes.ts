import {
  ADVERBS,
  CONJUNCTIONS,
  DETERMINERS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
} from './lexicon/function-words';
import { AUXILIARIES } from './lexicon/other-verbs';
import type { Word } from './words';

/** Coarse part of speech, as far as finding speakers needs it. */
export type Tag =
  | 'name'
  | 'noun'
  | 'pronoun'
  | 'relative'
  | 'determiner'
  | 'possessive'
  | 'preposition'
  | 'conjunction'
  | 'auxiliary'
  | 'verb'
  | 'adverb'
  | 'number'
  | 'mark'
  | 'quotation';

// Earlier lists win: "that" is a preposition here, "one" a determiner.
const FUNCTION_TAGS: ReadonlyMap<string, Tag> = new Map(
  [
    [['that'], 'preposition'],
    [RELATIVES, 'relative'],
    [PRONOUNS, 'pronoun'],
    [POSSESSIVES, 'possessive'],
    [DETERMINERS, 'determiner'],
    [CONJUNCTIONS, 'conjunction'],
    [AUXILIARIES, 'auxiliary'],
    [PREPOSITIONS, 'preposition'],
    [ADVERBS, 'adverb'],
  ]
    .reverse()
    .flatMap(([words, tag]) =>
      [...(words as Iterable<string>)].map((word): [string, Tag] => [word, tag as Tag]),
    ),
);

/** The tag of a function word by its lower-case form; undefined for all other words. */
export function functionTag(lower: string): Tag | undefined {
  return FUNCTION_TAGS.get(lower);
}

const CAPITAL = /^(?:[@#]|\p{Lu}|(?:al|el|de|di|du|le|la|mc|mac)-?\p{Lu}|i[A-Z]|e[A-Z])/u;

/** Whether the word begins with a capital letter (after @ or #: counts as capital). */
export function isCapitalised(word: Word): boolean {
  return word.kind === 'word' && CAPITAL.test(word.text);
}
