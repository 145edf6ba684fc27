import { DETERMINERS, NOT_ADVERBS, POSSESSIVES, WEEKDAYS_AND_MONTHS } from './lexicon/function-words';
import { readSentenceStarts } from './sentences';
import { type VerbForm, verbForm } from './verbs';
import { functionTag, isCapitalised, type Tag } from './word-classes';
import type { Word } from './words';

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
  const starting = readSentenceStarts(text, words);
  const names = namesInsideSentences(words, starting, headlines);
  const tagged: TaggedWord[] = [];
  let sentence = -1;
  for (const [index, word] of words.entries()) {
    const starts = starting[index] ?? false;
    if (starts) sentence += 1;
    const previous = starts ? undefined : tagged[index - 1];
    const verb = word.kind === 'word' ? verbForm(word.lower) : undefined;
    const headline = headlines[word.paragraph] ?? false;
    const tag = tagOf(word, words[index + 1], previous, starts, headline, verb, names);
    tagged.push({ word, tag, verb: tag === 'verb' ? verb : undefined, sentence, startsSentence: starts });
  }
  return tagged;
}

/** Capitalised words seen away from the start of a sentence: at a start they are names too. */
function namesInsideSentences(
  words: readonly Word[],
  starting: readonly boolean[],
  headlines: readonly boolean[],
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [index, word] of words.entries()) {
    if (starting[index] || headlines[word.paragraph] || !isCapitalised(word)) continue;
    if (!functionTag(word.lower)) names.add(word.lower);
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
  const function_ = isRelativeThat(lower, next, previous) ? 'relative' : functionTag(lower);
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
      (!next || next.kind === 'mark' || functionTag(next.lower) === 'conjunction');
    return afterNominal || bare ? 'noun' : 'verb';
  }
  return 'noun';
}
