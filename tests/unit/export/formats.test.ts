import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article/article';
import { adBreak, article, p, quote } from '../../../shared/article/build';
import { type FormatName, formatNames } from '../../../shared/article/desk-settings';
import { newQuotation } from '../../../shared/article/quotation';
import { exportArticle, formats } from '../../../shared/export/formats';
import { batchManifest, manifest, manifestInWords } from '../../../shared/export/manifest';
import { desk, everyBlock, options, stories } from './stories';

const exported = (story: Article, name: FormatName) => {
  const result = exportArticle(story, desk, name, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe.each(formatNames)('the format %s', (name) => {
  it('gives the same bytes for the same input', () => {
    for (const story of Object.values(stories())) {
      const again = JSON.parse(JSON.stringify(story)) as Article;
      const reversed = Object.fromEntries(Object.entries(again).reverse()) as unknown as Article;
      expect(exported(reversed, name)).toEqual(exported(story, name));
    }
  });

  it('gives one file named by the slug, which ends with a line end', () => {
    const { files } = exported(everyBlock, name);
    expect(files.map((file) => file.name)).toEqual([`harbour-wall${formats[name].ending}`]);
    expect(files[0]?.text).toMatch(/[^\n]\n$/);
  });

  it('holds no lone surrogate and no control character', () => {
    const story = article({ headline: 'a\ud800b\u0000', deck: 'x\u0008y' }, p('c\udc00d\u001b\ufffe'));
    expect(exported(story, name).files[0]?.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe]|\p{Cs}/u);
  });

  it('refuses words off the record, unless it stays at the desk', () => {
    const story = article(
      { quotations: [{ ...newQuotation('q1', null), terms: 'off-the-record' }] },
      p(quote('q1', 'They lied')),
    );
    expect(exportArticle(story, desk, name, options).ok).toBe(formats[name].audience === 'desk');
  });
});

describe('formats', () => {
  it('have endings of their own, so that two exports never overwrite each other', () => {
    const endings = formatNames.map((name) => formats[name].ending);
    expect(new Set(endings).size).toBe(endings.length);
  });

  it('name the pictures that belong beside the file, each once', () => {
    expect(exported(everyBlock, 'page').media).toEqual([
      'a1b2c3d4-harbour.jpg',
      '0f0f0f0f wall’s "plan".png',
      '1f0f0f0f-wall.png',
    ]);
    expect(exported(everyBlock, 'text').media).toEqual([]);
    expect(exported(everyBlock, 'source-sheet').media).toEqual([]);
  });

  it('name the cuts of the lead image for a page, and only where the caller can make them', () => {
    const crops = (name: FormatName, able: boolean) => {
      const result = exportArticle(everyBlock, desk, name, { ...options, crops: able });
      return result.ok ? result.value.crops.map(({ file }) => file) : [];
    };
    expect(crops('page', true)).toEqual([
      'a1b2c3d4-harbour-16x9.jpg',
      'a1b2c3d4-harbour-4x3.jpg',
      'a1b2c3d4-harbour-1x1.jpg',
    ]);
    expect(exported(everyBlock, 'page').files[0]?.text).toContain('a1b2c3d4-harbour-4x3.jpg');
    expect([crops('page', false), crops('fragment', true)]).toEqual([[], []]);
  });

  it('take a headline of 10,000 characters whole', () => {
    const headline = 'A'.repeat(10_000);
    for (const name of formatNames) {
      if (name === 'fragment') continue;
      expect(exported(article({ headline }, p('x')), name).files[0]?.text).toContain(headline);
    }
  });
});

describe('plain text', () => {
  it('is the story with an empty line between paragraphs, and no advertisement', () => {
    const story = article(
      { headline: 'Tides', deck: 'They rise', bylines: [{ name: 'Ada Field' }], dateline: 'WICK' },
      p('One.'),
      adBreak(),
      p('Two.'),
    );
    expect(exported(story, 'text').files[0]?.text).toBe(
      'Tides\n\nThey rise\n\nBy Ada Field\n\nWICK\n\nOne.\n\nTwo.\n',
    );
  });

  it('sets lists, tables and quotations as a telex would', () => {
    const text = exported(everyBlock, 'text').files[0]?.text ?? '';
    expect(text).toContain(
      '- Raise the wall\n  1. by a metre\n  2. by half\n     - or less\n- Move\n\n3. third\n4. fourth',
    );
    expect(text).toContain('Year\tFlood cm\n2025\t41\n2024\t\n');
    expect(text).toContain('Carried by nine votes to four.\n\nClosed at ten.\n\n— Council minutes');
    expect(text).toContain('Correction, 28 February 2026: The vote was on Monday.');
  });
});

describe('the JSON export', () => {
  it('is the published article behind a format header', () => {
    const value = JSON.parse(exported(everyBlock, 'json').files[0]?.text ?? '') as Record<string, unknown>;
    expect(value.format).toEqual({ name: 'standfirst-published', version: '1.0' });
    expect(Object.keys(value)).not.toEqual(expect.arrayContaining(['sources', 'notes', 'created', 'status']));
    expect(JSON.stringify(value)).not.toMatch(/quoteId|sourceId|contact|evidence|checked/);
  });
});

describe('the manifest of a run', () => {
  const one = (slug: string) => ({
    slug,
    at: '2026-03-01T09:00:00Z',
    format: 'page',
    audience: 'readers' as const,
    files: [
      { path: `${slug}.html`, mediaType: 'text/html', size: 100, sha256: 'b'.repeat(64) },
      { path: 'media/a.jpg', mediaType: 'image/jpeg', size: 50, sha256: 'a'.repeat(64) },
    ],
    omitted: [{ code: 'note' as const, count: 1, blocks: [0] }],
  });

  it('lists each article, counts a file that two of them share once, and tells no more of what stayed than its number', () => {
    const run = {
      at: '2026-03-01T10:00:00Z',
      format: 'page',
      written: [one('tides'), one('ferries')],
      stayed: 2,
    };
    expect(JSON.parse(batchManifest(run))).toMatchObject({
      articles: [
        {
          article: 'tides',
          files: [{ path: 'media/a.jpg' }, { path: 'tides.html' }],
          leftOut: [{ code: 'note' }],
        },
        { article: 'ferries' },
      ],
      total: { articles: 2, files: 3 },
      stayedAtTheDesk: 2,
      private: { stayed: expect.arrayContaining(['words off the record']) },
    });
  });
});

describe('a manifest', () => {
  const departure = {
    slug: 'tides',
    at: '2026-03-01T09:00:00Z',
    format: 'page',
    audience: 'readers' as const,
    files: [
      { path: 'tides.html', mediaType: 'text/html', size: 41_400, sha256: 'b'.repeat(64) },
      { path: 'media/a.jpg', mediaType: 'image/jpeg', size: 2_000_000, sha256: 'a'.repeat(64) },
    ],
    omitted: [
      { code: 'desk-note' as const, count: 1, blocks: [3] },
      { code: 'to-come' as const, count: 2, blocks: [4] },
    ],
  };

  it('lists what left in the order of paths, and what stayed', () => {
    const value = JSON.parse(manifest(departure)) as Record<string, unknown>;
    expect(value).toMatchObject({
      article: 'tides',
      as: 'page',
      files: [{ path: 'media/a.jpg' }, { path: 'tides.html', sha256: 'b'.repeat(64) }],
      total: { files: 2, bytes: 2_041_400 },
      leftOut: [
        { code: 'desk-note', count: 1 },
        { code: 'to-come', count: 2 },
      ],
    });
  });

  it('reads as a sentence', () => {
    expect(manifestInWords(departure)).toBe(
      '2 files, 2.0 MB. Left out: 1 desk note, 2 gaps to come. Notes, contacts, evidence and the names of unnamed sources stayed here.',
    );
    expect(manifestInWords({ ...departure, audience: 'desk', files: [], omitted: [] })).toBe(
      '0 files, 0 bytes. Not for publication: this file names sources and evidence.',
    );
  });
});
