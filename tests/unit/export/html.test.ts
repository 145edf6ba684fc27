import fc from 'fast-check';
import { HtmlValidate } from 'html-validate/node';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article/article';
import { adBreak, article, p, text } from '../../../shared/article/build';
import { type AdTarget, adTargetNames, lookNames } from '../../../shared/article/desk-settings';
import { fragment } from '../../../shared/export/fragment';
import { page } from '../../../shared/export/page';
import { publish } from '../../../shared/export/publish';
import { articles } from '../../builders/arbitrary-article';
import { visibleText, writtenBody, writtenText } from '../../builders/visible-text';
import { desk, everyBlock, oddStories, published, stories } from './stories';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // A headline is as long as its writer makes it; search engines cut it, browsers do not mind.
    'long-title': 'off',
    // A telephone number in running text may break at the end of a line as any other word.
    'tel-non-breaking': 'off',
  },
});

/** What the validator says about a page, or about a fragment in the smallest page that can hold it. */
async function complaints(html: string): Promise<readonly string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line}: ${html.split('\n')[line - 1]})`,
    ),
  );
}

const pageOf = (story: Article, ads: AdTarget = 'neutral'): string =>
  page(published(story), { ads, look: 'broadsheet', houseStyle: '', crops: [] });
const fragmentOf = (story: Article, ads: AdTarget = 'neutral'): string => fragment(published(story), ads);

describe.each(Object.entries(stories()))('the HTML of the story “%s”', (_, story) => {
  it.each(adTargetNames)('is valid as a page with %s advertisements', async (ads) => {
    expect(await complaints(pageOf(story, ads))).toEqual([]);
  });

  it.each(adTargetNames)('is valid as a fragment with %s advertisements', async (ads) => {
    expect(await complaints(fragmentOf(story, ads))).toEqual([]);
  });

  it('shows what was written, character by character', () => {
    expect(visibleText(pageOf(story))).toEqual(writtenText(story));
    expect(visibleText(fragmentOf(story))).toEqual(writtenBody(story));
  });

  it('holds no style attribute, no stray span, no script but the JSON-LD', () => {
    expect(fragmentOf(story)).not.toMatch(/<span|<div|<[^>]* style=|<style|<script|<font/);
    expect(fragmentOf(story).replaceAll('<b class="small-caps">', '')).not.toMatch(/<[^>]* class=/);
    expect(pageOf(story)).not.toMatch(/<span|<[^>]* style=/);
    expect(pageOf(story).match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
  });
});

describe('any article', () => {
  it('becomes valid HTML that shows what was written', { timeout: 60_000 }, async () => {
    let exported = 0;
    await fc.assert(
      fc.asyncProperty(articles, fc.constantFrom(...adTargetNames), async (any, ads) => {
        const open = {
          ...any,
          sources: any.sources.map((source) => ({ ...source, terms: 'on-the-record' as const })),
          quotations: any.quotations.map((quotation) => ({ ...quotation, terms: null })),
        };
        const result = publish(open, desk, { canonicalUrl: null });
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        exported += 1;
        const html = page(result.value.article, { ads, look: 'wire', houseStyle: '', crops: [] });
        expect(visibleText(html)).toEqual(writtenText(open));
        expect(visibleText(fragment(result.value.article, ads))).toEqual(writtenBody(open));
        expect(await complaints(html)).toEqual([]);
      }),
      { numRuns: 120 },
    );
    expect(exported).toBeGreaterThan(100);
  });
});

describe('a page', () => {
  it('is the same bytes for the same input', () => {
    const again = JSON.parse(JSON.stringify(everyBlock)) as Article;
    expect(pageOf(again)).toBe(pageOf(everyBlock));
    expect(fragmentOf(again)).toBe(fragmentOf(everyBlock));
  });

  it('says its language and direction', () => {
    expect(pageOf(everyBlock)).toContain('<html lang="en-GB">');
    expect(pageOf(oddStories['right to left'] as Article)).toContain('<html lang="he" dir="rtl">');
  });

  it('asks the network for nothing', () => {
    for (const look of lookNames) {
      const html = page(published(everyBlock), { ads: 'neutral', look, houseStyle: '', crops: [] });
      const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
      expect(style).not.toMatch(/url\(|@import|@font-face|https?:/);
      expect(html).not.toMatch(/<(?:iframe|object|embed|video|audio|link rel="(?:stylesheet|preload))/);
      for (const [, source] of html.matchAll(/ src="([^"]*)"/g)) expect(source).toMatch(/^media\//);
    }
  });

  it('gives the day of publication as it was where it was published', () => {
    expect(pageOf(everyBlock)).toContain(
      '<p class="dateline">WICK · <time datetime="2026-02-28T23:30:00-05:00">28 February 2026</time> · ' +
        'Updated <time datetime="2026-03-02T03:00:00-05:00">2 March 2026</time></p>',
    );
  });

  it('says that a story was changed on a later day only if that day is later where it was published', () => {
    const dateline = (published: string, modified: string): string | undefined =>
      /<p class="dateline">.*<\/p>/.exec(pageOf({ ...everyBlock, published, modified }))?.[0];
    // Eight in the evening of New York is the next day in universal time.
    expect(dateline('2026-02-28T20:00:00-05:00', '2026-03-01T01:00:30Z')).not.toContain('Updated');
    // Seven in the morning of Sydney is the day before.
    expect(dateline('2026-03-01T08:00:00+11:00', '2026-03-01T20:00:00Z')).toContain(
      'Updated <time datetime="2026-03-02T07:00:00+11:00">2 March 2026</time>',
    );
  });

  it('has Open Graph and a description', () => {
    const head = pageOf(everyBlock).split('</head>')[0] ?? '';
    expect([...head.matchAll(/<meta (?:name|property)="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'viewport',
      'description',
      'author',
      'og:type',
      'og:title',
      'og:description',
      'og:url',
      'og:site_name',
      'og:locale',
      'og:image',
      'og:image:alt',
      'article:published_time',
      'article:modified_time',
      'article:section',
      'article:tag',
      'article:tag',
    ]);
    expect(head).toContain('<link rel="canonical" href="https://example.org/news/harbour-wall">');
    expect(head).toContain('content="https://example.org/news/media/a1b2c3d4-harbour.jpg"');
  });
});

describe('a fragment', () => {
  const lines = fragmentOf(everyBlock).split('\n');
  const from = (start: string, count: number) => {
    const index = lines.findIndex((line) => line.startsWith(start));
    return lines.slice(index, index + count).join('\n');
  };

  it('shares tags between neighbours', () => {
    expect(
      fragmentOf(article({}, p('a ', text('b ', 'bold'), text('c', 'bold', 'italic'), text(' d', 'italic')))),
    ).toBe('<p>a <strong>b <em>c</em></strong><em> d</em></p>\n');
  });

  it('puts the attribution outside the block quote, and only works in cite', () => {
    expect(from('<figure>', 7)).toBe(
      '<figure>\n<blockquote>\n<p>Carried by nine votes to four.</p>\n<p>Closed at ten.</p>\n</blockquote>\n' +
        '<figcaption>Council minutes</figcaption>\n</figure>',
    );
    expect(fragmentOf(everyBlock)).toContain(
      '<blockquote cite="https://example.org/minutes">\n<p>No wall is for ever.</p>\n</blockquote>\n' +
        '<figcaption><cite><a href="https://example.org/minutes" rel="noopener">Minutes of 3 May</a></cite></figcaption>',
    );
    expect(fragmentOf(everyBlock).match(/<cite>/g)).toHaveLength(1);
  });

  it('gives each advertisement a landmark of its own, with label and continuation apart', () => {
    expect(from('<aside aria-label="Advertisement 1"', 4)).toBe(
      '<aside aria-label="Advertisement 1" data-ad-slot="article-1" data-ad-size="300x250">\n' +
        '<p data-ad-text="label">Advertisement</p>\n' +
        '<p data-ad-text="continuation">Article continues after advertisement</p>\n</aside>',
    );
  });

  it('prints a container for Google Publisher Tag, an amp-ad, or nothing', () => {
    const story = article({}, p('x'), adBreak({ slot: '123/site.news', size: '320x50' }), p('y'));
    expect(fragmentOf(story, 'gpt')).toContain(
      '<div id="gpt-ad-1" data-ad-unit="123/site.news" data-ad-sizes="[[320,50]]"></div>',
    );
    expect(fragmentOf(story, 'amp')).toContain(
      '<amp-ad width="320" height="50" type="doubleclick" data-slot="123/site.news"></amp-ad>',
    );
    expect(fragmentOf(story, 'none')).toBe('<p>x</p>\n<p>y</p>\n');
  });

  it('puts corrections of the whole article where the desk wants them', () => {
    const corrected = { ...everyBlock, body: [p('Body')] };
    const at = (correctionsAt: 'end' | 'top') => {
      const result = publish(corrected, { ...desk, correctionsAt }, { canonicalUrl: null });
      return result.ok ? visibleText(fragment(result.value.article, 'none')) : [];
    };
    expect(at('end')).toEqual(['Body', 'The height was in feet.']);
    expect(at('top')).toEqual(['The height was in feet.', 'Body']);
  });

  it('numbers landmarks of one name', () => {
    const names = [...fragmentOf(everyBlock).matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
