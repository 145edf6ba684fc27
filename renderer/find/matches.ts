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

/** The query as a regular expression, or null when the pattern cannot be read. */
export function expressionOf({ words, matchCase, wholeWords, pattern }: Query): RegExp | null {
  if (words === '') return null;
  const source = pattern ? words : words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]");
  // \b knows only ASCII letters: a word ends where no letter, mark or digit follows.
  const bounded = wholeWords ? `(?<![\\p{L}\\p{M}\\p{N}])(?:${source})(?![\\p{L}\\p{M}\\p{N}])` : source;
  try {
    return new RegExp(bounded, `gu${matchCase ? '' : 'i'}`);
  } catch {
    // Half a pattern while it is being typed: the bar says so.
    return null;
  }
}

/** Every match in the order of the text; empty ones are left out. */
export function findMatches(text: string, query: Query): readonly Match[] {
  const expression = expressionOf(query);
  if (!expression) return [];
  const matches: Match[] = [];
  for (const match of text.matchAll(expression)) {
    if (match[0] === '') continue;
    matches.push({
      start: match.index,
      end: match.index + match[0].length,
      groups: [...match].map((group) => group ?? ''),
    });
    if (matches.length === mostMatches) break;
  }
  return matches;
}

/** The words to put in place of a match; in a pattern's replacement $1 to $9 stand for its brackets, $0 for all. */
export const replacementFor = (match: Match, replacement: string, pattern: boolean): string =>
  pattern
    ? replacement.replace(/\$(\d)/g, (_, digit: string) => match.groups[Number(digit)] ?? '')
    : replacement;
