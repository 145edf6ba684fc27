import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { article, p } from '../../../shared/article/build';
import { exportArticle } from '../../../shared/export/formats';
import { safeHouseStyle } from '../../../shared/export/house-style';
import { visibleText } from '../../builders/visible-text';
import { desk, options } from './stories';

const pageWith = (houseStyle: string) => {
  const result = exportArticle(article({ headline: 'Tides' }, p('The sea rose.')), desk, 'page', {
    ...options,
    houseStyle,
  });
  if (!result.ok) throw new Error('refused');
  return { html: result.value.files[0]?.text ?? '', removed: result.value.removedStyle };
};

describe('a house stylesheet', () => {
  it('stands after the built-in look in an element of its own', () => {
    const { html, removed } = pageWith('h1 { color: green }');
    expect(html).toContain('</style>\n<style>\nh1 { color: green }\n</style>\n</head>');
    expect(removed).toEqual([]);
  });

  it('may hold data, media ranges, and quotation marks', () => {
    const css = `@media (width <= 40rem) { h1::before { content: "\\201c <" } } hr { background: url(data:image/png;base64,AA==) }`;
    expect(safeHouseStyle(css)).toEqual({ css, removed: [] });
  });

  it.each([
    '</style><script>alert(1)</script>',
    'h1::after { content: "</style>" }',
    '<!-- </style> -->',
    '\\3c /style><img src=x>',
    'h1 { color: red } /* </style> */',
    '<\u0000/style>',
    '<\\/style>',
  ])('cannot end its element: %s', (css) => {
    const { html } = pageWith(css);
    expect(html.match(/<\/style/gi)).toHaveLength(css.includes('/*') ? 1 + 1 : 2);
    expect(visibleText(html)).toEqual(['The sea rose.']);
  });

  it.each([
    '@import "https://example.org/x.css";',
    '@\\69mport url(x.css);',
    'h1 { background: url(https://example.org/x.png) }',
    'h1 { background: URL( "//example.org/x.png" ) }',
    'h1 { background: \\75rl(x.png) }',
    'h1 { background: u\\72 l(x.png) }',
    'h1 { background: image-set("x.png" 1x) }',
    'h1 { background: -webkit-image-set(url(x.png) 1x) }',
    '@font-face { font-family: x; src: url("x.woff2") }',
    'h1 { background: src("x.png") }',
    'h1 { background: url(x.png',
    '@import url(x.css',
  ])('fetches nothing: %s', (css) => {
    const { css: safe, removed } = safeHouseStyle(css);
    expect(safe).not.toMatch(/x\.(?:css|png|woff2)/);
    expect(removed.length).toBeGreaterThan(0);
  });

  it.each([
    'p { position: fixed }',
    'p{position:absolute!important;inset:0}',
    'p { color: red; POSITION : sticky }',
    'p { p\\6fsition: fixed }',
    'p { position/**/:/**/fixed }',
    'p { --p: fixed; position: var(--p) }',
    'p { position: relative fixed }',
    'p { position: fixed',
  ])('lifts nothing out of the page: %s', (css) => {
    const { css: safe, removed } = safeHouseStyle(css);
    expect(safe).not.toMatch(/position\s*:/i);
    expect(removed).toHaveLength(1);
  });

  it.each([
    'p { position\\2f**\\2f :fixed }',
    'p { position/\\2a *\\2f :fixed }',
    'p { background: url\\2f**\\2f (x.png) }',
  ])('begins no comment that was none, in which something could hide: %s', (css) => {
    expect(safeHouseStyle(css).css).toBe(css);
  });

  it('may place things within the flow', () => {
    const css =
      'p { position: relative; object-position: left; background-position: 0 0 } b { position: static !important }';
    expect(safeHouseStyle(css)).toEqual({ css, removed: [] });
  });

  it('does not join what stands around a part that was taken out', () => {
    expect(safeHouseStyle('@im@import x;port "x.css"; u@import y;rl(x.css)').css).toBe(
      '@im port "x.css"; u rl(x.css)',
    );
  });

  it('cannot break the article, however broken it is', { timeout: 60_000 }, () => {
    const pieces = [
      '{',
      '}',
      '"',
      "'",
      '/*',
      '*/',
      '<',
      '/',
      'style',
      '>',
      '\\',
      '3c',
      ' ',
      'url(',
      ')',
      '@import',
      ';',
      '<!--',
      '-->',
      '</style>',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const { html } = pageWith(parts.join(''));
        expect(html.match(/<\/style/gi)?.length).toBeLessThanOrEqual(2);
        expect(visibleText(html)).toEqual(['The sea rose.']);
        expect(
          JSON.stringify(parse(html), (key, value: unknown) => (key === 'parentNode' ? undefined : value)),
        ).not.toMatch(/"tagName":"(?:script|img)"[^}]*"src"/);
        expect(safeHouseStyle(parts.join('')).css).not.toMatch(/@import|url\(\s*[^\s"'d)]/i);
      }),
      { numRuns: 400 },
    );
  });
});
