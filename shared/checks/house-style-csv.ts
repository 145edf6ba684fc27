import type { HouseStyleRule } from '../article/desk-settings';
import { fail, ok, type Result } from '../base/result';
import { checkStyleRule, type StyleRefusal } from './house-style';
import { isPlainText } from './words/plain-text';

/** A row that was left out, and why; the row's own text, so that nothing is lost. */
export interface RefusedRow {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly row: readonly string[];
  readonly refusal: StyleRefusal;
}

export interface ImportedStyle {
  readonly rules: readonly HouseStyleRule[];
  readonly refused: readonly RefusedRow[];
}

/** Why a file as a whole is not a list. */
export type StyleFileRefusal =
  | { readonly code: 'not-text' }
  | { readonly code: 'no-rows' }
  | { readonly code: 'unclosed-quote'; readonly line: number }
  | { readonly code: 'too-many-rows'; readonly most: number };

const mostRows = 20_000;
const head = ['avoid', 'prefer', 'reason'] as const;

/** A refusal of the file as a sentence that says what to do. */
export function describeStyleFileRefusal(refusal: StyleFileRefusal): string {
  switch (refusal.code) {
    case 'not-text':
      return 'This file is not text. Save the list as CSV (UTF-8) in your spreadsheet and import that file.';
    case 'no-rows':
      return 'There are no rows in this file. It needs three columns: avoid, prefer, reason.';
    case 'unclosed-quote':
      return `A quotation mark that begins on line ${refusal.line} never closes. Add it and import the file again.`;
    case 'too-many-rows':
      return `The list has more than ${refusal.most.toLocaleString('en-GB')} rows. Split it.`;
  }
}

/**
 * Reads a house style from CSV (RFC 4180; comma, semicolon or tab, as spreadsheets of all countries write it) with the
 * columns avoid, prefer, reason; a first row with these names is optional and may change their order. Rows that cannot
 * be used are told one by one and keep the others out of harm's way.
 */
export function importHouseStyle(text: string): Result<ImportedStyle, StyleFileRefusal> {
  if (!isPlainText(text)) return fail({ code: 'not-text' });
  const parsed = parseRows(text.replace(/^\uFEFF/, ''));
  if (!parsed.ok) return parsed;
  const rows = parsed.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const names = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const hasHead = names.includes('avoid');
  const content = hasHead ? rows.slice(1) : rows;
  if (content.length === 0) return fail({ code: 'no-rows' });
  if (content.length > mostRows) return fail({ code: 'too-many-rows', most: mostRows });
  const columns = head.map((name, index) => (hasHead ? names.indexOf(name) : index));
  const rules: HouseStyleRule[] = [];
  const refused: RefusedRow[] = [];
  for (const { cells, line } of content) {
    const [avoid = '', prefer = '', reason = ''] = columns.map((column) => cells[column]?.trim() ?? '');
    const checked = checkStyleRule({ avoid, prefer });
    if (checked.ok) rules.push({ avoid, prefer, reason });
    else refused.push({ line, row: cells, refusal: checked.error });
  }
  return ok({ rules, refused });
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRows(text: string): Result<readonly Row[], StyleFileRefusal> {
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let cells: string[] = [];
  let [cell, line, startLine, quotedSince] = ['', 1, 1, 0];
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({ line: startLine, cells });
    cells = [];
    startLine = line;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '\n') line += 1;
    if (quotedSince > 0) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quotedSince = 0;
    } else if (character === '"' && cell === '') quotedSince = line;
    else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  if (quotedSince > 0) return fail({ code: 'unclosed-quote', line: quotedSince });
  if (cell !== '' || cells.length > 0) endRow();
  return ok(rows);
}

/** The separator that stands most often outside quotation marks in the first line. */
function separatorOf(text: string): string {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split('\n');
  const counts = [',', ';', '\t'].map((separator) => first.split(separator).length);
  const most = Math.max(...counts);
  return [',', ';', '\t'][counts.indexOf(most)] ?? ',';
}

/**
 * The house style as CSV: a head row, quoted where needed, lines ended by CR LF (RFC 4180). Cells that a spreadsheet
 * would run as a formula begin with an apostrophe in no case: the list is words, and reading it back must give them.
 */
export function exportHouseStyle(rules: readonly HouseStyleRule[]): string {
  const rows = [head, ...rules.map(({ avoid, prefer, reason }) => [avoid, prefer, reason])];
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

const quoted = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
