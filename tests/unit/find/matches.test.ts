import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expressionOf,
  findMatches,
  mostMatches,
  type Query,
  replacementFor,
} from '../../../renderer/find/matches';

const query = (words: string, fields: Partial<Query> = {}): Query => ({
  words,
  matchCase: false,
  wholeWords: false,
  pattern: false,
  ...fields,
});
const words = (text: string, wanted: Query) =>
  findMatches(text, wanted).map(({ start, end }) => text.slice(start, end));

describe('finding words', () => {
  it('takes no notice of case unless told to', () => {
    expect(words('The the THE', query('the'))).toEqual(['The', 'the', 'THE']);
    expect(words('The the THE', query('the', { matchCase: true }))).toEqual(['the']);
  });

  it('finds whole words in any script', () => {
    expect(words('sea seaside Übersee sea', query('sea', { wholeWords: true }))).toEqual(['sea', 'sea']);
    expect(words('Río Ríos', query('río', { wholeWords: true }))).toEqual(['Río']);
  });

  it('takes a straight apostrophe for a curly one', () => {
    expect(words("don’t and don't", query("don't"))).toEqual(['don’t', "don't"]);
  });

  it('takes what was typed straight for what typography made of it', () => {
    expect(words('“It rose” and "it rose"', query('"it rose"'))).toEqual(['“It rose”', '"it rose"']);
    expect(
      words('«\u00a0Oui\u00a0», dit-elle\u00a0: 10\u202fkm', query('"oui", dit-elle : 10 km')),
    ).toHaveLength(1);
    expect(words('‘No’', query("'no'"))).toEqual(['‘No’']);
    expect(words('“no”', query('”no“'))).toEqual([]);
  });

  it('reads signs of patterns as plain signs', () => {
    expect(words('a.b axb', query('a.b'))).toEqual(['a.b']);
  });

  it('finds exactly what stands there, for every text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, needle, after) => {
        const found = findMatches(before + needle + after, query(needle, { matchCase: true }));
        expect(found.length).toBeGreaterThan(0);
      }),
    );
  });

  it('stops at ten thousand', () => {
    expect(findMatches('a'.repeat(mostMatches + 5), query('a'))).toHaveLength(mostMatches);
  });
});

describe('patterns', () => {
  it('leaves out matches of nothing', () => {
    expect(findMatches('abc', query('x*', { pattern: true }))).toEqual([]);
  });

  it('see one block at a time', () => {
    const text = 'He left.\n\nThe sea rose. \n\nThe end.';
    expect(words(text, query('^the', { pattern: true }))).toEqual(['The', 'The']);
    expect(words(text, query('\\.\\s+the', { pattern: true }))).toEqual([]);
    expect(findMatches(text, query('\\s+$', { pattern: true }))).toMatchObject([{ start: 23, end: 24 }]);
  });

  it('half a pattern is none', () => {
    expect(expressionOf(query('(a', { pattern: true }))).toBeNull();
  });

  it('puts what the brackets held into the replacement', () => {
    const [match] = findMatches('Field, Ada', query('(\\w+), (\\w+)', { pattern: true }));
    expect(match && replacementFor(match, '$2 $1 ($0)', true)).toBe('Ada Field (Field, Ada)');
    expect(match && replacementFor(match, '$2', false)).toBe('$2');
  });
});
