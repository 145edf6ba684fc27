import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actions } from '../../../shared/ipc/actions';
import { projectFolder } from './cruise';

const page = (name: string) => readFileSync(join(projectFolder, name), 'utf8');
const exists = (path: string) => existsSync(join(projectFolder, path));
const matchesOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('README.md', () => {
  const readme = page('README.md');

  it('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(page('package.json')) as { scripts: Record<string, string> };
    const named = [...matchesOf(readme, /npm run ([\w:]+)/g), ...matchesOf(readme, /npm (start|test)\b/g)];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('shows the command line as its help does', () => {
    const help = execFileSync(
      process.execPath,
      ['--import', 'tsx', join(projectFolder, 'electron/cli.ts'), '--help'],
      { cwd: projectFolder, encoding: 'utf8' },
    );
    const usage = (text: string) => matchesOf(text, /^ *(standfirst .+)$/gm);
    expect(usage(readme)).toEqual(usage(help));
  });

  it('names keys as the action table does', () => {
    const keysOf = new Map<string, readonly string[]>(
      Object.values(actions).map(({ label, keys }) => [
        label,
        keys.map((key) => key.replace('CmdOrCtrl', 'Ctrl')),
      ]),
    );
    const rows = [...readme.matchAll(/^\| ((?:Ctrl|Alt|F\d)[^|]*) \| ([^|]+) \|$/gm)];
    const wrong = rows.flatMap(([, keys = '', labels = '']) => {
      const [named, told] = [keys.split(', '), labels.split(', ')];
      return told.filter((label, index) => !keysOf.get(label)?.includes(named[index] ?? ''));
    });
    expect(rows.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const architecture = page('ARCHITECTURE.md');

  it('names only files and folders that are there', () => {
    const paths = matchesOf(architecture, /`((?:electron|renderer|shared|tests|assets)\/[\w./-]*)`/g);
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });

  it('has every room on its map', () => {
    const rooms = ['electron', 'renderer', 'shared'].flatMap((side) =>
      readdirSync(join(projectFolder, side), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${side}/${entry.name}/`),
    );
    expect(rooms.filter((room) => !architecture.includes(`\`${room}\``))).toEqual([]);
  });

  it.each(['renderer/editor', 'renderer/app'])('has every file of %s under its subject', (room) => {
    const start = architecture.indexOf(`\n\`${room}/\`, by subject`);
    const table = architecture.slice(start).split('\n\n')[1] ?? '';
    const named = matchesOf(table, /`([\w*-]+)`/g).map(
      (name) => new RegExp(`^${name.replaceAll('*', '.*')}$`),
    );
    const files = readdirSync(join(projectFolder, room)).filter((file) => /\.tsx?$/.test(file));
    const stems = files.map((file) => file.replace(/(\.worker)?\.tsx?$/, ''));
    expect(stems.filter((stem) => !named.some((name) => name.test(stem)))).toEqual([]);
    expect(named.filter((name) => !stems.some((stem) => name.test(stem)))).toEqual([]);
  });
});

it.each(['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md'])('the links of %s lead somewhere', (name) => {
  const targets = matchesOf(page(name), /\]\(([^)#]+)\)/g).filter((target) => !/^https?:/.test(target));
  expect(targets.filter((target) => !exists(target))).toEqual([]);
});
