/**
 * Counts out of the runners' JSON reports. Reports enter as unknown: a report that cannot be read is a failure, not a
 * zero.
 */

/** @typedef {{ passed: number, failed: number, skipped: number, flaky: number }} Count */

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
    flaky: 0,
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
    passed: numberAt(report.stats, 'expected') + numberAt(report.stats, 'flaky'),
    // Errors happened outside of any test.
    failed: numberAt(report.stats, 'unexpected') + errors,
    skipped: numberAt(report.stats, 'skipped'),
    flaky: numberAt(report.stats, 'flaky'),
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
      flaky: all.flaky + one.flaky,
    }),
    { passed: 0, failed: 0, skipped: 0, flaky: 0 },
  );
  const notes = [
    ...(sum.skipped > 0 ? [`${sum.skipped} skipped: they need what this machine does not offer`] : []),
    ...(sum.flaky > 0 ? [`${sum.flaky} passed at the second try only; Playwright names them above`] : []),
  ];
  return {
    note: notes.length > 0 ? notes.join('\n') : null,
    line: `${sum.passed} passed, ${sum.failed} failed`,
    failed: sum.failed,
  };
};
