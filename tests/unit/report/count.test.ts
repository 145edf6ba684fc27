import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, describeSum } from '../../report/count.mjs';

const vitestReport = (changes: object) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [],
  ...changes,
});

const playwrightReport = (stats: object, errors: readonly unknown[]) => ({
  stats: { expected: 9, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe('counting a report of Vitest', () => {
  it('counts passed, failed, skipped and planned tests', () => {
    const testResults = [
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    ];
    const report = vitestReport({
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 3,
      success: false,
      testResults,
    });
    expect(countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 5, flaky: 0 });
  });

  it('counts a file that breaks while loading as one failure', () => {
    const report = vitestReport({
      success: false,
      testResults: [{ status: 'failed', assertionResults: [] }],
    });
    expect(countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 0, flaky: 0 });
  });

  it('counts an error outside of every test as one failure', () => {
    expect(countVitest(vitestReport({ success: false })).failed).toBe(1);
  });

  it.each([[null], [{}], [[]], [{ testResults: [] }]])('refuses %j', (report) => {
    expect(() => countVitest(report)).toThrow();
  });
});

describe('counting a report of Playwright', () => {
  it('counts a test that passed at the second try as passed, and tells of it', () => {
    const report = playwrightReport({ unexpected: 1, flaky: 2, skipped: 3 }, []);
    expect(countPlaywright(report)).toEqual({ passed: 11, failed: 1, skipped: 3, flaky: 2 });
  });

  it('counts errors outside of tests', () => {
    expect(countPlaywright(playwrightReport({}, [{ message: 'no such file' }])).failed).toBe(1);
  });

  it.each([[null], [{}], [{ stats: {} }]])('refuses %j', (report) => {
    expect(() => countPlaywright(report)).toThrow();
  });
});

describe('the line at the end', () => {
  it('sums, and speaks of skipped tests above it and of second tries only when there are some', () => {
    const passed = { passed: 3, failed: 0, skipped: 0, flaky: 0 };
    expect(describeSum([passed, passed])).toEqual({
      note: null,
      line: '6 passed, 0 failed',
      failed: 0,
    });
    expect(describeSum([passed, { passed: 0, failed: 1, skipped: 2, flaky: 1 }])).toEqual({
      note: '2 skipped: they need what this machine does not offer\n1 passed at the second try only; Playwright names them above',
      line: '3 passed, 1 failed',
      failed: 1,
    });
  });
});
