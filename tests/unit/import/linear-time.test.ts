import { describe, expect, it } from 'vitest';
import { p } from '../../../shared/article/build';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { importDocument } from '../../../shared/import';
import { importRefusalSentence } from '../../../shared/import/import-refusal';
import { markdownToHtml } from '../../../shared/import/markdown';
import { pasted } from './reading';

/*
 * Input that once took time with the square of its length or depth: with it half a megabyte held up the window for
 * minutes. Each is read in well under a second; the limit leaves room for a busy machine.
 */
const limit = 8_000;

function within(read: () => void): void {
  const begun = performance.now();
  read();
  expect(performance.now() - begun).toBeLessThan(limit);
}

const spaces = ' '.repeat(300_000);
const classes = Array.from({ length: 700 }, (_, at) => `.c${at}`);
const sheet = `${classes.join('')}{font-weight:bold}`.repeat(490);

const shapes: Readonly<Record<string, string>> = {
  'a run of spaces': `<p>a${spaces}b`,
  'a run of spaces in preformatted text': `<pre>a${spaces}b`,
  'a run of non-breaking spaces': `<p>a${spaces.replaceAll(' ', '\u00a0')}b`,
  'captions of one figure': `<figure>${'<figcaption>x</figcaption>'.repeat(100_000)}`,
  'selectors of hundreds of classes': `<style>${sheet}</style>${Array.from({ length: 40 }, (_, at) => `<b class="${classes.reverse().join(' ').replaceAll('.', '')} u${at}">x</b>`).join('')}`,
  'ad breaks inside ad breaks': `${'<aside data-kind=ad-break>'.repeat(20_000)}<p>x`,
  'corrections inside corrections': `${'<div data-kind=correction>'.repeat(25_000)}x`,
  'quotes inside quotes': '<blockquote>x'.repeat(30_000),
  'tables inside tables': '<table><tr><td>x'.repeat(9_000),
  'lists inside lists': '<ul><li>x'.repeat(9_000),
  'paragraphs of a quotation': '<p class=MsoQuote>x'.repeat(60_000),
  'quotations between paragraphs': '<p class=MsoQuote>x<p>y'.repeat(40_000),
  'a style with open remarks': `<p style="${'/*x'.repeat(60_000)}">x`,
  'figures inside figures over many paragraphs': `${'<figure>'.repeat(2000)}${'<p>x'.repeat(80_000)}`,
};

describe('reads in linear time', () => {
  it.each(Object.keys(shapes))(
    '%s',
    (name) => {
      within(() => expect(pasted(shapes[name] ?? '').length).toBeGreaterThan(0));
    },
    400_000,
  );

  it('a page whose frame stands between its parts', () => {
    const html = `<article>${'</article><nav><p>y</nav><article><p>words of a story</p>'.repeat(60_000)}</article>`;
    within(() => expect(imported('a.html', html)).toMatchObject({ ok: true }));
  }, 400_000);

  it('a text that was wrapped to a width', () => {
    const line = 'The council of Wick voted on Tuesday evening to keep the old harbour';
    within(() => expect(imported('a.txt', `${line}\n`.repeat(40_000))).toMatchObject({ ok: true }));
  }, 400_000);

  it('a text with a run of spaces', () => {
    within(() => expect(imported('a.txt', `a${spaces}b`)).toMatchObject({ ok: true }));
  }, 400_000);
});

const imported = (name: string, words: string) =>
  importDocument(
    { name, bytes: new TextEncoder().encode(words), from: 'auto' },
    { desk: defaultDeskSettings, ids: () => 'id', localPicture: () => null, progress: () => undefined },
  );

describe('Markdown that the parser would take minutes for', () => {
  it.each(['*a_ ', '~a', '[a][b]', '[a](', 'a b\n'])('is refused with a sentence: %j', (signs) => {
    within(() => {
      const refused = imported('a.md', signs.repeat(100_000));
      expect(refused).toMatchObject({ ok: false, error: { code: 'too-many-signs' } });
      if (!refused.ok) expect(importRefusalSentence(refused.error, 'a.md')).toMatch(/^a\.md has .+\.$/);
    });
  });

  it('is not a table of 2,000 rows in bold, nor a list as long', () => {
    const row = '| **Wick** | **7,000** | [map](https://example.org/) |\n';
    expect(markdownToHtml(`|a|b|c|\n|-|-|-|\n${row.repeat(2000)}`).ok).toBe(true);
    expect(markdownToHtml('- **Wick** and _Thurso_\n'.repeat(2000)).ok).toBe(true);
  }, 60_000);
});

describe('what is too deep or too wide keeps its words', () => {
  const words = (html: string): string => JSON.stringify(pasted(html)).match(/w\d+/g)?.join(' ') ?? '';
  const numbered = (count: number, open: string): string =>
    Array.from({ length: count }, (_, at) => `${open}w${at}`).join('');
  const all = (count: number): string => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');

  it.each(['<blockquote>', '<table><tr><td>', '<ul><li>', '<figure>', '<figure><figcaption>'])(
    '%s',
    (open) => {
      expect(words(numbered(200, open)).split(' ').sort()).toEqual(all(200).split(' ').sort());
    },
  );

  it('cells that would square to millions stand as they are', () => {
    const [table] = pasted(`<table><tr>${'<td colspan=100>x'.repeat(20_000)}<tr><td>a<td>b`);
    expect(table).toMatchObject({ kind: 'table' });
    expect(JSON.stringify(table).length).toBeLessThan(2_000_000);
  });
});

describe('a copied run of spaces', () => {
  it('is one space, and trailing spaces are none', () => {
    expect(pasted('<p>a    b   </p>')).toEqual([p('a b')]);
  });
});
