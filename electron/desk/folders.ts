import { promises as fs } from 'node:fs';
import { dirname } from 'node:path';
import { errnoOf } from './file-failure';

/** Only the writer may look into folders of a desk. */
const privateFolderMode = 0o700;

/**
 * Makes the folder `path` inside one that is there; a folder that exists is left as it is. A desk or an article that is
 * gone is not brought back as an empty folder: what was moved away could then not be put in its place again.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await fs.mkdir(path, { mode: privateFolderMode });
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST' || !(await fs.stat(path)).isDirectory()) throw error;
  }
}

/**
 * Makes the folder `path` and what is missing above it; a folder that exists is left as it is. Node's own recursive
 * mkdir answers ENOENT where the disk is read-only, which would send the writer looking for a folder.
 */
export async function makeFolders(path: string): Promise<void> {
  try {
    await makeFolder(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolders(dirname(path));
    await fs.mkdir(path, { mode: privateFolderMode });
  }
}
