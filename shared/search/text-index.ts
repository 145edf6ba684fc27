import type { ArticleTexts } from './article-texts';
import { fold, wordsOf } from './fold';
import { createPostings } from './postings';
import { type Fit, fitOf, leastInside, type Query, type Wanted } from './query';

/*
 * An index of words. Each article keeps its words as a stream of numbers, each word the articles it stands in, and no
 * search walks through all texts. A word that is only begun is looked for in the list of all words, which is short.
 */

/** Articles by words; one thread's own. */
export interface TextIndex {
  /** Puts an article in the place of what was known under `name`. `moment` orders articles that fit equally well. */
  put(name: string, texts: ArticleTexts, moment: string): void;
  remove(name: string): void;
  has(name: string): boolean;
  /** How many articles are known. */
  readonly size: number;
  /**
   * The articles in which everything occurs that is looked for: how many, and the names of the best `most` of them (and
   * of those that are as good as the last of these), the best first; null names all.
   */
  find(query: Query, most: number | null): Found;
}

export interface Found {
  readonly names: readonly string[];
  readonly count: number;
}

interface Entry {
  readonly name: string;
  /** Milliseconds since 1970; articles that fit equally well stand newest first. */
  readonly moment: number;
  /** Folded, for ranking. */
  readonly headline: string;
  readonly deck: string;
  readonly people: string;
  /** Numbers of words, from 1; 0 ends a text, so that no phrase reaches over it. */
  readonly stream: Stream;
}

/** How often a word stands in an article, in two bits: once, up to 3, up to 7, more. */
const levelOf = (count: number): number => (count === 1 ? 0 : count <= 3 ? 1 : count <= 7 ? 2 : 3);

/** What a find in the headline, among the people and in the deck counts, against 1 to 4 in the body. */
const worth = { headline: 24, people: 12, deck: 6 } as const;

/** Where fewer of the numbers of articles than this share are in use, because articles changed, the index is made anew. */
const leastUse = 0.34;

/** An empty index. */
export function createTextIndex(): TextIndex {
  const numberOfWord = new Map<string, number>();
  const words: string[] = [];
  /** For each word its articles and how often it stands in them. */
  let postings = createPostings();
  let entries: (Entry | null)[] = [];
  const numberOfName = new Map<string, number>();
  let all = joinedWords([]);
  /** The last query and the numbers of what it found: more letters can only narrow that down. */
  let last: { readonly query: Query; readonly found: readonly number[] } | null = null;

  function numberFor(word: string): number {
    const present = numberOfWord.get(word);
    if (present !== undefined) return present;
    const number = words.length;
    numberOfWord.set(word, number);
    words.push(word);
    return number;
  }

  function add(entry: Entry): void {
    last = null;
    const number = entries.length;
    entries.push(entry);
    numberOfName.set(entry.name, number);
    const counts = new Map<number, number>();
    eachWord(entry.stream, (word) => counts.set(word, (counts.get(word) ?? 0) + 1));
    for (const [word, count] of counts) postings.add(word, number, levelOf(count));
  }

  function makeAnew(): void {
    const present = entries.filter((entry) => entry !== null);
    entries = [];
    // The words keep their numbers, which stand in the streams.
    postings = createPostings();
    for (const entry of present) add(entry);
  }

  function remove(name: string): void {
    const number = numberOfName.get(name);
    if (number === undefined) return;
    last = null;
    entries[number] = null;
    numberOfName.delete(name);
    if (entries.length > 200 && numberOfName.size < entries.length * leastUse) makeAnew();
  }

  /** The words that fit, by how well they do. */
  function fitting(looked: string, goesOn: boolean, alone: boolean): readonly (readonly [number, Fit])[] {
    if (!goesOn) {
      const number = numberOfWord.get(looked);
      return number === undefined ? [] : [[number, 3]];
    }
    if (all.count < words.length) all = joinedWords(words);
    return all
      .containing(looked, alone && looked.length >= leastInside)
      .map((number) => [number, fitOf(words[number] ?? '', looked, true, alone)] as const);
  }

  /** Adds to `scores` what each article is worth for one word that is looked for; 0 stays where it does not occur. */
  function scoreWord(looked: string, goesOn: boolean, alone: boolean, scores: Float32Array): void {
    const values = new Uint32Array(entries.length);
    for (const [number, fit] of fitting(looked, goesOn, alone)) {
      const count = postings.read(number, values);
      // Up to a million rounds for a search: no iterator.
      for (let at = 0; at < count; at += 1) {
        const value = values[at] ?? 0;
        const worthHere = fit * (1 + (value & 3) * 0.34);
        const article = value >>> 2;
        if (worthHere > (scores[article] ?? 0)) scores[article] = worthHere;
      }
    }
  }

  /** Which places of a phrase each word may take, as bits. */
  function rowOf(looked: readonly string[], goesOn: boolean): Row {
    const places = new Uint32Array(words.length + 1);
    const row = looked.slice(0, longestRow);
    for (const [at, word] of row.entries()) {
      const mayGoOn = goesOn && at === looked.length - 1;
      for (const [number] of fitting(word, mayGoOn, false))
        places[number + 1] = (places[number + 1] ?? 0) | (1 << at);
    }
    return { places, last: 1 << (row.length - 1) };
  }

  /** What each article is worth for one part of the query, as far as it is among `candidates`. */
  function scoreWanted({ words: looked, goesOn }: Wanted, candidates: readonly number[]): Float32Array {
    const alone = looked.length === 1;
    const scores = new Float32Array(entries.length);
    scoreWord(looked.at(-1) ?? '', goesOn, alone, scores);
    if (alone) return scores;
    for (const word of looked.slice(0, -1)) {
      const also = new Float32Array(entries.length);
      scoreWord(word, false, false, also);
      for (let at = 0; at < scores.length; at += 1) if (also[at] === 0) scores[at] = 0;
    }
    const row = rowOf(looked, goesOn);
    for (const at of candidates) {
      const entry = entries[at];
      if (scores[at] !== 0 && !(entry && holdsRow(entry.stream, row))) scores[at] = 0;
    }
    return scores;
  }

  return {
    put(name, texts, moment) {
      remove(name);
      const stream = streamOf(
        [texts.headline, texts.deck, ...texts.people, ...texts.body].map((text) =>
          wordsOf(fold(text)).map(numberFor),
        ),
      );
      const [headline, deck, people] = [texts.headline, texts.deck, texts.people.join('\n')].map(fold);
      add({
        name,
        moment: Date.parse(moment) || 0,
        stream,
        headline: headline ?? '',
        deck: deck ?? '',
        people: people ?? '',
      });
    },
    remove,
    has: (name) => numberOfName.has(name),
    get size() {
      return numberOfName.size;
    },
    find(query, most) {
      if (query.length === 0) return { names: [], count: 0 };
      const candidates = last && narrows(last.query, query) ? last.found : entries.map((_, at) => at);
      const scores = query.map((wanted) => scoreWanted(wanted, candidates));
      const found: { at: number; entry: Entry; score: number }[] = [];
      for (const at of candidates) {
        const entry = entries[at];
        if (!entry) continue;
        let score = 0;
        for (const part of scores) {
          const here = part[at] ?? 0;
          score = here === 0 ? Number.NaN : score + here;
        }
        if (Number.isNaN(score)) continue;
        for (const wanted of query) score += worthOfPlaces(entry, wanted);
        found.push({ at, entry, score });
      }
      last = { query, found: found.map(({ at }) => at) };
      const names = best(found, most)
        .sort((one, other) => other.score - one.score || other.entry.moment - one.entry.moment)
        .map(({ entry }) => entry.name);
      return { names, count: found.length };
    },
  };
}

/** The `most` with the highest scores, and those with the score of the last of them, in no order; null: all. */
function best<Scored extends { readonly score: number }>(found: Scored[], most: number | null): Scored[] {
  if (most === null || found.length <= most) return found;
  const scores = Float64Array.from(found, ({ score }) => score).sort();
  const least = scores[scores.length - most] ?? 0;
  return found.filter(({ score }) => score >= least);
}

/**
 * Whether only articles that `before` found can be found by `now`: letters or words were typed behind it. A word that
 * becomes long enough to be looked for inside others finds more than its beginning did.
 */
export function narrows(before: Query, now: Query): boolean {
  return before.every((part, at) => {
    const longer = now[at];
    if (!longer || longer.words.length < part.words.length) return false;
    const [word = '', alone] = [part.words.at(-1), longer.words.length === 1];
    const same = part.words.slice(0, -1).every((each, index) => each === longer.words[index]);
    const grown = longer.words[part.words.length - 1] ?? '';
    if (!same || !grown.startsWith(word)) return false;
    if (!part.goesOn) return grown === word && (longer.words.length > part.words.length || !longer.goesOn);
    return !alone || !longer.goesOn || word.length >= leastInside || grown.length < leastInside;
  });
}

/** What it is worth that a part of the query stands in the headline, the people or the deck. */
function worthOfPlaces(entry: Entry, { words }: Wanted): number {
  // A phrase is looked for by its first word here: that it occurs as a whole is known already.
  const word = words[0] ?? '';
  let score = 0;
  for (const place of ['headline', 'people', 'deck'] as const) {
    const at = entry[place].indexOf(word);
    if (at < 0) continue;
    const starts = at === 0 || !isInWord(entry[place], at - 1);
    score += worth[place] * (starts ? 1 : 0.5);
  }
  return score;
}

/** Whether a letter or digit stands at a place of a folded text. */
function isInWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit > 127) return wordsOf(text.charAt(at)).length > 0;
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
}

/** Half as much memory where the words are among the first 65,535 of the desk, which those of most articles are. */
type Stream = Uint16Array | Uint32Array;

function streamOf(texts: readonly (readonly number[])[]): Stream {
  const numbers = texts.flatMap((text) => [...text.map((word) => word + 1), 0]);
  return numbers.every((number) => number < 0x10000) ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

function eachWord(stream: Stream, visit: (word: number) => void): void {
  for (const word of stream) if (word > 0) visit(word - 1);
}

/** Longer phrases are looked for by their first words: the bits of one number. */
const longestRow = 31;

/** A phrase: the places that each number of a stream may take in it, as bits, none for 0; and the bit of the last place. */
interface Row {
  readonly places: Uint32Array;
  readonly last: number;
}

/** Whether the phrase stands in the stream (the shift-and method of Baeza-Yates and Gonnet). */
function holdsRow(stream: Stream, { places, last }: Row): boolean {
  let reached = 0;
  // Up to ten million rounds for a search: no iterator, and no question in it but one.
  for (let at = 0; at < stream.length; at += 1) {
    reached = ((reached << 1) | 1) & (places[stream[at] as number] as number);
    if ((reached & last) !== 0) return true;
  }
  return false;
}

/** All words in one text, so that those with certain letters are found at the speed of a text search. */
function joinedWords(words: readonly string[]) {
  const text = `\n${words.join('\n')}\n`;
  const starts = new Uint32Array(words.length);
  let at = 1;
  for (const [number, word] of words.entries()) {
    starts[number] = at;
    at += word.length + 1;
  }

  /** The number of the word that stands at a place of the text. */
  function numberAt(place: number): number {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return {
    count: words.length,
    /** The numbers of the words that begin with `letters`, or also hold them inside. */
    containing(letters: string, inside: boolean): readonly number[] {
      const looked = inside ? letters : `\n${letters}`;
      const found: number[] = [];
      let place = text.indexOf(looked);
      while (place >= 0) {
        const number = numberAt(inside ? place : place + 1);
        found.push(number);
        place = text.indexOf(looked, (starts[number] ?? 0) + (words[number]?.length ?? 0));
      }
      return found;
    },
  };
}
