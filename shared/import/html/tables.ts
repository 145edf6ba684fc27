import type { Block, TableCell } from '../../article/block';
import { inlineRuns } from '../../article/traverse';
import { asRun, hasWords, joinRuns } from './joining';
import type { Passage } from './passage';

/** A cell as it was read: its content in order, and how far it reaches. */
export interface ReadCell {
  readonly content: readonly Passage[];
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
}
export interface ReadTable {
  readonly rows: readonly (readonly ReadCell[])[];
  /** `role="presentation"`: the page says itself that this is layout. */
  readonly isLayout: boolean;
  /** The page tells the table's columns (`colgroup`): what only arranges a page has no need to, and browsers judge alike. */
  readonly hasColumns: boolean;
}

/** A cell that reaches further than this over columns is a mistake of the page, not a table. */
const widestSpan = 100;
/** More cells than this are not added to square a table. */
const mostCells = 400_000;

/**
 * A table of words becomes a table; merged cells keep their words in their first cell and leave the others empty. A
 * table that only arranges a page gives its contents in reading order.
 */
export function tablePassages(
  table: ReadTable,
  addFinding: (code: 'wide-table' | 'image-in-table') => void,
): readonly Passage[] {
  const rows = table.rows.filter((row) => row.length > 0);
  const region = rows[0]?.[0]?.content[0]?.region ?? 'body';
  const content = rows.flatMap((row) => row.flatMap((cell) => cell.content));
  if (content.length === 0) return [];
  if (table.isLayout || arrangesAPage(rows, table.hasColumns)) return content;
  const afterwards: Passage[] = [];
  const cells = rows.map((row) => row.map((cell) => ({ ...cell, children: cellWords(cell, afterwards) })));
  for (const { block } of afterwards) if (block.kind === 'image') addFinding('image-in-table');
  const squared = square(cells);
  if (!squared) addFinding('wide-table');
  const grid = squared ?? cells.map((row) => row.map((cell): TableCell => ({ children: cell.children })));
  const hasHead = rows[0]?.every((cell) => cell.isHeader) ?? false;
  // Markdown has no table without a head: one that says nothing is there for that.
  const headerRow =
    hasHead && (grid.length === 1 || (grid[0]?.some(({ children }) => hasWords(children)) ?? false));
  const block: Block = { kind: 'table', headerRow, rows: hasHead && !headerRow ? grid.slice(1) : grid };
  return [{ kind: 'passage', block, region, role: '', headingLevel: 0 }, ...afterwards];
}

/**
 * Layout: a single cell without header, or a table whose columns nobody tells, with no row of words side by side, while
 * cells hold more than lines of words.
 */
function arrangesAPage(rows: readonly (readonly ReadCell[])[], hasColumns: boolean): boolean {
  if (rows.some((row) => row.some((cell) => cell.isHeader))) return false;
  if (rows.length === 1 && rows[0]?.length === 1) return true;
  const cells = rows.flat();
  if (cells.some((cell) => cell.content.some(({ block }) => block.kind === 'table'))) return true;
  const isSideBySide = rows.some((row) => row.filter((cell) => cell.content.some(hasOwnWords)).length > 1);
  return (
    !isSideBySide &&
    !hasColumns &&
    cells.some((cell) => cell.content.length > 1 || cell.content.some((passage) => asRun(passage) === null))
  );
}

const hasOwnWords = ({ block }: Passage): boolean =>
  block.kind !== 'deskNote' && block.kind !== 'image' && block.kind !== 'divider';

/** The words of a cell, one line a paragraph or item; pictures and what else has no place in a cell go below. */
function cellWords(cell: ReadCell, afterwards: Passage[]): TableCell['children'] {
  const runs = cell.content.flatMap((passage) => {
    const run = asRun(passage);
    if (run) return [run];
    if (passage.block.kind === 'list' || passage.block.kind === 'factBox') return inlineRuns(passage.block);
    afterwards.push(passage);
    return [];
  });
  return joinRuns(runs.filter(hasWords), 1);
}

type WordedCell = ReadCell & { readonly children: TableCell['children'] };

/** Every row gets the same number of cells; null when that would take too many. */
function square(rows: readonly (readonly WordedCell[])[]): TableCell[][] | null {
  // A single cell over "all" columns is often written as colspan 1000: it does not say how wide the table is.
  const widths = rows.map((row) => (row.length === 1 ? 1 : row.reduce((sum, cell) => sum + spanOf(cell), 0)));
  const width = widths.reduce((most, columns) => Math.max(most, columns), 1);
  if (width * rows.length > mostCells) return null;
  const covered: number[] = [];
  const grid: TableCell[][] = [];
  let count = 0;
  for (const row of rows) {
    const line: TableCell[] = [];
    const skipCovered = (): void => {
      while ((covered[line.length] ?? 0) > 0) {
        covered[line.length] = (covered[line.length] ?? 0) - 1;
        line.push({ children: [] });
      }
    };
    for (const cell of row) {
      skipCovered();
      const columns = row.length === 1 ? 1 : spanOf(cell);
      if (count + line.length + columns > mostCells) return null;
      for (let column = 0; column < columns; column += 1) {
        if (cell.rows > 1) covered[line.length] = cell.rows - 1;
        line.push({ children: column === 0 ? cell.children : [] });
      }
    }
    skipCovered();
    while (line.length < width) line.push({ children: [] });
    count += line.length;
    if (count > mostCells) return null;
    grid.push(line);
  }
  const widest = grid.reduce((most, line) => Math.max(most, line.length), 0);
  if (widest * grid.length > mostCells) return null;
  for (const line of grid) while (line.length < widest) line.push({ children: [] });
  return grid;
}

const spanOf = (cell: ReadCell): number => Math.min(widestSpan, Math.max(1, cell.columns));
