import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  closeTheNetwork,
  drawWithoutCard,
  giveRoom,
  refusedSwitch,
} from '../../../electron/windows/switches';

/** As much of Electron's app as the switches need. */
function appWith(isPackaged: boolean, given: readonly string[]): { app: App; set: Map<string, string> } {
  const set = new Map<string, string>();
  const commandLine = {
    hasSwitch: (name: string) => given.includes(name) || set.has(name),
    appendSwitch: (name: string, value = '') => set.set(name, value),
  };
  return { app: { isPackaged, commandLine } as unknown as App, set };
}

describe('switches', () => {
  it('that open a debugger are refused by a packaged app, and only there', () => {
    for (const name of ['remote-debugging-port', 'remote-debugging-pipe']) {
      expect(refusedSwitch(appWith(true, [name]).app)).toBe(name);
      expect(refusedSwitch(appWith(false, [name]).app)).toBeNull();
    }
    expect(refusedSwitch(appWith(true, ['desk', 'user-data-dir']).app)).toBeNull();
  });

  it('close the network; in development the development server stays within reach', () => {
    const closed = appWith(true, []);
    closeTheNetwork(closed.app, null);
    expect(closed.set.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect(closed.set.get('proxy-server')).toBe('http://127.0.0.1:1');
    const open = appWith(false, []);
    closeTheNetwork(open.app, 'http://localhost:5173');
    expect([open.set.has('host-resolver-rules'), open.set.has('proxy-server')]).toEqual([false, false]);
    expect(open.set.has('disable-background-networking')).toBe(true);
  });

  it('give the window room for new objects, unless the caller has flags of his own', () => {
    const usual = appWith(true, []);
    giveRoom(usual.app);
    expect(usual.set.get('js-flags')).toBe('--min-semi-space-size=16');
    const own = appWith(true, ['js-flags']);
    giveRoom(own.app);
    expect(own.set.has('js-flags')).toBe(false);
  });

  it('look for a graphics card everywhere but on a Linux machine that has none', () => {
    const looks = (platform: NodeJS.Platform, files: readonly string[]) => {
      const { app, set } = appWith(true, []);
      drawWithoutCard(app, platform, (path) => files.includes(path));
      return !set.has('disable-gpu');
    };
    expect(looks('linux', [])).toBe(false);
    expect(looks('linux', ['/dev/dri'])).toBe(true);
    expect(looks('linux', ['/dev/nvidiactl'])).toBe(true);
    expect(looks('darwin', [])).toBe(true);
    expect(looks('win32', [])).toBe(true);
  });
});
