import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingPlatformPackages, reasonToInstall } from '../../../electron/runtime/dependencies.mjs';
import {
  aptCommands,
  missingPackages,
  NEEDED,
  namesToInstall,
  usesApt,
} from '../../../electron/runtime/system-packages.mjs';

describe('the system packages', () => {
  const everything = NEEDED.map((names) => `${names[0]} installed`).join('\n');

  it.each([
    ['Debian', 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n', true],
    ['Ubuntu', 'ID=ubuntu\nID_LIKE=debian\n', true],
    ['Mint', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', true],
    ['Fedora', 'ID=fedora\nHOME_URL="https://debian.example"\n', false],
    ['no file', '', false],
  ])('are taken from apt on %s: %s', (_name, osRelease, expected) => {
    expect(usesApt(osRelease)).toBe(expected);
  });

  it('lack nothing when each is installed', () => {
    expect(missingPackages(everything)).toEqual([]);
  });

  it('lack what dpkg does not know or has removed', () => {
    const answer = everything
      .replace('xvfb installed', '')
      .replace('libgtk-3-0 installed', 'libgtk-3-0 config-files');
    expect(missingPackages(answer)).toEqual([['xvfb'], ['libgtk-3-0', 'libgtk-3-0t64']]);
  });

  it('count as installed under the name of a newer release', () => {
    expect(missingPackages(everything.replace('libasound2 ', 'libasound2t64 '))).toEqual([]);
  });

  it('are asked for under the name that this release can install', () => {
    const policy = [
      'xvfb:\n  Installed: (none)\n  Candidate: 2:21.1.7-3\n  Version table:',
      'libasound2:\n  Installed: (none)\n  Candidate: (none)\n  Version table:',
      'libasound2t64:\n  Installed: (none)\n  Candidate: 1.2.11-1\n',
    ].join('\n');
    expect(namesToInstall([['xvfb'], ['libasound2', 'libasound2t64']], policy)).toEqual([
      'xvfb',
      'libasound2t64',
    ]);
    expect(namesToInstall([['libasound2', 'libasound2t64']], '')).toEqual(['libasound2']);
  });

  it('are installed without questions, through sudo only where told', () => {
    expect(aptCommands(['xvfb'], false).install.join(' ')).toBe(
      'apt-get install --yes --no-install-recommends xvfb',
    );
    expect(aptCommands(['xvfb'], true).update.join(' ')).toBe(
      'sudo env DEBIAN_FRONTEND=noninteractive apt-get update',
    );
  });
});

describe('the installed npm packages', () => {
  const react = { version: '19.3.1', integrity: 'sha512-a' };
  const lock = {
    packages: {
      '': {},
      'node_modules/react': react,
      'node_modules/win': { version: '1.0.0', optional: true },
    },
  };
  const everywhere = () => true;

  it('are in step when all are there but those of other systems', () => {
    expect(reasonToInstall(lock, { packages: { 'node_modules/react': react } }, everywhere)).toBeNull();
  });

  it.each([
    ['nothing is installed', null, 'the packages are not installed'],
    ['one is missing', { packages: {} }, 'node_modules/react is missing'],
    [
      'one is of another version',
      { packages: { 'node_modules/react': { ...react, version: '19.3.0' } } },
      'node_modules/react is of another version',
    ],
    [
      'one was made of other bytes',
      { packages: { 'node_modules/react': { ...react, integrity: 'sha512-b' } } },
      'node_modules/react is of another version',
    ],
    [
      'one is no longer wanted',
      { packages: { 'node_modules/react': react, 'node_modules/old': react } },
      'node_modules/old is no longer wanted',
    ],
  ])('are installed when %s', (_case, installed, reason) => {
    expect(reasonToInstall(lock, installed, everywhere)).toBe(reason);
  });

  it('are installed when a folder was deleted by hand', () => {
    const installed = { packages: { 'node_modules/react': react } };
    expect(reasonToInstall(lock, installed, (path) => path !== 'node_modules/react')).toBe(
      'node_modules/react is missing',
    );
  });
});

describe('the lock file', () => {
  it('is completed with the packages of other systems, by what their names tell', () => {
    const parent = {
      version: '1.0.0',
      dev: true,
      optionalDependencies: {
        '@a/linux-x64': '1.0.0',
        '@a/linux-arm64-musl': '1.0.0',
        '@a/binding-win32-x64-msvc': '1.0.0',
      },
    };
    const packages = {
      'node_modules/a': parent,
      'node_modules/@a/linux-x64': { version: '1.0.0', optional: true },
    };
    expect(missingPlatformPackages({ packages })).toEqual({
      'node_modules/@a/linux-arm64-musl': {
        version: '1.0.0',
        optional: true,
        dev: true,
        os: ['linux'],
        cpu: ['arm64'],
        libc: ['musl'],
      },
      'node_modules/@a/binding-win32-x64-msvc': {
        version: '1.0.0',
        optional: true,
        dev: true,
        os: ['win32'],
        cpu: ['x64'],
      },
    });
  });

  it('of this project is complete; if not, "npm run lock:complete" completes it', () => {
    expect(missingPlatformPackages(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual({});
  });
});
