import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArticles } from '../../../electron/desk/articles';
import { savingChanges as answeringChanges } from '../../../electron/ipc/save-changes';
import { createClient } from '../../../renderer/bridge/client';
import { savingChanges } from '../../../renderer/bridge/save-changes';
import type { Article } from '../../../shared/article/article';
import { article, p, quote } from '../../../shared/article/build';
import { parseArticle, serialiseArticle } from '../../../shared/article/file';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';
import { fakeDoor } from '../../builders/fake-door';
import { temporaryFolder } from '../../builders/folders';

let desk: string;
beforeEach(() => {
  desk = temporaryFolder();
});
afterEach(() => rmSync(desk, { recursive: true, force: true }));

const path = () => join(desk, 'tides', 'article.json');
const put = (given: Article) => {
  mkdirSync(join(desk, 'tides'), { recursive: true });
  writeFileSync(path(), serialiseArticle(given));
};
const onDisk = () => {
  const parsed = parseArticle(readFileSync(path(), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
};

/** A window and a main process with a desk on the disk, and every call between them with its size in bytes. */
function joined() {
  const articles = createArticles(desk, () => new Date(0));
  const calls: { readonly name: string; readonly bytes: number }[] = [];
  const main = () =>
    fakeDoor({
      article: answeringChanges(() => ({
        articleFile: (slug) => articles.file(slug),
        async save(slug, given, hash) {
          const saved = await articles.save(slug, given, hash);
          return saved.ok ? { ok: true, value: saved.value.saved } : saved;
        },
      })),
    }).door;
  let door = main();
  const client = savingChanges(
    createClient({
      call(name, argument) {
        calls.push({ name, bytes: serialize(argument).byteLength });
        return door.call(name, argument);
      },
      listen: () => () => undefined,
    }),
  );
  return {
    client,
    calls,
    /** The main process forgets, as one that was started anew. */
    forget: () => {
      door = main();
    },
  };
}

const story = (paragraphs: number) =>
  article(
    {
      slug: 'tides',
      quotations: [newQuotation('q', 's0')],
      sources: Array.from({ length: 1 + paragraphs / 10 }, (_, index) =>
        newSource(`s${index}`, `Speaker ${index}`),
      ),
    },
    p(quote('q', '“It rose,”'), ' she said.'),
    ...Array.from({ length: paragraphs }, (_, index) =>
      p(`${index} ${'the sea came in and went '.repeat(8)}`),
    ),
  );

const typed = (given: Article, words: string): Article => ({
  ...given,
  body: given.body.with(1, p(words)),
});

describe('saving by changes', () => {
  it('sends what changed, and the whole article is on the disk', async () => {
    put(story(20));
    const { client, calls } = joined();
    const read = await client.article.read({ slug: 'tides' });
    if (!read.ok) throw new Error(read.error.code);
    let present = read.value.article;
    let { hash } = read.value;
    const steps: ((given: Article) => Article)[] = [
      (given) => typed(given, 'Typed.'),
      (given) => ({ ...given, headline: 'High tide', body: given.body.toSpliced(3, 4) }),
      (given) => ({ ...given, body: [...given.body, p('The end.')], quotations: [] }),
      (given) => ({ ...given, sources: given.sources.with(1, newSource('s1', 'Mary Sinclair')) }),
      (given) => ({ ...given, sources: [] }),
    ];
    for (const step of steps) {
      present = step(present);
      const saved = await client.article.save({ slug: 'tides', article: present, expectedHash: hash });
      if (!saved.ok) throw new Error(saved.error.code);
      hash = saved.value.hash;
      expect(onDisk()).toEqual({ ...present, modified: saved.value.modified });
    }
    expect(calls.map(({ name }) => name)).toEqual([
      'article.read',
      ...steps.map(() => 'article.saveChanges'),
    ]);
  });

  it('sends the article whole where the main process does not know the former one', async () => {
    put(story(5));
    const { client, calls, forget } = joined();
    const read = await client.article.read({ slug: 'tides' });
    if (!read.ok) throw new Error(read.error.code);
    forget();
    const present = typed(read.value.article, 'Typed.');
    const saved = await client.article.save({
      slug: 'tides',
      article: present,
      expectedHash: read.value.hash,
    });
    expect(saved.ok).toBe(true);
    expect(onDisk().body).toEqual(present.body);
    expect(calls.map(({ name }) => name)).toEqual(['article.read', 'article.saveChanges', 'article.save']);
  });

  it('tells of a conflict and overwrites nothing', async () => {
    put(story(5));
    const { client } = joined();
    const read = await client.article.read({ slug: 'tides' });
    if (!read.ok) throw new Error(read.error.code);
    const theirs = typed(story(5), 'Theirs.');
    put(theirs);
    const saved = await client.article.save({
      slug: 'tides',
      article: typed(read.value.article, 'Ours.'),
      expectedHash: read.value.hash,
    });
    expect(saved).toMatchObject({ ok: false, error: { code: 'conflict', theirs } });
    expect(onDisk()).toEqual(theirs);
  });

  it('costs as many calls and bytes at 50,000 words as at 1,000', async () => {
    const costs = [];
    for (const paragraphs of [20, 1000]) {
      put(story(paragraphs));
      const { client, calls } = joined();
      const read = await client.article.read({ slug: 'tides' });
      if (!read.ok) throw new Error(read.error.code);
      calls.length = 0;
      await client.article.save({
        slug: 'tides',
        article: typed(read.value.article, 'Typed.'),
        expectedHash: read.value.hash,
      });
      costs.push([...calls]);
    }
    const [[short], [long]] = costs as [{ name: string; bytes: number }[], { name: string; bytes: number }[]];
    expect(costs.map((calls) => calls.length)).toEqual([1, 1]);
    expect(long?.name).toBe(short?.name);
    // A place in a longer list is a longer number.
    expect(Math.abs((long?.bytes ?? 0) - (short?.bytes ?? 0))).toBeLessThanOrEqual(4);
  });
});
