import { promises as fs } from 'node:fs';
import type { Result } from '../../shared/base/result';
import type { FileFailure } from '../../shared/ipc/failures';
import { attempt, errnoOf } from './file-failure';
import { privateMode, safeFill } from './safe-write';

/**
 * Copies a file that is about to be replaced although nobody could read it. The copy stands beside it, under a name that
 * tells when; answers its path.
 */
export async function setAside(path: string, now: Date): Promise<Result<string, FileFailure>> {
  const free = await attempt(path, () => firstFree(`${path}.damaged-${now.toISOString().replace(/:/g, '')}`));
  if (!free.ok) return free;
  const copied = await safeFill<never>({ path: free.value, mode: privateMode }, async (_, temporary) => {
    await fs.copyFile(path, temporary);
    return null;
  });
  return copied.ok ? free : copied;
}

async function firstFree(wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    try {
      await fs.lstat(name);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
      return name;
    }
  }
}
