import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article/article';
import { adBreak, article, p, quote } from '../../../shared/article/build';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource, type Terms } from '../../../shared/article/source';
import { newsArticle, scriptJson } from '../../../shared/export/json-ld';
import { page } from '../../../shared/export/page';
import { everyBlock, oddStories, published, stories } from './stories';

const of = (story: Article) => newsArticle(published(story), []);

describe('the JSON-LD of a full story', () => {
  const data = of(everyBlock);

  it('holds every recommended property that the article holds', () => {
    expect(Object.keys(data)).toEqual([
      '@context',
      '@type',
      '@id',
      'url',
      'mainEntityOfPage',
      'identifier',
      'headline',
      'description',
      'inLanguage',
      'datePublished',
      'dateModified',
      'author',
      'publisher',
      'dateline',
      'articleSection',
      'keywords',
      'about',
      'image',
      'articleBody',
      'wordCount',
      'correction',
      'hasPart',
      'isBasedOn',
    ]);
  });

  it('gives one person an author', () => {
    expect(data.author).toEqual([
      { '@type': 'Person', name: 'Ada Field' },
      { '@type': 'Person', name: 'Ben Okri' },
    ]);
  });

  it('gives moments with their zone', () => {
    expect(data.datePublished).toBe('2026-02-28T23:30:00-05:00');
    expect(data.dateModified).toBe('2026-03-02T08:00:00Z');
  });

  it('gives pictures as objects, the lead first', () => {
    expect((data.image as unknown[])[0]).toEqual({
      '@type': 'ImageObject',
      url: 'https://example.org/news/media/a1b2c3d4-harbour.jpg',
      width: 1200,
      height: 800,
      caption: 'The wall on Tuesday.',
      description: 'Waves over a harbour wall',
      creditText: 'Field/Post',
    });
    expect(data.image).toHaveLength(3);
  });

  it('gives the cuts of the lead image behind it, and those of no other', () => {
    const crop = { of: 'a1b2c3d4-harbour.jpg', file: 'a1b2c3d4-harbour-1x1.jpg', width: 800, height: 800 };
    const cut = newsArticle(published(everyBlock), [crop]).image as unknown[];
    expect(cut).toHaveLength(4);
    expect(cut[1]).toMatchObject({
      url: 'https://example.org/news/media/a1b2c3d4-harbour-1x1.jpg',
      width: 800,
      height: 800,
      creditText: 'Field/Post',
    });
  });

  it('gives corrections as comments with their day', () => {
    expect(data.correction).toEqual([
      {
        '@type': 'CorrectionComment',
        text: 'The vote was on Monday.',
        datePublished: '2026-02-28T09:00:00Z',
      },
      {
        '@type': 'CorrectionComment',
        text: 'The height was in feet.',
        datePublished: '2026-03-01T09:00:00Z',
        name: 'Clarification',
      },
    ]);
  });

  it('gives quotations with who spoke, and documents as what they are based on', () => {
    const minutes = { '@type': 'CreativeWork', name: 'Minutes of 3 May', url: 'https://example.org/minutes' };
    expect(data.hasPart).toEqual([
      {
        '@type': 'Quotation',
        text: '“It held by a hand’s breadth,”',
        dateCreated: '2026-02-27T10:00:00Z',
        spokenByCharacter: {
          '@type': 'Person',
          name: 'Mary Sinclair',
          jobTitle: 'the harbour master',
          affiliation: { '@type': 'Organization', name: 'Wick Harbour' },
        },
      },
      {
        '@type': 'Quotation',
        text: '“a sandcastle”',
        spokenByCharacter: { '@type': 'Person', name: 'a council engineer' },
      },
      { '@type': 'Quotation', text: '“No wall is for ever”', isBasedOn: minutes },
      {
        '@type': 'Quotation',
        text: '“Agreed”',
        spokenByCharacter: {
          '@type': 'Organization',
          name: 'The council',
          description: 'which owns the wall',
        },
      },
    ]);
    expect(data.isBasedOn).toEqual([minutes]);
  });

  it('tells what the story says once, without advertisements, pull quotes, captions and cards', () => {
    expect(data.articleBody).toContain('said Mary Sinclair.');
    expect(data.articleBody).not.toMatch(/dvertisement|Nobody slept|Council\b.*wall’s|A post/);
    const [short, long] = [
      article({}, p('Two words')),
      article({}, p('Two words'), adBreak({ label: 'Three more words' })),
    ];
    expect(of(long).wordCount).toBe(2);
    expect(of(long).articleBody).toBe(of(short).articleBody);
  });
});

describe('the JSON-LD of quotations', () => {
  const said = (terms: Terms, kind: 'direct' | 'paraphrase' = 'direct') =>
    of(
      article(
        {
          sources: [
            { ...newSource('s1', 'John Kerry'), role: 'the senator', terms, publishedAs: 'an official' },
          ],
          quotations: [{ ...newQuotation('q1', 's1'), kind }],
        },
        p(quote('q1', '“Yes”')),
      ),
    ).hasPart;

  it('leaves out what may not be attributed, and what is not quoted', () => {
    expect(said('on-the-record')).toHaveLength(1);
    expect(said('on-background')).toEqual([
      {
        '@type': 'Quotation',
        text: '“Yes”',
        spokenByCharacter: { '@type': 'Person', name: 'an official' },
      },
    ]);
    expect(said('deep-background')).toBe(undefined);
    expect(said('on-the-record', 'paraphrase')).toBe(undefined);
  });
});

describe('JSON-LD in a page', () => {
  it.each(Object.entries(stories()))('reads back as it was, whatever the story holds: %s', (_, story) => {
    const html = page(published(story), { ads: 'none', look: 'wire', houseStyle: '', crops: [] });
    const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(script)).toEqual(of(story));
    expect(script).not.toMatch(/[<>&\u2028\u2029]/);
  });

  it('cannot be ended by a headline', () => {
    expect(scriptJson({ headline: '</script><!-- ]]>\u2028' })).toBe(
      '{"headline":"\\u003c/script\\u003e\\u003c!-- ]]\\u003e\\u2028"}',
    );
    const html = page(published(oddStories.hostile as Article), {
      ads: 'none',
      look: 'wire',
      houseStyle: '',
      crops: [],
    });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });
});
