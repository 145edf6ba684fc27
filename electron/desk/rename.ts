import { promises as fs } from 'node:fs';
import { errnoOf } from './file-failure';

/** Milliseconds between attempts on Windows, where a virus scanner or a sync client may hold the file for a moment. */
const pauses = [10, 20, 40, 80, 160, 320, 640];

/** Gives a file or a folder of a desk another name, or another place on the same disk. */
export async function renameWithPatience(from: string, to: string): Promise<void> {
  const patience = process.platform === 'win32' ? pauses : [];
  for (const pause of patience) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return fs.rename(from, to);
}
