import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article/article';
import {
  article,
  blockquote,
  br,
  bullets,
  image,
  inlines,
  item,
  link,
  numbers,
  p,
  quote,
  table,
  text,
} from '../../../shared/article/build';
import { newQuotation } from '../../../shared/article/quotation';
import { exportWord } from '../../../shared/export/word/export';
import { pictureInfo } from '../../../shared/export/word/picture-size';
import { articles } from '../../builders/arbitrary-article';
import { writtenText } from '../../builders/visible-text';
import { desk, everyBlock, stories } from './stories';

/** The first bytes of a PNG of 640 × 480 pixels; Word reads the rest, we do not. */
const png = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0x80, 0, 0, 1,
  0xe0,
]);

const bytesOf = (story: Article, pictures: ReadonlyMap<string, Uint8Array> = new Map()): Uint8Array => {
  const result = exportWord(story, desk, pictures);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.file.bytes;
};

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const documentOf = (...args: Parameters<typeof bytesOf>): string =>
  partsOf(bytesOf(...args))['word/document.xml'] ?? '';

/** The paragraphs of a part as text; a parser that refuses what is not well-formed reads them. */
function paragraphsOf(xml: string): readonly string[] {
  const paragraphs: string[] = [];
  let inText = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  const add = (words: string): void => {
    paragraphs[paragraphs.length - 1] = (paragraphs.at(-1) ?? '') + words;
  };
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') paragraphs.push('');
    if (name === 'w:t') inText = true;
    if (name === 'w:br') add('\n');
    if (name === 'w:tab') add('\t');
  });
  parser.on('text', (words) => {
    if (inText) add(words);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
  });
  parser.write(xml).close();
  return paragraphs.filter((paragraph) => paragraph.trim() !== '');
}

describe('a Word document', () => {
  it.each(Object.entries(stories()))('is well-formed in every part: %s', (_, story) => {
    for (const [name, part] of Object.entries(partsOf(bytesOf(story)))) {
      if (/\.(?:xml|rels)$/.test(name)) expect(() => paragraphsOf(part)).not.toThrow();
    }
  });

  it('is the same bytes for the same input', () => {
    const again = JSON.parse(JSON.stringify(everyBlock)) as Article;
    expect(bytesOf(again)).toEqual(bytesOf(everyBlock));
  });

  it('holds every word of any story in order', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(articles, (any) => {
        // Captions, cards and corrections share lines with labels; the story of every block looks at them.
        const apart = new Set(['image', 'embed', 'correction', 'blockquote', 'pullQuote']);
        const story: Article = {
          ...article({}, ...any.body.filter(({ kind }) => !apart.has(kind))),
          sources: any.sources.map((source) => ({ ...source, terms: 'on-the-record' as const })),
          quotations: any.quotations.map((quotation) => ({ ...quotation, terms: null })),
        };
        const read = paragraphsOf(documentOf(story)).filter((line) => line !== '* * *');
        expect(read).toEqual(writtenText(story));
      }),
      { numRuns: 200 },
    );
  });

  it('gives each block its style', () => {
    const document = documentOf(everyBlock);
    const styles = [...document.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style);
    expect([...new Set(styles)]).toEqual([
      'Kicker',
      'Title',
      'Subtitle',
      'Byline',
      'Dateline',
      'Caption',
      'Heading2',
      'ListParagraph',
      'Quote',
      'Attribution',
      'IntenseQuote',
      'Heading3',
      'FactBoxTitle',
      'FactBox',
      'Divider',
      'Correction',
      'Heading4',
    ]);
    expect(document).not.toContain('dvertisement');
    const defined = partsOf(bytesOf(everyBlock))['word/styles.xml'] ?? '';
    for (const style of new Set(styles)) expect(defined).toContain(`w:styleId="${style}"`);
  });

  it('writes marks, line breaks and links', () => {
    const parts = partsOf(
      bytesOf(
        article(
          {},
          p('a', text('b', 'bold', 'italic'), br, link('https://example.org/é?a=1&b=2', 'c')),
          p('x\ty'),
        ),
      ),
    );
    expect(parts['word/document.xml']).toContain(
      '<w:p><w:r><w:t xml:space="preserve">a</w:t></w:r>' +
        '<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t xml:space="preserve">b</w:t></w:r><w:r><w:br/></w:r>' +
        '<w:hyperlink r:id="link1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>' +
        '<w:t xml:space="preserve">c</w:t></w:r></w:hyperlink></w:p>',
    );
    expect(parts['word/_rels/document.xml.rels']).toContain(
      'Target="https://example.org/%C3%A9?a=1&amp;b=2" TargetMode="External"',
    );
    expect(parts['word/document.xml']).toContain('x</w:t><w:tab/><w:t');
  });

  it('numbers each list for itself, from its own start', () => {
    const parts = partsOf(
      bytesOf(article({}, bullets(item(['a'], { ...numbers('b'), start: 3 })), numbers('c'))),
    );
    const levels = [
      ...(parts['word/document.xml'] ?? '').matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d)"/g),
    ];
    expect(levels.map(([, level, id]) => [level, id])).toEqual([
      ['0', '1'],
      ['1', '2'],
      ['0', '3'],
    ]);
    expect(parts['word/numbering.xml']).toContain(
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/>',
    );
  });

  it('parts the paragraphs of a block quote and gives its attribution', () => {
    expect(paragraphsOf(documentOf(article({}, blockquote('Minutes', 'One', br, br, 'Two'))))).toEqual([
      'One',
      'Two',
      '— Minutes',
    ]);
  });

  it('fills the rows of a table and marks its head', () => {
    const document = documentOf(article({}, table(true, ['a', 'b'], ['c'])));
    expect(document.match(/<w:tc>/g)).toHaveLength(4);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });

  it('carries pictures with their alternative text, no wider than the page', () => {
    const story = article(
      {},
      image('a.png', { alt: 'A "wall"', caption: inlines('The wall'), credit: 'Field' }),
    );
    const bytes = bytesOf(story, new Map([['a.png', png]]));
    expect(unzipSync(bytes)['word/media/picture1.png']).toEqual(png);
    const document = partsOf(bytes)['word/document.xml'] ?? '';
    expect(document).toContain('descr="A &quot;wall&quot;"');
    const [, cx = 0, cy = 0] = (/<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document) ?? []).map(Number);
    expect(cx).toBeLessThanOrEqual((11906 - 2 * 1417) * 635);
    expect(cx / cy).toBeCloseTo(640 / 480, 4);
    expect(paragraphsOf(document)).toEqual(['The wall Field']);
  });

  it('names pictures that it cannot show', () => {
    const story = article({}, image('a.webp', { alt: 'A wall' }), image('b.png'));
    const result = exportWord(story, desk, new Map([['a.webp', new Uint8Array([1, 2, 3])]]));
    expect(result.ok && result.value.missingPictures).toEqual(['a.webp', 'b.png']);
    expect(paragraphsOf(documentOf(story))).toEqual(['[A wall]', '[b.png]']);
  });

  it('refuses words off the record', () => {
    const quotations = [{ ...newQuotation('q1', null), terms: 'off-the-record' as const }];
    expect(exportWord(article({ quotations }, p(quote('q1', 'They lied'))), desk, new Map()).ok).toBe(false);
  });
});

describe('the size of a picture', () => {
  it('is read from PNG, GIF and JPEG, also behind other segments', () => {
    expect(pictureInfo(png)).toEqual({ ending: 'png', width: 640, height: 480 });
    const gif = new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x80, 2, 0xe0, 1]);
    expect(pictureInfo(gif)).toEqual({ ending: 'gif', width: 640, height: 480 });
    const jpeg = [
      0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 1, 0xe0, 2, 0x80, 1, 1, 0x11, 0,
    ];
    expect(pictureInfo(new Uint8Array(jpeg))).toEqual({ ending: 'jpeg', width: 640, height: 480 });
  });

  it('is null for anything else, and never reads past the end', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom([], [0xff, 0xd8, 0xff, 0xe0], [0x89, 0x50, 0x4e, 0x47], [0x47, 0x49, 0x46, 0x38]),
        (bytes, start) => {
          const info = pictureInfo(new Uint8Array([...start, ...bytes]));
          expect(info === null || (info.width > 0 && info.height > 0)).toBe(true);
        },
      ),
    );
  });
});
