import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportHandlers } from '../../../electron/ipc/export';
import { addressThatMayLeave } from '../../../electron/ipc/outside';
import type { Dialogs, Question } from '../../../electron/windows/dialogs';
import { createPreviews } from '../../../electron/windows/previews';
import { canMount, mountSmallFolder, temporaryFolder } from '../../builders/folders';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const printed: string[] = [];
const asked: Question[] = [];
beforeEach(() => {
  asked.length = 0;
});
const dialogs = (answers: { save?: string; folder?: string; agree?: boolean }): Dialogs => ({
  chooseFolder: async () => answers.folder ?? null,
  choosePicture: async () => null,
  chooseFile: async () => null,
  chooseDocuments: async () => null,
  chooseNewPath: () => Promise.resolve(null),
  chooseSavePath: async () => answers.save ?? null,
  confirm: async (question) => {
    asked.push(question);
    return answers.agree ?? false;
  },
});
const exporting = (answers: Parameters<typeof dialogs>[0]) =>
  exportHandlers(dialogs(answers), createPreviews(), {
    print: async (address) => {
      printed.push(address);
      return { ok: true, value: { printed: true } };
    },
    pdf: async (address) => {
      printed.push(address);
      return { ok: true, value: { bytes: new Uint8Array([37, 80, 68, 70]) } };
    },
  });
const page = { name: 'tides.html', content: '<p>Tides</p>' };
const picture = { name: 'media/a.png', content: new Uint8Array([1, 2, 3]) };

describe('an export', () => {
  it('of one file goes where the save dialog says', async () => {
    const path = join(folder, 'chosen.html');
    const answer = await exporting({ save: path }).export.write({ files: [page] });
    expect(answer).toEqual({ ok: true, value: { paths: [path] } });
    expect(readFileSync(path, 'utf8')).toBe('<p>Tides</p>');
  });

  it.skipIf(process.platform === 'win32')('of a source sheet is for its writer alone to read', async () => {
    const [sheet, open] = [join(folder, 'for the lawyer.html'), join(folder, 'chosen.html')];
    const file = { name: 'tides.source-sheet.html', content: '<p>Mary Sinclair</p>' };
    await exporting({ save: sheet }).export.write({ files: [file] });
    await exporting({ save: open }).export.write({ files: [page] });
    expect([sheet, open].map((path) => statSync(path).mode & 0o077)).toEqual([0, 0o044]);
  });

  it('of several files goes into a folder, pictures below it', async () => {
    const answer = await exporting({ folder }).export.write({ files: [page, picture] });
    expect(answer).toMatchObject({ ok: true });
    expect(readFileSync(join(folder, 'media', 'a.png'))).toEqual(Buffer.from([1, 2, 3]));
    expect(asked).toEqual([]);
  });

  it('asks before it replaces files, and replaces nothing on a no', async () => {
    writeFileSync(join(folder, 'tides.html'), 'old');
    const files = [page, picture];
    expect(await exporting({ folder, agree: false }).export.write({ files })).toEqual({
      ok: true,
      value: null,
    });
    expect(asked).toHaveLength(1);
    expect(readFileSync(join(folder, 'tides.html'), 'utf8')).toBe('old');
    expect(existsSync(join(folder, 'media'))).toBe(false);
    await exporting({ folder, agree: true }).export.write({ files });
    expect(readFileSync(join(folder, 'tides.html'), 'utf8')).toBe('<p>Tides</p>');
  });

  it('that was called off writes nothing', async () => {
    expect(await exporting({}).export.write({ files: [page] })).toEqual({
      ok: true,
      value: null,
    });
    expect(await exporting({}).export.write({ files: [page, picture] })).toEqual({
      ok: true,
      value: null,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('onto a folder of that name fails with the reason', async () => {
    const path = join(folder, 'chosen.html');
    mkdirSync(path);
    expect(await exporting({ save: path }).export.write({ files: [page] })).toMatchObject({
      ok: false,
      error: { code: 'is-a-folder' },
    });
  });
});

describe('an export that cannot be written', () => {
  it('into a folder that vanished meanwhile says so and does not make it', async () => {
    const gone = join(folder, 'gone');
    const failure = { ok: false, error: { code: 'vanished' } };
    expect(await exporting({ save: join(gone, 'tides.html') }).export.write({ files: [page] })).toMatchObject(
      failure,
    );
    expect(await exporting({ folder: gone }).export.write({ files: [page, picture] })).toMatchObject(failure);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(canMount)('to a full or read-only disk says so and leaves nothing', async () => {
    const disk = mountSmallFolder(8);
    try {
      const large = { name: 'media/b.png', content: new Uint8Array(20_000) };
      const write = () =>
        exporting({ folder: disk.path, agree: true }).export.write({ files: [page, large] });
      expect(await write()).toMatchObject({ ok: false, error: { code: 'disk-full' } });
      expect(readdirSync(disk.path)).toEqual([]);
      disk.makeReadOnly();
      expect(await write()).toMatchObject({ ok: false, error: { code: 'read-only' } });
    } finally {
      disk.unmount();
    }
  });
});

describe('the folder for several articles', () => {
  it('is chosen once, tells which names are taken, and is the only place the page may write to', async () => {
    writeFileSync(join(folder, 'tides.html'), 'old');
    const { choosePlace, deliver } = exporting({ folder }).export;
    expect(await deliver({ place: 'guess', files: [page], replace: true })).toEqual({
      ok: false,
      error: { code: 'no-place' },
    });
    const chosen = await choosePlace({ names: ['tides.html', 'ferries.html'] });
    if (!chosen.ok || !chosen.value) throw new Error('not chosen');
    expect(chosen.value).toMatchObject({ path: folder, taken: ['tides.html'] });
    const { place } = chosen.value;
    expect(await deliver({ place, files: [page], replace: false })).toMatchObject({
      ok: false,
      error: { code: 'exists' },
    });
    expect(readFileSync(join(folder, 'tides.html'), 'utf8')).toBe('old');
    await choosePlace({ names: [] });
    expect(await deliver({ place, files: [page], replace: true })).toMatchObject({
      ok: false,
      error: { code: 'no-place' },
    });
  });

  it('left without a choice is none', async () => {
    expect(await exporting({}).export.choosePlace({ names: [] })).toEqual({ ok: true, value: null });
  });
});

describe('a preview', () => {
  it('is found under its address until the next one takes its place', () => {
    const previews = createPreviews();
    const first = previews.keep({ slug: 'tides', html: 'one' });
    expect(previews.get(first)).toEqual({ slug: 'tides', html: 'one' });
    const second = previews.keep({ slug: 'tides', html: 'two' });
    expect([previews.get(first), previews.get(second)?.html, previews.get('guess')]).toEqual([
      null,
      'two',
      null,
    ]);
  });
});

describe('an address that may leave the app', () => {
  it.each(['https://example.org/a?b=c', 'http://example.org/', 'mailto:desk@example.org'])(
    'is %s',
    (address) => {
      expect(addressThatMayLeave(address)).toBe(address);
    },
  );

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id x',
    'tel:+491234',
    'data:text/html,x',
    'app://standfirst/',
    'C:\\evil.js',
    'evil.desktop',
    '',
  ])('is not %j', (address) => {
    expect(addressThatMayLeave(address)).toBeNull();
  });
});
