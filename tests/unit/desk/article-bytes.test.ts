import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleBytes, prepareBytes, withArticleBytes } from '../../../electron/desk/article-bytes';
import type { Article } from '../../../shared/article/article';
import { article, p, quote } from '../../../shared/article/build';
import { serialiseArticle } from '../../../shared/article/file';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';
import { articles } from '../../builders/arbitrary-article';

const story = article(
  { headline: 'Tides', quotations: [newQuotation('q1', 's1')], sources: [newSource('s1', 'Ada Field')] },
  p('The sea rose. ', quote('q1', '“It did,”'), ' she said.'),
  p('A second paragraph: caf\u00e9, \u{1F30A}.'),
);
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

describe('the bytes of an article', () => {
  it('are the text of its file, the first time and every time after it', () => {
    fc.assert(
      fc.property(articles, (any) => {
        expect(textOf(articleBytes(any))).toBe(serialiseArticle(any));
        expect(textOf(articleBytes(any))).toBe(serialiseArticle(any));
      }),
      { numRuns: 200 },
    );
  });

  it('hold what is new, and in the order of now, where others of its blocks were written before', () => {
    fc.assert(
      fc.property(articles, articles, fc.nat(), (one, other, at) => {
        articleBytes(one);
        const place = at % (one.body.length + 1);
        const next = {
          ...one,
          headline: other.headline,
          body: [...one.body.slice(place), ...other.body, ...one.body.slice(0, place)],
          quotations: other.quotations,
          sources: [...other.sources, ...one.sources],
        };
        expect(textOf(articleBytes(next))).toBe(serialiseArticle(next));
      }),
      { numRuns: 200 },
    );
  });

  it('cannot be those of former words: what was written never changes again', () => {
    const block = p('Not a word more.');
    articleBytes({ ...story, body: [block] });
    const [words] = block.children as unknown as { text: string }[];
    expect(() => Object.assign(words ?? {}, { text: 'Another word.' })).toThrow(TypeError);
    expect(() => Object.assign(block, { children: [] })).toThrow(TypeError);
  });

  it('are lent for a while, written over those of the article before', async () => {
    const lent = (any: Article) => withArticleBytes(any, async (bytes) => textOf(bytes));
    await fc.assert(
      fc.asyncProperty(articles, articles, fc.nat(), async (one, other, at) => {
        const place = at % (one.body.length + 1);
        const longer = {
          ...one,
          body: one.body.toSpliced(place, 0, ...other.body),
          headline: other.headline,
        };
        const shorter = { ...longer, body: longer.body.toSpliced(place, 1), modified: other.modified };
        for (const each of [one, longer, shorter, longer, other, one])
          expect(await lent(each)).toBe(serialiseArticle(each));
      }),
      { numRuns: 200 },
    );
  });

  it('stay what they are while another article is lent too', async () => {
    const other = { ...story, headline: 'Another story, and a longer one' };
    await withArticleBytes(story, async (bytes) => {
      await withArticleBytes(other, async (others) => expect(textOf(others)).toBe(serialiseArticle(other)));
      expect(textOf(bytes)).toBe(serialiseArticle(story));
    });
    await withArticleBytes(story, async (bytes) => expect(textOf(bytes)).toBe(serialiseArticle(story)));
  });

  it('can be made ahead of time', async () => {
    const long = { ...story, body: Array.from({ length: 300 }, (_, index) => p(`Paragraph ${index}.`)) };
    await prepareBytes(long);
    expect(long.body.every(Object.isFrozen)).toBe(true);
    expect(textOf(articleBytes(long))).toBe(serialiseArticle(long));
  });
});
