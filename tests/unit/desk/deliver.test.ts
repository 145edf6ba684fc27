import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliver, takenNames } from '../../../electron/desk/deliver';
import { article, p } from '../../../shared/article/build';
import { defaultDeskSettings, serialiseDeskSettings } from '../../../shared/article/desk-settings';
import { serialiseArticle } from '../../../shared/article/file';
import { canMount, mountSmallFolder, temporaryFolder } from '../../builders/folders';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = { name: 'tides.html', content: '<p>Tides</p>' };
const picture = { name: 'media/a1-wall.png', content: new Uint8Array(3000).fill(7) };
const put = (files: readonly { name: string; content: string | Uint8Array }[], replace = false) =>
  deliver(folder, files, { replace });
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('an export', () => {
  it('lies in its folder with its pictures, for others to read', async () => {
    expect(await put([page, picture])).toEqual({
      ok: true,
      value: { paths: [join(folder, 'tides.html'), join(folder, 'media/a1-wall.png')] },
    });
    expect(text('tides.html')).toBe('<p>Tides</p>');
    expect(statSync(join(folder, 'tides.html')).mode & 0o444).toBe(0o444);
    expect(statSync(join(folder, 'media')).mode & 0o555).toBe(0o555);
  });

  it('that names sources and evidence is for the writer alone', async () => {
    const sheet = { name: 'tides-sources.html', content: '<p>Who said it</p>', staysAtDesk: true };
    expect(await deliver(folder, [sheet], { replace: false })).toMatchObject({ ok: true });
    expect(statSync(join(folder, sheet.name)).mode & 0o077).toBe(0);
  });

  it('that fails on its way takes away what is new, and no file that was there before it', async () => {
    writeFileSync(join(folder, 'tides.html'), 'an export of yesterday');
    mkdirSync(join(folder, 'ferries.html'));
    const floods = { name: 'floods.html', content: '<p>Floods</p>' };
    const failed = await put([floods, page, { ...page, name: 'ferries.html' }], true);
    expect(failed).toMatchObject({ ok: false, error: { code: 'is-a-folder' } });
    expect(readdirSync(folder)).toEqual(['ferries.html', 'tides.html']);
  });

  it('into a folder that vanished fails and does not make it anew', async () => {
    rmSync(folder, { recursive: true });
    expect(await put([page, picture])).toMatchObject({ ok: false, error: { code: 'vanished' } });
    expect(existsSync(folder)).toBe(false);
  });

  it('onto a taken name fails with that name, and what stands there stays', async () => {
    writeFileSync(join(folder, 'tides.html'), 'mine');
    const refused = await put([page, picture]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'exists', path: join(folder, 'tides.html') } });
    expect(text('tides.html')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['tides.html']);
    expect(await takenNames(folder, ['tides.html', 'ferries.html'])).toEqual({
      ok: true,
      value: ['tides.html'],
    });
    expect(await put([page], true)).toMatchObject({ ok: true });
    expect(text('tides.html')).toBe('<p>Tides</p>');
  });

  it.each([
    ['an article', serialiseArticle(article({ slug: 'tides' }, p('The tide rose.')))],
    ['the settings of a desk', serialiseDeskSettings(defaultDeskSettings)],
    [
      'a source book',
      JSON.stringify({ format: { name: 'standfirst-sources', version: '1.0' }, sources: [] }),
    ],
  ])('never takes the place of %s, also where it may replace', async (_, content) => {
    writeFileSync(join(folder, 'tides.html'), content);
    expect(await put([page], true)).toEqual({
      ok: false,
      error: { code: 'part-of-desk', path: join(folder, 'tides.html'), errno: 'EEXIST' },
    });
    expect(text('tides.html')).toBe(content);
  });

  it('beside an article leaves its pictures as they are, and lies there where none would change', async () => {
    writeFileSync(join(folder, 'article.json'), serialiseArticle(article({ slug: 'tides' })));
    expect(await put([page], true)).toMatchObject({ ok: true });
    mkdirSync(join(folder, 'media'));
    const own = Buffer.concat([Buffer.from(picture.content), Buffer.from('where it was taken')]);
    writeFileSync(join(folder, picture.name), own);
    const error = { code: 'part-of-desk', path: join(folder, picture.name) };
    expect(await put([page, picture], true)).toMatchObject({ ok: false, error });
    expect(readFileSync(join(folder, picture.name))).toEqual(own);
    writeFileSync(join(folder, picture.name), picture.content);
    expect(await put([page, picture], true)).toMatchObject({ ok: true });
  });

  it('takes a picture that lies there already, if it is that picture', async () => {
    await put([page, picture]);
    const ferries = { name: 'ferries.html', content: 'Ferries' };
    expect(await put([ferries, picture])).toMatchObject({ ok: true });
    const other = { ...picture, content: new Uint8Array([1]) };
    expect(await put([{ ...ferries, name: 'third.html' }, other])).toMatchObject({
      ok: false,
      error: { code: 'exists', path: join(folder, 'media/a1-wall.png') },
    });
    expect(readdirSync(folder).sort()).toEqual(['ferries.html', 'media', 'tides.html']);
  });

  it('where a file stands in the place of the media folder fails with the reason', async () => {
    writeFileSync(join(folder, 'media'), 'a file');
    expect(await put([page, picture])).toMatchObject({ ok: false, error: { code: 'not-a-folder' } });
    expect(readdirSync(folder)).toEqual(['media']);
  });

  it.runIf(canMount)('on a full disk leaves nothing half-written, and an older export whole', async () => {
    const disk = mountSmallFolder(16);
    try {
      const large = { name: 'media/b2-sea.png', content: new Uint8Array(9000) };
      const refused = await deliver(disk.path, [page, picture, large], { replace: false });
      expect(refused).toMatchObject({ ok: false, error: { code: 'disk-full' } });
      expect(readdirSync(disk.path)).toEqual([]);

      expect(await deliver(disk.path, [page, picture], { replace: false })).toMatchObject({ ok: true });
      const newer = [{ ...page, content: 'newer' }, large];
      expect(await deliver(disk.path, newer, { replace: true })).toMatchObject({
        ok: false,
        error: { code: 'disk-full' },
      });
      expect(readFileSync(join(disk.path, 'tides.html'), 'utf8')).toBe('<p>Tides</p>');
      expect(readdirSync(join(disk.path, 'media'))).toEqual(['a1-wall.png']);
    } finally {
      disk.unmount();
    }
  });

  it.runIf(canMount)('on a read-only disk fails with that reason', async () => {
    const disk = mountSmallFolder(64);
    try {
      mkdirSync(join(disk.path, 'out'));
      disk.makeReadOnly();
      for (const files of [[page], [page, picture]]) {
        const refused = await deliver(join(disk.path, 'out'), files, { replace: true });
        expect(refused).toMatchObject({ ok: false, error: { code: 'read-only' } });
      }
      expect(readdirSync(join(disk.path, 'out'))).toEqual([]);
    } finally {
      disk.unmount();
    }
  });
});
