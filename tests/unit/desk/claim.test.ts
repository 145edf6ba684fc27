import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createArticles } from '../../../electron/desk/articles';
import { createBin } from '../../../electron/desk/bin';
import { claim, claimLike, moveToClaimed } from '../../../electron/desk/claim';
import type { Article } from '../../../shared/article/article';
import { article, p } from '../../../shared/article/build';
import { parseArticle, serialiseArticle } from '../../../shared/article/file';
import { temporaryFolder } from '../../builders/folders';

let desk: string;
beforeEach(() => {
  desk = temporaryFolder();
});
afterEach(() => rmSync(desk, { recursive: true, force: true }));

const now = () => new Date('2026-05-06T07:08:09Z');
const story = (headline: string): Article =>
  article({ slug: 'tides', headline }, p(`The words of ${headline}.`));

function put(folder: string, headline: string): void {
  mkdirSync(join(desk, folder), { recursive: true });
  writeFileSync(join(desk, folder, 'article.json'), serialiseArticle(story(headline)));
}

/** The headlines of all articles on the desk, in the order of their folders. */
const headlines = (): readonly string[] =>
  readdirSync(desk)
    .filter((name) => name !== '.bin')
    .sort()
    .map((name) => {
      const parsed = parseArticle(readFileSync(join(desk, name, 'article.json'), 'utf8'));
      return parsed.ok ? parsed.value.headline : 'damaged';
    });

it('articles that are created, imported, renamed, duplicated and restored to one name at once get a folder each', async () => {
  for (let round = 0; round < 10; round += 1) {
    rmSync(desk, { recursive: true, force: true });
    mkdirSync(desk);
    for (const number of [1, 2, 3]) {
      put(`.bin/20260101T00000000${number}Z-tides`, `Binned ${number}`);
      put(`other-${number}`, `Other ${number}`);
    }
    const copied = story('Copied');
    mkdirSync(join(desk, 'tid'));
    writeFileSync(join(desk, 'tid', 'article.json'), serialiseArticle(copied));
    // Two of each: another window on the same desk, or the command line, has queues of its own.
    const [one, other] = [createArticles(desk, now), createArticles(desk, now)];
    const [bin, otherBin] = [createBin(desk, now), createBin(desk, now)];
    const picture = { file: 'a1-wick.png', bytes: new Uint8Array([1, 2, 3]) };
    const made = await Promise.all([
      bin.restore('20260101T000000001Z-tides'),
      one.create({ headline: 'Tides', language: 'en' }),
      one.rename('other-1', 'tides'),
      other.add(story('Imported 1'), 'tides', [picture]),
      otherBin.restore('20260101T000000002Z-tides'),
      other.create({ headline: 'Tides', language: 'en' }),
      other.rename('other-2', 'tides'),
      one.add(story('Imported 2'), 'tides', [picture]),
      bin.restore('20260101T000000003Z-tides'),
      one.rename('other-3', 'tides'),
      other.duplicate('tid'),
      one.duplicate('tid'),
    ]);
    const refused = made.filter((result) => !result.ok);
    expect(refused.map((result) => !result.ok && result.error)).toEqual(
      refused.map(() => ({ code: 'taken', slug: 'tides' })),
    );
    const slugs = made.flatMap((result) => (result.ok ? [result.value.slug] : []));
    expect(new Set(slugs).size).toBe(slugs.length);
    expect([...headlines()].sort()).toEqual([
      'Binned 1',
      'Binned 2',
      'Binned 3',
      'Copied',
      'Copied (copy)',
      'Copied (copy)',
      'Imported 1',
      'Imported 2',
      'Other 1',
      'Other 2',
      'Other 3',
      'Tides',
      'Tides',
    ]);
    const withPicture = readdirSync(desk).filter((name) => readdirSync(join(desk, name)).includes('media'));
    expect(withPicture).toHaveLength(2);
    expect(readdirSync(join(desk, '.bin'))).toEqual([]);
  }
});

it('an article that comes back to the folder of a new one keeps it, with its pictures', async () => {
  const articles = createArticles(desk, now);
  const picture = { file: 'a1-wick.png', bytes: new Uint8Array([1, 2, 3]) };
  const adding = articles.add(story('New'), 'tides', [picture]);
  // The folder is claimed; before the new article is in it, another one is.
  while (!readdirSync(desk).includes('tides')) await new Promise((resolve) => setImmediate(resolve));
  put('tides/media', 'unused');
  writeFileSync(join(desk, 'tides', 'media', picture.file), picture.bytes);
  put('tides', 'Come back');
  expect(await adding).toMatchObject({ ok: true, value: { slug: 'tides-2' } });
  expect(headlines()).toEqual(['Come back', 'New']);
  expect(readdirSync(join(desk, 'tides', 'media'))).toContain(picture.file);
});

it('a name is claimed by one alone, and free again where nothing could be put there', async () => {
  const names = await Promise.all([1, 2, 3, 4].map(() => claimLike(desk, 'tides')));
  expect(names.sort()).toEqual(['tides', 'tides-2', 'tides-3', 'tides-4']);
  expect(await claim(desk, 'tides')).toBe(false);
  await expect(moveToClaimed(join(desk, 'missing'), desk, 'tides')).rejects.toThrow('ENOENT');
  expect(await claim(desk, 'tides')).toBe(true);
});

it('articles whose headlines have no Latin letters are found by the day on which they were begun', async () => {
  const articles = createArticles(desk, () => new Date(2026, 4, 6, 0, 30));
  const slugs: string[] = [];
  for (const headline of ['東京の朝', 'عاجل', '🎉']) {
    const made = await articles.create({ headline, language: 'ja' });
    if (made.ok) slugs.push(made.value.slug);
  }
  expect(slugs).toEqual(['article-2026-05-06', 'article-2026-05-06-2', 'article-2026-05-06-3']);
  // Another headline of that kind changes no folder, and one in Latin letters names it.
  expect(await articles.rename('article-2026-05-06-2', '大阪')).toMatchObject({
    ok: true,
    value: { slug: 'article-2026-05-06-2' },
  });
  expect(await articles.rename('article-2026-05-06-2', 'Osaka')).toMatchObject({ value: { slug: 'osaka' } });
});
