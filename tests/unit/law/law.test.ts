import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaint, cruise, type Findings, projectFolder } from './cruise';
import { ground, plants } from './plants';

interface Rule {
  readonly name: string;
  readonly comment: string;
}

/** The rules as .dependency-cruiser.cjs states them. */
const rules = (
  createRequire(import.meta.url)(join(projectFolder, '.dependency-cruiser.cjs')) as { forbidden: Rule[] }
).forbidden;

const packages = ['electron', 'react', 'unnamed'];

/** A project in a temporary folder that holds `plants` and the files they import. */
function writeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-law-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const imported = plants
    .flatMap(({ breaks }) => breaks)
    .map((broken) => broken.split(' → ').at(-1) ?? '')
    .filter((target) => /^(electron|renderer|shared)\//.test(target));
  for (const file of [...imported, ...ground]) write(file, 'export const one = 1;\n');
  for (const { file, text } of plants) write(file, text);
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
  const dependencies = { electron: '1.0.0', react: '1.0.0' };
  write('package.json', JSON.stringify({ name: 'planted', dependencies }));
  return folder;
}

describe('The law of the rooms', () => {
  let folder: string;
  let found: Findings;

  beforeAll(() => {
    folder = writeProject();
    found = cruise(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names every forbidden import of the planted project by its rule, and nothing else', () => {
    const expected = plants.flatMap(({ file, breaks }) =>
      breaks.map((broken) => broken.replace(' → ', `: ${file} → `)),
    );
    expect(found.violations).toEqual(expected.sort());
  });

  it('has a plant for every rule', () => {
    const fired = new Set(found.violations.map((violation) => violation.split(': ')[0]));
    expect(rules.map(({ name }) => name).filter((name) => !fired.has(name))).toEqual([]);
  });

  it('fails the check and tells the writer of a forbidden import why, and what to do instead', () => {
    const { text, exitCode } = complaint(folder);
    expect(exitCode).not.toBe(0);
    for (const { comment } of rules) expect(text.replace(/\s+/g, ' ')).toContain(comment);
  });
});

describe('The law on this project', () => {
  const sources = ['electron', 'renderer', 'shared'].flatMap((room) =>
    readdirSync(join(projectFolder, room), { recursive: true, encoding: 'utf8' })
      .map((name) => `${room}/${name}`)
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name)),
  );
  const { modules } = cruise(projectFolder);

  it('reads every source file', () => {
    const read = modules
      .map(({ source }) => source)
      .filter((source) => /^(electron|renderer|shared)\//.test(source));
    expect(read.sort()).toEqual([...sources].sort());
    expect(sources.length).toBeGreaterThan(200);
  });

  it('sees the imports of every file that has some', () => {
    const blind = modules
      .filter(({ source, dependencies }) => sources.includes(source) && dependencies.length === 0)
      .filter(({ source }) =>
        /^(im|ex)port [^;]*from '/m.test(readFileSync(join(projectFolder, source), 'utf8')),
      );
    expect(blind).toEqual([]);
  });
});
