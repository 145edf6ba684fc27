import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const project = join(import.meta.dirname, '../..');

/** The proofs of `npm run test:faults`: one after the other, because each wants the machine for itself. */
export default defineConfig({
  root: project,
  test: {
    include: ['tests/faults/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    // The long form of a proof takes up to an hour on a slow machine; the short form is held to its time by .ci/run.
    testTimeout: 7_200_000,
    hookTimeout: 60_000,
    disableConsoleIntercept: true,
    reporters: process.env.CI ? ['verbose', ['json', { outputFile: 'reports/faults.json' }]] : ['verbose'],
  },
});
