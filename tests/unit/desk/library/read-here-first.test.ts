import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listCachePath } from '../../../../electron/desk/library/list-cache';
import { readHereFirst, smallDesk } from '../../../../electron/desk/library/read-here-first';
import { createReader, type Found, type LibraryReader } from '../../../../electron/desk/library/reader';
import { article, p } from '../../../../shared/article/build';
import { serialiseArticle } from '../../../../shared/article/file';
import { foundFolders } from '../../../../shared/ipc/library';
import { temporaryFolder } from '../../../builders/folders';

let folder: string;
let cache: string;
/** What the thread was asked, by the names of its functions. */
let asked: string[];

beforeEach(() => {
  folder = join(temporaryFolder(), 'desk');
  mkdirSync(folder);
  cache = listCachePath(join(dirname(folder), 'app', 'desks'), folder);
  asked = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dirname(folder), { recursive: true, force: true });
});

function put(slug: string, words: string): void {
  mkdirSync(join(folder, slug), { recursive: true });
  writeFileSync(
    join(folder, slug, 'article.json'),
    serialiseArticle(article({ slug, headline: `The ${slug}` }, p(words))),
  );
}
const remove = (slug: string) => rmSync(join(folder, slug), { recursive: true, force: true });

/** A reader that stands for the thread, and tells what it was asked. */
const thread = (reader: LibraryReader = createReader(folder, cache)): LibraryReader =>
  new Proxy(reader, {
    get(target, name: keyof LibraryReader) {
      const work = target[name] as ((...given: readonly never[]) => unknown) | undefined;
      return (
        work &&
        ((...given: readonly never[]) => {
          asked.push(name);
          return work(...given);
        })
      );
    },
  });
const looks = (slugs: readonly string[]) => slugs.map((slug) => ({ slug, stamp: null }));
const headlines = (found: readonly Found[]) =>
  found.map((one) =>
    typeof one === 'string' ? one : one.entry.kind === 'article' ? one.entry.headline : one.entry.kind,
  );
const slugsOf = async (reader: LibraryReader, typed: string) =>
  [...foundFolders(await reader.find(typed, null))].sort();

describe('a small desk', () => {
  it('is listed without the thread', async () => {
    put('tides', 'The sea rose.');
    put('ferry', 'A boat.');
    const reader = readHereFirst(folder, cache, thread());
    expect(await reader.remembered()).toEqual([]);
    expect((await reader.folders()).ok).toBe(true);
    expect(headlines(await reader.look(looks(['ferry', 'gone', 'tides'])))).toEqual([
      'The ferry',
      'missing',
      'The tides',
    ]);
    await reader.touched(['tides']);
    await reader.close();
    expect(asked).toEqual([]);
  });

  it('is known to the thread as a whole when something is searched', async () => {
    put('tides', 'The sea rose.');
    put('ferry', 'A boat at sea.');
    const reader = readHereFirst(folder, cache, thread());
    await reader.look(looks(['tides', 'ferry']));
    expect(await slugsOf(reader, 'sea')).toEqual(['ferry', 'tides']);
    put('tides', 'The ebb came.');
    await reader.touched(['tides']);
    expect(await slugsOf(reader, 'sea')).toEqual(['ferry']);
    expect(asked).toEqual(['look', 'find', 'touched', 'find']);
    await reader.close();
  });

  it('is not read again while its files are what was remembered', async () => {
    put('tides', 'The sea rose.');
    const before = readHereFirst(folder, cache, thread());
    await before.look(looks(['tides']));
    await before.warm();
    await before.close();
    asked = [];
    const reader = readHereFirst(folder, cache, thread());
    const [remembered] = await reader.remembered();
    const stamp = remembered?.stamp ?? '';
    expect(await reader.look([{ slug: 'tides', stamp }])).toEqual(['same']);
    expect(asked).toEqual([]);
  });

  it('is handed over at the next call where the thread failed', async () => {
    put('tides', 'The sea rose.');
    const failing = createReader(folder, cache);
    const reader = readHereFirst(folder, cache, {
      ...failing,
      look: vi
        .fn((asked) => failing.look(asked))
        .mockRejectedValueOnce(new Error('The reader of the desk stopped.')),
    });
    await reader.look(looks(['tides']));
    await expect(reader.find('sea', null)).rejects.toThrow('stopped');
    expect(await slugsOf(reader, 'sea')).toEqual(['tides']);
  });
});

describe('more than can be read here', () => {
  it('is read by the thread: more articles than a small desk has', async () => {
    const many = Array.from({ length: smallDesk + 1 }, (_, index) => `story-${index}`);
    for (const slug of many) put(slug, 'The sea rose.');
    const reader = readHereFirst(folder, cache, thread());
    expect(headlines(await reader.look(looks(many)))).toEqual(many.map((slug) => `The ${slug}`));
    expect(asked).toEqual(['look', 'look']);
    await reader.close();
  });

  it('is read by the thread: what is left when the time is over', async () => {
    const slugs = Array.from({ length: 30 }, (_, index) => `book-${index}`);
    for (const slug of slugs) put(slug, 'The sea rose.');
    const reader = readHereFirst(folder, cache, thread());
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 20;
      return now;
    });
    expect(headlines(await reader.look(looks(slugs)))).toEqual(slugs.map((slug) => `The ${slug}`));
    expect(asked).toEqual(['look', 'look']);
    await reader.close();
  });
});

const slug = fc.constantFrom('tides', 'ferry', 'harbour');
const step = fc.oneof(
  fc.record({ do: fc.constant('put' as const), slug, words: fc.constantFrom('sea', 'ebb', 'sea ebb') }),
  fc.record({ do: fc.constant('remove' as const), slug }),
  fc.record({ do: fc.constant('look' as const), slugs: fc.uniqueArray(slug, { minLength: 1 }) }),
  fc.record({ do: fc.constant('find' as const), typed: fc.constantFrom('sea', 'ebb') }),
);

it('answers what a reader answers that reads all by itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      for (const each of ['tides', 'ferry', 'harbour']) remove(each);
      rmSync(cache, { force: true });
      const alone = createReader(folder, null);
      const reader = readHereFirst(folder, cache, createReader(folder, null));
      for (const one of steps) {
        if (one.do === 'look')
          expect(headlines(await reader.look(looks(one.slugs)))).toEqual(
            headlines(await alone.look(looks(one.slugs))),
          );
        else if (one.do === 'find')
          expect(await slugsOf(reader, one.typed)).toEqual(await slugsOf(alone, one.typed));
        else {
          if (one.do === 'put') put(one.slug, one.words);
          else remove(one.slug);
          await Promise.all([reader.touched([one.slug]), alone.touched([one.slug])]);
        }
      }
      await Promise.all([reader.close(), alone.close()]);
    }),
    { numRuns: 60 },
  );
});
