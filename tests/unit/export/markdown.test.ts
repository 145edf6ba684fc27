import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article/article';
import type { Block } from '../../../shared/article/block';
import {
  adBreak,
  article,
  blockquote,
  br,
  bullets,
  embed,
  factBox,
  h,
  image,
  item,
  link,
  numbers,
  p,
  table,
  text,
} from '../../../shared/article/build';
import { markdown } from '../../../shared/export/markdown';
import { publish } from '../../../shared/export/publish';
import { articles } from '../../builders/arbitrary-article';
import { visibleText, writtenBody } from '../../builders/visible-text';
import { desk, everyBlock, published } from './stories';

const of = (...body: readonly Block[]): string => markdown(published(article({}, ...body)));
const html = (source: string): string =>
  micromark(source, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

describe('Markdown', () => {
  it('writes marks with signs where they work and with elements where they do not', () => {
    expect(of(p('a ', text('b', 'bold'), ' c ', text('d', 'italic'), ' ', text('e', 'code')))).toBe(
      'a **b** c *d* `e`\n',
    );
    expect(of(p(text('“Hello,”', 'bold'), 'said'))).toBe('<strong>“Hello,”</strong>said\n');
    expect(of(p('un', text('believ', 'italic'), 'able'))).toBe('un<em>believ</em>able\n');
    expect(of(p(text('H'), text('2', 'subscript'), text('O', 'underline')))).toBe('H<sub>2</sub><u>O</u>\n');
    expect(of(p(text('a ', 'bold'), text('b', 'bold', 'italic')))).toBe('**a <em>b</em>**\n');
  });

  it('writes two lists of one kind side by side as two, each with its first number', () => {
    const lists = of(
      numbers('One'),
      { ...numbers('Seven'), start: 7 },
      adBreak(),
      numbers('Again'),
      bullets('a'),
      bullets('b'),
    );
    expect(lists).toBe('1. One\n\n7) Seven\n\n1. Again\n\n- a\n\n* b\n');
    expect(html(lists).match(/<[ou]l[^>]*>/g)).toEqual(['<ol>', '<ol start="7">', '<ol>', '<ul>', '<ul>']);
    expect(of(p('1) no list'))).toBe('1\\) no list\n');
  });

  it('escapes what would be signs', () => {
    expect(of(p('# no *heading* [x](y) <b> & `c` | _d_'))).toBe(
      '\\# no \\*heading\\* \\[x\\](y) \\<b\\> \\& \\`c\\` \\| \\_d\\_\n',
    );
    expect(of(p('1. no list'), p('- no list'), p('+ no'), p('a', br, '=== no'))).toBe(
      '1\\. no list\n\n\\- no list\n\n\\+ no\n\na\\\n\\=== no\n',
    );
  });

  it.each([
    'https://example.org/<img src=x onerror=alert(1)//>',
    'HTTP://example.org/"<link rel=stylesheet href=x>',
    'www.example.org/<base href=//evil>',
    'see https://example.org/a_b*c and www.example.org/~d',
  ])('lets no sign count that stands in a bare address: %s', (words) => {
    const shown = html(of(p(words)));
    expect(shown).not.toMatch(/<(?!\/?p>)/);
    expect(visibleText(shown)).toEqual(visibleText(`<p>${words.replaceAll('<', '&lt;')}</p>`));
  });

  it('writes blocks', () => {
    expect(
      of(
        h(3, 'Two', br, 'plans'),
        bullets(item(['a'], numbers('b', 'c')), 'd'),
        blockquote('Minutes', 'One', br, br, 'Two'),
        image('a b.jpg', { alt: 'A [wall]', caption: [text('The wall')], credit: 'Field' }),
        adBreak(),
        factBox('Facts', p('x'), bullets('y')),
        embed('https://example.org/', { title: 'Post' }),
        table(true, ['a', 'b|c'], ['d', '']),
        table(false, ['a']),
        p(link('https://example.org/a?(b)', 'here')),
      ),
    ).toBe(
      [
        '### Two<br>plans',
        '- a\n  1. b\n  2. c\n- d',
        '> One\n>\n> Two\n>\n> — Minutes',
        '![A \\[wall\\]](<media/a%20b.jpg>)\n\nThe wall Field',
        '> **Facts**\n>\n> x\n>\n> - y',
        '[Post](<https://example.org/>)',
        '| a | b\\|c |\n| --- | --- |\n| d |  |',
        '|  |\n| --- |\n| a |',
        '[here](<https://example.org/a?(b)>)\n',
      ].join('\n\n'),
    );
  });

  it('keeps what another program would take for its own: signs behind a heading, signs in an address, odd line ends', () => {
    expect(of(h(2, 'In F #'))).toBe('## In F \\#\n');
    expect(of(h(2, 'In C#'))).toBe('## In C#\n');
    expect(markdown(published(article({ headline: 'In F ##' })))).toBe('# In F \\##\n');
    for (const words of [
      'See https://example.org/a_b?c=1&d=2 now',
      'See www.example.org/~a*b',
      'One\u2028two',
    ]) {
      expect(visibleText(html(of(p(words))))).toEqual([words]);
      expect(visibleText(html(of(blockquote('', words))))).toEqual([words]);
    }
    expect(of(p('See https://example.org/a now'))).toBe('See https://example.org/a now\n');
  });

  it('begins with headline, deck, byline and dateline', () => {
    expect(markdown(published(everyBlock)).split('\n\n').slice(0, 6)).toEqual([
      'Coast',
      '# Harbour wall “to rise” by a metre \\& a half',
      'The council voted for the higher of two plans after a night of \\<flooding\\>.',
      'By Ada Field and Ben Okri',
      'WICK',
      '![Waves over a harbour wall](<media/a1b2c3d4-harbour.jpg>)',
    ]);
  });

  it('reads, through another program, as what was written', { timeout: 60_000 }, () => {
    const plain = new Set<Block['kind']>(['paragraph', 'heading', 'list', 'table']);
    const squeezed = (lines: readonly string[]) =>
      lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
    fc.assert(
      fc.property(articles, (any) => {
        const story: Article = {
          ...article({}, ...any.body.filter((block) => plain.has(block.kind))),
          sources: any.sources.map((source) => ({ ...source, terms: 'on-the-record' as const })),
          quotations: any.quotations.map((quotation) => ({ ...quotation, terms: null })),
        };
        const result = publish(story, desk, { canonicalUrl: null });
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        const source = markdown(result.value.article);
        expect(squeezed(visibleText(html(source)))).toEqual(squeezed(writtenBody(story)));
      }),
      { numRuns: 400 },
    );
  });
});
