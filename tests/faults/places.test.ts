import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Desk } from '../../electron/desk/desk';
import { openDesk } from '../../electron/desk/desk-read-here';
import { article, p } from '../../shared/article/build';
import { serialiseArticle } from '../../shared/article/file';
import { mountSmallFolder, temporaryFolder } from '../builders/folders';
import { needs, skipFor } from './machine';

/*
 * Places where saving cannot work, or only just: told in the code of the failure, and nothing lost.
 */

let folder: string;
let desk: Desk;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const silent = {
  deskChanged: () => undefined,
  articleChanged: () => undefined,
  articleRenamed: () => undefined,
  articleRemoved: () => undefined,
  sourcesChanged: () => undefined,
  conflictCopyAppeared: () => undefined,
  deskSettingsChanged: () => undefined,
};

async function deskWith(path: string, ...slugs: readonly string[]): Promise<void> {
  const opened = await openDesk(path, silent, () => new Date());
  if (!opened.ok) throw new Error(opened.error.code);
  desk = opened.value;
  for (const slug of slugs) await desk.add(article({ slug, headline: slug }, p('Old words.')));
}

async function save(slug: string, words: string): Promise<string> {
  const read = await desk.read(slug);
  if (!read.ok) return `not read: ${read.error.code}`;
  const saved = await desk.save(slug, { ...read.value.article, body: [p(words)] }, read.value.hash);
  return saved.ok ? 'saved' : saved.error.code;
}

const onDisk = (slug: string) => readFileSync(join(desk.path, slug, 'article.json'), 'utf8');

/** Does `work` as a user who is not root, because root may do everything. */
async function asSomebody(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

it('a path of more than 260 characters is a path like any other', async () => {
  let path = folder;
  while (path.length < 600) {
    path = join(path, 'harbour-and-coast'.repeat(10));
    mkdirSync(path);
  }
  await deskWith(path, 'tides');
  expect(await save('tides', 'New words.')).toBe('saved');
  expect(onDisk('tides')).toContain('New words.');
});

it('one article without permission is told, stays as it is, and hinders no other', async (context) => {
  skipFor(context, process.platform === 'win32' ? 'permissions work otherwise on Windows' : null);
  await deskWith(folder, 'tides', 'locked', 'hidden');
  if (process.geteuid?.() === 0) {
    for (const name of [
      '',
      'tides',
      'locked',
      'hidden',
      'tides/article.json',
      'locked/article.json',
      'hidden/article.json',
    ]) {
      if (existsSync(join(folder, name))) chownSync(join(folder, name), 65_534, 65_534);
    }
  }
  chmodSync(join(folder, 'locked'), 0o500);
  chmodSync(join(folder, 'hidden', 'article.json'), 0);
  await asSomebody(async () => {
    expect(await save('locked', 'New words.')).toBe('no-permission');
    expect(await save('hidden', 'New words.')).toBe('not read: no-permission');
    expect(await save('tides', 'New words.')).toBe('saved');
    // Another start of the app, which knows nothing of the articles yet.
    await desk.close();
    await deskWith(folder);
    const listed = await desk.list();
    const kinds = listed.ok
      ? listed.value.map(({ slug, kind }) => `${slug}: ${kind}`).sort()
      : listed.error.code;
    expect(kinds).toEqual(['hidden: problem', 'locked: article', 'tides: article']);
  });
  chmodSync(join(folder, 'locked'), 0o700);
  expect(onDisk('locked')).toContain('Old words.');
  expect(await save('locked', 'New words.')).toBe('saved');
});

it('a read-only disk is told as such, and the words are saved when it takes writing again', async (context) => {
  skipFor(context, needs.tmpfs());
  const disk = mountSmallFolder(1024);
  try {
    await deskWith(disk.path, 'tides');
    disk.makeReadOnly();
    const before = onDisk('tides');
    expect(await save('tides', 'New words.')).toBe('read-only');
    expect(onDisk('tides')).toBe(before);
    disk.makeWritable();
    expect(await save('tides', 'New words.')).toBe('saved');
  } finally {
    await desk.close();
    disk.unmount();
  }
});

it('a folder that goes while articles are being saved is told, and the words come back with it', async () => {
  await deskWith(folder, 'tides');
  const read = await desk.read('tides');
  if (!read.ok) throw new Error(read.error.code);
  const words = { ...read.value.article, body: [p('New words.')] };
  rmSync(join(folder, 'tides'), { recursive: true });
  const orphaned = await desk.save('tides', words, read.value.hash);
  expect(orphaned).toMatchObject({ ok: false, error: { code: 'orphan' } });
  // What the window does next: the words get a folder of their own.
  const rescued = await desk.add(words);
  expect(rescued.ok && onDisk(rescued.value.slug)).toBe(
    rescued.ok && serialiseArticle(rescued.value.article),
  );
});
