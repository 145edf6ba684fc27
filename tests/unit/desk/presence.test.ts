import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPresence, type Presence, presenceFolder } from '../../../electron/desk/presence';
import { temporaryFolder } from '../../builders/folders';

const lena = { host: 'Lena’s Laptop', user: 'lena', app: '/home/lena/.config/app' };
const mara = { host: 'studio-2', user: 'mara', app: '/home/mara/.config/app' };

let desk: string;
let moment: number;
let open: Presence[];
beforeEach(() => {
  desk = temporaryFolder();
  moment = Date.UTC(2026, 4, 6, 7, 8);
  open = [];
});
afterEach(async () => {
  for (const presence of open) await presence.close();
  rmSync(desk, { recursive: true, force: true });
});

function join_(myself: typeof lena, skew = 0): Presence {
  const presence = createPresence(
    desk,
    myself,
    () => new Date(moment + skew),
    () => undefined,
  );
  open.push(presence);
  return presence;
}
async function seenBy(presence: Presence): Promise<unknown> {
  await presence.look();
  return presence.others();
}
const maraAtTides = [{ slug: 'tides', host: 'studio-2', user: 'mara' }];

describe('presence on a shared desk', () => {
  it.skipIf(process.platform === 'win32')(
    'does not wait for a pipe among its files: four of them would stop all reading and writing',
    async () => {
      const [one, other] = [join_(lena), join_(mara)];
      await other.show('tides');
      for (const name of ['a', 'b', 'c', 'd', 'e'])
        execFileSync('mkfifo', [join(desk, presenceFolder, `${name}.json`)]);
      expect(await seenBy(one)).toEqual(maraAtTides);
    },
  );

  it('shows to each what the others have open, never oneself', async () => {
    const [one, other] = [join_(lena), join_(mara)];
    await one.show('tides');
    await other.show('tides');
    expect(await seenBy(one)).toEqual(maraAtTides);
    expect(await seenBy(other)).toEqual([{ slug: 'tides', host: 'Lena’s Laptop', user: 'lena' }]);
    await other.show('ferry');
    expect(await seenBy(one)).toEqual([{ slug: 'ferry', host: 'studio-2', user: 'mara' }]);
    await other.show(null);
    expect(await seenBy(one)).toEqual([]);
  });

  it('takes its file back when it closes, and leaves one file an app behind a crash', async () => {
    const [one, other] = [join_(lena), join_(mara)];
    await other.show('tides');
    await other.show('ferry');
    expect(readdirSync(join(desk, presenceFolder))).toHaveLength(1);
    await join_(mara).show('tides');
    expect(readdirSync(join(desk, presenceFolder))).toHaveLength(1);
    await other.close();
    expect(await seenBy(one)).toEqual([]);
  });

  it('believes a file for two minutes', async () => {
    const [one, other] = [join_(lena), join_(mara)];
    await other.show('tides');
    moment += 119_000;
    expect(await seenBy(one)).toEqual(maraAtTides);
    moment += 2_000;
    expect(await seenBy(one)).toEqual([]);
  });

  it('believes a machine whose clock is wrong as soon as it is seen writing, and two minutes from then', async () => {
    const [one, other] = [join_(lena), join_(mara, -3_600_000)];
    await other.show('tides');
    expect(await seenBy(one)).toEqual([]);
    moment += 30_000;
    await other.show('tides');
    expect(await seenBy(one)).toEqual(maraAtTides);
    moment += 121_000;
    expect(await seenBy(one)).toEqual([]);
  });

  it('is not disturbed by files that are no presence', async () => {
    const one = join_(lena);
    mkdirSync(join(desk, presenceFolder, 'folder.json'), { recursive: true });
    writeFileSync(join(desk, presenceFolder, 'cut.json'), '{"host":');
    writeFileSync(join(desk, presenceFolder, 'other.json'), '{"host":3}');
    writeFileSync(join(desk, presenceFolder, 'large.json'), ' '.repeat(20_000));
    expect(await seenBy(one)).toEqual([]);
  });

  it('tells nothing but host, user, article and time', async () => {
    const one = join_(lena);
    await one.show('tides');
    const [name = ''] = readdirSync(join(desk, presenceFolder));
    expect(name).toMatch(/^lena-s-laptop-[0-9a-f]{8}\.json$/);
    expect(Object.keys(JSON.parse(readFileSync(join(desk, presenceFolder, name), 'utf8')))).toEqual([
      'host',
      'user',
      'article',
      'time',
    ]);
  });

  it('does not bring back a desk that is gone as an empty folder', async () => {
    const one = join_(lena);
    rmSync(desk, { recursive: true });
    await one.show('tides');
    expect(existsSync(desk)).toBe(false);
  });

  it('blocks nobody on a desk that cannot be written to', async () => {
    const one = join_(lena);
    writeFileSync(join(desk, presenceFolder), 'a file in its place');
    await one.show('tides');
    expect(await seenBy(one)).toEqual([]);
    await one.close();
    expect(existsSync(join(desk, presenceFolder))).toBe(true);
  });
});
