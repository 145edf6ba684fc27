import { assert, constantFrom, array as listOf, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedStretch, withStretch } from '../../../shared/base/stretch';

const items = ['a', 'b', 'c'].map((name) => ({ name }));
const lists = listOf(constantFrom(...items), { maxLength: 12 });

describe('a stretch', () => {
  it('gives the present list back from the former one', () => {
    assert(
      property(lists, lists, (former, present) => {
        expect(withStretch(former, changedStretch(former, present))).toEqual(present);
      }),
    );
  });

  it('is no longer than what changed', () => {
    const former = Array.from({ length: 1000 }, (_, index) => ({ index }));
    const changed = { index: -1 };
    expect(changedStretch(former, former.with(500, changed))).toEqual({
      from: 500,
      removed: 1,
      inserted: [changed],
    });
    expect(changedStretch(former, former)).toEqual({ from: 1000, removed: 0, inserted: [] });
  });

  it('that does not lie in the list is refused', () => {
    expect(withStretch(items, { from: 2, removed: 2, inserted: [] })).toBeNull();
    expect(withStretch(items, { from: 4, removed: 0, inserted: [] })).toBeNull();
  });
});
