import { verbForm } from './verbs';
import { functionTag, isCapitalised } from './word-classes';
import type { Word } from './words';

/**
 * Tells which words begin a sentence: the first of a paragraph, and what follows a full stop, outside or at the end of a
 * quotation.
 *
 * @param text the whole text, read at the rims of quotations
 * @returns one flag a word
 */
export function readSentenceStarts(text: string, words: readonly Word[]): boolean[] {
  return words.map((_, index) => startsSentence(text, words, index));
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
    return isCapitalised(word) && functionTag(word.lower) !== undefined;
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
