import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/base/result';
import type { FileFailure } from '../../shared/ipc/failures';
import { contentHasher } from './content-hash';
import { errnoOf, fileFailure } from './file-failure';
import { fileStamp } from './file-stamp';
import { hashOfWhole, pieceSize } from './read-file';
import { renameWithPatience } from './rename';

export interface WriteRequest {
  readonly path: string;
  /** Bytes must not change before all is written: they are not copied, which took a third of the time of a long save. */
  readonly content: string | Uint8Array;
  /** Permissions of a new file; a file that is replaced keeps its own. */
  readonly mode: number;
}

export interface Written {
  /** SHA-256 of what stands on the disk now. */
  readonly hash: string;
  /** How the file looked when it was written, see `file-stamp.ts`: what looks otherwise was changed since. */
  readonly stamp: string;
}

/** Something else stands there than what may be replaced; `hash` is the SHA-256 of what stands there. */
export interface Conflict {
  readonly code: 'conflict';
  readonly hash: string;
}

/** Only the writer may read what lies on the desk. */
export const privateMode = 0o600;

/** The name of a temporary file of ours; `leftovers.ts` cleans those that a crash left. */
export const temporaryName = /^\.standfirst-[0-9a-f]{16}\.tmp$/;

/** Looks at what is about to be replaced; null lets the write go on. */
type Check<Refusal> = (target: string) => Promise<Refusal | null>;

/** Writes `path`, whatever stands there. */
export const safeWrite = (request: WriteRequest): Promise<Result<Written, FileFailure>> =>
  write<FileFailure>(request, () => Promise.resolve(null));

/** Writes `path` where nothing stands yet; otherwise fails with `exists`. */
export const safeCreate = (request: WriteRequest): Promise<Result<Written, FileFailure>> =>
  write<FileFailure>(request, async (target) =>
    (await permissionsOf(target)) === null ? null : { code: 'exists', path: target, errno: 'EEXIST' },
  );

/** Replaces `path` where it still has one of the SHA-256 sums `hashes`; a file that is gone fails with `vanished`. */
export const safeReplace = (
  request: WriteRequest,
  hashes: readonly string[],
): Promise<Result<Written, FileFailure | Conflict>> =>
  write<FileFailure | Conflict>(request, async (target) => {
    const hash = await settledHash(target);
    return hashes.includes(hash) ? null : { code: 'conflict', hash };
  });

/**
 * Puts the content in its place so that at every moment, also after a power cut, the file holds all of the old
 * content or all of the new, and so that success means durable. Every file of a desk is written here.
 *
 * Temporary file in the same folder, exclusively → write → check the size → fsync → close → check that what is
 * replaced is still what may be replaced → rename → fsync of the folder. Libraries for atomic writes that were tried
 * do not notice short writes and replace a good file by a truncated one.
 */
async function write<Refusal>(
  request: WriteRequest,
  check: Check<Refusal>,
): Promise<Result<Written, Refusal | FileFailure>> {
  const content = typeof request.content === 'string' ? Buffer.from(request.content) : request.content;
  let temporary: string | null = null;
  try {
    const target = await withLinksResolved(request.path);
    const former = await permissionsOf(target);
    if (former !== null && (former & 0o222) === 0) throw writeProtected(target);
    temporary = join(dirname(target), `.standfirst-${randomBytes(8).toString('hex')}.tmp`);
    const written = await writeDurably(temporary, content, { former, ofNew: request.mode });
    const refusal = await check(target);
    if (refusal !== null) {
      await removeQuietly(temporary);
      return fail(refusal);
    }
    await renameWithPatience(temporary, target);
    temporary = null;
    await syncFolder(dirname(target));
    return ok(written);
  } catch (error) {
    if (temporary !== null) await removeQuietly(temporary);
    return fail(fileFailure(error, request.path));
  }
}

/** The real place of `path`: a link is written through, not replaced. */
async function withLinksResolved(path: string): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return join(await fs.realpath(dirname(path)), basename(path));
  }
}

async function permissionsOf(path: string): Promise<number | null> {
  try {
    return (await fs.stat(path)).mode & 0o777;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The permissions of the file that is replaced, null where there is none, and those of a new file. */
interface Permissions {
  readonly former: number | null;
  readonly ofNew: number;
}

/** Answers what was written, with the stamp of the file, which a rename does not change. */
async function writeDurably(
  path: string,
  content: Uint8Array,
  { former, ofNew }: Permissions,
): Promise<Written> {
  const handle = await fs.open(path, 'wx', former ?? ofNew);
  const hash = contentHasher();
  try {
    // A key that arrives meanwhile waits for one piece and not for all.
    for (let from = 0; from < content.byteLength; from += pieceSize) {
      const piece = content.subarray(from, from + pieceSize);
      hash.update(piece);
      // FileHandle.writeFile writes on after a short write, until all is written or the system refuses.
      await handle.writeFile(piece);
    }
    const stats = await handle.stat({ bigint: true });
    if (stats.size !== BigInt(content.byteLength)) throw shortWrite(stats.size, content.byteLength);
    // What the process may not give to new files (its umask), others had from the former one: on a desk for several they
    // go on working with it.
    if (former !== null && (Number(stats.mode) & 0o777) !== former) await chmodQuietly(handle, former);
    await handle.sync();
    return { hash: hash.digest('hex'), stamp: fileStamp(stats) };
  } finally {
    await handle.close();
  }
}

async function chmodQuietly(handle: FileHandle, mode: number): Promise<void> {
  try {
    await handle.chmod(mode);
  } catch (error) {
    // A file system that does not let us is no reason not to write.
    if (errnoOf(error) === null) throw error;
  }
}

/** A rename would replace a file that nobody may write; whoever took that right away meant it to stay. */
const writeProtected = (path: string): Error =>
  Object.assign(new Error(`${path} is write-protected`), { code: 'EACCES' });

const shortWrite = (written: bigint, wanted: number): Error =>
  Object.assign(new Error(`Only ${written} of ${wanted} bytes were written`), { code: 'ENOSPC' });

/** The hash of a file that was not being changed while it was read. A missing file throws ENOENT. */
async function settledHash(path: string): Promise<string> {
  for (let reading = 0; reading < 20; reading += 1) {
    const before = await fs.stat(path, { bigint: true });
    const hash = await hashOfWhole(path);
    const after = await fs.stat(path, { bigint: true });
    const settled =
      before.size === after.size && before.mtimeNs === after.mtimeNs && before.ino === after.ino;
    if (settled) return hash;
  }
  throw Object.assign(new Error(`${path} is being changed all the time`), { code: 'EBUSY' });
}

/** What a file system answers that cannot sync folders (fsync, POSIX.1-2017): shares of virtual machines, some of networks. */
const cannotSyncFolders = ['EINVAL', 'ENOTSUP', 'ENOSYS'];

/**
 * Makes names in `folder` durable. Windows and some file systems have no such call: there their journal, or the server,
 * must do.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!cannotSyncFolders.includes(errnoOf(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Fills a new file by `fill` and gives it its name only when it is whole: a refusal, a failure or a mistake on the way
 * leaves what stood at `path` before. For files too large to be held in memory; `fill` may read back what it wrote.
 */
export async function safeFill<Refusal>(
  { path, mode }: Omit<WriteRequest, 'content'>,
  fill: (handle: FileHandle, temporary: string) => Promise<Refusal | null>,
): Promise<Result<null, Refusal | FileFailure>> {
  let temporary: string | null = null;
  try {
    const target = await withLinksResolved(path);
    temporary = join(dirname(target), `.standfirst-${randomBytes(8).toString('hex')}.tmp`);
    const handle = await fs.open(temporary, 'wx', mode);
    let refusal: Refusal | null;
    try {
      refusal = await fill(handle, temporary);
      if (refusal === null) await handle.sync();
    } finally {
      await handle.close();
    }
    if (refusal !== null) return fail(refusal);
    await renameWithPatience(temporary, target);
    temporary = null;
    await syncFolder(dirname(target));
    return ok(null);
  } catch (error) {
    return fail(fileFailure(error, path));
  } finally {
    if (temporary !== null) await removeFile(temporary);
  }
}

/** Removes a file of ours. What cannot be removed stays: it holds nothing that is needed. */
export const removeFile = (path: string): Promise<void> => removeQuietly(path);

async function removeQuietly(path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch (error) {
    // The write's own failure is what the writer must hear; leftovers are cleaned at the next opening.
    if (errnoOf(error) === null) throw error;
  }
}
