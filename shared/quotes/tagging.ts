import {
  ADVERBS,
  CONJUNCTIONS,
  DETERMINERS,
  NOT_ADVERBS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  WEEKDAYS_AND_MONTHS,
} from './lexicon/function-words';
import { AUXILIARIES } from './lexicon/other-verbs';
import { type VerbForm, verbForm } from './verbs';
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

/** A word with its tag and its place in the sentence. */
export interface TaggedWord {
  readonly word: Word;
  readonly tag: Tag;
  /** For verbs the lexicon knows. */
  readonly verb: VerbForm | undefined;
  /** Running number of the sentence in the whole text. */
  readonly sentence: number;
  readonly startsSentence: boolean;
}

/**
 * Tags words by lexicon, capital letters and neighbours; no statistics.
 *
 * @param text the whole text, read at the rims of quotations
 * @param headlines one flag a paragraph: capitals there say nothing
 */
export function tagWords(text: string, words: readonly Word[], headlines: readonly boolean[]): TaggedWord[] {
  const names = namesInsideSentences(text, words, headlines);
  const tagged: TaggedWord[] = [];
  let sentence = -1;
  for (const [index, word] of words.entries()) {
    const starts = startsSentence(text, words, index);
    if (starts) sentence += 1;
    const previous = starts ? undefined : tagged[index - 1];
    const verb = word.kind === 'word' ? verbForm(word.lower) : undefined;
    const headline = headlines[word.paragraph] ?? false;
    const tag = tagOf(word, words[index + 1], previous, starts, headline, verb, names);
    tagged.push({ word, tag, verb: tag === 'verb' ? verb : undefined, sentence, startsSentence: starts });
  }
  return tagged;
}

/** Whether the word begins with a capital letter (after @ or #: counts as capital). */
export function isCapitalised(word: Word): boolean {
  return (
    word.kind === 'word' &&
    /^(?:[@#]|\p{Lu}|(?:al|el|de|di|du|le|la|mc|mac)-?\p{Lu}|i[A-Z]|e[A-Z])/u.test(word.text)
  );
}

function startsSentence(text: string, words: readonly Word[], index: number): boolean {
  const word = words[index] as Word;
  const previous = words[index - 1];
  if (!previous || previous.paragraph !== word.paragraph) return true;
  if (word.kind === 'mark') return false;
  if (previous.kind === 'mark') {
    if (/[.!?]/.test(previous.text))
      return word.kind !== 'word' || isCapitalised(word) || /\d/.test(word.text);
    // A closing bracket after a full stop: "(… it.) Then"
    const before = words[index - 2];
    return previous.text === ')' && before?.text === '.' && isCapitalised(word);
  }
  // "at 7 p.m. He says": the full stop ends both, if what follows is no name.
  if (previous.kind === 'word' && previous.text.endsWith('.'))
    return isCapitalised(word) && functionTag(word.lower, word) !== undefined;
  if (previous.kind !== 'quotation') return false;
  const rim = text.slice(Math.max(previous.start, previous.end - 4), previous.end);
  if (!/[.!?…][\s"”“’'»)\]]*$/.test(rim)) return false;
  if (word.kind === 'quotation') return true;
  if (!isCapitalised(word)) return false;
  // “Why?” Weber asked. The name and verb belong to the question.
  if (/[!?][\s"”“’'»)\]]*$/.test(rim)) {
    const next = words[index + 1];
    const verb = next && verbForm(next.lower);
    if (verb?.reporting === 'plain' && verb.form === 'past' && /[.,:]/.test(words[index + 2]?.text ?? '.'))
      return false;
  }
  return true;
}

/** Capitalised words seen away from the start of a sentence: at a start they are names too. */
function namesInsideSentences(
  text: string,
  words: readonly Word[],
  headlines: readonly boolean[],
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [index, word] of words.entries()) {
    if (headlines[word.paragraph] || !isCapitalised(word) || functionTag(word.lower, word)) continue;
    if (!startsSentence(text, words, index)) names.add(word.lower);
  }
  return names;
}

function tagOf(
  word: Word,
  next: Word | undefined,
  previous: TaggedWord | undefined,
  starts: boolean,
  headline: boolean,
  verb: VerbForm | undefined,
  names: ReadonlySet<string>,
): Tag {
  if (word.kind === 'quotation') return 'quotation';
  if (word.kind === 'mark') return 'mark';
  if (word.kind === 'number') return 'number';
  const { lower } = word;
  const capital = isCapitalised(word);
  const function_ = isRelativeThat(lower, next, previous) ? 'relative' : functionTag(lower, word);
  if (function_) {
    // "Will" and "May" in the middle of a sentence are people, in a headline they are not.
    const mayBeName =
      capital && !starts && !headline && (function_ === 'adverb' || function_ === 'auxiliary');
    if (!mayBeName || WEEKDAYS_AND_MONTHS.has(lower)) return function_;
  }
  if (capital && WEEKDAYS_AND_MONTHS.has(lower) && lower !== 'may') return 'adverb';
  // After a colon or a bracket a capital may only mean that a clause begins.
  if (capital && !starts && verb?.form === 'gerund' && previous?.tag === 'mark') return 'verb';
  if (capital && !starts) return 'name';
  if (capital && starts) {
    if (names.has(lower)) return 'name';
    // "Said Ana Lopez: …"
    if (verb?.reporting === 'plain' && verb.form === 'past') return 'verb';
    if (/^(?:see|read|watch|follow|listen|join|call|visit)$/.test(lower)) return 'verb';
    if (next && isCapitalised(next) && !/ing$|ed$/.test(lower)) return 'name';
    if (verb && verb.form !== 'base') return 'verb';
    if (/.{2}ly$/.test(lower) && !NOT_ADVERBS.has(lower)) return 'adverb';
    if (/.{3}ing$/.test(lower)) return 'verb';
    return /s$/.test(lower) ? 'noun' : 'name';
  }
  // "to defeat President Poe": before a name an unknown word after "to" is its verb.
  if (previous?.word.lower === 'to' && !verb && next && isCapitalised(next)) return 'verb';
  return lowerTag(lower, next, previous, verb);
}

/** "a message that said": after a noun and before a verb "that" is the subject. */
function isRelativeThat(lower: string, next: Word | undefined, previous: TaggedWord | undefined): boolean {
  if (lower !== 'that' || (previous?.tag !== 'noun' && previous?.tag !== 'name')) return false;
  const form = next && verbForm(next.lower)?.form;
  return form === 'third' || form === 'past';
}

function functionTag(lower: string, word: Word): Tag | undefined {
  if (RELATIVES.has(lower) && lower !== 'that') return 'relative';
  if (PRONOUNS.has(lower)) return 'pronoun';
  if (POSSESSIVES.has(lower)) return 'possessive';
  if (lower === 'that') return 'preposition';
  if (DETERMINERS.has(lower)) return 'determiner';
  if (CONJUNCTIONS.has(lower)) return 'conjunction';
  if (AUXILIARIES.has(lower) || AUXILIARIES.has(lower + word.clitic)) return 'auxiliary';
  if (PREPOSITIONS.has(lower)) return 'preposition';
  if (ADVERBS.has(lower)) return 'adverb';
  return undefined;
}

function lowerTag(
  lower: string,
  next: Word | undefined,
  previous: TaggedWord | undefined,
  verb: VerbForm | undefined,
): Tag {
  const afterNominal =
    previous?.tag === 'determiner' ||
    previous?.tag === 'possessive' ||
    previous?.word.clitic === "'s" ||
    previous?.word.clitic === "'";
  if (/.{2}ly$/.test(lower) && !NOT_ADVERBS.has(lower)) return 'adverb';
  if (verb) {
    if (verb.form === 'third' || verb.form === 'base') {
      if (afterNominal && !(previous?.tag === 'determiner' && verb.form === 'third')) return 'noun';
      if (previous?.tag === 'preposition' && previous.word.lower !== 'to' && previous.word.lower !== 'that')
        return 'noun';
      if (previous?.tag === 'noun' && verb.form === 'base')
        return previous.word.lower.endsWith('s') ? 'verb' : 'noun';
      if (previous?.tag === 'verb' && verb.form === 'third') return 'noun';
      if (verb.reporting !== 'plain' && verb.form === 'base' && previous?.tag === 'name')
        return next && (DETERMINERS.has(next.lower) || POSSESSIVES.has(next.lower)) ? 'verb' : 'noun';
      return 'verb';
    }
    if (verb.form === 'gerund') return afterNominal ? 'noun' : 'verb';
    return afterNominal && verb.base !== 'say' && verb.base !== 'tell' ? 'noun' : 'verb';
  }
  if (/.{2}ed$/.test(lower)) return afterNominal ? 'noun' : 'verb';
  if (/.{3}ing$/.test(lower)) {
    // "the Port Hale bombing and …" is a noun, "Weber hammering the plan" is none.
    const bare =
      previous?.tag === 'name' &&
      (!next || next.kind === 'mark' || functionTag(next.lower, next) === 'conjunction');
    return afterNominal || bare ? 'noun' : 'verb';
  }
  return 'noun';
}
