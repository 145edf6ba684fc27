import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { fetchTools } from './tools';

/*
 * `npm run test:faults [-- --short] [NAME…]`: the proofs that saving loses nothing, in full or, with `--short`, in the few
 * minutes that every run of CI can spend. Names choose files of tests/faults: `kills`, `power-cuts`, `system-calls` …
 */

const project = join(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  options: { short: { type: 'boolean', default: false } },
  allowPositionals: true,
});

if (process.env.CI) fetchTools();

await build({
  configFile: false,
  root: project,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: join(project, 'tests/faults/saver.ts'),
    outDir: join(project, '.cache/faults'),
    emptyOutDir: true,
    target: 'node20.18',
    minify: false,
  },
});

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ` +
    `${process.platform}, Node ${process.versions.node}; ${values.short ? 'short form' : 'full numbers'}`,
);
const { status } = spawnSync(
  join(project, 'node_modules/.bin/vitest'),
  ['run', '--config', 'tests/faults/vitest.config.ts', ...positionals],
  {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, STANDFIRST_FAULTS: values.short ? 'short' : 'long' },
  },
);
process.exitCode = status ?? 1;
