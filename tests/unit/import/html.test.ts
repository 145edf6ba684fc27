import { describe, expect, it } from 'vitest';
import {
  blockquote,
  bold,
  br,
  bullets,
  embed,
  h,
  item,
  link,
  numbers,
  p,
  table,
  text,
} from '../../../shared/article/build';
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

  it('takes who said it from the end of a block quote: behind a dash, or in a footer', () => {
    const said = blockquote('Ines Kahl, warden', 'It held.');
    expect(pasted('<blockquote><p>It held.</p><p>— Ines Kahl, warden</p></blockquote>')).toEqual([said]);
    expect(pasted('<blockquote>It held.<br>— Ines Kahl, warden</blockquote>')).toEqual([said]);
    expect(pasted('<blockquote><p>It <b>held</b>.<br>Barely.<br>— Ines Kahl</p></blockquote>')).toEqual([
      blockquote('Ines Kahl', 'It ', bold('held'), '.', br, 'Barely.'),
    ]);
    expect(
      pasted('<blockquote><p>It held.</p><footer>Ines Kahl, <cite>warden</cite></footer></blockquote>'),
    ).toEqual([said]);
    expect(
      pasted('<figure><blockquote>It held.</blockquote><figcaption>Ines Kahl, warden</figcaption></figure>'),
    ).toEqual([said]);
    expect(
      pasted(
        '<figure><blockquote><p>It held.</p><p>— Ines Kahl</p></blockquote><figcaption>The wall</figcaption></figure>',
      ),
    ).toEqual([blockquote('Ines Kahl', 'It held.'), p('The wall')]);
  });

  it('takes who said it from a `cite` on a line of its own, and leaves the title of a work in its sentence', () => {
    const said = blockquote('Ines Kahl', 'It held.');
    const quoted = (html: string) => pasted(`<blockquote class="wp-block-quote">${html}</blockquote>`);
    expect(quoted('<p>It held.</p><cite>Ines Kahl</cite>')).toEqual([said]);
    expect(quoted('<p>It held.</p>\n<cite>— Ines <b>Kahl</b></cite>\n')).toEqual([said]);
    expect(quoted('It held.<br><cite>Ines Kahl</cite>')).toEqual([said]);
    expect(quoted('<p>It held.</p><p><cite>Ines Kahl</cite></p>')).toEqual([said]);
    expect(quoted('<p>She read <cite>Hamlet</cite></p>')).toEqual([
      blockquote('', 'She read ', text('Hamlet', 'italic')),
    ]);
    expect(quoted('She read <cite>Hamlet</cite>')).toEqual([
      blockquote('', 'She read ', text('Hamlet', 'italic')),
    ]);
    expect(quoted('<ul><li>It held.</li></ul><cite>Ines Kahl</cite>')).toEqual([
      bullets('It held.'),
      p('Ines Kahl'),
    ]);
    expect(quoted('<p>It held.</p><cite>Ines<br>Kahl</cite>')).toHaveLength(1);
    expect(JSON.stringify(quoted('<p>It held.</p><cite>Ines<br>Kahl</cite>'))).toMatch(/Ines.*Kahl/);
  });

  it('keeps a table that Apple Notes sets in an object, and nothing of an object that shows something of its own', () => {
    const cells = '<table><tr><td>One</td><td>Two</td></tr></table>';
    expect(pasted(`<div><object>${cells}</object><br></div>`)).toEqual([table(false, ['One', 'Two'])]);
    expect(pasted(`<p>a</p><object data="https://example.org/x.pdf">${cells}</object>`)).toEqual([p('a')]);
  });

  it('makes a link card of a frame with a video, and of no other', () => {
    const frame = (src: string, title = 'The wall holds') =>
      pasted(`<iframe src="${src}" title="${title}"></iframe>`);
    const card = (url: string, provider: string) =>
      embed(url, { title: 'The wall holds', description: '', provider });
    expect(frame('//www.youtube-nocookie.com/embed/dQw4w9WgXcQ?si=abc&amp;start=3')).toEqual([
      card('https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'YouTube'),
    ]);
    expect(frame('https://player.vimeo.com/video/123456789')).toEqual([
      card('https://vimeo.com/123456789', 'Vimeo'),
    ]);
    expect(frame('https://www.youtube.com/embed/dQw4w9WgXcQ', 'YouTube video player')).toMatchObject([
      { kind: 'embed', title: '' },
    ]);
    for (const other of [
      'https://www.youtube.com.evil.example/embed/dQw4w9WgXcQ',
      'javascript:"https://www.youtube.com/embed/dQw4w9WgXcQ"',
      'https://ads.example/frame',
    ])
      expect(frame(other)).toEqual([]);
  });

  it('leaves out signs that only lead about within the page, and keeps those of notes', () => {
    expect(pasted('<h2>The wall<a class="headerlink" href="#wall">¶</a></h2>')).toEqual([h(2, 'The wall')]);
    expect(pasted('<ol><li>A note. <a href="#fnref:1">↩︎</a></li></ol>')).toEqual([numbers('A note.')]);
    expect(pasted('<p>It held<a href="#note">*</a> and <a href="https://example.org/">#</a></p>')).toEqual([
      p('It held* and ', link('https://example.org/', '#')),
    ]);
    expect(pasted('<p>It held<a class="footnote-anchor" href="#footnote-1">1</a>.</p>')).toEqual([
      p('It held', text('1', 'superscript'), '.'),
    ]);
  });

  it('leaves speech that is set with dashes, and lines with links, in the block quote', () => {
    const words = (html: string) => pasted(`<blockquote>${html}</blockquote>`);
    expect(words('<p>— Does it hold</p><p>— It does</p>')).toEqual([
      blockquote('', '— Does it hold', br, br, '— It does'),
    ]);
    expect(words('<p>It held.</p><p>— For now, she said.</p>')).toEqual([
      blockquote('', 'It held.', br, br, '— For now, she said.'),
    ]);
    expect(words('<p>It held.</p><p>— <a href="https://example.org/">Ines Kahl</a></p>')).toEqual([
      blockquote('', 'It held.', br, br, '— ', link('https://example.org/', 'Ines Kahl')),
    ]);
    // A poem, or several who speak, in lines of one paragraph.
    expect(words('<p>Does it hold?<br>— It does<br>— For now</p>')).toEqual([
      blockquote('', 'Does it hold?', br, '— It does', br, '— For now'),
    ]);
    expect(words('It held.<br>Barely')).toEqual([blockquote('', 'It held.', br, 'Barely')]);
    expect(words('<p>— Ines Kahl</p>')).toEqual([blockquote('', '— Ines Kahl')]);
  });

  it('takes a table’s head that says nothing for none', () => {
    expect(
      pasted('<table><thead><tr><th></th><th></th></tr></thead><tr><td>One</td><td>Two</td></tr></table>'),
    ).toEqual([table(false, ['One', 'Two'])]);
  });

  it('begins another list where the numbers of a list leap', () => {
    expect(pasted('<ol><li>a<li value=5>e<li value=6>f</ol>')).toEqual([
      numbers('a'),
      { ...numbers('e', 'f'), start: 5 },
    ]);
  });

  it('leaves out what a style hides by a box or letters without size, also behind a remark', () => {
    const hidden = ['display:/* for mail */none', 'width:0;height:0;overflow:hidden', 'font-size:1px'];
    for (const style of hidden)
      expect(pasted(`<p style="${style}">Preview line</p><p>Text</p>`)).toEqual([p('Text')]);
    expect(pasted('<p style="height:0;overflow:hidden;font-size:10px">Text</p>')).toEqual([p('Text')]);
  });

  it('does not tear a sentence at an icon that stands in it', () => {
    const icon = '<img src="https://example.org/flag.png" width="23" height="15" alt="Norway">';
    expect(pasted(`<p>Won by ${icon} the <b>north</b>.</p><p>End</p>`)).toMatchObject([
      p('Won by the ', bold('north'), '.'),
      { kind: 'deskNote' },
      p('End'),
    ]);
    expect(pasted(`<p>${icon} Norway</p>`)).toMatchObject([{ kind: 'deskNote' }, p('Norway')]);
    expect(pasted(`<p>a ${icon.replace('23', '640')} b</p>`)).toMatchObject([
      p('a'),
      { kind: 'deskNote' },
      p('b'),
    ]);
  });

  it('nests the lists that an exported Google document sets side by side', () => {
    const list = (level: number, start: number, words: string): string =>
      `<ol class="c3 lst-kix_2ab-${level} start" start="${start}"><li class="c1">${words}</li></ol>`;
    expect(pasted(list(0, 1, 'one') + list(1, 1, 'deeper') + list(0, 2, 'two'))).toEqual([
      numbers(item(['one'], numbers('deeper')), 'two'),
    ]);
  });

  it('keeps the items of a Google checklist, without the pictures of their boxes', () => {
    const box = `<img src="data:image/png;base64,iVBORw0KGgo${'A'.repeat(600)}" alt="unchecked" aria-roledescription="checkbox">`;
    const entry = (words: string): string =>
      `<li role="checkbox" aria-checked="false" aria-level="1">${box}<p style="display:inline-block">${words}</p></li>`;
    expect(reading(`<ul>${entry('Call the mayor')}${entry('Photo desk')}</ul>`)).toMatchObject({
      blocks: [bullets('Call the mayor', 'Photo desk')],
      attachments: [],
    });
  });

  it('keeps the lines of text whose white space Chromium writes in parts', () => {
    expect(pasted('<div style="white-space-collapse: preserve">one\ntwo  wide</div>')).toEqual([
      p('one', br, 'two  wide'),
    ]);
    expect(pasted('<div style="white-space-collapse: preserve-breaks">one\ntwo   wide</div>')).toEqual([
      p('one', br, 'two wide'),
    ]);
    expect(pasted('<pre><span style="white-space-collapse: collapse">one\ntwo</span></pre>')).toEqual([
      p('one two'),
    ]);
    expect(
      pasted('<pre style="white-space-collapse: preserve; text-wrap-mode: nowrap">if\n  then</pre>'),
    ).toEqual(pasted('<pre style="white-space: pre">if\n  then</pre>'));
  });

  it.each(['flex', 'grid'])('keeps the words apart that %s sets side by side', (display) => {
    expect(
      pasted(
        `<div style="display:${display}"><span>By <a>Ann Roe</a></span><span>2 March</span>, noon</div>`,
      ),
    ).toEqual([p('By Ann Roe 2 March , noon')]);
    expect(pasted(`<p>see <a style="display:inline-${display}"><span>this</span></a>.</p>`)).toEqual([
      p('see this.'),
    ]);
  });

  it.each([
    'text-indent:-9999px',
    'text-indent:-100em',
    'position:absolute;left:-999px',
    'position:absolute;top:-100vh',
    'max-height:0;overflow:hidden',
    'max-height:0px;overflow:hidden;font-size:1px',
    'clip-path:inset(50%)',
  ])('leaves out what %s hides', (style) => {
    const { blocks, findings } = reading(`<p>seen</p><div style="${style}">unseen</div>`);
    expect(blocks).toEqual([p('seen')]);
    expect(findings).toMatchObject([{ code: 'hidden-text', count: 1 }]);
  });

  it.each([
    'text-indent:-18pt',
    'text-indent:-50px',
    'position:relative;left:-20px',
    'max-height:0',
    'overflow:hidden',
  ])('keeps what %s does not hide', (style) => {
    expect(pasted(`<div style="${style}">seen</div>`)).toEqual([p('seen')]);
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
