import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasDisplay, startXvfb } from '../../../electron/runtime/display';
import { neededSwitches } from '../../../electron/runtime/switches';
import { temporaryFolder } from './fake-package';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** A stand-in for Xvfb that does one thing. */
const standIn = async (script: string): Promise<string> => {
  const path = join(folder.path, 'xvfb');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
};

describe('the display', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['linux', { DISPLAY: '' }, false],
    ['darwin', {}, true],
    ['win32', {}, true],
  ] as const)('on %s with %j: %s', (platform, environment, expected) => {
    expect(hasDisplay(platform, environment)).toBe(expected);
  });

  it('takes the number that Xvfb picked', async () => {
    const display = await startXvfb(await standIn('echo 17 >&3; exec sleep 60'));
    display.close();
    expect(display.environment).toEqual({ DISPLAY: ':17' });
  });

  it('says what to install when there is no Xvfb', async () => {
    await expect(startXvfb(join(folder.path, 'absent'))).rejects.toThrow(/install the package xvfb/);
  });

  it('says so when Xvfb does not come up', async () => {
    await expect(startXvfb(await standIn('exit 4'))).rejects.toThrow(/Xvfb ended with code 4/);
  });
});

describe('the switches for Chromium', () => {
  const words = (isRoot: boolean, platform: NodeJS.Platform, environment: Record<string, string>) =>
    neededSwitches({ isRoot, platform, environment }).map(({ word }) => word);

  it('drop the sandbox for root on Linux only, and say so', () => {
    expect(words(true, 'linux', { DISPLAY: ':0' })).toEqual(['--no-sandbox']);
    expect(words(false, 'linux', { DISPLAY: ':0' })).toEqual([]);
    expect(words(true, 'darwin', {})).toEqual([]);
    expect(neededSwitches({ isRoot: true, platform: 'linux', environment: {} })[0]?.why).toContain('root');
  });

  it('choose Wayland where there is no X11', () => {
    expect(words(false, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['--ozone-platform-hint=auto']);
    expect(words(false, 'linux', { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' })).toEqual([]);
  });
});
