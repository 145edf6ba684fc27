import { promises as fs } from 'node:fs';
import type { FileFailure } from '../../shared/ipc/failures';
import type { DeskKeeper } from './desk-keeper';
import { errnoOf } from './file-failure';

/** Where to look for the desk when the app starts. */
export interface DeskPlaces {
  /** The folder named on the command line; it is opened and nothing else. */
  readonly given: string | null;
  /** The desk that was open last. */
  readonly remembered: string | null;
  /** The folder for the first desk of a writer. */
  readonly usual: string;
}

/** How the start went: which folder was tried, why it could not be opened, whether this is the first start. */
export interface DeskAtStart {
  readonly path: string;
  readonly problem: FileFailure | null;
  readonly firstStart: boolean;
}

/**
 * Opens the desk of this start. Where none is known and the usual folder does not exist, this is the first start:
 * nothing is made before the writer was asked. A folder that was named or remembered is never made anew: it may be on a
 * disk that is not connected.
 */
export async function openDeskAtStart(keeper: DeskKeeper, places: DeskPlaces): Promise<DeskAtStart> {
  const known = places.given ?? places.remembered;
  if (known === null && !(await exists(places.usual)))
    return { path: places.usual, problem: null, firstStart: true };
  const path = known ?? places.usual;
  const opened = await keeper.open(path);
  return { path, problem: opened.ok ? null : opened.error, firstStart: false };
}

async function exists(path: string): Promise<boolean> {
  try {
    await fs.stat(path);
    return true;
  } catch (error) {
    // A folder that cannot be looked at is there all the same; opening it will tell why it cannot be used.
    if (errnoOf(error) === null) throw error;
    return errnoOf(error) !== 'ENOENT';
  }
}
