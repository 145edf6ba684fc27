import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from '../../../electron/settings/settings';
import { defaultPreferences } from '../../../shared/ipc/preferences';
import { temporaryFolder } from '../../builders/folders';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date('2026-05-06T07:08:09Z');
// electron-store without Electron: the base it is made of, with the same file.
const open = () => openSettings(folder, async (cwd, configName) => new Conf({ cwd, configName }), now);

describe('settings', () => {
  it('begin with the defaults and are remembered', async () => {
    const first = await open();
    expect(first.current()).toMatchObject({ deskPath: null, preferences: defaultPreferences });
    expect(await first.change({ deskPath: '/desk' })).toMatchObject({ ok: true });
    void first.change({ preferences: { ...defaultPreferences, zoom: 1.25 } });
    void first.change({ preferences: { ...defaultPreferences, zoom: 1.5 } });
    expect(first.current()).toMatchObject({ preferences: { zoom: 1.5 } });
    await first.settled();
    const second = await open();
    expect(second.current()).toMatchObject({ deskPath: '/desk', preferences: { zoom: 1.5 } });
    expect(second.keptAside).toBeNull();
  });

  it.each(['', '{"deskPath": ', '{"deskPath": 7}', '[]', '\u0000\u0001'])(
    'that are unreadable (%j) are kept aside, and the app starts with the defaults',
    async (content) => {
      writeFileSync(file, content);
      const settings = await open();
      expect(settings.current().preferences).toEqual(defaultPreferences);
      const path = `${file}.unreadable-2026-05-06T070809.000Z`;
      expect(settings.keptAside).toEqual({ path, lost: 'all' });
      expect(readFileSync(path, 'utf8')).toBe(content);
      await settings.change({ deskPath: '/desk' });
      expect((await open()).current().deskPath).toBe('/desk');
    },
  );

  it('in which two actions share a key lose the keys and nothing else; the file is kept aside', async () => {
    await (await open()).change({ deskPath: '/desk', preferences: { ...defaultPreferences, zoom: 1.5 } });
    const content = JSON.parse(readFileSync(file, 'utf8'));
    content.preferences.keys = { 'format.bold': ['CmdOrCtrl+I'] };
    writeFileSync(file, JSON.stringify(content));
    const settings = await open();
    expect(settings.current()).toMatchObject({ deskPath: '/desk', preferences: { zoom: 1.5, keys: {} } });
    expect(settings.keptAside).toEqual({ path: `${file}.unreadable-2026-05-06T070809.000Z`, lost: 'keys' });
    // Told once: the next start finds a good file.
    expect((await open()).keptAside).toBeNull();
  });

  it('in whose place a folder stands do not stop the app', async () => {
    mkdirSync(file);
    const settings = await open();
    expect(settings.current().preferences).toEqual(defaultPreferences);
    expect(readdirSync(folder)).toEqual(['settings.json.unreadable-2026-05-06T070809.000Z']);
  });

  it('that another program damages while the app runs are written anew, and what stood there is kept aside', async () => {
    const settings = await open();
    writeFileSync(file, '{"deskPath": ');
    expect(await settings.change({ deskPath: '/desk' })).toMatchObject({ ok: true });
    expect((await open()).current().deskPath).toBe('/desk');
    expect(readFileSync(`${file}.unreadable-2026-05-06T070809.000Z`, 'utf8')).toBe('{"deskPath": ');
  });

  it('are written again after a mistake of ours, and quitting waits for them', async () => {
    let broken = true;
    const settings = await openSettings(
      folder,
      async (cwd, configName) => {
        if (broken) throw new TypeError('a mistake');
        return new Conf({ cwd, configName });
      },
      now,
    );
    await expect(settings.change({ deskPath: '/one' })).rejects.toThrow('a mistake');
    await settings.settled();
    broken = false;
    expect(await settings.change({ deskPath: '/two' })).toMatchObject({ ok: true });
    expect((await open()).current().deskPath).toBe('/two');
  });

  it('keep fields that a newer version wrote', async () => {
    const first = await open();
    await first.change({ deskPath: '/desk' });
    writeFileSync(file, readFileSync(file, 'utf8').replace('{', '{ "future": 1,'));
    const second = await open();
    await second.change({ deskPath: '/other' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ future: 1, deskPath: '/other' });
  });

  it('that cannot be written are told and hold for this run', async () => {
    const settings = await open();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'in the way');
    expect(await settings.change({ deskPath: '/desk' })).toMatchObject({ ok: false });
    expect(settings.current().deskPath).toBe('/desk');
    expect(existsSync(file)).toBe(false);
  });
});
