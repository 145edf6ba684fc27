import { describe, expect, it } from 'vitest';
import { bold, bullets, h, item, link, p } from '../../../shared/article/build';
import { readHtml } from '../../../shared/import/html';
import { pasted, reading } from './reading';

describe('reading HTML', () => {
  it('makes headings, paragraphs, marks and links, and one space of a wrapped line', () => {
    expect(
      pasted(
        '<h1>Tides</h1>\n<p>The sea\n  rose <b>twice</b>, <a href="https://example.org/">they said</a>.</p>',
      ),
    ).toEqual([
      h(2, 'Tides'),
      p('The sea rose ', bold('twice'), ', ', link('https://example.org/', 'they said'), '.'),
    ]);
  });

  it('keeps the space that stands between two elements, wherever it stands', () => {
    expect(pasted('<p>a <b> b</b> c<b>d </b>e</p>')).toEqual([p('a ', bold('b'), ' c', bold('d '), 'e')]);
  });

  it('keeps a picture and a line break that a style sets as blocks', () => {
    const html =
      '<style>img,br{display:block}</style><p>a<br>b</p><img src="media/c.png" alt="c"><p>d</p><img style="display:block" src="e.png">';
    expect(reading(html, { localPicture: (address) => address.replace('media/', '') }).blocks).toMatchObject([
      { kind: 'paragraph', children: [{ text: 'a' }, { kind: 'lineBreak' }, { text: 'b' }] },
      { kind: 'image', file: 'c.png', alt: 'c' },
      { kind: 'paragraph' },
      { kind: 'image', file: 'e.png' },
    ]);
  });

  it('nests a list that was set directly into a list', () => {
    expect(pasted('<ul><li>one</li><ul><li>two</li></ul><li>three</li></ul>')).toEqual([
      bullets(item(['one'], bullets('two')), 'three'),
    ]);
  });

  it('reads 10,000 levels of nesting and refuses what would take minutes', () => {
    expect(pasted(`${'<div>'.repeat(10_000)}deep`)).toEqual([p('deep')]);
    const hostile = `${'<i>'.repeat(60_000)}${'<p>x'.repeat(60_000)}`;
    const refused = readHtml(hostile, {
      purpose: 'paste',
      cleanLinks: true,
      ids: () => 'n1',
      localPicture: () => null,
      progress: () => undefined,
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'too-deep' } });
  });
});
