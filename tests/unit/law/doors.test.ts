import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './cruise';

/** Words that imports do not show: where each may stand, and why nowhere else. */
const doors = [
  {
    word: /\bipcRenderer\b/,
    home: /^electron\/preload\.ts$/,
    why: 'only the preload script talks to the main process; everything else calls through renderer/bridge',
  },
  {
    word: /\bipcMain\b/,
    home: /^electron\/(main\.ts$|ipc\/)/,
    why: 'only electron/ipc answers, where sender and arguments are checked',
  },
  {
    word: /\bwindow\s*(\?\.|\.|\[['"])\s*standfirst\b|\{[^}]*\bstandfirst\b[^}]*\}\s*=\s*window\b/,
    home: /^renderer\/bridge\//,
    why: 'only renderer/bridge reads what the preload script exposes; everything else imports its functions',
  },
] as const;

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/** "file: why" for every word that stands outside its home. */
const misplaced = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, text }) =>
    doors
      .filter(({ word, home }) => word.test(withoutComments(text)) && !home.test(path))
      .map(({ why }) => `${path}: ${why}`),
  );

describe('The doors between the processes', () => {
  const files = ['electron', 'renderer', 'shared'].flatMap((room) =>
    readdirSync(join(projectFolder, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .map((name) => ({
        path: `${room}/${name}`,
        text: readFileSync(join(projectFolder, room, name), 'utf8'),
      })),
  );

  it('are used by nobody but those who keep them', () => {
    expect(misplaced(files)).toEqual([]);
  });

  it('are found in the files that keep them, so that the search still knows what it looks for', () => {
    for (const { word, home } of doors) {
      expect(files.filter(({ path, text }) => home.test(path) && word.test(text)).length).toBeGreaterThan(0);
    }
  });

  it.each([
    ["import { ipcRenderer } from 'electron';", 'renderer/app/save.ts'],
    ["import { ipcMain } from 'electron';\nipcMain.handle('save', save);", 'electron/windows/save.ts'],
    ["const answer = window.standfirst?.call('save', text);", 'renderer/session/save.ts'],
    ["window['standfirst'].call('save', text);", 'renderer/session/save.ts'],
    ['const { standfirst } = window;', 'renderer/app/save.ts'],
  ])('are missed by no search: %s', (text, path) => {
    expect(misplaced([{ path, text }])).toHaveLength(1);
  });

  it('may be spoken of in comments', () => {
    const text = '/** What the page sees as `window.standfirst`. */\n// and not ipcMain\n';
    expect(misplaced([{ path: 'shared/ipc/door.ts', text }])).toEqual([]);
  });
});
