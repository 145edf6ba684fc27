import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import sampleText from '../../../assets/sample/article.json?raw';
import { createDeskKeeper, type DeskKeeper } from '../../../electron/desk/desk-keeper';
import type { DeskListener } from '../../../electron/desk/desk-news';
import { readersHere } from '../../../electron/desk/desk-read-here';
import { sampleArticle } from '../../../electron/desk/sample';
import { openDeskAtStart } from '../../../electron/desk/start';
import { serialiseArticle } from '../../../shared/article/file';
import { canMount, mountSmallFolder, temporaryFolder } from '../../builders/folders';

const silent: DeskListener = {
  deskChanged: () => {},
  articleChanged: () => {},
  articleRenamed: () => {},
  articleRemoved: () => {},
  sourcesChanged: () => {},
  conflictCopyAppeared: () => undefined,
  deskSettingsChanged: () => undefined,
};

let folder: string;
let usual: string;
let keeper: DeskKeeper;
beforeEach(() => {
  folder = temporaryFolder();
  usual = join(folder, 'Documents', 'Standfirst');
  keeper = createDeskKeeper(silent, sampleArticle(), () => new Date(), readersHere);
});
afterEach(async () => {
  await keeper.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the sample article', () => {
  it('stands in assets exactly as it would be saved', () => {
    expect(serialiseArticle(sampleArticle())).toBe(sampleText);
  });

  it('shows what the app is for: sources on different terms, tagged quotations, an ad break, a note', () => {
    const sample = sampleArticle();
    expect(new Set(sample.sources.map(({ terms }) => terms))).toEqual(
      new Set(['on-the-record', 'on-background']),
    );
    expect(sample.quotations).toHaveLength(2);
    const kinds = new Set(sample.body.map(({ kind }) => kind));
    for (const kind of [
      'adBreak',
      'heading',
      'list',
      'blockquote',
      'pullQuote',
      'correction',
      'deskNote',
    ] as const) {
      expect(kinds).toContain(kind);
    }
  });
});

describe('the desk of a start', () => {
  it('is not made at the very first start: the writer is asked, then it is made with the sample article', async () => {
    const start = await openDeskAtStart(keeper, { given: null, remembered: null, usual });
    expect(start).toEqual({ path: usual, problem: null, firstStart: true });
    expect([keeper.current(), existsSync(usual)]).toEqual([null, false]);
    await keeper.create(usual, true);
    const entries = await keeper.current()?.list();
    expect(entries).toMatchObject({
      ok: true,
      value: [{ kind: 'article', headline: sampleArticle().headline }],
    });
    expect(readdirSync(usual)).toContain('desk.json');
  });

  it('is the usual folder where that exists, and nothing is put into it', async () => {
    mkdirSync(usual, { recursive: true });
    const start = await openDeskAtStart(keeper, { given: null, remembered: null, usual });
    expect(start).toEqual({ path: usual, problem: null, firstStart: false });
    expect(readdirSync(usual)).toEqual([]);
  });

  it('is the remembered one; a missing one is told and not made anew', async () => {
    const remembered = join(folder, 'on a disk that is not connected');
    const start = await openDeskAtStart(keeper, { given: null, remembered, usual });
    expect(start).toMatchObject({ path: remembered, problem: { code: 'vanished' }, firstStart: false });
    expect([keeper.current(), existsSync(remembered), existsSync(usual)]).toEqual([null, false, false]);
  });

  it('is the one named on the command line before the remembered one', async () => {
    const given = join(folder, 'given');
    mkdirSync(given);
    await openDeskAtStart(keeper, { given, remembered: join(folder, 'other'), usual });
    expect(keeper.current()?.path).toBe(given);
  });

  it('that is a file is told as such', async () => {
    writeFileSync(join(folder, 'file'), '');
    const start = await openDeskAtStart(keeper, { given: join(folder, 'file'), remembered: null, usual });
    expect(start.problem).toMatchObject({ code: 'not-a-folder' });
  });

  it.runIf(canMount)('that cannot be made on a full or read-only disk is told as such', async () => {
    const disk = mountSmallFolder(4);
    try {
      writeFileSync(join(disk.path, 'filler'), Buffer.alloc(4096));
      const full = await keeper.create(join(disk.path, 'desk'), true);
      expect(full).toMatchObject({ ok: false, error: { code: 'disk-full' } });
      disk.makeReadOnly();
      const locked = await keeper.create(join(disk.path, 'other'), true);
      expect(locked).toMatchObject({ ok: false, error: { code: 'read-only' } });
    } finally {
      disk.unmount();
    }
  });
});

describe('a desk that is made', () => {
  it('leaves alone what lies in its folder', async () => {
    mkdirSync(usual, { recursive: true });
    writeFileSync(join(usual, 'desk.json'), 'mine');
    writeFileSync(join(usual, 'notes.txt'), 'mine too');
    expect(await keeper.create(usual, false)).toMatchObject({ ok: true });
    expect(readdirSync(usual).sort()).toEqual(['desk.json', 'notes.txt']);
    expect(keeper.current()?.state().settingsProblem).toEqual({ code: 'not-json' });
  });

  it('that cannot be opened leaves the present desk open', async () => {
    await keeper.create(usual, false);
    expect(await keeper.open(join(folder, 'missing'))).toMatchObject({ ok: false });
    expect(keeper.current()?.path).toBe(usual);
  });
});
