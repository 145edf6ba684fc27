import { type Dirent, promises as fs } from 'node:fs';
import { join } from 'node:path';
import { articleFileName } from './article-file';
import { errnoOf } from './file-failure';
import { houseStylesheetFiles } from './house-stylesheet';
import { temporaryName } from './safe-write';

/** What belongs to a desk, by the place below it. */
export interface DeskFiles {
  /** Files, with "/" between folders, sorted. */
  readonly names: readonly string[];
  /** Links and folders that are not packed. */
  readonly leftOut: readonly string[];
}

/**
 * Beside the articles: settings, source book, what was kept aside of them, the house's stylesheet, copies of documents, the
 * bin.
 */
const isOfDesk = (name: string): boolean =>
  /^(?:desk\.json|sources\.json)/.test(name) || houseStylesheetFiles.includes(name);
const foldersOfDesk = ['sources.files', '.bin'];

/**
 * The files of the desk in `desk`: its own, and everything in folders that hold an article. Links are not followed, except
 * that the folder of an article may be one: a link can lead in a circle, or out of the desk.
 */
export async function filesOfDesk(desk: string): Promise<DeskFiles> {
  const names: string[] = [];
  const leftOut: string[] = [];

  async function walk(below: string): Promise<void> {
    for (const entry of await listing(join(desk, below))) {
      const name = `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(name);
      else if (!entry.isFile()) leftOut.push(name);
      else if (!temporaryName.test(entry.name)) names.push(name);
    }
  }

  for (const entry of await fs.readdir(desk, { withFileTypes: true })) {
    const { name } = entry;
    if (entry.isFile()) {
      if (isOfDesk(name)) names.push(name);
      else if (!name.startsWith('.')) leftOut.push(name);
    } else if (foldersOfDesk.includes(name) && entry.isDirectory()) await walk(name);
    else if (name.startsWith('.')) continue;
    else if (await isThere(join(desk, name, articleFileName))) await walk(name);
    else leftOut.push(name);
  }
  return { names: names.sort(), leftOut: leftOut.sort() };
}

/** What a folder holds; nothing where it went meanwhile. */
async function listing(folder: string): Promise<readonly Dirent[]> {
  try {
    return await fs.readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await fs.stat(path)).isFile();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}
