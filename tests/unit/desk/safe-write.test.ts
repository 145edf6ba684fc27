import { promises as fs, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentHash } from '../../../electron/desk/content-hash';
import { fileStamp } from '../../../electron/desk/file-stamp';
import { removeLeftovers } from '../../../electron/desk/leftovers';
import { safeCreate, safeReplace, safeWrite } from '../../../electron/desk/safe-write';
import { canMount, mountSmallFolder, temporaryFolder } from '../../builders/folders';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'article.json');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await fs.rm(folder, { recursive: true, force: true });
});

const asked = (content: string | Uint8Array) => ({ path: file, content, mode: 0o600 });
const stands = () => readFileSync(file, 'utf8');
const names = () => readdirSync(folder);

describe('a safe write', () => {
  it('puts the content there, for the writer only, and answers its hash', async () => {
    const written = await safeWrite(asked('Tides'));
    expect(written).toMatchObject({ ok: true, value: { hash: contentHash('Tides') } });
    expect(written.ok && written.value.stamp).toBe(fileStamp(statSync(file, { bigint: true })));
    expect(stands()).toBe('Tides');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(names()).toEqual(['article.json']);
  });

  it('writes and compares what is longer than one piece', async () => {
    const [long, longer] = [800_000, 1_500_000].map((length) => Buffer.alloc(length, 'The sea rose. '));
    if (!long || !longer) throw new Error('unreachable');
    const written = await safeWrite(asked(long));
    expect(written).toMatchObject({ ok: true, value: { hash: contentHash(long) } });
    expect(await safeReplace(asked(longer), [contentHash(long)])).toMatchObject({
      ok: true,
      value: { hash: contentHash(longer) },
    });
    expect(contentHash(readFileSync(file))).toBe(contentHash(longer));
  });

  it('keeps the permissions that a file already has', async () => {
    writeFileSync(file, 'old', { mode: 0o640 });
    await safeWrite(asked('new'));
    expect([stands(), statSync(file).mode & 0o777]).toEqual(['new', 0o640]);
  });

  it('keeps those too that new files of this process do not get', async () => {
    writeFileSync(file, 'old');
    await fs.chmod(file, 0o664);
    const umask = process.umask(0o022);
    try {
      await safeWrite(asked('new'));
    } finally {
      process.umask(umask);
    }
    expect([stands(), statSync(file).mode & 0o777]).toEqual(['new', 0o664]);
  });

  it('does not replace a file that was protected from writing', async () => {
    writeFileSync(file, 'final');
    await fs.chmod(file, 0o444);
    const refused = { ok: false, error: { code: 'no-permission', path: file, errno: 'EACCES' } };
    expect(await safeWrite(asked('new'))).toEqual(refused);
    expect(await safeReplace(asked('new'), [contentHash('final')])).toEqual(refused);
    expect([stands(), names()]).toEqual(['final', ['article.json']]);
  });

  it('works where the file system cannot sync folders', async () => {
    failAt('folder sync', 'EINVAL');
    expect(await safeWrite(asked('Tides'))).toMatchObject({ ok: true });
    expect(stands()).toBe('Tides');
  });

  it('writes through a symbolic link and leaves the link', async () => {
    const real = join(folder, 'real.json');
    writeFileSync(real, 'old');
    symlinkSync(real, file);
    await safeWrite(asked('new'));
    expect(readFileSync(real, 'utf8')).toBe('new');
    expect((await fs.lstat(file)).isSymbolicLink()).toBe(true);
  });

  it('creates only where nothing stands', async () => {
    expect(await safeCreate(asked('first'))).toMatchObject({ ok: true });
    expect(await safeCreate(asked('second'))).toMatchObject({ ok: false, error: { code: 'exists' } });
    expect([stands(), names()]).toEqual(['first', ['article.json']]);
  });

  it('replaces only what it was told to replace', async () => {
    writeFileSync(file, 'theirs');
    const refused = await safeReplace(asked('ours'), [contentHash('what we loaded')]);
    expect(refused).toEqual({ ok: false, error: { code: 'conflict', hash: contentHash('theirs') } });
    expect([stands(), names()]).toEqual(['theirs', ['article.json']]);
    expect(await safeReplace(asked('ours'), [contentHash('theirs')])).toMatchObject({ ok: true });
    expect(stands()).toBe('ours');
  });

  it('does not bring back a file that is gone', async () => {
    const written = await safeReplace(asked('ours'), [contentHash('theirs')]);
    expect(written).toMatchObject({ ok: false, error: { code: 'vanished' } });
    expect(names()).toEqual([]);
  });

  it('notices a change that arrives while it looks at what it is about to replace', async () => {
    writeFileSync(file, 'ours');
    const open = fs.open.bind(fs);
    let looks = 0;
    vi.spyOn(fs, 'open').mockImplementation(async (...words) => {
      const handle = await open(...words);
      if (words[0] !== file) return handle;
      looks += 1;
      const close = handle.close.bind(handle);
      if (looks === 1) handle.close = () => close().then(() => writeFileSync(file, 'theirs'));
      return handle;
    });
    expect(await safeReplace(asked('ours again'), [contentHash('ours')])).toEqual({
      ok: false,
      error: { code: 'conflict', hash: contentHash('theirs') },
    });
    expect(stands()).toBe('theirs');
  });

  it('notices a change that arrives while the new content is being written', async () => {
    writeFileSync(file, 'loaded');
    const open = fs.open.bind(fs);
    vi.spyOn(fs, 'open').mockImplementation(async (...words) => {
      if (words[1] === 'wx') writeFileSync(file, 'changed meanwhile');
      return open(...words);
    });
    expect(await safeReplace(asked('ours'), [contentHash('loaded')])).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(stands()).toBe('changed meanwhile');
  });
});

type Handle = Awaited<ReturnType<typeof fs.open>>;
type Step = 'open' | 'writeFile' | 'sync' | 'close' | 'rename' | 'folder open' | 'folder sync';

const errnoError = (code: string) => Object.assign(new Error(code), { code });

/** Makes one step of the write fail, once. */
function failAt(step: Step, errno: string): void {
  if (step === 'rename') {
    vi.spyOn(fs, 'rename').mockRejectedValueOnce(errnoError(errno));
    return;
  }
  const open = fs.open.bind(fs);
  vi.spyOn(fs, 'open').mockImplementation(async (...words) => {
    const isFolder = words[1] === 'r';
    if (step === (isFolder ? 'folder open' : 'open')) throw errnoError(errno);
    const handle: Handle = await open(...words);
    const method = isFolder
      ? step === 'folder sync'
        ? 'sync'
        : null
      : step.startsWith('folder')
        ? null
        : step;
    if (method !== null && method !== 'open' && method !== 'folder open' && method !== 'folder sync') {
      const close = handle.close.bind(handle);
      vi.spyOn(handle, method).mockImplementationOnce(async () => {
        if (method === 'close') await close();
        throw errnoError(errno);
      });
    }
    return handle;
  });
}

const beforeTheRename: readonly Step[] = ['open', 'writeFile', 'sync', 'close', 'rename'];
const afterTheRename: readonly Step[] = ['folder open', 'folder sync'];
const codes = {
  EIO: 'io',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'no-permission',
  EROFS: 'read-only',
};

describe('a write that fails', () => {
  for (const [errno, code] of Object.entries(codes)) {
    for (const step of beforeTheRename) {
      it(`with ${errno} at ${step} leaves the old file, no leftovers, and the next one works`, async () => {
        writeFileSync(file, 'old');
        failAt(step, errno);
        expect(await safeWrite(asked('new'))).toEqual({
          ok: false,
          error: { code, path: file, errno },
        });
        expect([stands(), names()]).toEqual(['old', ['article.json']]);
        vi.restoreAllMocks();
        expect(await safeWrite(asked('new'))).toMatchObject({ ok: true });
        expect(stands()).toBe('new');
      });
    }
    for (const step of afterTheRename) {
      it(`with ${errno} at ${step} does not say that it is saved`, async () => {
        writeFileSync(file, 'old');
        failAt(step, errno);
        expect(await safeWrite(asked('new'))).toMatchObject({ ok: false, error: { code } });
        expect(names()).toEqual(['article.json']);
      });
    }
  }

  it('because fewer bytes arrived than were sent counts as a full disk', async () => {
    writeFileSync(file, 'old');
    const open = fs.open.bind(fs);
    vi.spyOn(fs, 'open').mockImplementationOnce(async (...words) => {
      const handle = await open(...words);
      vi.spyOn(handle, 'writeFile').mockImplementationOnce(async () => {
        await handle.write('ne');
      });
      return handle;
    });
    expect(await safeWrite(asked('new'))).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect([stands(), names()]).toEqual(['old', ['article.json']]);
  });

  it('because the quota is used up, for which Node has no name, counts as a full disk', async () => {
    writeFileSync(file, 'old');
    const code = `Unknown system error -${constants.errno.EDQUOT}`;
    const unnamed = Object.assign(new Error(code), { code });
    vi.spyOn(fs, 'rename').mockRejectedValueOnce(unnamed);
    expect(await safeWrite(asked('new'))).toEqual({
      ok: false,
      error: { code: 'disk-full', path: file, errno: 'EDQUOT' },
    });
    expect([stands(), names()]).toEqual(['old', ['article.json']]);
  });

  it('for a reason of our own making is thrown, not reported as a full disk', async () => {
    vi.spyOn(fs, 'rename').mockRejectedValueOnce(new TypeError('a mistake'));
    await expect(safeWrite(asked('new'))).rejects.toThrow('a mistake');
  });
});

describe.runIf(canMount)('a disk without room', () => {
  it('keeps the old file whole at every level of free space', async () => {
    const disk = mountSmallFolder(256);
    try {
      const path = join(disk.path, 'article.json');
      const old = 'old '.repeat(10_000);
      const long = 'new '.repeat(12_000);
      expect(await safeWrite({ path, content: old, mode: 0o600 })).toMatchObject({ ok: true });
      let refusals = 0;
      for (let filler = 0; filler < 60; filler += 1) {
        await fs.appendFile(join(disk.path, 'filler'), Buffer.alloc(4096)).catch(() => undefined);
        const before = readFileSync(path, 'utf8');
        const written = await safeWrite({ path, content: long, mode: 0o600 });
        if (!written.ok) {
          refusals += 1;
          expect(written.error.code).toBe('disk-full');
        }
        expect(readFileSync(path, 'utf8')).toBe(written.ok ? long : before);
      }
      expect(refusals).toBeGreaterThan(0);
      expect(readdirSync(disk.path).sort()).toEqual(['article.json', 'filler']);
    } finally {
      disk.unmount();
    }
  });

  it('that is read-only is told as such', async () => {
    const disk = mountSmallFolder(256);
    try {
      const path = join(disk.path, 'article.json');
      await safeWrite({ path, content: 'old', mode: 0o600 });
      disk.makeReadOnly();
      expect(await safeWrite({ path, content: 'new', mode: 0o600 })).toMatchObject({
        ok: false,
        error: { code: 'read-only' },
      });
      expect(readFileSync(path, 'utf8')).toBe('old');
    } finally {
      disk.unmount();
    }
  });
});

describe('leftovers of a crash', () => {
  it('are removed when they are old, and nothing else is', async () => {
    const [old, young, foreign] = [
      '.standfirst-0123456789abcdef.tmp',
      '.standfirst-fedcba9876543210.tmp',
      '.other.tmp',
    ];
    for (const name of [old, young, foreign]) writeFileSync(join(folder, name ?? ''), 'x');
    const hourAgo = new Date(Date.now() - 3_600_000);
    await fs.utimes(join(folder, old ?? ''), hourAgo, hourAgo);
    await removeLeftovers(folder, Date.now());
    expect(names().sort()).toEqual([foreign, young].sort());
    await removeLeftovers(join(folder, 'missing'), Date.now());
  });
});
