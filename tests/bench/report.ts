import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../reports/bench');

/** The machine a figure was taken on, as far as others may know it. */
export const machine = (): string =>
  `${process.platform} ${release()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;

/**
 * Prints a benchmark's tables and writes them to `reports/bench/NAME.md`, beside the raw numbers in `NAME.json`.
 * @param figures everything that was measured, for those who want to count again
 */
export function writeReport(name: string, markdown: string, figures: unknown): void {
  mkdirSync(folder, { recursive: true });
  const head = `${new Date().toISOString().slice(0, 10)}, ${machine()}`;
  writeFileSync(join(folder, `${name}.md`), `${head}\n\n${markdown}\n`);
  writeFileSync(
    join(folder, `${name}.json`),
    JSON.stringify({ date: new Date().toISOString(), machine: machine(), figures }, null, 2),
  );
  console.log(`${head}\n\n${markdown}\n\nWritten to reports/bench/${name}.md and ${name}.json`);
}

/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** Milliseconds with as many digits as mean something. */
export const milliseconds = (value: number): string =>
  Number.isNaN(value) ? '–' : value < 100 ? value.toFixed(1) : value.toFixed(0);
