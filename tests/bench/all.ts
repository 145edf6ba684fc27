import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * `npm run bench`: every part after the other, and their tables on one page, `reports/bench/all.md`. `-- --quick` is the
 * short form. Each part can be run alone by its own command.
 */

/** What is run, and the tables that it writes. */
const parts: Readonly<Record<string, readonly string[]>> = {
  start: ['start'],
  typing: ['typing', 'load'],
  desk: ['desk'],
  export: ['export'],
};
const words = process.argv.slice(2);
const folder = join(import.meta.dirname, '../../reports/bench');
const failed: string[] = [];

for (const part of Object.keys(parts)) {
  console.log(`== ${part}`);
  const began = Date.now();
  const { status } = spawnSync('npx', ['tsx', join(import.meta.dirname, `${part}.ts`), ...words], {
    stdio: 'inherit',
  });
  if (status !== 0) failed.push(part);
  console.log(`== ${part}: ${Math.round((Date.now() - began) / 1000)} s`);
}

const tables = Object.entries(parts)
  .filter(([part]) => !failed.includes(part))
  .flatMap(([, names]) => names)
  .map((name) => `## ${name}\n\n${readFileSync(join(folder, `${name}.md`), 'utf8')}`);
writeFileSync(join(folder, 'all.md'), tables.join('\n'));
console.log('All tables: reports/bench/all.md');
if (failed.length > 0) {
  console.error(`Not measured: ${failed.join(', ')}`);
  process.exitCode = 1;
}
