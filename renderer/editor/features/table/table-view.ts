import type { Table, TableCell } from '../../../../shared/article/block';
import { cardButton, drawn } from '../../card-field';
import type { CardText, CardTexts, Way } from '../../card-text';
import type { CardHands, CardView, Change } from '../../card-view';
import { inlinesOf, lineOf, makeText } from '../../text-place';
import { columnCount } from './columns';
import { pastedCells, withCell, withCells, withColumn, withoutColumn, withoutRow, withRow } from './grid';
import './table.css';

/** So many rows are drawn at first, and more when they are asked for; all are kept, saved and exported. */
const rowsAtATime = 200;

interface DrawnRow {
  readonly row: readonly TableCell[];
  readonly isHeader: boolean;
  readonly element: HTMLTableRowElement;
  readonly texts: readonly CardText[];
}

/** A table, written cell by cell. @public: loaded late. */
export function tableView(
  texts: CardTexts,
  block: Table,
  change: Change<Table>,
  hands: CardHands,
): CardView<Table> {
  let shown = block;
  let most = rowsAtATime;
  let lines: readonly DrawnRow[] = [];
  /** The cell in which the writer is, or was last. */
  let at = { row: 0, column: 0 };

  const write = (next: Table, place: string) => {
    shown = next;
    change(next, place);
  };
  let steps = 0;
  /** A change of rows and columns is an undo of its own, however quickly the next one comes. */
  const step = (next: Table) => {
    steps += 1;
    write(next, `grid ${steps}`);
  };
  const rearrange = (next: Table, row: number, column: number) => {
    texts.leave();
    step(next);
    // Drawn now, not when the page hears of it: what is typed next goes into a cell that is there.
    update(next);
    goTo(Math.min(row, next.rows.length - 1), column);
  };
  const lessRows = cardButton('Remove row', () => rearrange(withoutRow(shown, at.row), at.row, at.column));
  const lessColumns = cardButton('Remove column', () =>
    rearrange(withoutColumn(shown, at.column), at.row, Math.max(0, at.column - 1)),
  );
  const header = cardButton('Header row', () => step({ ...shown, headerRow: !shown.headerRow }));
  const tools = drawn(
    'div',
    'card-tools',
    cardButton('Add row', () => rearrange(withRow(shown, at.row + 1), at.row + 1, at.column)),
    cardButton('Add column', () => rearrange(withColumn(shown, at.column + 1), at.row, at.column + 1)),
    lessRows,
    lessColumns,
    header,
    cardButton('Remove table', hands.remove),
  );
  tools.setAttribute('role', 'toolbar');
  tools.setAttribute('aria-label', 'Table');
  const body = drawn('tbody', '');
  const rest = drawn('p', 'table-rest');
  const more = cardButton('', () => {
    most += rowsAtATime;
    update(shown);
  });

  function goTo(row: number, column: number): void {
    if (row >= most && row < shown.rows.length) {
      most += rowsAtATime;
      update(shown);
    }
    const line = lines[row];
    line?.texts[Math.min(column, line.texts.length - 1)]?.focus('end');
  }

  /** Where Tab or an arrow leads from a cell; null where the browser moves on by itself. */
  function lead(row: number, column: number, way: Way): (() => void) | null {
    const width = shown.rows[row]?.length ?? 0;
    switch (way) {
      case 'tab':
        if (column + 1 < width) return () => goTo(row, column + 1);
        if (row + 1 < shown.rows.length) return () => goTo(row + 1, 0);
        return () => rearrange(withRow(shown, row + 1), row + 1, 0);
      case 'back-tab':
        if (column > 0) return () => goTo(row, column - 1);
        return row > 0 ? () => goTo(row - 1, (shown.rows[row - 1]?.length ?? 1) - 1) : null;
      case 'up':
        return row > 0 ? () => goTo(row - 1, column) : hands.select;
      case 'down':
        return row + 1 < shown.rows.length ? () => goTo(row + 1, column) : hands.writeBelow;
      case 'left':
        return column > 0 ? () => goTo(row, column - 1) : null;
      case 'right':
        return column + 1 < width ? () => goTo(row, column + 1) : null;
    }
  }

  function drawRow(row: readonly TableCell[], isHeader: boolean): DrawnRow {
    const own: { drawn?: DrawnRow } = {};
    const index = () => (own.drawn ? lines.indexOf(own.drawn) : -1);
    const cells = row.map((cell, column) => {
      const text = makeText(texts, {
        label: '',
        placeholder: '',
        holds: 'line',
        write: (prose) =>
          write(withCell(shown, index(), column, inlinesOf(prose)), `cell ${index()} ${column}`),
        enter: () => lead(index(), column, 'down')?.(),
        escape: hands.select,
        leave: (way) => lead(index(), column, way),
        takes(blocks) {
          const cells = pastedCells(blocks);
          return cells && (() => rearrange(withCells(shown, index(), column, cells), index(), column));
        },
      });
      text.element.addEventListener('focus', () => {
        at = { row: index(), column };
        text.element.setAttribute('aria-label', `Row ${at.row + 1}, column ${column + 1}`);
      });
      text.show(lineOf(cell.children));
      return text;
    });
    const element = drawn('tr', '', ...cells.map((text) => drawn(isHeader ? 'th' : 'td', '', text.element)));
    if (isHeader) for (const cell of element.children) cell.setAttribute('scope', 'col');
    own.drawn = { row, isHeader, element, texts: cells };
    return own.drawn;
  }

  /** Draws only the rows that are not the very rows that were drawn before. */
  function update(next: Table): void {
    shown = next;
    const rows = next.rows.slice(0, most);
    const isHeader = (index: number) => next.headerRow && index === 0;
    const isSame = (line: DrawnRow | undefined, index: number) =>
      line !== undefined && line.row === rows[index] && line.isHeader === isHeader(index);
    let from = 0;
    while (from < rows.length && isSame(lines[from], from)) from += 1;
    let behind = 0;
    while (
      behind < Math.min(rows.length, lines.length) - from &&
      isSame(lines[lines.length - 1 - behind], rows.length - 1 - behind)
    )
      behind += 1;
    const old = lines.slice(from, lines.length - behind);
    const fresh = rows.slice(from, rows.length - behind).map((row, index) => {
      const before = old[index];
      return before &&
        old.length === rows.length - behind - from &&
        before.row.length === row.length &&
        before.isHeader === isHeader(from + index)
        ? rewritten(before, row)
        : drawRow(row, isHeader(from + index));
    });
    const following = lines[lines.length - behind]?.element ?? null;
    for (const line of old) if (!fresh.some(({ element }) => element === line.element)) line.element.remove();
    for (const line of fresh)
      if (line.element.parentNode !== body) body.insertBefore(line.element, following);
    const isRearranged = old.length !== fresh.length || fresh.some((line, index) => line !== old[index]);
    lines = [...lines.slice(0, from), ...fresh, ...lines.slice(lines.length - behind)];
    if (isRearranged) name();
    const hidden = next.rows.length - rows.length;
    rest.hidden = hidden === 0;
    rest.firstChild?.remove();
    rest.prepend(
      `${rows.length.toLocaleString('en')} of ${next.rows.length.toLocaleString('en')} rows are shown. All are kept, saved and exported. `,
    );
    more.textContent = `Show ${Math.min(rowsAtATime, hidden)} more rows`;
    header.setAttribute('aria-pressed', String(next.headerRow));
    // The last row and the last column stay: what removes the whole table says so.
    lessRows.disabled = next.rows.length < 2;
    lessColumns.disabled = columnCount(next) < 2;
  }

  /** The same cells with other words; keeps the elements, and the caret in them. */
  function rewritten(line: DrawnRow, row: readonly TableCell[]): DrawnRow {
    row.forEach((cell, column) => {
      if (cell !== line.row[column]) line.texts[column]?.show(lineOf(cell.children));
    });
    // The texts find their place by the line they belong to: it stays the same object.
    return Object.assign(line, { row });
  }

  /** Names the cells by their place, and lets Tab stop at the table once. */
  function name(): void {
    lines.forEach((line, row) => {
      line.texts.forEach(({ element }, column) => {
        element.setAttribute('aria-label', `Row ${row + 1}, column ${column + 1}`);
        element.tabIndex = row === 0 && column === 0 ? 0 : -1;
      });
    });
  }

  rest.append('', more);
  const element = drawn('div', 'table', tools, drawn('div', 'table-scroll', drawn('table', '', body)), rest);
  update(block);
  return { element, update };
}
