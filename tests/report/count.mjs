/**
 * Counts out of the runners' JSON reports. Reports enter as unknown: a report that cannot be read is a failure, not a
 * zero.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param {Record<string, unknown>} record
 * @param {string} key
 */
const numberAt = (record, key) => {
  const value = record[key];
  if (typeof value !== 'number') throw new Error(`the report has no number "${key}"`);
  return value;
};

/**
 * @param {unknown} report Vitest's JSON report (Jest's format)
 * @returns {Count}
 * @throws Error when it is not such a report
 */
export const countVitest = (report) => {
  if (!isRecord(report) || !Array.isArray(report.testResults))
    throw new Error('it is not a report of Vitest');
  // A file that breaks while loading has no tests that could fail; it counts as one.
  const brokenFiles = report.testResults.filter(
    (file) =>
      isRecord(file) &&
      file.status === 'failed' &&
      !(
        Array.isArray(file.assertionResults) &&
        file.assertionResults.some((test) => test?.status === 'failed')
      ),
  ).length;
  const failed = numberAt(report, 'numFailedTests') + brokenFiles;
  return {
    passed: numberAt(report, 'numPassedTests'),
    // Errors outside of any test make the run a failure although every test passed.
    failed: failed === 0 && report.success !== true ? 1 : failed,
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  };
};

/**
 * @param {unknown} report Playwright's JSON report
 * @returns {Count}
 * @throws Error when it is not such a report
 */
export const countPlaywright = (report) => {
  if (!isRecord(report) || !isRecord(report.stats)) throw new Error('it is not a report of Playwright');
  const errors = Array.isArray(report.errors) ? report.errors.length : 0;
  return {
    passed: numberAt(report.stats, 'expected'),
    // A flaky test failed once: passing at the second try does not undo that. Errors happened outside of any test.
    failed: numberAt(report.stats, 'unexpected') + numberAt(report.stats, 'flaky') + errors,
    skipped: numberAt(report.stats, 'skipped'),
  };
};

/**
 * The one line that a run ends with, always of the same form, and what stands above it where tests were skipped.
 * @param {readonly Count[]} counts
 */
export const describeSum = (counts) => {
  const sum = counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  return {
    note: sum.skipped > 0 ? `${sum.skipped} skipped: they need what this machine does not offer` : null,
    line: `${sum.passed} passed, ${sum.failed} failed`,
    failed: sum.failed,
  };
};
