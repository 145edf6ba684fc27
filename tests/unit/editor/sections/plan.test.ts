import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mayStay,
  mostBlocks,
  planSections,
  type Standing,
  usualSize,
} from '../../../../renderer/editor/sections/plan';

type Block = Standing<string>;

/** `size` paragraphs that stand in `section`, all of which may begin a section. */
const standing = (section: string | null, size: number): Block[] =>
  Array.from({ length: size }, (_, index) => ({
    section,
    first: section !== null && index === 0,
    mayBegin: true,
  }));

const anyBlocks = fc
  .array(
    fc.record({
      section: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
      size: fc.integer({ min: 1, max: 150 }),
      mayBegin: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((stretches) =>
    stretches.flatMap(({ section, size, mayBegin }) =>
      standing(section, size).map((block) => ({ ...block, mayBegin })),
    ),
  );

describe('the plan of sections', () => {
  it('holds every block once, in order, and gives no section to two stretches', () => {
    fc.assert(
      fc.property(anyBlocks, fc.option(fc.nat(800)), (blocks, caret) => {
        const plan = planSections(blocks, caret);
        let next = 0;
        for (const { from, to } of plan) {
          expect(from).toBe(next);
          expect(to).toBeGreaterThan(from);
          next = to;
        }
        expect(next).toBe(blocks.length);
        const sections = plan.flatMap(({ section }) => section ?? []);
        expect(new Set(sections).size).toBe(sections.length);
      }),
    );
  });

  it('leaves sections alone of which it says that they may stay', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 6 }), (sizes) => {
        const blocks = sizes.flatMap((size, index) => standing(`s${index}`, size));
        const plan = planSections(blocks, null).map(({ section, from, to }) => ({
          section,
          size: to - from,
        }));
        const asTheyAre = sizes.map((size, index) => ({ section: `s${index}`, size }));
        // Empty sections are none of the plan.
        const isAsItWas = JSON.stringify(plan) === JSON.stringify(asTheyAre);
        expect(mayStay(sizes) && !isAsItWas).toBe(false);
        expect(isAsItWas && sizes.every((size) => size > 0) && !mayStay(sizes)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is content with what it made before: nothing moves when nothing changed', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const after = planSections(blocks, null).flatMap(({ section, from, to }, index) =>
          blocks.slice(from, to).map((block, at) => ({
            ...block,
            section: section ?? `new ${index}`,
            first: at === 0,
          })),
        );
        const again = planSections(after, null);
        for (const { section, from, to } of again)
          for (const block of after.slice(from, to)) expect(block.section).toBe(section);
      }),
    );
  });

  it('begins a section only with a block that may, and parts what is too long', () => {
    const blocks = standing('a', 400).map((block, index) => ({ ...block, mayBegin: index % 5 === 0 }));
    const plan = planSections(blocks, null);
    expect(plan.length).toBeGreaterThan(5);
    for (const { from, to } of plan) {
      expect(blocks[from]?.mayBegin).toBe(true);
      expect(to - from).toBeLessThanOrEqual(mostBlocks);
    }
  });

  it('parts even where no block may begin a section, in the end', () => {
    const blocks = standing('a', 2000).map((block) => ({ ...block, mayBegin: false }));
    for (const { from, to } of planSections(blocks, null)) expect(to - from).toBeLessThanOrEqual(300);
  });

  it('leaves a section that grew by one block alone, and a block that was put in where it is', () => {
    const blocks = [
      ...standing('a', 20),
      ...standing(null, 1),
      ...standing('a', 5).slice(1),
      ...standing('b', 30),
    ];
    expect(planSections(blocks, null)).toEqual([
      { section: 'a', from: 0, to: 25 },
      { section: 'b', from: 25, to: 55 },
    ]);
  });

  it('leaves the section with the caret its element when it is parted', () => {
    const blocks = standing('a', mostBlocks + 1);
    const [first, second] = planSections(blocks, 50);
    expect(first).toEqual({ section: null, from: 0, to: usualSize });
    expect(second).toMatchObject({ section: 'a', from: usualSize });
  });
});
