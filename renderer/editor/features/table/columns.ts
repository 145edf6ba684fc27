import type { Table } from '../../../../shared/article/block';

/** The number of cells of the longest row. */
export const columnCount = (table: Table): number =>
  table.rows.reduce((most, row) => Math.max(most, row.length), 0);
