import { join } from 'node:path';
import { startBundle } from './window-bundle';

/*
 * `npm run check:bundle`: the window opens as fast as its code can be read. What is not needed for the first keystroke
 * (dialogs, export, readers of foreign files) is loaded when it is asked for, with `import(…)`.
 */

/** Bytes of minified JavaScript, kB of 1,000. */
const budget = 700_000;

const files = startBundle(join(import.meta.dirname, '../../out/renderer'));
const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
const kilobytes = (count: number) => `${Math.round(count / 1000)} kB`;

if (bytes > budget) {
  const list = files.map((file) => `  ${kilobytes(file.bytes)}  ${file.file}`).join('\n');
  console.error(
    `The window's start bundle has ${kilobytes(bytes)}, its budget is ${kilobytes(budget)}:\n${list}\nLoad what the first keystroke does not need with import(…).`,
  );
  process.exitCode = 1;
} else {
  console.log(`The window's start bundle has ${kilobytes(bytes)} of ${kilobytes(budget)}.`);
}
