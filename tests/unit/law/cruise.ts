import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The root of this project. */
export const projectFolder = join(import.meta.dirname, '../../..');

/** What the checker of imports read and found. */
export interface Findings {
  /** The files it read, each with the files and packages it imports, as paths below the cruised folder. */
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  /** "rule: from → to", sorted. */
  readonly violations: readonly string[];
}

interface Output {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

const rooms = ['electron', 'renderer', 'shared'];

function run(folder: string, outputType: string) {
  return spawnSync(
    process.execPath,
    [
      join(projectFolder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(projectFolder, '.dependency-cruiser.cjs'),
      '--output-type',
      outputType,
      ...rooms,
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1' } },
  );
}

/** Reads `electron`, `renderer` and `shared` below `folder` by the project's law, as `npm run check:law` does. */
export function cruise(folder: string): Findings {
  const { stdout, stderr } = run(folder, 'json');
  if (stdout === '') throw new Error(stderr);
  const { modules, summary } = JSON.parse(stdout) as Output;
  return {
    modules,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort(),
  };
}

/** What a person reads when the law is broken below `folder`, and the exit code of the check. */
export function complaint(folder: string): { text: string; exitCode: number | null } {
  const { stdout, status } = run(folder, 'err-long');
  return { text: stdout, exitCode: status };
}
