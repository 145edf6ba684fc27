import { mkdirSync, promises, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVersions, type Versions } from '../../../electron/desk/versions';
import type { Article } from '../../../shared/article/article';
import { article, p } from '../../../shared/article/build';
import { parseArticle, serialiseArticle } from '../../../shared/article/file';
import type { Result } from '../../../shared/base/result';
import { temporaryFolder } from '../../builders/folders';

const story = article({ slug: 'tides', headline: 'Tides' }, p('The sea rose.'));
const minute = 60_000;
const day = 24 * 60 * minute;

let desk: string;
let clock: number;
let running: number;
let versions: Versions;

beforeEach(() => {
  desk = temporaryFolder();
  clock = Date.UTC(2026, 10, 23, 19, 5, 1);
  running = 0;
  versions = start();
});
afterEach(() => rmSync(desk, { recursive: true, force: true }));

const start = () =>
  createVersions(
    desk,
    () => new Date(clock),
    () => running,
  );
const pass = (milliseconds: number) => {
  clock += milliseconds;
  running += milliseconds;
};
const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const folder = () => join(desk, 'tides', '.versions');
const files = () => readdirSync(folder()).sort();
const listed = async () => value(await versions.list('tides')).versions;
function put(changed: Article): void {
  mkdirSync(join(desk, changed.slug), { recursive: true });
  writeFileSync(join(desk, changed.slug, 'article.json'), serialiseArticle(changed));
}
const saying = (...lines: readonly string[]) => ({ ...story, body: lines.map((line) => p(line)) });
async function write(changed: Article): Promise<void> {
  put(changed);
  await versions.afterSave('tides', changed);
}

describe('the versions of an article', () => {
  it('are its own text, compressed, under the moment they were taken', async () => {
    put(story);
    expect(value(await versions.take('tides', 'opened', null, null))).toBe('20261123T190501000Z.json.gz');
    const text = gunzipSync(readFileSync(join(folder(), '20261123T190501000Z.json.gz'))).toString('utf8');
    expect(parseArticle(text)).toMatchObject({ ok: true, value: { headline: 'Tides', body: story.body } });
    expect(value(await versions.read('tides', '20261123T190501000Z.json.gz'))).toEqual(story);
  });

  it('are taken on opening, then at most every five minutes of changes, and never twice the same', async () => {
    put(story);
    await versions.take('tides', 'opened', null, null);
    for (let minutes = 0; minutes < 11; minutes += 1) {
      await write(saying(`After ${minutes} minutes.`));
      pass(minute);
    }
    await versions.take('tides', 'before-export', null, null);
    await versions.take('tides', 'before-restore', null, null);
    expect((await listed()).map(({ reason }) => reason)).toEqual(['writing', 'writing', 'opened']);
    versions = start();
    await versions.take('tides', 'opened', null, null);
    expect(files()).toHaveLength(3);
  });

  it('say so where another program wrote what is kept', async () => {
    put(story);
    await versions.take('tides', 'opened', null, '0'.repeat(64));
    expect(await listed()).toMatchObject([{ reason: 'outside' }]);
  });

  it('tell their reason, their words and the words that changed since the one before', async () => {
    put(saying('The sea rose.'));
    await versions.take('tides', 'opened', null, null);
    put(saying('The sea rose by a hand.', 'Nobody was hurt.'));
    await versions.take('tides', 'before-export', null, null);
    put(saying('The sea fell by a hand.', 'Nobody was hurt.'));
    await versions.take('tides', 'before-restore', null, null);
    expect(await listed()).toMatchObject([
      { reason: 'before-restore', words: 9, added: 1, removed: 1 },
      { reason: 'before-export', words: 9, added: 6, removed: 0 },
      { reason: 'opened', words: 3, added: 0, removed: 0 },
    ]);
  });

  it('add up the words that changed where versions between were thinned away', async () => {
    for (const words of ['One.', 'One two.', 'One two three.']) {
      put(saying(words));
      await versions.take('tides', 'writing', null, null);
      pass(10 * minute);
    }
    rmSync(join(folder(), files()[1] ?? ''));
    expect(await listed()).toMatchObject([{ added: 2, removed: 0 }, { words: 1 }]);
  });

  it('can be named; a name stays through thinning and can be taken away', async () => {
    put(story);
    const file = value(await versions.take('tides', 'opened', null, null));
    value(await versions.name('tides', file, 'As sent to the lawyer'));
    expect(await listed()).toMatchObject([{ name: 'As sent to the lawyer' }]);
    expect(value(await versions.read('tides', file))).toEqual(story);
    for (let days = 1; days < 4; days += 1) {
      pass(20 * minute);
      await write(saying(`Later ${days}.`));
    }
    pass(40 * day);
    await write(saying('Much later.'));
    expect(files()).toContain(file);
    value(await versions.name('tides', file, null));
    expect((await listed()).at(-1)).toMatchObject({ name: null });
  });

  it('are thinned as they age', async () => {
    for (let hours = 0; hours < 48; hours += 1) {
      for (let quarter = 0; quarter < 4; quarter += 1) {
        await write(saying(`Hour ${hours}, quarter ${quarter}.`));
        pass(15 * minute);
      }
    }
    // 24 hours of every quarter, 24 of one version an hour.
    expect(files().length).toBeGreaterThanOrEqual(24 * 4 + 23);
    expect(files().length).toBeLessThanOrEqual(24 * 4 + 25);
    pass(30 * day);
    await write(saying('A month later.'));
    expect(files().length).toBeLessThanOrEqual(4);
  });

  describe('that are older than a week', () => {
    const lines = (number: number) =>
      Array.from(
        { length: 20 },
        (_, line) =>
          `Line ${line} of a story that hardly changes, ${line === number % 20 ? `edit ${number}` : 'as ever'}.`,
      );

    /** One version a day, ending today; answers what each holds, newest first. */
    async function daily(days: number): Promise<readonly Article[]> {
      const written: Article[] = [];
      for (let number = 0; number < days; number += 1) {
        const now = saying(...lines(number));
        await write(now);
        written.unshift(now);
        pass(day);
      }
      return written;
    }
    const bodies = async () =>
      Promise.all((await listed()).map(async ({ file }) => (await versions.read('tides', file)).ok));
    const leaning = () => files().filter((name) => name.endsWith('.json.zz'));
    const whole = () => files().filter((name) => name.endsWith('.json.gz'));
    const baseOf = (name: string) => `${name.split('.on.')[1]?.slice(0, -'.json.zz'.length)}.json.gz`;

    it('lean on one of their week, weigh less, and are read as they were', async () => {
      const written = await daily(40);
      expect(leaning().length).toBeGreaterThan(20);
      expect(whole().length).toBeLessThan(16);
      const sizes = (names: readonly string[]) =>
        names.map((name) => readFileSync(join(folder(), name)).length).reduce((sum, size) => sum + size, 0) /
        names.length;
      expect(sizes(leaning())).toBeLessThan(sizes(whole()) * 0.7);
      const read = await Promise.all(
        (await listed()).map(async ({ file }) => value(await versions.read('tides', file)).body),
      );
      expect(read).toEqual(written.map(({ body }) => body));
      // The name by which the window knows a version does not change when it begins to lean.
      expect((await listed()).every(({ file }) => file.endsWith('Z.json.gz'))).toBe(true);
    });

    it('are damaged alone, and with the file they lean on at most those of its week', async () => {
      await daily(40);
      const [first = ''] = leaning();
      writeFileSync(join(folder(), first), 'damaged');
      expect(value(await versions.list('tides')).damaged).toEqual([first]);
      expect(await bodies()).toHaveLength(39);
      const base = baseOf(leaning().at(-1) ?? '');
      const lost = leaning().filter((name) => baseOf(name) === base && name !== first);
      writeFileSync(join(folder(), base), gzipSync(serialiseArticle(saying('Another text.'))));
      expect(value(await versions.list('tides')).damaged).toEqual([first, ...lost].sort());
      expect(lost.length).toBeLessThanOrEqual(6);
      pass(10 * minute);
      await write(saying('New.'));
      expect(value(await versions.list('tides')).versions[0]).toMatchObject({ words: 1 });
    });

    it('stand by themselves again before what they lean on is named or goes', async () => {
      const written = await daily(40);
      const base = baseOf(leaning().at(-1) ?? '');
      const leant = leaning().filter((name) => baseOf(name) === base).length;
      const before = leaning().length;
      value(await versions.name('tides', base, 'As sent'));
      expect(leaning()).toHaveLength(before - leant);
      const [one = ''] = leaning();
      const file = `${one.split('.on.')[0]}.json.gz`;
      value(await versions.name('tides', file, 'Named while it leans'));
      expect(files()).toContain(file);
      expect(files()).not.toContain(one);
      // After a year one of a month stays: files go that others leaned on.
      pass(500 * day);
      await write(saying('Much later.'));
      const left = await listed();
      expect(left.length).toBeLessThan(8);
      expect(await bodies()).toEqual(left.map(() => true));
      expect(left.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['As sent', 'Named while it leans']),
      );
      const bodyOf = async (at: number) => value(await versions.read('tides', left.at(at)?.file ?? '')).body;
      expect(written.map(({ body }) => body)).toContainEqual(await bodyOf(-1));
    });

    it('stay as they are where the disk cannot make them whole: naming what they lean on is refused', async () => {
      const written = await daily(40);
      const base = baseOf(leaning().at(-1) ?? '');
      const before = files();
      const full = vi
        .spyOn(promises, 'rename')
        .mockRejectedValueOnce(Object.assign(new Error('No space'), { code: 'ENOSPC' }));
      expect(await versions.name('tides', base, 'As sent')).toMatchObject({ ok: false });
      full.mockRestore();
      expect(files()).toEqual(before);
      const read = await Promise.all(
        (await listed()).map(async ({ file }) => value(await versions.read('tides', file)).body),
      );
      expect(read).toEqual(written.map(({ body }) => body));
      value(await versions.name('tides', base, 'As sent'));
    });

    it('are whole where a crash left them both ways', async () => {
      await daily(20);
      const [one = ''] = leaning();
      const file = `${one.split('.on.')[0]}.json.gz`;
      const { body } = value(await versions.read('tides', file));
      writeFileSync(join(folder(), file), gzipSync(serialiseArticle({ ...story, body })));
      const count = (await listed()).length;
      expect(count).toBe(20);
      expect(value(await versions.read('tides', file)).body).toEqual(body);
    });

    it('stay whole where the article is so long that leaning gains nothing', async () => {
      for (let number = 0; number < 15; number += 1) {
        await write(
          saying(...Array.from({ length: 900 }, (_, line) => `Line ${line}, ${number}: of a long story.`)),
        );
        pass(day);
      }
      expect(leaning()).toEqual([]);
    });
  });

  it('keep their order when the clock is set back, and none is lost or overwritten', async () => {
    put(saying('One.'));
    await versions.take('tides', 'opened', null, null);
    pass(10 * minute);
    await write(saying('Two.'));
    clock -= 400 * day;
    running += 10 * minute;
    await write(saying('Three.'));
    running += 10 * minute;
    await write(saying('Four.'));
    versions = start();
    put(saying('Five.'));
    await versions.take('tides', 'opened', null, null);
    const order = await Promise.all(
      (await listed()).map(async ({ file }) => value(await versions.read('tides', file)).body),
    );
    expect(order).toEqual(['Five.', 'Four.', 'Three.', 'Two.', 'One.'].map((words) => saying(words).body));
  });

  it('are skipped and named where their files are damaged; the others and new ones are not harmed', async () => {
    put(story);
    const cut = value(await versions.take('tides', 'opened', null, null));
    pass(10 * minute);
    await write(saying('Whole.'));
    truncateSync(join(folder(), cut), 60);
    writeFileSync(join(folder(), '20261101T000000000Z.json.gz'), 'not gzip');
    writeFileSync(join(folder(), '20261102T000000000Z.json.gz'), gzipSync('{"format":'));
    writeFileSync(join(folder(), 'notes.txt'), 'not ours');
    versions = start();
    expect(value(await versions.list('tides'))).toMatchObject({
      versions: [{ reason: 'writing' }],
      damaged: ['20261101T000000000Z.json.gz', '20261102T000000000Z.json.gz', cut],
    });
    expect(await versions.read('tides', cut)).toEqual({ ok: false, error: { code: 'no-such-version' } });
    // A file of the desk, not an article's folder.
    writeFileSync(join(folder(), '..', '..', 'a-file'), '');
    const notAFolder = { ok: false, error: { code: 'not-a-folder' } };
    expect(await versions.read('a-file', cut)).toMatchObject(notAFolder);
    expect(await versions.name('a-file', cut, 'Mine')).toMatchObject(notAFolder);
    pass(10 * minute);
    await write(saying('New.'));
    expect(await listed()).toHaveLength(2);
    expect(files()).toContain(cut);
  });

  it('of another program, without our record, are shown as older than ours', async () => {
    put(story);
    value(await versions.take('tides', 'opened', null, null));
    writeFileSync(
      join(folder(), '20270101T000000000Z.json.gz'),
      gzipSync(serialiseArticle(saying('From elsewhere.'))),
    );
    expect(await listed()).toMatchObject([
      { reason: 'opened' },
      { reason: 'outside', taken: '2027-01-01T00:00:00.000Z' },
    ]);
  });

  it('are not taken of what another program only added to', async () => {
    put(story);
    await versions.take('tides', 'opened', null, null);
    await write(saying('The sea rose.', 'Nobody was hurt.'));
    put(saying('The sea rose.', 'Nobody was hurt.', 'Theirs.'));
    await versions.keepReplaced('tides');
    expect(files()).toHaveLength(1);
    put(saying('The sea rose.', 'Theirs.'));
    await versions.keepReplaced('tides');
    expect(files()).toHaveLength(2);
    put({ ...saying('The sea rose.', 'Nobody was hurt.'), headline: 'Theirs' });
    await versions.keepReplaced('tides');
    expect(files()).toHaveLength(2);
  });

  it('keep what another program wrote before it is written over; beside the file where it cannot be read', async () => {
    put(saying('Theirs.'));
    expect(await versions.keepTheirs('tides')).toEqual({ ok: true, value: null });
    expect(await listed()).toMatchObject([{ reason: 'outside' }]);
    const path = join(desk, 'tides', 'article.json');
    for (const damaged of ['{"format":', Buffer.from([0xff, 0xfe])]) {
      writeFileSync(path, damaged);
      expect(await versions.keepTheirs('tides')).toEqual({ ok: true, value: null });
    }
    const aside = readdirSync(join(desk, 'tides')).filter((name) => name.includes('damaged'));
    expect(aside).toHaveLength(2);
    expect(aside.sort().map((name) => readFileSync(join(desk, 'tides', name)).toString('latin1'))).toEqual([
      '{"format":',
      'ÿþ',
    ]);
    rmSync(path);
    expect(await versions.keepTheirs('tides')).toEqual({ ok: true, value: null });
    mkdirSync(path);
    expect(await versions.keepTheirs('tides')).toMatchObject({ ok: false, error: { code: 'is-a-folder' } });
  });

  it('are not read from anywhere but their folder', async () => {
    put(story);
    for (const file of ['../article.json', '..', '/etc/passwd', 'article.json', '.json.gz'])
      expect(await versions.read('tides', file)).toMatchObject({ ok: false });
  });

  it('take none of an article that cannot be read, and say so', async () => {
    mkdirSync(join(desk, 'tides'));
    writeFileSync(join(desk, 'tides', 'article.json'), '{"format":');
    expect(await versions.take('tides', 'before-restore', null, null)).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    });
  });
});
