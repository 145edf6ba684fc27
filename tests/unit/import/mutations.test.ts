import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkAddress } from '../../../shared/article/address';
import { blockCodec } from '../../../shared/article/block';
import { decodeWith, list } from '../../../shared/base/codec';
import { readHtml } from '../../../shared/import/html';
import { scriptShapes } from './evasion-cases';
import { reading, testOptions } from './reading';
import { visibleInBlocks, visibleText } from './visible-text';

const folder = join(import.meta.dirname, '../../fixtures/clipboard');
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

const snippets = [
  '<b>',
  '</b>',
  '<p>',
  '</p>',
  '</div>',
  '<ul><li>',
  '</ul>',
  '<table><tr><td>',
  '</td>',
  '</table>',
  '<br>',
  '<pre>',
  '<blockquote>',
  '<figure><figcaption>',
  '<a href="https://example.org/">',
  '</a>',
  '<h2>',
  '<!--',
  '-->',
  '<![endif]>',
  '&nbsp;',
  '&#0;',
  '"',
  '<',
  '>',
  '\u200b',
];

/** One change of a text: a piece cut, doubled or moved, or something put in. */
const change = fc.record({
  kind: fc.constantFrom('cut', 'double', 'move', 'put', 'put-script'),
  from: fc.nat(1_000_000),
  length: fc.nat(60),
  to: fc.nat(1_000_000),
  snippet: fc.constantFrom(...snippets),
  script: fc.constantFrom(...scriptShapes),
});

const mutated = fc
  .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([sample, changes]) =>
    changes.reduce((html, { kind, from, length, to, snippet, script }) => {
      const at = from % (html.length + 1);
      const piece = html.slice(at, at + length);
      const target = to % (html.length + 1);
      if (kind === 'cut') return html.slice(0, at) + html.slice(at + length);
      if (kind === 'double') return html.slice(0, at) + piece + html.slice(at);
      const put = kind === 'move' ? piece : kind === 'put' ? snippet : script;
      return html.slice(0, target) + put + html.slice(target);
    }, sample),
  );

describe('a clipboard with random damage', () => {
  it('never throws, and gives nothing outside the model', () => {
    fc.assert(
      fc.property(mutated, fc.constantFrom('paste' as const, 'import' as const), (html, purpose) => {
        const { blocks } = reading(html, { purpose });
        const written: unknown = JSON.parse(JSON.stringify(blocks));
        expect(decodeWith(list(blockCodec), written).ok).toBe(true);
        for (const [, address] of JSON.stringify(blocks).matchAll(/"url":("(?:[^"\\]|\\.)*")/g)) {
          const url: unknown = JSON.parse(address ?? '""');
          expect(typeof url === 'string' && linkAddress(url)).toBe(url);
        }
        expect(JSON.stringify(blocks)).not.toMatch(/"(?:style|class|onclick|onerror|src|href)":/);
      }),
      { numRuns: 150 },
    );
  });
});

/** Text in any elements of the page, nested and broken at will, without what is meant to be left out. */
const tag = fc.constantFrom(
  'p',
  'div',
  'span',
  'b',
  'i',
  'a',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'h1',
  'h3',
  'blockquote',
  'figure',
  'figcaption',
  'pre',
  'section',
  'article',
  'aside',
  'header',
  'dl',
  'dt',
  'dd',
  'caption',
  'small',
  'button',
  'form',
  'details',
  'summary',
  'center',
  'font',
  'x-own',
  'ruby',
  'rt',
  'label',
  'q',
  'sup',
  'nobr',
  'script',
  'style',
  'svg',
  'template',
  'noscript',
);
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 99_999 }).map((number) => `w${number} `) },
  { weight: 3, arbitrary: tag.map((name) => `<${name}>`) },
  { weight: 3, arbitrary: tag.map((name) => `</${name}>`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<br>',
      '<hr>',
      '&nbsp;',
      '\n',
      '<p style="white-space:pre">',
      '<td colspan=3 rowspan=2>',
      '<span style="display:block">',
      '<div hidden>',
      '<i style="display:none">',
    ),
  },
);

describe('whatever the elements', () => {
  it('every visible character arrives, in its order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const html = pieces.join('');
        const { blocks } = reading(html);
        expect(visibleInBlocks(blocks)).toBe(visibleText(html));
      }),
      { numRuns: 400 },
    );
  });
});

describe('input that is large or deep', () => {
  it.each([
    'div',
    'ul><li',
    'blockquote',
    'b',
    'span',
    'table><tr><td',
    'figure',
    'font color=red',
    'p><a href="https://example.org/"',
  ])('10,000 levels of <%s> keep their word', (name) => {
    const { blocks } = reading(`${`<${name}>`.repeat(10_000)}deep`);
    expect(visibleInBlocks(blocks)).toBe('deep');
    expect(() => JSON.stringify(blocks)).not.toThrow();
  });

  it('a table of 10,000 rows is read whole', () => {
    const html = `<table>${'<tr><td>a<td>b<td>c'.repeat(10_000)}</table>`;
    const [first] = reading(html).blocks;
    expect(first?.kind === 'table' && first.rows.length).toBe(10_000);
    expect(first?.kind === 'table' && first.rows.every((row) => row.length === 3)).toBe(true);
  });

  it('tells how far it is, and refuses too much with the limit', () => {
    const shares: number[] = [];
    reading('<p>The gate held.</p>\n'.repeat(20_000), { progress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(3);
    expect(shares.at(-1)).toBe(1);
    expect(readHtml('x'.repeat(40_000_001), testOptions())).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
    const attributes = Array.from({ length: 60_000 }, (_, at) => `a${at}=1`).join(' ');
    expect(readHtml(`<p ${attributes}>x`, testOptions())).toMatchObject({
      ok: false,
      error: { code: 'too-many-attributes' },
    });
  });
});
