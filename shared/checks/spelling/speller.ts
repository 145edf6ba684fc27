import nspell from 'nspell';
import { fail, ok, type Result } from '../../base/result';
import { isPlainText } from '../words/plain-text';

/** Knows which words are spelt right. Loading takes a few tenths of a second: do it in a worker. */
export interface Speller {
  /** Whether the word, as it stands, is one. */
  has(word: string): boolean;
  /** What may have been meant, the likeliest first, at most five. Takes 5 to 30 milliseconds: ask when it is shown. */
  suggest(word: string): readonly string[];
}

/** A Hunspell dictionary: the texts of its two files. */
export interface DictionaryTexts {
  readonly aff: string;
  readonly dic: string;
}

export type DictionaryRefusal = { readonly code: 'not-text' } | { readonly code: 'not-a-dictionary' };

const mostSuggestions = 5;

/** Loads a dictionary. Refuses files that are not one, so that a damaged file does not make every word an error. */
export function loadSpeller({ aff, dic }: DictionaryTexts): Result<Speller, DictionaryRefusal> {
  if (!isPlainText(aff) || !isPlainText(dic)) return fail({ code: 'not-text' });
  // The first line of a .dic file is the number of its words (Hunspell's format, "hunspell(5)").
  if (!/^(?:SET|PFX|SFX|TRY|REP|FLAG)\b/m.test(aff) || !/^\uFEFF?\d+\s*\n./.test(dic)) {
    return fail({ code: 'not-a-dictionary' });
  }
  const checker = nspell(aff, dic);
  const known = new Map<string, boolean>();
  return ok({
    has(word) {
      const remembered = known.get(word);
      if (remembered !== undefined) return remembered;
      const correct = checker.correct(word);
      known.set(word, correct);
      return correct;
    },
    suggest(word) {
      const offered = checker.suggest(word);
      const swapped = withTwoSwapped(word).filter((each) => checker.correct(each));
      // Those that the dictionary offers too keep its order: "wierd" is "weird" before "wired".
      swapped.sort((one, other) => offered.indexOf(one) - offered.indexOf(other));
      return [...new Set([...swapped, ...offered])].slice(0, mostSuggestions);
    },
  });
}

/**
 * The word with each two neighbours swapped: "teh" is "the" and not "ten". The commonest slip of fast fingers; the
 * dictionary's own list puts letters that were hit wrong first, and leaves some of these out. From the end on, because
 * the first letter is nearly always right.
 */
function withTwoSwapped(word: string): string[] {
  const letters = [...word];
  return letters
    .slice(1)
    .map((_, at) => letters.toSpliced(at, 2, letters[at + 1] ?? '', letters[at] ?? '').join(''))
    .reverse();
}
