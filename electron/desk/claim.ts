import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from './file-failure';
import { renameWithPatience } from './rename';
import { syncFolder } from './safe-write';
import { uniqueSlug } from './slug';

/*
 * Names of articles in a desk. A name is had by whoever made its folder: the system lets one alone do that, also where another
 * window or the command line works on the same desk. A name that was only seen to be free may be another's a moment later.
 */

/** The names in `desk`, in lower case: on some disks they are the same in capitals. */
export const namesInUse = async (desk: string): Promise<Set<string>> =>
  new Set((await fs.readdir(desk)).map((name) => name.toLowerCase()));

/** Makes the empty folder `name` in `desk`; false where something has that name. */
export async function claim(desk: string, name: string): Promise<boolean> {
  try {
    await fs.mkdir(join(desk, name), { mode: 0o700 });
    await syncFolder(desk);
    return true;
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
    return false;
  }
}

/** Makes an empty folder under the first free name like `wanted`, and answers the name. */
export async function claimLike(desk: string, wanted: string): Promise<string> {
  const taken = await namesInUse(desk);
  for (;;) {
    const name = uniqueSlug(wanted, taken);
    if (await claim(desk, name)) return name;
    taken.add(name.toLowerCase());
  }
}

/** Puts the folder `from` in the place of the one claimed as `name` in `desk`; where that fails, the name is free again. */
export async function moveToClaimed(from: string, desk: string, name: string): Promise<void> {
  const place = join(desk, name);
  try {
    // Windows puts no folder in the place of another, be it empty.
    if (process.platform === 'win32') await fs.rmdir(place);
    await renameWithPatience(from, place);
  } catch (error) {
    await giveUp(place);
    throw error;
  }
  await syncFolder(desk);
}

/** Removes a folder that was claimed for nothing. What somebody put there meanwhile stays. */
async function giveUp(place: string): Promise<void> {
  try {
    await fs.rmdir(place);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}
