import { existsSync, promises as fs, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createArticles } from '../../../electron/desk/articles';
import { createBin } from '../../../electron/desk/bin';
import { article } from '../../../shared/article/build';
import { serialiseArticle } from '../../../shared/article/file';
import { temporaryFolder } from '../../builders/folders';

const now = () => new Date('2026-05-06T07:08:09Z');
const system = process.platform;

let desk: string;
beforeEach(() => {
  desk = temporaryFolder();
  mkdirSync(join(desk, 'tides'));
  writeFileSync(join(desk, 'tides', 'article.json'), serialiseArticle(article({ slug: 'tides' })));
});
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: system });
  vi.restoreAllMocks();
  rmSync(desk, { recursive: true, force: true });
});

/** A virus scanner has the next folder open for a moment: Windows refuses to rename it then. */
function scannedOnce(): void {
  const { rename } = fs;
  vi.spyOn(fs, 'rename')
    .mockRejectedValueOnce(Object.assign(new Error('held'), { code: 'EPERM' }))
    .mockImplementation((from, to) => rename(from, to));
}

describe('on Windows, a folder that another program holds for a moment', () => {
  beforeEach(() => {
    Object.defineProperty(process, 'platform', { value: 'win32' });
    scannedOnce();
  });

  it('is renamed all the same', async () => {
    expect(await createArticles(desk, now).rename('tides', 'ferry')).toMatchObject({ ok: true });
    expect(existsSync(join(desk, 'ferry', 'article.json'))).toBe(true);
  });

  it('goes to the bin all the same, and comes back', async () => {
    const bin = createBin(desk, now);
    const taken = await bin.take('tides');
    if (!taken.ok) throw new Error(taken.error.code);
    vi.restoreAllMocks();
    scannedOnce();
    expect(await bin.restore(taken.value.name)).toEqual({ ok: true, value: { slug: 'tides' } });
  });
});

it('elsewhere a folder that may not be renamed is told at once', async () => {
  scannedOnce();
  expect(await createArticles(desk, now).rename('tides', 'ferry')).toMatchObject({
    ok: false,
    error: { code: 'no-permission' },
  });
});
