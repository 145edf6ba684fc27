import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { FALLBACK, fallbackFolder, fallbackIsComplete } from './fallback-package';
import {
  electronPackageFolder,
  executableInDistribution,
  type Surroundings,
  theseSurroundings,
} from './places';
import type { Failure, Found, Runtime } from './runtime';

/**
 * Looks for a runtime that is already on this machine; fetches nothing.
 * The order: ELECTRON_OVERRIDE_DIST_PATH, the binary beside the `electron` package, the fetched fallback.
 */
export const findRuntime = (): Found => findRuntimeIn(theseSurroundings());

/** As findRuntime, in given surroundings. */
export const findRuntimeIn = (here: Surroundings): Found => {
  const override = here.environment.ELECTRON_OVERRIDE_DIST_PATH;
  // Whoever sets the variable means that binary: another one in its place would be a surprise, so the search ends here.
  if (override) return foundOrFailed([findOverride(here, override)]);
  return foundOrFailed([findBesidePackage(here), findFetchedFallback(here)]);
};

const foundOrFailed = (attempts: readonly (Runtime | Failure)[]): Found => {
  const failures: Failure[] = [];
  for (const attempt of attempts) {
    if ('executable' in attempt) return { ok: true, value: attempt };
    failures.push(attempt);
  }
  return { ok: false, error: failures };
};

const findOverride = (here: Surroundings, override: string): Runtime | Failure => {
  const folder = isAbsolute(override) ? override : resolve(here.projectFolder, override);
  const executable = join(folder, executableInDistribution(here.platform));
  if (!isExecutable(executable)) {
    return {
      way: 'override',
      reason: `it is set to ${override}, where there is no executable ${executable}`,
    };
  }
  return { way: 'override', folder, executable, version: readVersion(folder) };
};

const findBesidePackage = (here: Surroundings): Runtime | Failure => {
  const way = 'beside the package';
  const packageFolder = electronPackageFolder(here);
  const wanted = readText(join(packageFolder, 'package.json'));
  if (wanted === null) return { way, reason: 'the electron package is not installed' };
  // The package's installer writes path.txt last, so without it dist may be half-made.
  const path = readText(join(packageFolder, 'path.txt'));
  if (path === null) return { way, reason: 'it has not been downloaded' };
  const folder = join(packageFolder, 'dist');
  const executable = join(folder, path.trim());
  if (!isExecutable(executable)) return { way, reason: `there is no executable ${executable}` };
  return { way, folder, executable, version: readVersion(folder) };
};

const findFetchedFallback = (here: Surroundings): Runtime | Failure => {
  const way = 'registry fallback';
  const folder = fallbackFolder(here, FALLBACK);
  if (!fallbackIsComplete(folder, FALLBACK)) return { way, reason: 'it has not been fetched' };
  const executable = join(folder, executableInDistribution('linux'));
  return { way, folder, executable, version: FALLBACK.electronVersion };
};

/** Distributions carry their version in a file `version`, in older ones with a leading v. */
const readVersion = (folder: string): string | null =>
  readText(join(folder, 'version'))?.trim().replace(/^v/, '') || null;

const readText = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // Absent and unreadable mean the same here: this way does not lead to a runtime.
  }
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};
