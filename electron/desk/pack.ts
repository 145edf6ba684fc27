import { createHash, randomBytes } from 'node:crypto';
import { constants, promises as fs } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { fail, ok, type Result } from '../../shared/base/result';
import type { PackProgress, PackReport } from '../../shared/ipc/desk-entries';
import type { PackFailure } from '../../shared/ipc/failures';
import { errnoOf, fileFailure } from './file-failure';
import { makeFolders } from './folders';
import { openPack } from './pack-archive';
import { filesOfDesk } from './pack-files';
import { manifestCodec, manifestName, type PackedFile } from './pack-manifest';
import { pieceSize } from './read-file';
import { renameWithPatience } from './rename';
import { privateMode, safeFill, syncFolder } from './safe-write';

/** How a long work is watched and stopped. */
export interface Watched {
  readonly progress: (told: PackProgress) => void;
  readonly signal: AbortSignal;
}

/** Already compressed: packing them again costs time and gains nothing. */
const compressed = /\.(?:gz|zip|jpe?g|png|gif|webp|avif|mp3|m4a|ogg|mp4|mov|webm|docx|xlsx|pptx)$/i;

/**
 * Packs the desk in `desk` into the zip file `target`: every file of the desk with its SHA-256 in a list. The file gets its
 * name only after it was read back and every hash agreed, so that a back-up that exists is one that can be unpacked.
 */
export async function packDesk(
  desk: string,
  target: string,
  now: () => Date,
  { progress, signal }: Watched,
): Promise<Result<PackReport, PackFailure>> {
  try {
    const { names, leftOut } = await filesOfDesk(desk);
    const files: PackedFile[] = [];
    const gone: string[] = [];
    const filled = await safeFill<PackFailure>(
      { path: target, mode: privateMode },
      async (handle, temporary) => {
        const zip = new ZipFile();
        const broken = new Promise<never>((_, reject) => zip.on('error', reject));
        broken.catch(() => undefined);
        const written = pipeline(zip.outputStream, into(handle), {
          signal,
        });
        written.catch(() => undefined);
        for (const [done, name] of names.entries()) {
          if (signal.aborted) return { code: 'cancelled' };
          progress({ step: 'packing', done, all: names.length });
          const file = await Promise.race([
            addFile(zip, desk, name, signal),
            broken,
            written.then(() => null),
          ]);
          if (file) files.push(file);
          else gone.push(name);
        }
        const manifest = manifestCodec.encode({
          format: 'standfirst-pack',
          version: 1,
          desk: basename(desk),
          packed: now().toISOString(),
          files,
        });
        zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), manifestName, { mtime: now() });
        zip.end();
        await Promise.race([written, broken]);
        await handle.sync();
        return verify(temporary, { progress, signal });
      },
    );
    if (!filled.ok) return filled;
    return ok({ path: target, files: files.length, leftOut: [...leftOut, ...gone] });
  } catch (error) {
    if (signal.aborted) return fail({ code: 'cancelled' });
    return fail(fileFailure(error, target));
  }
}

/** Writes to an open file; `writeFile` writes on after a short write, until all is written or the system refuses. */
const into = (handle: fs.FileHandle): Writable =>
  new Writable({
    write(chunk: Buffer, _, done) {
      handle.writeFile(chunk).then(() => done(), done);
    },
  });

async function* chunksOf(handle: fs.FileHandle): AsyncGenerator<Buffer> {
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceSize), 0, pieceSize, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Adds one file and answers what it was; null where it went since the folder was read. */
async function addFile(
  zip: ZipFile,
  desk: string,
  name: string,
  signal: AbortSignal,
): Promise<PackedFile | null> {
  let handle: fs.FileHandle;
  try {
    // Not through a link that was put there meanwhile, and not waiting for a writer of a pipe.
    handle = await fs.open(
      join(desk, name),
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const { mtime } = await handle.stat();
    const hash = createHash('sha256');
    let size = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _, give) {
        hash.update(chunk);
        size += chunk.byteLength;
        give(null, chunk);
      },
    });
    const read = pipeline(chunksOf(handle), counted, { signal });
    zip.addReadStream(counted, name, { mtime, mode: 0o100644, compress: !compressed.test(name) });
    await read;
    return { name, size, sha256: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}

/** Reads a packed desk back. */
async function verify(path: string, { progress, signal }: Watched): Promise<PackFailure | null> {
  const opened = await openPack(path);
  if (!opened.ok) return opened.error;
  const { manifest, read, close } = opened.value;
  try {
    let done = 0;
    const nothing = async () => undefined;
    const checked = await read(
      () => Promise.resolve(nothing),
      async () => {
        done += 1;
        progress({ step: 'checking', done, all: manifest.files.length });
      },
      signal,
    );
    return checked.ok ? null : checked.error;
  } finally {
    close();
  }
}

/**
 * Unpacks the packed desk `pack` into `target`, which does not exist yet or is an empty folder. Everything is written
 * beside it under a temporary name and compared with the list; only then does it get its name.
 */
export async function unpackDesk(
  pack: string,
  target: string,
  { progress, signal }: Watched,
): Promise<Result<PackReport, PackFailure>> {
  let temporary: string | null = null;
  let at = pack;
  try {
    const opened = await openPack(pack);
    if (!opened.ok) return opened;
    const { manifest, read, close } = opened.value;
    try {
      at = target;
      const parent = await fs.realpath(dirname(target));
      if (!(await isFree(target))) return fail({ code: 'exists', path: target, errno: 'EEXIST' });
      const wanted = manifest.files.reduce((sum, { size }) => sum + size, 0);
      const { bavail, bsize } = await fs.statfs(parent);
      if (wanted > bavail * bsize) return fail({ code: 'disk-full', path: target, errno: 'ENOSPC' });
      temporary = join(parent, `.standfirst-${randomBytes(8).toString('hex')}.tmp`);
      await makeFolders(temporary);
      const written = await writeAll(temporary, manifest.files.length, read, { progress, signal });
      if (!written.ok) return written;
      if (process.platform === 'win32') await fs.rmdir(target).catch(() => undefined);
      await renameWithPatience(temporary, target);
      temporary = null;
      await syncFolder(parent);
      return ok({ path: target, files: manifest.files.length, leftOut: [] });
    } finally {
      close();
    }
  } catch (error) {
    return fail(fileFailure(error, at));
  } finally {
    if (temporary !== null) await fs.rm(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function writeAll(
  folder: string,
  all: number,
  read: Extract<Awaited<ReturnType<typeof openPack>>, { ok: true }>['value']['read'],
  { progress, signal }: Watched,
): Promise<Result<null, PackFailure>> {
  const folders = new Set<string>();
  let open: fs.FileHandle | null = null;
  let done = 0;
  try {
    const written = await read(
      async ({ name }) => {
        const path = join(folder, ...name.split('/'));
        if (!folders.has(dirname(path))) await makeFolders(dirname(path));
        folders.add(dirname(path));
        const handle = await fs.open(path, 'wx', privateMode);
        open = handle;
        // writeFile writes on after a short write, until all is written or the system refuses.
        return (chunk) => handle.writeFile(chunk);
      },
      async () => {
        await open?.sync();
        await open?.close();
        open = null;
        done += 1;
        progress({ step: 'unpacking', done, all });
      },
      signal,
    );
    for (const made of folders) await syncFolder(made);
    return written;
  } finally {
    await (open as fs.FileHandle | null)?.close();
  }
}

/** Whether nothing stands at `path`, or an empty folder. */
async function isFree(path: string): Promise<boolean> {
  try {
    return (await fs.readdir(path)).length === 0;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return true;
    if (errnoOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}
