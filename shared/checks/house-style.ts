import type { HouseStyleRule } from '../article/desk-settings';
import { fail, ok, type Result } from '../base/result';

/*
 * The house style: not "avoid", but "prefer", because "reason". What to avoid is words, not a program: letters match
 * themselves, a * stands for the rest of a word, spaces for any spaces. So the time a list costs is known, and no
 * entry, whatever somebody imports, can keep the window busy for ever.
 */

/** Why an entry cannot be used. */
export type StyleRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'pattern' }
  | { readonly code: 'only-stars' }
  | { readonly code: 'same-words' };

const mostCharacters = 200;

/** Signs of a regular expression: quantified groups, classes, escapes, anchors, or slashes around it. */
const looksLikePattern =
  /\\[a-z]|\)[*+?{]|\[[^\]]*\][*+?{]?|\.[*+]|^\^|[^\s]\$$|^\/.+\/[a-z]*$|\{\d+,?\d*\}|\([^)]*\|/i;

/** Whether an entry can be used. */
export function checkStyleRule(rule: Pick<HouseStyleRule, 'avoid' | 'prefer'>): Result<null, StyleRefusal> {
  const avoid = rule.avoid.trim();
  if (avoid === '') return fail({ code: 'empty' });
  if (avoid.length > mostCharacters) return fail({ code: 'too-long', most: mostCharacters });
  if (looksLikePattern.test(avoid)) return fail({ code: 'pattern' });
  if (!/[^\s*]/.test(avoid)) return fail({ code: 'only-stars' });
  if (avoid === rule.prefer.trim()) return fail({ code: 'same-words' });
  return ok(null);
}

/** A refusal as a sentence that says what to do. */
export function describeStyleRefusal(refusal: StyleRefusal): string {
  switch (refusal.code) {
    case 'empty':
      return 'There are no words to avoid. Write them in the first column.';
    case 'too-long':
      return `The words to avoid are longer than ${refusal.most} characters.`;
    case 'pattern':
      return 'This looks like a regular expression. Write plain words; a * stands for the rest of a word.';
    case 'only-stars':
      return 'There must be at least one character to look for besides *.';
    case 'same-words':
      return 'The words to avoid and the words to prefer are the same.';
  }
}

/** A rule found in a text, in UTF-16 code units. */
export interface StyleHit {
  readonly start: number;
  readonly end: number;
  readonly rule: HouseStyleRule;
}

/** Finds the rules of a list in a text. Cost: linear in the text, whatever the number of rules, but for rules that begin with *. */
export type StyleSearch = (text: string) => readonly StyleHit[];

interface Prepared {
  readonly rule: HouseStyleRule;
  readonly words: readonly string[];
  /** The full stop or comma with which the words end; '' for none. */
  readonly ending: string;
  /** Whether letter case counts: it does where the rule has a capital. */
  readonly cased: boolean;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[’'.&+-][\p{L}\p{M}\p{N}]+)*[+!]?|[+&%$€£]/gu;
const plain = (text: string): string => text.replace(/’/g, "'");

/** Prepares a list once for many texts. Entries that `checkStyleRule` refuses find nothing. */
export function createStyleSearch(rules: readonly HouseStyleRule[]): StyleSearch {
  const byFirst = new Map<string, Prepared[]>();
  const starred: Prepared[] = [];
  for (const rule of rules) {
    if (!checkStyleRule(rule).ok) continue;
    const avoid = plain(rule.avoid.trim());
    const ending = /(?<=[^.,;:])[.,;:]$/.exec(avoid)?.[0] ?? '';
    const words = avoid.slice(0, avoid.length - ending.length).match(/\S+/g) ?? [];
    const prepared = { rule, words, ending, cased: /\p{Lu}/u.test(rule.avoid) };
    const first = words[0] ?? '';
    if (first.includes('*')) starred.push(prepared);
    else {
      const key = first.toLowerCase();
      byFirst.set(key, [...(byFirst.get(key) ?? []), prepared]);
    }
  }
  if (byFirst.size === 0 && starred.length === 0) return () => [];
  return (text) => {
    const hits: StyleHit[] = [];
    const words = [...plain(text).matchAll(wordPattern)].map((match) => ({
      text: match[0],
      lower: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }));
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index];
      if (!word) break;
      const candidates = byFirst.get(word.lower) ?? [];
      const fitting = [...candidates, ...starred].filter((prepared) => fits(prepared, words, index, text));
      const longest = fitting.toSorted((one, other) => other.words.length - one.words.length)[0];
      if (!longest) continue;
      const last = words[index + longest.words.length - 1] ?? word;
      hits.push({ start: word.start, end: last.end + longest.ending.length, rule: longest.rule });
      index += longest.words.length - 1;
    }
    return hits;
  };
}

interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

function fits(prepared: Prepared, words: readonly Word[], from: number, text: string): boolean {
  const { words: wanted, cased, ending } = prepared;
  const last = words[from + wanted.length - 1];
  if (!last || !text.startsWith(ending, last.end)) return false;
  return wanted.every((pattern, offset) => {
    const word = words[from + offset];
    if (!word) return false;
    const before = words[from + offset - 1];
    if (offset > 0 && before && !/^\s+$/.test(text.slice(before.end, word.start))) return false;
    return fitsWord(cased ? pattern : pattern.toLowerCase(), cased ? word.text : word.lower);
  });
}

/** Whether a word fits a pattern of letters and stars: greedy from the left, without going back further than one star. */
function fitsWord(pattern: string, word: string): boolean {
  if (!pattern.includes('*')) return pattern === word;
  let [at, place, star, mark] = [0, 0, -1, 0];
  while (at < word.length) {
    if (place < pattern.length && pattern[place] === '*') [star, mark, place] = [place, at, place + 1];
    else if (place < pattern.length && pattern[place] === word[at]) [at, place] = [at + 1, place + 1];
    else if (star >= 0) [mark, at, place] = [mark + 1, mark + 1, star + 1];
    else return false;
  }
  while (pattern[place] === '*') place += 1;
  return place === pattern.length;
}
