import { describe, expect, it } from 'vitest';
import { pastedCells, withCells } from '../../../renderer/editor/features/table/grid';
import { p, table } from '../../../shared/article/build';

describe('cells pasted into a table', () => {
  const votes = table(true, ['Name', 'Votes'], ['Ada', '12']);
  const { rows } = table(false, ['a', 'b'], ['c']);

  it('stand from the cell on, in the place of what stood there', () => {
    expect(withCells(votes, 0, 0, rows)).toEqual(table(true, ['a', 'b'], ['c', '12']));
  });

  it('get the rows and columns they need; no other row is left shorter', () => {
    expect(withCells(votes, 1, 1, rows)).toEqual(
      table(true, ['Name', 'Votes', ''], ['Ada', 'a', 'b'], ['', 'c', '']),
    );
  });

  it('leave rows as they are that they do not reach, also short ones', () => {
    const uneven = table(false, ['x'], ['y', 'z'], ['u']);
    const filled = withCells(uneven, 1, 0, table(false, ['1', '2']).rows);
    expect(filled).toEqual(table(false, ['x'], ['1', '2'], ['u']));
    expect(filled.rows[0]).toBe(uneven.rows[0]);
  });

  it('are those of one table with nothing but empty lines around it', () => {
    expect(pastedCells([p(''), votes, p('')])).toBe(votes.rows);
    expect(pastedCells([votes, p('words')])).toBeNull();
    expect(pastedCells([votes, votes])).toBeNull();
    expect(pastedCells([p('words')])).toBeNull();
  });

  it('are those of lines that tabs part into as many pieces each', () => {
    expect(pastedCells([p('a\tb'), p('c\t')])).toEqual(table(false, ['a', 'b'], ['c', '']).rows);
    expect(pastedCells([p('a\tb')])).toEqual(table(false, ['a', 'b']).rows);
    expect(pastedCells([p('a\tb'), p('c')])).toBeNull();
    expect(pastedCells([p('a'), p('b')])).toBeNull();
  });

  it('are none where there is a single cell: its words are words', () => {
    expect(pastedCells([table(false, ['12'])])).toBeNull();
  });
});
