import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runtimeCacheFolder, type Surroundings } from './places';

const PREFIX = 'unfinished-';

/**
 * Makes a folder for unfinished work, on the file system where the finished work will go. Whoever opens it removes it;
 * what a killed process left behind is removed here.
 * @returns its absolute path
 */
export const openWorkshop = async (here: Surroundings): Promise<string> => {
  const cache = runtimeCacheFolder(here);
  await mkdir(cache, { recursive: true });
  await sweepAbandoned(cache);
  return mkdtemp(join(cache, `${PREFIX}${process.pid}-`));
};

/** Removes the workshops of processes that are no more; what a living process works on stays. */
const sweepAbandoned = async (cache: string): Promise<void> => {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(PREFIX)) continue;
    const owner = Number.parseInt(name.slice(PREFIX.length), 10);
    if (!isAlive(owner)) await rm(join(cache, name), { recursive: true, force: true });
  }
};

const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch (cause) {
    // EPERM: the process lives and belongs to someone else.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
};
