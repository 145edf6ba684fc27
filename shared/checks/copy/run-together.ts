import type { WordList } from '../words/word-list';
import {
  compoundEnds,
  innerCapitals,
  nameEndings,
  notPairs,
  numberWords,
  prefixWords,
  riskyNameEndings,
  riskyShortEndings,
  safeBeginnings,
  sentenceBeginnings,
  shortEndings,
  shortWords,
  sloganBeginnings,
  smallWords,
  titles,
} from './run-together-words';

/** Letters that are more than one word. */
export interface Split {
  /** Where spaces are missing, in UTF-16 code units of the letters, rising. */
  readonly at: readonly number[];
  /** Names that must each stand by themselves somewhere in the article for the split to be believed. */
  readonly evidence: readonly string[];
}

const sure = (...at: number[]): Split => ({ at, evidence: [] });

/**
 * Tells how a word of a text may be two words run together: the first split whose evidence is there, is meant. `token`
 * has letters, digits and apostrophes, and no hyphen. Answers nothing for words, names and whatever else is not surely
 * two words: the copy desk trusts a list that is short.
 */
export function splitsOf(token: string, words: WordList): readonly Split[] {
  if (words.has(token)) return [];
  if (/^\p{Lu}\p{Ll}+$/u.test(token) && token.length >= 5) return splitCapitalised(token, words);
  const split = splitOf(token, words);
  return split ? [split] : [];
}

function splitOf(token: string, words: WordList): Split | null {
  if (token.length < 3 || token.length > 40) return null;
  const plain = token.replace(/’/g, "'");
  if (plain.includes("'")) return splitAtApostrophe(plain, words);
  if (/\d/.test(plain)) return splitAtFigures(plain);
  if (innerCapitals.has(plain)) return null;
  if (/^\p{Ll}+$/u.test(plain)) return splitSmall(plain, words);
  if (/^\p{Ll}+\p{Lu}/u.test(plain)) return splitBeforeCapital(plain, words);
  if (/^\p{Lu}{2,}\p{Ll}{2,}$/u.test(plain)) return splitAfterInitials(plain, words);
  if (/^\p{Lu}\p{Ll}+\p{Lu}/u.test(plain)) return splitTwoCapitals(plain, words);
  return null;
}

/** "don'tknow", "it'sthe", "Trump'sspeech": a word begins where the contraction ends. */
function splitAtApostrophe(token: string, words: WordList): Split | null {
  const match = /^(\p{L}{2,})'(s|t|re|ve|ll|d|m)(\p{L}{2,})$/u.exec(token);
  if (!match) return null;
  const [, before = '', ending = '', after = ''] = match;
  if (ending === 't' && !/n$/.test(before)) return null;
  const known =
    smallWords.has(after.toLowerCase()) || words.rank(after.toLowerCase()) <= 35 || words.hasName(after);
  return known ? sure(before.length + 1 + ending.length) : null;
}

/** "in2016", "2016and". */
function splitAtFigures(token: string): Split | null {
  const before =
    /^(in|of|since|the|and|to|from|by|on|for|at|until|than|about|between|before|after|over|nearly|during|late|early)(\d{2,}s?)$/i.exec(
      token,
    );
  if (before) return sure(before[1]?.length ?? 0);
  const after =
    /^(\d{4}s?)(and|in|to|the|of|but|was|when|that|by|for|with|on|at|after|as|he|she|election|campaign|presidential|said)$/.exec(
      token,
    );
  return after ? sure(after[1]?.length ?? 0) : null;
}

/** "theSenate", "threeEU", "saidTrump", "intoMr". */
function splitBeforeCapital(token: string, words: WordList): Split | null {
  const match = /^(\p{Ll}+)(\p{Lu}\p{L}*)$/u.exec(token);
  const [, small = '', capital = ''] = match ?? [];
  if (!match || !isPlainName(capital)) return null;
  const left = smallWords.has(small) || numberWords.has(small);
  if (left && small !== 'i') return sure(small.length);
  return small.length >= 3 && words.rank(small) <= 50 && !prefixWords.has(small) ? sure(small.length) : null;
}

/** A capitalised word, initials or "I": no further capital inside. */
const isPlainName = (text: string): boolean => /^(?:\p{Lu}\p{Ll}+|\p{Lu}{2,}s?|I)$/u.test(text);

/** "EUand", "NATOforces". */
function splitAfterInitials(token: string, words: WordList): Split | null {
  const match = /^(\p{Lu}{2,})(\p{Ll}{2,})$/u.exec(token);
  const [, initials = '', rest = ''] = match ?? [];
  // JPMorgan: the last capital belongs to the name.
  if (words.hasName(`${initials.at(-1)}${rest}`)) return null;
  if (smallWords.has(rest))
    return rest === 'is' || rest === 'an' || rest === 'am' ? null : sure(initials.length);
  return rest.length >= 4 && words.rank(rest) <= 20 ? sure(initials.length) : null;
}

/** "MrTrump", "TheSenate", "DonaldTrump": two capitals are a brand more often than a slip. */
function splitTwoCapitals(token: string, words: WordList): Split | null {
  const match = /^(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+|\p{Lu}{2,})$/u.exec(token);
  const [, first = '', second = ''] = match ?? [];
  if (!match) return null;
  if (titles.has(first)) return sure(first.length);
  const small = first.toLowerCase();
  const known =
    words.hasName(second) || words.rank(second.toLowerCase()) <= 35 || /^\p{Lu}{2,}$/u.test(second);
  if (sloganBeginnings.has(small)) return null;
  if (smallWords.has(small) && small.length >= 2 && known) return { at: [first.length], evidence: [second] };
  return { at: [first.length], evidence: [first, second] };
}

/** "Universityof", "Trumpsaid", "Syriaand". */
function splitCapitalised(token: string, words: WordList): readonly Split[] {
  const small = token.toLowerCase();
  if (token.length > 40 || words.has(small) || words.hasName(token) || innerCapitals.has(token)) return [];
  const splits: Split[] = [];
  // "Thepresident": the sentence begins with a small word.
  for (const beginning of sentenceBeginnings) {
    if (!token.startsWith(beginning)) continue;
    const rest = small.slice(beginning.length);
    if (rest.length >= 3 && (smallWords.has(rest) || words.rank(rest) <= 20))
      splits.push(sure(beginning.length));
  }
  if (/^I(?:have|was|think|will|would|had|know|said|want|can|could|did|don|never|believe|just)$/.test(token))
    splits.push(sure(1));
  for (let at = token.length - 2; at >= 3; at -= 1) {
    const [name, rest] = [token.slice(0, at), token.slice(at)];
    if (smallWords.has(name.toLowerCase())) continue;
    const known =
      words.rank(name.toLowerCase()) <= 35 ? name.length >= 5 : words.hasName(name) && name.length >= 4;
    if (nameEndings.has(rest)) splits.push(known ? sure(at) : { at: [at], evidence: [name] });
    const common =
      rest.length >= 4 && words.rank(rest) <= (rest.length > 5 ? 50 : 20) && !compoundEnds.has(rest);
    if (riskyNameEndings.has(rest) || common) splits.push({ at: [at], evidence: [name] });
  }
  return splits;
}

const none = Number.POSITIVE_INFINITY;

/** How much it takes to believe that these letters are a word by themselves. */
function cost(part: string, words: WordList): number {
  if (smallWords.has(part)) return 1;
  if (part.length < 3) return none;
  const rank = words.rank(part);
  const ofRank = rank <= 10 ? 3 : rank <= 20 ? 4 : rank <= 35 ? 5.5 : rank <= 50 ? 7 : none;
  return ofRank + (part.length === 3 ? 1.5 : 0);
}

/** "saidon", "thatthe", "policereports". */
function splitSmall(token: string, words: WordList): Split | null {
  if (words.has(token) || isDerived(token, words)) return null;
  let [best, bestCost] = [0, none];
  for (let at = 1; at < token.length; at += 1) {
    const [left, right] = [token.slice(0, at), token.slice(at)];
    // A compound the list does not hold, such as "livestream", whatever else its letters spell.
    if (isCompound(left, right, words)) return null;
    const sum = pairCost(left, right, words);
    if (sum < bestCost) [best, bestCost] = [at, sum];
  }
  if (bestCost <= 9.5) return sure(best);
  return splitInThree(token, words);
}

const endsCompound = (left: string, right: string): boolean =>
  compoundEnds.has(right) && !numberWords.has(left);

const isCompound = (left: string, right: string, words: WordList): boolean =>
  right.length > 3 && endsCompound(left, right) && !smallWords.has(left) && words.rank(left) <= 35;

/** Whether the letters are a compound of two common words that no list holds: "caucusgoer", "watchlist". */
export function isCompoundWord(token: string, words: WordList): boolean {
  for (let at = 3; at <= token.length - 4; at += 1) {
    if (isCompound(token.slice(0, at), token.slice(at), words)) return true;
  }
  return false;
}

function pairCost(left: string, right: string, words: WordList): number {
  const [leftCost, rightCost] = [cost(left, words), cost(right, words)];
  if (leftCost === 1 && rightCost === 1) {
    return left.length + right.length >= 5 || isShortPair(left, right) ? 2 : none;
  }
  if (safeBeginnings.has(left) && right.length >= 5 && words.has(right))
    return Math.min(8.5, leftCost + rightCost);
  if (leftCost === none || rightCost === none) return none;
  // Next to an ordinary word a very short one is more often part of it: "melee", "para", "protestor".
  if (right.length <= 2) return afterOrdinaryWord(left, right, words) ? leftCost + rightCost : none;
  if (left === 'a') return right.length >= 5 && words.rank(right) <= 20 ? leftCost + rightCost : none;
  if (left === 'be') return right.length >= 6 && right.endsWith('ed') ? leftCost + rightCost : none;
  if (prefixWords.has(left) || (endsCompound(left, right) && leftCost > 1)) return none;
  if (left.length <= 2 && rightCost > (right.length > 5 ? 5.5 : 4.5)) return none;
  return leftCost + rightCost;
}

const isShortPair = (left: string, right: string): boolean =>
  left !== 'a' &&
  left !== right &&
  shortWords.has(left) &&
  shortWords.has(right) &&
  !notPairs.has(left + right);

function afterOrdinaryWord(left: string, right: string, words: WordList): boolean {
  if (left.length < 4) return false;
  if (shortEndings.has(right)) return true;
  if (words.rank(left) > 20) return false;
  const inflected = /(?:s|ed|ing|ly)$/.test(left);
  return inflected ? smallWords.has(right) : riskyShortEndings.has(right) && left.length >= 6;
}

/** "inthewake": three words of which two are small. */
function splitInThree(token: string, words: WordList): Split | null {
  if (token.length < 8) return null;
  for (let at = 2; at < token.length - 4; at += 1) {
    const left = token.slice(0, at);
    if (!smallWords.has(left) || prefixWords.has(left)) continue;
    for (let next = at + 2; next < token.length - 1; next += 1) {
      const [middle, right] = [token.slice(at, next), token.slice(next)];
      if (smallWords.has(middle) && !prefixWords.has(middle) && cost(right, words) <= 4.5)
        return sure(at, next);
    }
  }
  return null;
}

const beginnings =
  /^(?:un|re|non|pre|anti|mis|over|under|out|sub|super|counter|inter|multi|pro|post|semi|ultra|cyber|micro|mega|mini|self|de|dis|co|ex|bi|up|down|mid|fore|trans|hyper|pseudo|quasi|neo|eco|geo|bio|auto)/;
const endings =
  /(?:ness|nesses|less|lessly|ly|able|ably|ability|ish|ism|isms|ist|ists|er|ers|ing|ings|ed|s|es|like|wise|ship|hood|dom|ization|isation|ize|ized|izing|ise|ised|ising|ward|wards|wide|proof|free|fest|gate|geddon|palooza|nomics|cracy|phobia|phobic|phile)$/;

/** Whether the letters are a word with a beginning or an ending that the list does not hold: "unvetted", "tweetings". */
function isDerived(token: string, words: WordList): boolean {
  if (/^in.+(?:ity|able|ible|ence|ency|ation|ness|al|ate|ive)$/.test(token)) return true;
  for (const stem of [token.replace(beginnings, ''), token.replace(endings, '')]) {
    if (stem === token || stem.length < 3) continue;
    if (words.has(stem) || words.has(`${stem}e`)) return true;
    if (stem.at(-1) === stem.at(-2) && words.has(stem.slice(0, -1))) return true;
    const inner = stem.replace(endings, '');
    if (inner !== stem && inner.length >= 3 && (words.has(inner) || words.has(`${inner}e`))) return true;
  }
  return false;
}
