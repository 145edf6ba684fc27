/**
 * `node tests/report/sum.mjs`: sums the runners' reports in reports/ and prints `N passed, N failed` as the last line of
 * standard output. Ends with 1 when a test failed or a report is missing or unreadable, each of which counts as one
 * failure. Plain Node, so that it works where the setup failed.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countPlaywright, countVitest, describeSum } from './count.mjs';

const reports = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'reports');

/**
 * @param {string} name file name in reports/
 * @param {(report: unknown) => import('./count.mjs').Count} count
 */
const read = (name, count) => {
  try {
    const counted = count(JSON.parse(readFileSync(join(reports, name), 'utf8')));
    if (counted.passed + counted.failed + counted.skipped === 0) throw new Error('it holds no tests');
    return counted;
  } catch (cause) {
    console.error(
      `reports/${name} counts as one failure: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    return { passed: 0, failed: 1, skipped: 0, flaky: 0 };
  }
};

const { note, line, failed } = describeSum([
  read('unit.json', countVitest),
  read('e2e.json', countPlaywright),
  read('faults.json', countVitest),
]);
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(note === null ? `${line}\n` : `${note}\n${line}\n`);
