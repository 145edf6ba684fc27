import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the search for a runtime depends on; tests hand in their own. */
export interface Surroundings {
  /** Absolute path of the checkout: the folder that holds package.json. */
  readonly projectFolder: string;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  readonly platform: NodeJS.Platform;
  readonly architecture: string;
}

/** The surroundings of this process. */
export const theseSurroundings = (): Surroundings => ({
  projectFolder: dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  environment: process.env,
  platform: process.platform,
  architecture: process.arch,
});

/** Folder of the installed `electron` package; its own download unpacks into `dist` below it. */
export const electronPackageFolder = (here: Surroundings): string =>
  join(here.projectFolder, 'node_modules', 'electron');

/**
 * Where fetched runtimes live. Not below node_modules: `npm ci` empties that folder, and every run of it would cost
 * another download of 200 MB.
 */
export const runtimeCacheFolder = (here: Surroundings): string =>
  join(here.projectFolder, '.cache', 'runtime');

/** Path of the executable inside an unpacked Electron distribution, as Electron lays it out on each system. */
export const executableInDistribution = (platform: NodeJS.Platform): string => {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
};
