import { fail, ok, type Result } from '../../base/result';
import { isPlainText } from './plain-text';

/** Words of a language, for telling whether letters are one word or two. */
export interface WordList {
  /** Whether this is a word in small letters, inflected forms included. */
  has(word: string): boolean;
  /** How common it is: the size class of SCOWL from 10 (the commonest 4,000) to 70; infinite for no word. */
  rank(word: string): number;
  /** Whether this is the name of a person or place, with its capital. */
  hasName(word: string): boolean;
}

export interface TieredWords {
  readonly tier: number | 'names';
  readonly words: readonly string[];
}

/** Why a text is not a word list of ours. */
export type WordListRefusal =
  | { readonly code: 'not-text' }
  | { readonly code: 'not-a-word-list'; readonly line: number };

const firstLine = 'standfirst-words 1';
const mostShared = 35;

/**
 * The text of a word list. Each class is sorted and written one word a line as the number of letters it shares with
 * the word before (base 36) and the rest: half the size of the plain list, and still text that diffs.
 */
export function writeWordList(tiers: readonly TieredWords[]): string {
  const lines = [firstLine];
  const seen = new Set<string>();
  for (const { tier, words } of tiers) {
    lines.push(`# ${tier}`);
    let before = '';
    for (const word of [...new Set(words)].sort()) {
      if (seen.has(word)) continue;
      seen.add(word);
      let shared = 0;
      while (shared < mostShared && shared < before.length && before[shared] === word[shared]) shared += 1;
      lines.push(shared.toString(36) + word.slice(shared));
      before = word;
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Reads the text of a word list. Cost: about 40 milliseconds for 120,000 words. */
export function parseWordList(text: string): Result<WordList, WordListRefusal> {
  if (!isPlainText(text)) return fail({ code: 'not-text' });
  const lines = text.split('\n');
  if (lines[0] !== firstLine) return fail({ code: 'not-a-word-list', line: 1 });
  const ranks = new Map<string, number>();
  const names = new Set<string>();
  let tier: number | 'names' | null = null;
  let before = '';
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    if (line.startsWith('#')) {
      const named = line.slice(2);
      tier = named === 'names' ? 'names' : Number(named);
      if (Number.isNaN(tier)) return fail({ code: 'not-a-word-list', line: index + 1 });
      before = '';
      continue;
    }
    const shared = Number.parseInt(line[0] ?? '', 36);
    if (tier === null || Number.isNaN(shared) || shared > before.length) {
      return fail({ code: 'not-a-word-list', line: index + 1 });
    }
    before = before.slice(0, shared) + line.slice(1);
    if (tier === 'names') names.add(before);
    else ranks.set(before, tier);
  }
  return ok({
    has: (word) => ranks.has(word),
    rank: (word) => ranks.get(word) ?? Number.POSITIVE_INFINITY,
    hasName: (word) => names.has(word),
  });
}
