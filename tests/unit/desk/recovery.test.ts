import { mkdirSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecovery, type Recovery } from '../../../electron/desk/recovery';
import { article, p } from '../../../shared/article/build';
import type { Result } from '../../../shared/base/result';
import { temporaryFolder } from '../../builders/folders';

const story = article({ slug: 'tides', headline: 'Tides' }, p('The sea rose.'));

let parent: string;
let desk: string;
let another: string;
let recovery: Recovery;

beforeEach(() => {
  parent = temporaryFolder();
  [desk, another] = [join(parent, 'desk'), join(parent, 'another')];
  for (const folder of [desk, another]) mkdirSync(folder);
  recovery = start();
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const start = () => createRecovery(join(parent, 'recovery'), () => new Date('2026-05-06T07:08:09.000Z'));
const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const left = async (of: string) => value(await recovery.left(of));

describe('words that cannot be saved where they belong', () => {
  it('are kept, the newest in place of those before, and offered to the next window only', async () => {
    value(await recovery.keep(desk, 'tides', story));
    value(await recovery.keep(desk, 'tides', { ...story, headline: 'Tides rise' }));
    expect(await left(desk)).toEqual([]);
    recovery.begin();
    expect(await left(desk)).toMatchObject([
      {
        slug: 'tides',
        kept: '2026-05-06T07:08:09.000Z',
        article: { headline: 'Tides rise', body: story.body },
      },
    ]);
    expect(await left(another)).toEqual([]);
    recovery = start();
    expect(await left(desk)).toHaveLength(1);
  });

  it('are offered on the desk that is open where their own is no longer there', async () => {
    value(await recovery.keep(desk, 'tides', story));
    recovery.begin();
    expect(await left(another)).toEqual([]);
    renameSync(desk, join(parent, 'moved'));
    expect(await left(join(parent, 'moved'))).toMatchObject([{ desk, slug: 'tides' }]);
  });

  it('are dropped once they are on the disk, but never those of an earlier window', async () => {
    value(await recovery.keep(desk, 'tides', story));
    recovery.begin();
    value(await recovery.keep(desk, 'tides', { ...story, headline: 'Later' }));
    value(await recovery.drop(desk, story.id));
    recovery.begin();
    const copies = await left(desk);
    expect(copies).toMatchObject([{ article: { headline: 'Tides' } }]);
    value(await recovery.dismiss(copies[0]?.name ?? ''));
    expect(await left(desk)).toEqual([]);
    expect(readdirSync(join(parent, 'recovery'))).toEqual([]);
  });

  it('are not confused with files that are none; those stay', async () => {
    value(await recovery.keep(desk, 'tides', story));
    const [name = ''] = readdirSync(join(parent, 'recovery'));
    truncateSync(join(parent, 'recovery', name), 40);
    writeFileSync(join(parent, 'recovery', 'notes.txt'), 'mine');
    recovery.begin();
    expect(await left(desk)).toEqual([]);
    expect(await recovery.dismiss('../settings.json')).toMatchObject({ ok: false });
    expect(readdirSync(join(parent, 'recovery')).sort()).toEqual([name, 'notes.txt'].sort());
  });

  it('tell where they could not be kept either', async () => {
    writeFileSync(join(parent, 'recovery'), 'a file at the place of the folder');
    expect(await recovery.keep(desk, 'tides', story)).toMatchObject({
      ok: false,
      error: { path: expect.stringContaining('recovery') },
    });
  });
});
