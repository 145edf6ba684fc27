import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FALLBACK, fallbackFolder, fallbackStamp } from '../../../electron/runtime/fallback-package';
import { findRuntimeIn } from '../../../electron/runtime/find';
import { type FetchingWays, obtainRuntime } from '../../../electron/runtime/obtain';
import { electronPackageFolder } from '../../../electron/runtime/places';
import {
  describeNotFetched,
  describeNotFound,
  describeRuntime,
  type Failure,
  Interruption,
  RuntimeProblem,
} from '../../../electron/runtime/runtime';
import { surroundingsOf, temporaryFolder } from './fake-package';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const here = () => surroundingsOf(folder.path);
const withOverride = (path: string) => ({ ...here(), environment: { ELECTRON_OVERRIDE_DIST_PATH: path } });

const put = async (path: string, content: string, mode: number): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { mode });
};

const putOverride = async (): Promise<string> => {
  const path = join(folder.path, 'own');
  await put(join(path, 'electron'), '', 0o755);
  await put(join(path, 'version'), 'v40.1.0\n', 0o644);
  return path;
};

const putPackage = async (): Promise<void> => {
  const path = electronPackageFolder(here());
  await put(join(path, 'package.json'), '{"version":"45.4.1"}', 0o644);
  await put(join(path, 'path.txt'), 'electron', 0o644);
  await put(join(path, 'dist', 'electron'), '', 0o755);
  await put(join(path, 'dist', 'version'), '45.4.1', 0o644);
};

const putFallback = async (): Promise<void> => {
  const path = fallbackFolder(here(), FALLBACK);
  const stamp = fallbackStamp(FALLBACK);
  await put(join(path, 'electron'), '', 0o755);
  await put(join(path, 'resources', 'default_app.asar'), '', 0o644);
  await put(join(path, stamp.name), stamp.content, 0o644);
};

describe('finding a runtime', () => {
  it('takes ELECTRON_OVERRIDE_DIST_PATH before all others', async () => {
    await putPackage();
    const path = await putOverride();
    expect(findRuntimeIn(withOverride(path))).toEqual({
      ok: true,
      value: { way: 'override', folder: path, executable: join(path, 'electron'), version: '40.1.0' },
    });
  });

  it('reads a relative ELECTRON_OVERRIDE_DIST_PATH from the project folder', async () => {
    await putOverride();
    expect(findRuntimeIn(withOverride('own'))).toMatchObject({ value: { folder: join(folder.path, 'own') } });
  });

  it('does not put another binary in the place of one that was named and is not there', async () => {
    await putPackage();
    expect(findRuntimeIn(withOverride('/nowhere'))).toEqual({
      ok: false,
      error: [
        { way: 'override', reason: 'it is set to /nowhere, where there is no executable /nowhere/electron' },
      ],
    });
  });

  it('takes the binary beside the electron package before the fallback', async () => {
    await putPackage();
    await putFallback();
    expect(findRuntimeIn(here())).toMatchObject({ value: { way: 'beside the package', version: '45.4.1' } });
  });

  it('takes the fetched fallback when the package has no binary', async () => {
    await putFallback();
    expect(findRuntimeIn(here())).toMatchObject({ value: { way: 'registry fallback', version: '33.2.1' } });
  });

  it('passes over a binary whose download has not come to its end', async () => {
    await put(join(electronPackageFolder(here()), 'package.json'), '{}', 0o644);
    await put(join(electronPackageFolder(here()), 'dist', 'electron'), '', 0o755);
    expect(findRuntimeIn(here())).toMatchObject({
      error: [
        { way: 'beside the package', reason: 'it has not been downloaded' },
        { way: 'registry fallback' },
      ],
    });
  });

  it('passes over a fallback that was made in an older way', async () => {
    await putFallback();
    await writeFile(join(fallbackFolder(here(), FALLBACK), fallbackStamp(FALLBACK).name), '{"recipe":0}');
    expect(findRuntimeIn(here()).ok).toBe(false);
  });
});

describe('obtaining a runtime', () => {
  const unwanted = (): Promise<never> => Promise.reject(new Error('must not be called'));
  const failing = (message: string) => () => Promise.reject(new RuntimeProblem(message));
  const obtain = async (ways: FetchingWays) => {
    const told: Failure[] = [];
    const found = await obtainRuntime(here(), ways, (failure) => told.push(failure));
    return { found, told };
  };

  it('fetches nothing when one is there', async () => {
    await putFallback();
    const { found } = await obtain({ official: unwanted, fallback: unwanted });
    expect(found.ok).toBe(true);
  });

  it('leaves the fallback alone when the official download works', async () => {
    const { found } = await obtain({ official: putPackage, fallback: unwanted });
    expect(found).toMatchObject({ value: { way: 'beside the package' } });
  });

  it('goes on to the fallback and tells why', async () => {
    const { found, told } = await obtain({ official: failing('the page is away'), fallback: putFallback });
    expect(found).toMatchObject({ value: { way: 'registry fallback' } });
    expect(told).toEqual([{ way: 'official download', reason: 'the page is away' }]);
  });

  it('lists every way with its reason when all fail, a full disk among them', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    const { found } = await obtain({
      official: failing('the page is away'),
      fallback: () => Promise.reject(full),
    });
    if (found.ok) throw new Error('expected a failure');
    expect(describeNotFetched(found.error).split('\n')).toEqual([
      'No Electron runtime could be found.',
      '  - Binary beside the electron package: the electron package is not installed.',
      '  - Official download: the page is away.',
      '  - Electron out of a registry package: ENOSPC: no space left on device, write.',
      expect.stringMatching(/^What to do: connect/),
    ]);
  });

  it('tries nothing more when it is interrupted', async () => {
    const interrupted = () => Promise.reject(new Interruption('Interrupted'));
    await expect(obtain({ official: interrupted, fallback: unwanted })).rejects.toThrow(Interruption);
  });

  it('does not take a broken assumption for a way that failed', async () => {
    const broken = () => Promise.reject(new TypeError('undefined is not a function'));
    await expect(obtain({ official: broken, fallback: unwanted })).rejects.toThrow(TypeError);
  });
});

describe('what is said about runtimes', () => {
  it('names the fallback for what it is', () => {
    const line = describeRuntime({
      way: 'registry fallback',
      folder: '/f',
      executable: '/f/electron',
      version: '33.2.1',
    });
    expect(line).toBe(
      'Runtime: Electron 33.2.1 out of a registry package, for development, tests and evaluation (/f)',
    );
  });

  it('sends to setup when nothing was fetched yet, and to the variable when that is wrong', () => {
    expect(describeNotFound([{ way: 'registry fallback', reason: 'it has not been fetched' }])).toContain(
      'npm run setup',
    );
    expect(describeNotFound([{ way: 'override', reason: 'r' }])).toContain('unset it');
  });
});
