import { blockParting } from '../../shared/article/traverse';

/** What is looked for. */
export interface Query {
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  /** `words` is a regular expression. */
  readonly pattern: boolean;
}

/** A stretch of a text: UTF-16 code units, `end` exclusive; `groups` are what a pattern's brackets held. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly string[];
}

/** No more than so many matches are shown and replaced at once. */
export const mostMatches = 10_000;

/** Plain words as a pattern: what is typed straight finds what typography made of it. */
const plainly = (words: string): string =>
  words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[ \u00a0\u202f]/g, '[ \u00a0\u202f]')
    .replace(/['’]/g, "['’‘‚]")
    .replace(/"/g, '(?:["“”„]|«[ \u00a0\u202f]?|[ \u00a0\u202f]?»)');

/** The query as a regular expression, or null when the pattern cannot be read. */
export function expressionOf({ words, matchCase, wholeWords, pattern }: Query): RegExp | null {
  if (words === '') return null;
  const source = pattern ? words : plainly(words);
  // \b knows only ASCII letters: a word ends where no letter, mark or digit follows.
  const bounded = wholeWords ? `(?<![\\p{L}\\p{M}\\p{N}])(?:${source})(?![\\p{L}\\p{M}\\p{N}])` : source;
  try {
    return new RegExp(bounded, `gmu${matchCase ? '' : 'i'}`);
  } catch {
    // Half a pattern while it is being typed: the bar says so.
    return null;
  }
}

/** Every match in the order of the text; empty ones are left out. A pattern sees one block at a time: none reaches over two. */
export function findMatches(text: string, query: Query): readonly Match[] {
  const expression = expressionOf(query);
  if (!expression) return [];
  const matches: Match[] = [];
  let passed = 0;
  for (const block of text.split(blockParting)) {
    for (const match of block.matchAll(expression)) {
      if (match[0] === '') continue;
      const start = passed + match.index;
      matches.push({
        start,
        end: start + match[0].length,
        groups: [...match].map((group) => group ?? ''),
      });
      if (matches.length === mostMatches) return matches;
    }
    passed += block.length + blockParting.length;
  }
  return matches;
}

/** Whether the words of a match still stand where they were found. */
export const standsIn = (text: string, { start, end, groups }: Match): boolean =>
  text.slice(start, end) === groups[0];

/** The words to put in place of a match; in a pattern's replacement $1 to $9 stand for its brackets, $0 for all. */
export const replacementFor = (match: Match, replacement: string, pattern: boolean): string =>
  pattern
    ? replacement.replace(/\$(\d)/g, (_, digit: string) => match.groups[Number(digit)] ?? '')
    : replacement;
