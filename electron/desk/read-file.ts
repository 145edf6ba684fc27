import { constants, promises as fs } from 'node:fs';

/** Opens a pipe without waiting for whoever might write into it; Windows has no such pipes and no such flag. */
const atOnce = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** What stands at the path is a pipe or a device: the first is waited for, the second may never end. */
const notAFile = (path: string): Error =>
  Object.assign(new Error(`${path} is not a file`), { code: 'EFTYPE' });

/**
 * The bytes of the file at `path`, or its size where that is more than `most` bytes. What others put on a desk is read by
 * this alone: a pipe in the place of one article would hold up the list of all. Errors of the file system are thrown.
 */
export async function readWithin(path: string, most: number): Promise<Buffer | number> {
  const handle = await fs.open(path, atOnce);
  try {
    const stats = await handle.stat();
    // A folder is refused by the reading, in the system's own words.
    if (!stats.isFile() && !stats.isDirectory()) throw notAFile(path);
    return stats.size > most ? stats.size : await fs.readFile(handle);
  } finally {
    await handle.close();
  }
}

/** `readWithin` for what may have any size. */
export async function readWhole(path: string): Promise<Buffer> {
  const content = await readWithin(path, Number.POSITIVE_INFINITY);
  if (typeof content === 'number') throw new RangeError('A file is larger than any');
  return content;
}
