import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameValue } from '../../../shared/base/same-value';

describe('values that say the same', () => {
  it('are equal as JSON, whatever the order of keys, and only these are', () => {
    const inOrder = (value: unknown): unknown => {
      if (Array.isArray(value)) return ['list', ...value.map(inOrder)];
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
      return ['object', ...entries.map(([name, inner]) => [name, inOrder(inner)])];
    };
    const text = (value: unknown) => JSON.stringify(inOrder(value));
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(sameValue(one, structuredClone(one))).toBe(true);
        expect(sameValue(one, other)).toBe(text(one) === text(other));
      }),
      { numRuns: 500 },
    );
  });

  it('may lack what another one has as undefined, and nothing else', () => {
    expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { b: undefined, a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(sameValue([1], { 0: 1 })).toBe(false);
    expect(sameValue(null, {})).toBe(false);
  });
});
