import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPostings } from '../../../shared/search/postings';

/** What was noted of a word, as `article << 2 | level`. */
function readOf(postings: ReturnType<typeof createPostings>, word: number): readonly number[] {
  const into = new Uint32Array(20_000);
  return [...into.subarray(0, postings.read(word, into))];
}

describe('postings', () => {
  it('answer for each word what was noted of it, however many words are noted in between', () => {
    const step = fc.record({
      word: fc.oneof(fc.nat(3), fc.nat(900)),
      gap: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 200_000 })),
      level: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 600, size: 'max' }), (steps) => {
        const postings = createPostings();
        const expected = new Map<number, number[]>();
        let article = -1;
        for (const { word, gap, level } of steps) {
          article += gap;
          postings.add(word, article, level);
          expected.set(word, [...(expected.get(word) ?? []), article * 4 + level]);
        }
        for (const [word, noted] of expected) expect(readOf(postings, word)).toEqual(noted);
        expect(readOf(postings, 901)).toEqual([]);
      }),
    );
  });

  it('keep words that stand in every article of a large desk apart, over many pages', () => {
    const postings = createPostings();
    for (let article = 0; article < 12_000; article += 1)
      for (let word = 0; word < 12; word += 1)
        if (article % (word + 1) === 0) postings.add(word, article, word % 4);
    for (let word = 0; word < 12; word += 1) {
      const noted = Array.from(
        { length: Math.ceil(12_000 / (word + 1)) },
        (_, at) => at * (word + 1) * 4 + (word % 4),
      );
      expect(readOf(postings, word)).toEqual(noted);
    }
  });
});
