import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from './file-failure';
import { temporaryName } from './safe-write';

/** A temporary file this old (in milliseconds) belongs to no write that still runs. */
const oldEnough = 10 * 60 * 1000;

/**
 * Removes temporary files that a crash left in `folder`. Younger ones may belong to a save of another machine on a
 * shared folder and stay. What cannot be removed stays too: leftovers harm nobody.
 */
export async function removeLeftovers(folder: string, now: number): Promise<void> {
  try {
    for (const name of await fs.readdir(folder)) {
      if (!temporaryName.test(name)) continue;
      const path = join(folder, name);
      const { mtimeMs } = await fs.stat(path);
      if (Math.abs(now - mtimeMs) > oldEnough) await fs.unlink(path);
    }
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}
