import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FallbackPackage } from './fallback-package';
import type { Surroundings } from './places';
import { bytesBelow, firstComplaint, runWatched } from './running';
import { RuntimeProblem } from './runtime';

/** npm tries a broken connection again after up to a minute; only after that does silence mean a stall. */
const STALL_MILLISECONDS = 150_000;

/**
 * Downloads the package's tarball with the user's own npm, so that their registry, proxy, certificates and cache apply.
 * @param folder where the tarball is put
 * @param onBytes is told how many bytes have arrived
 * @returns the tarball's path
 * @throws RuntimeProblem saying why npm could not
 */
export const downloadTarball = async (
  here: Surroundings,
  fallback: FallbackPackage,
  folder: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<string> => {
  const cache = join(await npmCacheFolder(here), '_cacache', 'tmp');
  const began = Date.now();
  const ended = await runWatched({
    command: 'npm',
    words: [
      'pack',
      `${fallback.name}@${fallback.version}`,
      '--pack-destination',
      folder,
      '--ignore-scripts',
      '--loglevel=error',
    ],
    folder: here.projectFolder,
    environment: here.environment,
    // npm writes what arrives to its cache first and copies it out at the end.
    measure: async () => Math.max(await bytesBelow(cache, began), await bytesBelow(folder, began)),
    onBytes,
    measureEveryMilliseconds: 1_000,
    stallMilliseconds: STALL_MILLISECONDS,
    signal,
  }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new RuntimeProblem(`npm could not be started (${String(cause)})`);
  });
  if (ended.stalled) {
    throw new RuntimeProblem(
      `the download stopped: nothing arrived for ${STALL_MILLISECONDS / 1000} seconds`,
    );
  }
  if (ended.code !== 0) {
    throw new RuntimeProblem(
      `npm could not download ${fallback.name}@${fallback.version} (${firstComplaint(ended.standardError)})`,
    );
  }
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined)
    throw new RuntimeProblem('npm said that it downloaded the package, but there is no file');
  onBytes((await stat(join(folder, tarball))).size);
  return join(folder, tarball);
};

const npmCacheFolder = async (here: Surroundings): Promise<string> => {
  const { stdout } = await promisify(execFile)('npm', ['config', 'get', 'cache'], {
    cwd: here.projectFolder,
    env: here.environment,
  }).catch((cause: unknown) => {
    throw new RuntimeProblem(`npm could not be started (${String(cause)})`);
  });
  return stdout.trim();
};
