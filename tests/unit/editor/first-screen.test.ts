import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstScreen } from '../../../renderer/editor/conversion/first-screen';
import { bullets, divider, p } from '../../../shared/article/build';

const paragraph = (characters: number) => p('x'.repeat(characters));
const many = (count: number, characters: number) =>
  Array.from({ length: count }, () => paragraph(characters));

describe('the first screen of an article', () => {
  it('is all of a short one, however high', () => {
    expect(firstScreen(many(48, 4000), 800)).toBe(48);
  });

  it('is of a long one what fills the window for certain, and no more', () => {
    // Three lines of 20 px each.
    expect(firstScreen(many(300, 270), 800)).toBe(14);
    expect(firstScreen(many(300, 270), 2160)).toBe(36);
    expect(firstScreen([bullets(...Array.from({ length: 50 }, () => 'Bread')), ...many(60, 270)], 800)).toBe(
      1,
    );
  });

  it('takes a block without words for a line, and all where they do not fill the window', () => {
    expect(firstScreen([...many(10, 0), ...Array.from({ length: 90 }, () => divider)], 800)).toBe(40);
    expect(firstScreen(many(60, 10), 10_000)).toBe(60);
  });

  it('grows with the window and shrinks with longer blocks', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 49, maxLength: 200 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 100, max: 3000 }), (characters, height) => {
        const blocks = characters.map(paragraph);
        const first = firstScreen(blocks, height);
        expect(first).toBeGreaterThan(0);
        expect(firstScreen(blocks, height + 200)).toBeGreaterThanOrEqual(first);
        expect(
          firstScreen(
            characters.map((count) => paragraph(count + 90)),
            height,
          ),
        ).toBeLessThanOrEqual(first);
      }),
    );
  });
});
