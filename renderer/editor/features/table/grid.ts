import type { Block, Table, TableCell } from '../../../../shared/article/block';
import { inlines } from '../../../../shared/article/build';
import { columnCount } from './columns';

/*
 * Changes of a table as a value. Rows may be of different length, as a file may bring them: nothing is filled up or cut
 * off that the writer did not ask for.
 */

const emptyCell: TableCell = { children: [] };

/** The table with an empty row in front of row `at`, as long as its neighbour; `at` may be the number of rows. */
export function withRow(table: Table, at: number): Table {
  const neighbour = table.rows[Math.max(0, at - 1)] ?? table.rows[at];
  const row = Array.from({ length: Math.max(1, neighbour?.length ?? 1) }, () => emptyCell);
  return { ...table, rows: table.rows.toSpliced(at, 0, row) };
}

/** The table with an empty column in front of column `at`; a row that ends before gets its cell at its end. */
export const withColumn = (table: Table, at: number): Table => ({
  ...table,
  rows: table.rows.map((row) => row.toSpliced(at, 0, emptyCell)),
});

/** The table without row `at`; the last row stays. */
export const withoutRow = (table: Table, at: number): Table =>
  table.rows.length < 2 ? table : { ...table, rows: table.rows.toSpliced(at, 1) };

/** The table without column `at`; the last column stays. */
export const withoutColumn = (table: Table, at: number): Table =>
  columnCount(table) < 2 ? table : { ...table, rows: table.rows.map((row) => row.toSpliced(at, 1)) };

/**
 * The cells of what is pasted, row by row: a table, or lines that tabs part into as many pieces each. Null for anything else,
 * and for a single cell, whose words are words.
 */
export function pastedCells(blocks: readonly Block[]): Table['rows'] | null {
  const lines = blocks.map(cellsOfLine);
  const [first] = lines;
  if (first && first.length > 1 && lines.every((line) => line?.length === first.length))
    return lines.flatMap((line) => (line ? [line] : []));
  const [only, ...others] = blocks.filter((block) => block.kind !== 'paragraph' || block.children.length > 0);
  if (only?.kind !== 'table' || others.length > 0) return null;
  return only.rows.length === 1 && columnCount(only) === 1 ? null : only.rows;
}

/** What tabs part in a line of plain text; null for what is no such line. */
function cellsOfLine(block: Block): readonly TableCell[] | null {
  if (block.kind !== 'paragraph') return null;
  const [only, ...others] = block.children;
  if (only?.kind !== 'text' || only.marks.length > 0 || others.length > 0) return null;
  return only.text.split('\t').map((words) => ({ children: inlines(words) }));
}

/** The table with `cells` from a cell on, in the place of what stood there; it grows by rows and columns that they need. */
export function withCells(table: Table, row: number, column: number, cells: Table['rows']): Table {
  const most = columnCount(table);
  const width = Math.max(most, column + columnCount({ ...table, rows: cells }));
  const height = Math.max(table.rows.length, row + cells.length);
  const rows = Array.from({ length: height }, (_, index): readonly TableCell[] => {
    const old = table.rows[index];
    const fresh = cells[index - row] ?? [];
    const length = !old || width > most ? width : Math.max(old.length, column + fresh.length);
    if (old && fresh.length === 0 && length === old.length) return old;
    return Array.from({ length }, (__, at) => fresh[at - column] ?? old?.[at] ?? emptyCell);
  });
  return { ...table, rows };
}

/** The table with other words in a cell. */
export function withCell(table: Table, row: number, column: number, children: TableCell['children']): Table {
  const cells = table.rows[row];
  const cell = cells?.[column];
  if (!cells || !cell) return table;
  return { ...table, rows: table.rows.with(row, cells.with(column, { ...cell, children })) };
}
