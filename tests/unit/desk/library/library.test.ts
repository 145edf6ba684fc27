import { promises as fs, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Desk, openDeskWith } from '../../../../electron/desk/desk';
import { readersHere } from '../../../../electron/desk/desk-read-here';
import { listCachePath } from '../../../../electron/desk/library/list-cache';
import { createReader, type LibraryReader } from '../../../../electron/desk/library/reader';
import type { Article } from '../../../../shared/article/article';
import { article, p } from '../../../../shared/article/build';
import { serialiseArticle } from '../../../../shared/article/file';
import { newSource } from '../../../../shared/article/source';
import type { Result } from '../../../../shared/base/result';
import type { DeskChange } from '../../../../shared/ipc/desk-entries';
import { foundFolders } from '../../../../shared/ipc/library';
import { temporaryFolder } from '../../../builders/folders';

const story = article({ slug: 'tides', headline: 'Tides' }, p('The sea rose.'));
const ferry = {
  ...article({ slug: 'ferry', headline: 'Ferry' }, p('A boat.')),
  id: 'ferry-id',
  sources: [newSource('s', 'Ann Müller')],
};

let folder: string;
let cache: string;
let desk: Desk;
let told: DeskChange[];
/** Lets the reading of the folder begin. */
let beginReading: () => void;

beforeEach(async () => {
  folder = join(temporaryFolder(), 'desk');
  mkdirSync(folder);
  cache = listCachePath(join(dirname(folder), 'app', 'desks'), folder);
  put(story);
  put(ferry);
  desk = await open();
});
afterEach(async () => {
  await desk.close();
  rmSync(dirname(folder), { recursive: true, force: true });
});

function put(changed: Article): void {
  mkdirSync(join(folder, changed.slug), { recursive: true });
  writeFileSync(join(folder, changed.slug, 'article.json'), serialiseArticle(changed));
}
const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
async function open(around: (reader: LibraryReader) => LibraryReader = (reader) => reader): Promise<Desk> {
  told = [];
  const begun = new Promise<void>((resolve) => {
    beginReading = resolve;
  });
  const ignore = () => undefined;
  return value(
    await openDeskWith(
      folder,
      {
        deskChanged: (change) => told.push(change),
        articleChanged: ignore,
        articleRenamed: ignore,
        articleRemoved: ignore,
        sourcesChanged: ignore,
        conflictCopyAppeared: () => undefined,
        deskSettingsChanged: () => undefined,
      },
      () => new Date(),
      {
        ...readersHere,
        library: (path) => {
          const reader = createReader(path, cache);
          return around({ ...reader, folders: () => begun.then(() => reader.folders()) });
        },
      },
    ),
  );
}
async function reopen(): Promise<void> {
  await desk.close();
  desk = await open();
}
const slugs = (entries: readonly { readonly slug: string }[]) => entries.map(({ slug }) => slug).sort();
/** The list as it is known before anything was read in this opening. */
async function atOnce(): Promise<readonly string[]> {
  const entries = value(await desk.glance(0));
  beginReading();
  return slugs(entries);
}
const list = async () => {
  beginReading();
  return value(await desk.list());
};

describe('the list that is remembered', () => {
  it('stands in the app’s folder and not in the desk, for the writer alone', async () => {
    await list();
    await desk.close();
    expect(readdirSync(folder).sort()).toEqual(['ferry', 'tides']);
    expect(readFileSync(cache, 'utf8')).toContain('Tides');
    expect(readFileSync(cache, 'utf8')).not.toContain('sea rose');
    desk = await open();
  });

  it('is there at once at the next opening; what changed meanwhile is told when it was read', async () => {
    await list();
    await desk.close();
    put({ ...story, headline: 'Tides again' });
    put({ ...story, slug: 'new', id: 'new-id' });
    rmSync(join(folder, 'ferry'), { recursive: true });
    desk = await open();
    expect(await atOnce()).toEqual(['ferry', 'tides']);
    await vi.waitFor(() => {
      expect(told.flatMap(({ removed }) => removed)).toEqual(['ferry']);
      const changed = told.flatMap((change) => change.changed);
      expect(changed.map((entry) => (entry.kind === 'article' ? entry.headline : '')).sort()).toEqual([
        'Tides',
        'Tides again',
      ]);
      expect(told.at(-1)?.reading).toEqual({ done: 3, all: 3 });
    });
  });

  it.each([
    ['is missing', () => rmSync(cache)],
    ['is cut off', () => writeFileSync(cache, readFileSync(cache, 'utf8').slice(0, 300))],
    ['is no list', () => writeFileSync(cache, '{"version":1,"desk":"elsewhere","articles":[]}')],
    [
      'has a path for a name',
      () => writeFileSync(cache, readFileSync(cache, 'utf8').replaceAll('"tides"', '"../tides"')),
    ],
    [
      'cannot be read',
      () => {
        rmSync(cache);
        mkdirSync(cache);
      },
    ],
  ])('is made anew where it %s', async (_, damage) => {
    await list();
    await desk.close();
    damage();
    desk = await open();
    expect(await createReader(folder, cache).remembered()).toEqual([]);
    expect(slugs(await list())).toEqual(['ferry', 'tides']);
  });

  it('is waited for where nothing is remembered, however slow the disk: the window needs an article to show', async () => {
    const listing = desk.glance(0);
    setTimeout(beginReading, 30);
    expect(slugs(value(await listing))).toEqual(['ferry', 'tides']);
  });

  it('of a large desk is shown before its folder is looked at; then it is, and what changed is told', async () => {
    for (let number = 0; number < 1000; number += 1)
      put({ ...article({ slug: `story-${number}`, headline: `Story ${number}` }), id: `id-${number}` });
    await list();
    await desk.close();
    rmSync(join(folder, 'story-7'), { recursive: true });
    put({ ...story, headline: 'Tides again' });
    desk = await open();
    beginReading();
    expect(slugs(value(await desk.glance(60_000)))).toHaveLength(1002);
    expect(told).toEqual([]);
    await vi.waitFor(() => expect(told.flatMap(({ removed }) => removed)).toEqual(['story-7']), 10_000);
    await vi.waitFor(() =>
      expect(
        told.flatMap(({ changed }) => changed.map((entry) => entry.kind === 'article' && entry.headline)),
      ).toEqual(['Tides again']),
    );
    // Asked for again, the folder is looked at before the answer.
    rmSync(join(folder, 'story-8'), { recursive: true });
    expect(slugs(value(await desk.glance(60_000)))).toHaveLength(1000);
  }, 30_000);

  it('is not read on behind the desk that was closed', async () => {
    for (let number = 0; number < 600; number += 1) mkdirSync(join(folder, `empty-${number}`));
    let parts = 0;
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await desk.close();
    desk = await open((reader) => ({
      ...reader,
      look: async (asked) => {
        parts += 1;
        await held;
        return reader.look(asked);
      },
    }));
    beginReading();
    const listing = desk.glance(60_000);
    await vi.waitFor(() => expect(parts).toBe(1));
    const closing = desk.close();
    goOn();
    await Promise.all([closing, listing]);
    expect(parts).toBe(1);
  });

  it('does not believe an entry whose file has another size or time', async () => {
    await list();
    await desk.close();
    writeFileSync(cache, readFileSync(cache, 'utf8').replaceAll('"words":3', '"words":99'));
    put({ ...story, deck: 'Longer' });
    desk = await open();
    const entries = await list();
    expect(entries.find(({ slug }) => slug === 'tides')).toMatchObject({ words: 3 });
  });
});

describe('searching the desk', () => {
  const found = async (words: string) => [...foundFolders(await desk.library.find(words, null))].sort();

  it('finds headlines before the articles are read again, and says how many were', async () => {
    await list();
    await reopen();
    await atOnce();
    const early = await desk.library.find('tides', null);
    expect(early).toMatchObject({ found: 'tides', all: 2 });
    await vi.waitFor(async () =>
      expect(await desk.library.find('sea', null)).toMatchObject({ found: 'tides', searched: 2, all: 2 }),
    );
  });

  it('takes the words of many articles in after their list', async () => {
    await desk.close();
    for (let number = 0; number < 250; number += 1)
      put({
        ...article({ slug: `s-${number}`, headline: `S ${number}` }, p('Herring.')),
        id: `id-${number}`,
      });
    desk = await open();
    await list();
    const early = await desk.library.find('herring', null);
    // What a list asks for at its end, two articles here, is little enough to be read as a whole.
    expect(early.count).toBeLessThan(10);
    await vi.waitFor(
      async () => expect(await desk.library.find('herring', 1)).toMatchObject({ count: 250, searched: 252 }),
      20_000,
    );
  });

  it('follows every save, change, rename and removal', async () => {
    await list();
    expect(await found('muller')).toEqual(['ferry']);
    const { hash, article: opened } = value(await desk.read('tides'));
    value(await desk.save('tides', { ...opened, headline: 'Herring', sources: ferry.sources }, hash));
    await vi.waitFor(async () => expect(await found('herring')).toEqual(['tides']));
    expect(await found('muller')).toEqual(['ferry', 'tides']);
    value(await desk.rename('tides', 'herring'));
    await vi.waitFor(async () => expect(await found('sea')).toEqual(['herring']));
    value(await desk.remove('herring'));
    await vi.waitFor(async () => expect(await found('sea')).toEqual([]));
    put({ ...ferry, headline: 'Changed outside', deck: 'By another program' });
    await vi.waitFor(async () => expect(await found('another')).toEqual(['ferry']));
    rmSync(join(folder, 'ferry'), { recursive: true });
    await vi.waitFor(async () => expect(await found('another')).toEqual([]));
  });

  it('heeds the look that was begun last, whichever ends last', async () => {
    const reader = createReader(folder, null);
    const { open } = fs;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The first look has read the old words, and is kept from telling.
    const hasRead = new Promise<void>((resolve) => {
      vi.spyOn(fs, 'open').mockImplementationOnce(async (...asked) => {
        const handle = await open(...asked);
        const close = handle.close.bind(handle);
        handle.close = async () => {
          await close();
          resolve();
          await held;
        };
        return handle;
      });
    });
    const early = reader.look([{ slug: 'tides', stamp: null }]);
    await hasRead;
    put({ ...story, body: [p('The ebb came.')] });
    await reader.touched(['tides']);
    // Who asks has it read: that look was begun last, and ends first.
    await reader.people();
    release();
    await early;
    expect((await reader.find('rose', null)).count).toBe(0);
    expect((await reader.find('ebb', null)).count).toBe(1);
    await reader.close();
  });

  it('reads what we wrote when somebody asks, once however often it was written', async () => {
    // A desk of its own, which nobody watches.
    const apart = join(dirname(folder), 'apart');
    mkdirSync(join(apart, 'tides'), { recursive: true });
    const write = (words: string) =>
      writeFileSync(
        join(apart, 'tides', 'article.json'),
        serialiseArticle({ ...story, slug: 'tides', body: [p(words)] }),
      );
    write('The tide rose.');
    const reader = createReader(apart, null);
    await reader.look([{ slug: 'tides', stamp: null }]);
    // It may be watched since the test before.
    const open = vi.spyOn(fs, 'open').mockClear();
    const reads = () => open.mock.calls.filter(([path]) => String(path).startsWith(apart)).length;
    for (const words of ['The ebb came.', 'The flood came.', 'The neap came.']) {
      write(words);
      await reader.touched(['tides']);
    }
    expect(reads()).toBe(0);
    expect((await reader.find('neap', null)).count).toBe(1);
    expect((await reader.find('ebb', null)).count).toBe(0);
    expect(reads()).toBe(1);
    await reader.close();
  });

  it('shows where the words stand and who is a source of what', async () => {
    await list();
    expect(await desk.library.excerpts('muller boat', ['ferry', 'gone'])).toEqual([
      {
        slug: 'ferry',
        headline: [{ text: 'Ferry', marked: false }],
        passage: {
          where: 'people',
          text: [
            { text: 'Ann ', marked: false },
            { text: 'Müller', marked: true },
          ],
        },
      },
    ]);
    expect((await desk.library.people()).people).toEqual([{ name: 'Ann Müller', slugs: ['ferry'] }]);
  });

  it('counts what the checks find, part by part', async () => {
    await list();
    let counted = await desk.library.check(0);
    await vi.waitFor(async () => {
      counted = await desk.library.check(50);
      expect(counted.checked).toBe(2);
    });
    // Neither has a byline, which is at least asked for.
    expect(slugs(counted.found)).toEqual(['ferry', 'tides']);
  });
});
