import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startBundle } from '../../bench/window-bundle';

const folders: string[] = [];

function built(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bundle-'));
  folders.push(folder);
  mkdirSync(join(folder, 'assets'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('The start bundle of the window', () => {
  it('is the scripts of the page and what they import at once, each counted once', () => {
    const folder = built({
      'index.html':
        '<script type="module" crossorigin src="./assets/index.js"></script><link rel="modulepreload" crossorigin href="./assets/model.js">',
      'assets/index.js':
        'import{a as e,b as $t}from"./model.js";import"./side.js";export{x}from"./passed.js";const l=()=>import("./later.js");',
      'assets/model.js': 'export const a=1,b=2;',
      'assets/side.js': 'import*as m from"./model.js";',
      'assets/passed.js': 'export const x=1;',
      'assets/later.js': 'export const big="…";',
    });
    expect(
      startBundle(folder)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(['assets/index.js', 'assets/model.js', 'assets/passed.js', 'assets/side.js']);
    expect(startBundle(folder).find(({ file }) => file === 'assets/model.js')?.bytes).toBe(21);
  });

  it('is not taken for empty where the page names no script', () => {
    expect(() => startBundle(built({ 'index.html': '<p>Hello</p>' }))).toThrow('names no script');
  });
});
