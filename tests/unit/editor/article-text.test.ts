import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleText, movedPlaces } from '../../../renderer/editor/article-text';

/** The text of an article of these blocks, as the page tells it. */
function textOf(words: readonly string[]): ArticleText {
  let start = 0;
  const blocks = words.map((text, index) => {
    const block = { key: String(index), start, text };
    start += text.length + 2;
    return block;
  });
  return { text: words.join('\n\n'), blocks };
}

const block = fc.string({ minLength: 1, maxLength: 6 });

describe('places in a text that somebody writes in', () => {
  it('stay before what was written, move behind it, and are gone where it was', () => {
    const placeOf = movedPlaces(
      textOf(['One', 'Two', 'Three']),
      textOf(['One', 'Two and more', 'New', 'Three']),
    );
    expect(placeOf({ start: 0, end: 3 })).toEqual({ start: 0, end: 3 });
    expect(placeOf({ start: 5, end: 8 })).toBeNull();
    expect(placeOf({ start: 1, end: 6 })).toBeNull();
    expect(placeOf({ start: 10, end: 15 })).toEqual({ start: 24, end: 29 });
  });

  it('are those of the same words, whatever was written', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 8 }),
        fc.array(block, { maxLength: 4 }),
        fc.nat(8),
        fc.nat(4),
        fc.nat(40),
        fc.nat(12),
        (words, written, from, removed, start, length) => {
          const before = textOf(words);
          const after = textOf([...words.slice(0, from), ...written, ...words.slice(from + removed)]);
          const place = { start, end: Math.min(before.text.length, start + length) };
          fc.pre(place.start <= place.end);
          const moved = movedPlaces(before, after)(place);
          if (moved)
            expect(after.text.slice(moved.start, moved.end)).toBe(before.text.slice(place.start, place.end));
          else expect(after.text).not.toBe(before.text);
        },
      ),
    );
  });
});
