import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { packDesk, unpackDesk } from '../../../electron/desk/pack';
import { isSafeName, manifestName } from '../../../electron/desk/pack-manifest';
import type { PackProgress } from '../../../shared/ipc/desk-entries';
import { canMount, mountSmallFolder, temporaryFolder } from '../../builders/folders';

let folder: string;
let desk: string;
let pack: string;
beforeEach(() => {
  folder = temporaryFolder();
  desk = join(folder, 'desk');
  pack = join(folder, 'desk.zip');
  put('desk.json', '{}');
  put('sources.json', '{}');
  put('sources.files/report.pdf', 'a report');
  put('tides/article.json', '{"headline":"Tides"}');
  put('tides/media/abc-käse.jpg', Buffer.alloc(300_000, 7));
  put('tides/.versions/1.json.gz', 'gz');
  put('.bin/old/article.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(desk, name)), { recursive: true });
  writeFileSync(join(desk, name), content);
}
const now = () => new Date('2026-05-06T07:08:09Z');
const watch = () => ({ progress: () => undefined, signal: new AbortController().signal });
const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
const target = () => join(folder, 'unpacked');

describe('packing a desk', () => {
  it('and unpacking it gives the same files, and tells how far it is', async () => {
    const told: PackProgress[] = [];
    const packed = await packDesk(desk, pack, now, { ...watch(), progress: (each) => told.push(each) });
    expect(packed).toEqual({ ok: true, value: { path: pack, files: 7, leftOut: [] } });
    expect(new Set(told.map(({ step }) => step))).toEqual(new Set(['packing', 'checking']));
    expect(await unpackDesk(pack, target(), watch())).toMatchObject({ ok: true, value: { files: 7 } });
    expect(filesIn(target())).toEqual(filesIn(desk));
    for (const name of filesIn(desk)) {
      expect(readFileSync(join(target(), name))).toEqual(readFileSync(join(desk, name)));
    }
    expect(readdirSync(folder).sort()).toEqual(['desk', 'desk.zip', 'unpacked']);
  });

  it('takes what belongs to the desk, follows no link but that of an article’s folder, and says what it leaves', async () => {
    put('.open/studio.json', '{}');
    put('.git/config', '');
    put('tides/.standfirst-0123456789abcdef.tmp', 'half');
    put('photos/1.jpg', 'no article here');
    put('notes.txt', 'mine');
    mkdirSync(join(folder, 'elsewhere'));
    writeFileSync(join(folder, 'elsewhere', 'article.json'), '{}');
    symlinkSync(join(folder, 'elsewhere'), join(desk, 'linked'));
    symlinkSync(desk, join(desk, 'tides', 'circle'));
    symlinkSync(join(desk, 'loop'), join(desk, 'loop'));
    const packed = await packDesk(desk, pack, now, watch());
    expect(packed).toMatchObject({
      ok: true,
      value: { files: 8, leftOut: ['loop', 'notes.txt', 'photos', 'tides/circle'] },
    });
    await unpackDesk(pack, target(), watch());
    expect(filesIn(target())).toContain('linked/article.json');
    expect(filesIn(target()).join()).not.toMatch(/\.open|\.git|\.tmp/);
  });

  it('takes the stylesheet of the house along, and the one before it', async () => {
    put('house.css', 'h1 { color: navy }');
    put('house.before.css', 'h1 { color: black }');
    const packed = await packDesk(desk, pack, now, watch());
    expect(packed).toMatchObject({ ok: true, value: { files: 9, leftOut: [] } });
    await unpackDesk(pack, target(), watch());
    expect(readFileSync(join(target(), 'house.css'), 'utf8')).toBe('h1 { color: navy }');
  });

  it('that is stopped leaves nothing, neither half a file nor a damaged older one', async () => {
    writeFileSync(pack, 'the last back-up');
    for (const step of ['packing', 'checking'] as const) {
      const controller = new AbortController();
      const stopped = await packDesk(desk, pack, now, {
        signal: controller.signal,
        progress: (told) => {
          if (told.step === step && told.done > 1) controller.abort();
        },
      });
      expect(stopped).toEqual({ ok: false, error: { code: 'cancelled' } });
      expect(readFileSync(pack, 'utf8')).toBe('the last back-up');
      expect(readdirSync(folder).sort()).toEqual(['desk', 'desk.zip']);
    }
  });

  it.skipIf(!canMount)('onto a full disk is told and leaves nothing there', async () => {
    const disk = mountSmallFolder(128);
    try {
      for (let number = 0; number < 40; number += 1)
        put(`tides/media/${number}.jpg`, createHash('sha512').update(`${number}`).digest('hex').repeat(400));
      const full = await packDesk(desk, join(disk.path, 'desk.zip'), now, watch());
      expect(full).toMatchObject({ ok: false, error: { code: 'disk-full' } });
      expect(readdirSync(disk.path)).toEqual([]);
    } finally {
      disk.unmount();
    }
  });
});

describe('unpacking', () => {
  /** A zip with the given entries; a list that fits them is added unless `list` says otherwise. */
  async function forge(
    entries: Readonly<Record<string, string>>,
    options: { readonly list?: unknown; readonly mode?: number; readonly raw?: (zip: Buffer) => Buffer } = {},
  ): Promise<void> {
    const zip = new ZipFile();
    const written = pipeline(zip.outputStream, createWriteStream(pack));
    for (const [name, content] of Object.entries(entries)) {
      zip.addBuffer(Buffer.from(content), name, { mode: options.mode ?? 0o100644, compress: true });
    }
    const files = Object.entries(entries).map(([name, content]) => ({
      name,
      size: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    }));
    const list =
      options.list !== undefined
        ? options.list
        : {
            format: 'standfirst-pack',
            version: 1,
            desk: 'desk',
            packed: now().toISOString(),
            files,
          };
    if (list !== null) zip.addBuffer(Buffer.from(JSON.stringify(list)), manifestName);
    zip.end();
    await written;
    if (options.raw) writeFileSync(pack, options.raw(readFileSync(pack)));
  }
  /** The same zip with a name of the same length in the place of another, as no honest program writes it. */
  const renamed = (from: string, to: string) => (zip: Buffer) =>
    Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

  async function refused(why: string): Promise<void> {
    expect(await unpackDesk(pack, target(), watch())).toMatchObject({
      ok: false,
      error: { code: 'not-a-pack', why },
    });
    expect(readdirSync(folder).sort()).toEqual(['desk', 'desk.zip']);
  }

  it.each(['../out', '/etc/x', 'a/../b', 'C:\\x.t'])('refuses the name %s', async (name) => {
    const harmless = 'x'.repeat(name.length);
    await forge({ [harmless]: 'content' }, { raw: renamed(harmless, name) });
    await refused('unsafe-name');
    expect(existsSync(join(dirname(folder), 'out'))).toBe(false);
  });

  it('refuses links', async () => {
    await forge({ 'tides/article.json': '/etc/passwd' }, { mode: 0o120777 });
    await refused('link');
  });

  it('refuses a zip that grows beyond reason', async () => {
    await forge({ 'tides/article.json': ' '.repeat(120_000_000) });
    await refused('too-large');
  });

  it('refuses files that differ from the list, that it does not know, or that are missing', async () => {
    const list = (...files: unknown[]) => ({
      format: 'standfirst-pack',
      version: 1,
      desk: 'd',
      packed: '',
      files,
    });
    const one = { name: 'a/article.json', size: 2, sha256: createHash('sha256').update('{}').digest('hex') };
    await forge({ 'a/article.json': '[]' }, { list: list(one) });
    await refused('changed');
    await forge({ 'a/article.json': '{}', 'b/article.json': '{}' }, { list: list(one) });
    await refused('changed');
    await forge({}, { list: list(one) });
    await refused('changed');
    await forge({ 'a/article.json': '{}' }, { list: { format: 'other' } });
    await refused('no-list');
    await forge({ 'a/article.json': '{}' }, { list: null });
    await refused('no-list');
  });

  it('refuses what is no zip, or is cut off', async () => {
    writeFileSync(pack, 'no zip');
    await refused('damaged');
    await packDesk(desk, pack, now, watch());
    writeFileSync(pack, readFileSync(pack).subarray(0, 400));
    await refused('damaged');
  });

  it('notices a single changed bit', async () => {
    await packDesk(desk, pack, now, watch());
    const bytes = readFileSync(pack);
    const at = bytes.indexOf(Buffer.alloc(64, 7)) + 32;
    bytes[at] = 8;
    writeFileSync(pack, bytes);
    await refused('changed');
  });

  it('touches no folder that holds something, and leaves nothing when it is stopped', async () => {
    await packDesk(desk, pack, now, watch());
    expect(await unpackDesk(pack, desk, watch())).toMatchObject({ ok: false, error: { code: 'exists' } });
    const controller = new AbortController();
    const stopped = await unpackDesk(pack, target(), {
      signal: controller.signal,
      progress: () => controller.abort(),
    });
    expect(stopped).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(
      readdirSync(folder)
        .map((name) => basename(name))
        .sort(),
    ).toEqual(['desk', 'desk.zip']);
  });

  it('knows the names that Windows reads otherwise', () => {
    for (const name of [
      'a:b',
      'con',
      'Nul.txt',
      'a.',
      'a ',
      'x/aux.json',
      'a?b',
      'com\u00b9',
      'aux .txt',
      'conin$',
    ]) {
      expect(isSafeName(name, 'win32')).toBe(false);
      expect(isSafeName(name, 'linux')).toBe(true);
    }
  });
});
