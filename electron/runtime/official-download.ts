import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { electronPackageFolder, type Surroundings } from './places';
import { sayProgress } from './progress';
import { bytesBelow, firstComplaint, runWatched } from './running';
import { RuntimeProblem } from './runtime';
import { openWorkshop } from './workshop';

/** A line so slow that nothing arrives for this long is a filter that swallows packets. */
const STALL_MILLISECONDS = 30_000;

/**
 * Runs the installer of the `electron` package, which downloads the binary from Electron's release page (or from
 * ELECTRON_MIRROR) and checks it against the checksums in the package.
 * @param say is given one line at a time
 * @throws RuntimeProblem saying why it did not work; the signal's reason after an abort
 */
export const downloadOfficial = async (
  here: Surroundings,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> => {
  const packageFolder = electronPackageFolder(here);
  const installer = join(packageFolder, 'install.js');
  if (!existsSync(installer)) throw new RuntimeProblem('the electron package is not installed');
  const version: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')).version;
  say(`   downloading Electron ${String(version)} from its release page`);

  const temporary = await openWorkshop(here);
  const distribution = join(packageFolder, 'dist');
  const began = Date.now();
  try {
    const ended = await runWatched({
      command: process.execPath,
      words: [installer],
      folder: here.projectFolder,
      // With a temporary folder of our own its growth can be watched, and it goes when the download breaks off.
      environment: { ...here.environment, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      measure: async () => (await bytesBelow(temporary, began)) + (await bytesBelow(distribution, 0)),
      onBytes: sayProgress(say, 'downloaded', null, Date.now),
      measureEveryMilliseconds: 1_000,
      stallMilliseconds: STALL_MILLISECONDS,
      signal,
    });
    if (ended.stalled) throw new RuntimeProblem(`nothing arrived for ${STALL_MILLISECONDS / 1000} seconds`);
    if (ended.code !== 0) {
      throw new RuntimeProblem(
        `the release page could not be reached or read (${firstComplaint(ended.standardError)})`,
      );
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
    // The installer writes path.txt last: without it, dist is half-made.
    if (!existsSync(join(packageFolder, 'path.txt')))
      await rm(distribution, { recursive: true, force: true });
  }
};
