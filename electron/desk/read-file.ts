import { closeSync, constants, promises as fs, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { contentHasher } from './content-hash';

/** So many bytes are read, hashed or written in one go where a file is long. */
export const pieceSize = 256 * 1024;

/** Opens a pipe without waiting for whoever might write into it; Windows has no such pipes and no such flag. */
const atOnce = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** What stands at the path is a pipe or a device: the first is waited for, the second may never end. */
const notAFile = (path: string): Error =>
  Object.assign(new Error(`${path} is not a file`), { code: 'EFTYPE' });

/** Whether a file that was opened can be read to its end. A folder is refused by the reading, in the system's own words. */
function isReadable(stats: Stats, path: string, most: number): boolean {
  if (!stats.isFile() && !stats.isDirectory()) throw notAFile(path);
  return stats.size <= most;
}

/**
 * The bytes of the file at `path`, or its size where that is more than `most` bytes. What others put on a desk is read by
 * this alone: a pipe in the place of one article would hold up the list of all. Errors of the file system are thrown.
 */
export async function readWithin(path: string, most: number): Promise<Buffer | number> {
  const handle = await fs.open(path, atOnce);
  try {
    const stats = await handle.stat();
    return isReadable(stats, path, most) ? await fs.readFile(handle) : stats.size;
  } finally {
    await handle.close();
  }
}

/** `readWithin` for code that cannot wait, on a thread that may. */
export function readWithinAtOnce(path: string, most: number): Buffer | number {
  const file = openSync(path, atOnce);
  try {
    const stats = fstatSync(file);
    return isReadable(stats, path, most) ? readFileSync(file) : stats.size;
  } finally {
    closeSync(file);
  }
}

/** No file of a desk is larger, in bytes, but for packed ones; more would fill the memory of whoever reads it. */
const mostOfAny = 250_000_000;

/** `readWithin` for what has no limit of its own: what is larger than any file of a desk is refused as the system would. */
export async function readWhole(path: string): Promise<Buffer> {
  const content = await readWithin(path, mostOfAny);
  if (typeof content === 'number') throw tooLarge(path, content);
  return content;
}

const tooLarge = (path: string, bytes: number): Error =>
  Object.assign(new Error(`${path} has ${bytes} bytes, too many to be read`), { code: 'EFBIG' });

/**
 * The SHA-256 of the file at `path` in lower-case hexadecimal; refuses what `readWhole` refuses. It is read piece by piece, so that
 * a key that arrives meanwhile waits for a piece and not for a long article, and memory is not asked for all of it.
 */
export async function hashOfWhole(path: string): Promise<string> {
  const handle = await fs.open(path, atOnce);
  try {
    const stats = await handle.stat();
    if (!isReadable(stats, path, mostOfAny)) throw tooLarge(path, stats.size);
    const hash = contentHasher();
    const piece = Buffer.allocUnsafe(Math.min(pieceSize, Math.max(stats.size, 1)));
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, piece.byteLength, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}
