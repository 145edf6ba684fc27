import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  blockquote,
  bold,
  br,
  bullets,
  h,
  image,
  italic,
  item,
  link,
  numbers,
  p,
  table,
  text,
} from '../../../shared/article/build';
import { type DocxReading, readDocx } from '../../../shared/import/docx';
import { docxFile, inList, type Parts, relationships, root, run, styles, wp } from './docx-file';

function options() {
  let count = 0;
  const ids = (): string => {
    count += 1;
    return `id-${count}`;
  };
  return { cleanLinks: true, ids };
}

function readingOf(body: string, parts: Parts = {}): DocxReading {
  const read = readDocx(docxFile(body, parts), options());
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const blocksOf = (body: string, parts: Parts = {}) =>
  readingOf(body, parts).passages.map(({ block }) => block);
const refusalOf = (bytes: Uint8Array) => {
  const read = readDocx(bytes, options());
  return read.ok ? null : read.error;
};

/** The smallest PNG that is no spacer: its signature and some bytes. */
const png = new Uint8Array(200).fill(1);
png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('a Word file', () => {
  it('keeps paragraphs, marks, line breaks, tabs and every space', () => {
    expect(
      blocksOf(
        wp(
          `${run('The gate  held, ')}${run('barely', '<w:b/><w:i w:val="0"/>')}${run(', he ', '<w:i/>')}${run('said.', '<w:rStyle w:val="Fett"/>')}`,
        ) +
          wp('<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:br w:type="page"/></w:r>') +
          wp(''),
      ),
    ).toEqual([
      p('The gate  held, ', bold('barely'), italic(', he '), bold('said.')),
      p('one', br, 'two\tthree'),
    ]);
  });

  it('parts paragraphs at the end of a page', () => {
    expect(
      blocksOf(wp('<w:r><w:t>The end.</w:t><w:br w:type="page"/><w:t>The next page.</w:t></w:r>')),
    ).toEqual([p('The end.'), p('The next page.')]);
  });

  it('writes formulas so that their figures stay what they are', () => {
    const figure = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`;
    const over = (above: string, below: string) =>
      `<m:f><m:num>${figure(above)}</m:num><m:den>${figure(below)}</m:den></m:f>`;
    expect(
      blocksOf(
        wp(
          `<m:oMath>${figure('x=')}${over('1', '2')}${figure(' or ')}${over('a+b', 'c')}<m:sSup><m:e>${figure('m')}</m:e><m:sup>${figure('2')}</m:sup></m:sSup></m:oMath>`,
        ),
      ),
    ).toEqual([p('x=1/2 or (a+b)/cm', text('2', 'superscript'))]);
  });

  it('knows headings by the English name of their style, in every language of Word', () => {
    expect(
      blocksOf(
        wp(run('Big', '<w:b/>'), '<w:pStyle w:val="berschrift1"/>') +
          wp(run('Own style'), '<w:pStyle w:val="Sub"/>') +
          wp(run('By outline'), '<w:outlineLvl w:val="2"/>'),
      ),
    ).toEqual([h(2, 'Big'), h(2, 'Own style'), h(3, 'By outline')]);
  });

  it('nests lists and counts their numbers', () => {
    expect(
      blocksOf(
        wp(run('north'), inList(1, 0)) +
          wp(run('left'), inList(1, 1)) +
          wp(run('south'), inList(1, 0)) +
          wp(run('close'), inList(2, 0)) +
          wp(run('wing'), inList(2, 1)) +
          wp(run('call'), inList(2, 0)),
      ),
    ).toEqual([
      bullets(item(['north'], bullets('left')), 'south'),
      { ...numbers(item(['close'], numbers('wing')), 'call'), start: 3 },
    ]);
  });

  it('prints the number of a numbered heading, which Word shows and does not store', () => {
    expect(blocksOf(wp(run('The vote'), `<w:pStyle w:val="berschrift2"/>${inList(2, 0)}`))).toEqual([
      h(2, '3. The vote'),
    ]);
  });

  it('reads tables with header rows and merged cells', () => {
    const cell = (words: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${wp(run(words))}</w:tc>`;
    expect(
      blocksOf(
        `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Gauge')}${cell('Mon')}${cell('Tue')}</w:tr>
         <w:tr>${cell('Harle', '<w:vMerge w:val="restart"/>')}${cell('closed', '<w:gridSpan w:val="2"/>')}</w:tr>
         <w:tr>${cell('', '<w:vMerge/>')}${cell('4.1')}${cell('4.2')}</w:tr></w:tbl>`,
      ),
    ).toEqual([table(true, ['Gauge', 'Mon', 'Tue'], ['Harle', 'closed', ''], ['', '4.1', '4.2'])]);
  });

  it('links by relationship and by field, and lets no other address in', () => {
    const field = (code: string, words: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { passages, findings } = readingOf(
      wp(
        `<w:hyperlink r:id="rId1">${run('minutes', '<w:u w:val="single"/>')}</w:hyperlink>${run(', ')}${field('HYPERLINK "https://example.org/b" \\l "vote"', 'field')}${run(', ')}<w:hyperlink r:id="rId2">${run('evil')}</w:hyperlink>${run(', page ')}${field('PAGE', '7')}`,
      ),
      {
        'word/_rels/document.xml.rels': relationships(
          ['rId1', 'https://example.org/a?utm_source=x', true],
          ['rId2', 'javascript:alert(1)', true],
        ),
      },
    );
    expect(passages.map(({ block }) => block)).toEqual([
      p(
        link('https://example.org/a', 'minutes'),
        ', ',
        link('https://example.org/b#vote', 'field'),
        ', evil, page 7',
      ),
    ]);
    expect(findings).toEqual([
      { code: 'unsafe-link', count: 1, examples: ['javascript:alert(1)'] },
      { code: 'tracking', count: 1, examples: ['https://example.org/a'] },
    ]);
  });

  it('accepts tracked changes', () => {
    const deletion = '<w:del w:author="Ines"><w:r><w:delText>in secret </w:delText></w:r></w:del>';
    const insertion = `<w:ins w:author="Ines">${run('on Tuesday ')}</w:ins>`;
    const deletedMark = '<w:rPr><w:del w:author="Ines"/></w:rPr>';
    expect(
      blocksOf(
        wp(`${run('They met ')}${deletion}${insertion}${run('to vote')}`, deletedMark) +
          wp(run(' on the gate.')) +
          `<w:moveFrom>${wp(run('moved away'))}</w:moveFrom>`,
      ),
    ).toEqual([p('They met on Tuesday to vote on the gate.')]);
  });

  it('makes desk notes of comments, with their author, after the block or list they belong to', () => {
    const reference = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;
    expect(
      blocksOf(
        wp(`${run('Said in May.')}${reference(0)}`) +
          wp(`${run('one')}${reference(1)}`, inList(1, 0)) +
          wp(run('two'), inList(1, 0)) +
          wp(run('End.')),
        {
          'word/comments.xml': root(
            'comments',
            `<w:comment w:id="0" w:author="Ines Kahl">${wp(run('By whom?'))}</w:comment><w:comment w:id="1" w:author="Desk"><w:p w14:paraId="AB12">${run('Check.')}</w:p></w:comment>`,
          ),
          'word/commentsExtended.xml':
            '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="AB12" w15:done="1"/></w15:commentsEx>',
        },
      ),
    ).toEqual([
      p('Said in May.'),
      { kind: 'deskNote', id: 'id-1', author: 'Ines Kahl', resolved: false, children: [text('By whom?')] },
      bullets('one', 'two'),
      { kind: 'deskNote', id: 'id-2', author: 'Desk', resolved: true, children: [text('Check.')] },
      p('End.'),
    ]);
  });

  it('sets footnotes at the end, with their number', () => {
    expect(
      blocksOf(wp(`${run('Old wall')}<w:r><w:footnoteReference w:id="4"/></w:r>${run('.')}`), {
        'word/footnotes.xml': root(
          'footnotes',
          `<w:footnote w:id="4">${wp(`<w:r><w:footnoteRef/></w:r>${run(' Built in 1713.')}`)}</w:footnote>`,
        ),
      }),
    ).toEqual([p('Old wall', text('1', 'superscript'), '.'), p(text('1', 'superscript'), ' Built in 1713.')]);
  });

  it('reads a note once, however often a file made to harm names it', () => {
    const [many, lines] = [2000, 2000];
    const reference = '<w:footnoteReference w:id="4"/>';
    const blocks = blocksOf(wp(`${run('a')}<w:r>${reference.repeat(many)}</w:r>`), {
      'word/footnotes.xml': root(
        'footnotes',
        `<w:footnote w:id="4">${wp(run('b') + reference)}${wp(run('c')).repeat(lines)}</w:footnote>`,
      ),
    });
    expect(blocks).toHaveLength(lines + 2);
    expect(blocks[0]).toEqual(p('a', text('1'.repeat(many), 'superscript')));
  });

  it('reads a comment once, and none inside another: a comment that names itself has no end', () => {
    const reference = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;
    const comment = (id: number, inner: string): string =>
      `<w:comment w:id="${id}" w:author="Desk">${wp(inner)}</w:comment>`;
    expect(
      blocksOf(wp(`${run('a')}${reference(0)}`) + wp(`${run('b')}${reference(0)}${reference(1)}`), {
        'word/comments.xml': root(
          'comments',
          comment(0, `${run('first')}${reference(0)}${reference(1)}`) + comment(1, run('second')),
        ),
      }),
    ).toEqual([
      p('a'),
      { kind: 'deskNote', id: 'id-1', author: 'Desk', resolved: false, children: [text('first')] },
      p('b'),
      { kind: 'deskNote', id: 'id-2', author: 'Desk', resolved: false, children: [text('second')] },
    ]);
  });

  it('takes pictures along with their alternative text and size', () => {
    const drawing =
      '<w:r><w:drawing><wp:inline><wp:extent cx="952500" cy="476250"/><wp:docPr id="1" name="x" descr="The gate"/><a:graphic><a:blip r:embed="rId9"/></a:graphic></wp:inline></w:drawing></w:r>';
    const { passages, attachments } = readingOf(wp(`${run('Before')}${drawing}${run('after')}`), {
      'word/_rels/document.xml.rels': relationships(['rId9', 'media/image1.png', false]),
      'word/media/image1.png': png,
    });
    expect(passages.map(({ block }) => block)).toEqual([
      p('Before'),
      image('picture-1.png', { alt: 'The gate', width: 100, height: 50 }),
      p('after'),
    ]);
    expect(attachments).toEqual([{ file: 'picture-1.png', type: 'image/png', bytes: png }]);
  });

  it('reads quotes, text boxes once, symbols, and leaves hidden text out', () => {
    const box = `<w:txbxContent>${wp(run('Boxed'))}</w:txbxContent>`;
    expect(
      blocksOf(
        wp(run('It held.'), '<w:pStyle w:val="Zitat"/>') +
          wp(run('Barely.'), '<w:pStyle w:val="Zitat"/>') +
          wp(
            `${run('Text')}${run(' secret', '<w:vanish/>')}<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
          ),
      ),
    ).toEqual([blockquote('', 'It held.', br, br, 'Barely.'), p('Text→'), p('Boxed')]);
  });

  it('tells one quotation from the next by its style, and takes who said it', () => {
    const styled = (id: string, words: string) => wp(run(words), `<w:pStyle w:val="${id}"/>`);
    const attribution = '<w:style w:type="paragraph" w:styleId="By"><w:name w:val="Attribution"/></w:style>';
    const intense =
      '<w:style w:type="paragraph" w:styleId="Intensiv"><w:name w:val="Intense Quote"/></w:style>';
    expect(
      blocksOf(
        styled('Zitat', 'It held.') +
          styled('Zitat', 'It did.') +
          styled('By', '— Ines Kahl') +
          styled('Zitat', 'Never.') +
          styled('Intensiv', 'Nobody slept') +
          styled('By', 'Jon Peel') +
          styled('By', 'Alone'),
        { 'word/styles.xml': styles.replace('</w:styles>', `${attribution}${intense}</w:styles>`) },
      ),
    ).toEqual([
      blockquote('Ines Kahl', 'It held.', br, br, 'It did.'),
      blockquote('', 'Never.'),
      blockquote('Jon Peel', 'Nobody slept'),
      p('Alone'),
    ]);
  });

  it('tells title and subtitle', () => {
    const { passages, language } = readingOf(
      wp(run('The gate held'), '<w:pStyle w:val="Titel"/>') +
        wp(run('By a hand’s breadth'), '<w:pStyle w:val="Untertitel"/>'),
    );
    expect(passages.map(({ role }) => role)).toEqual(['title', 'deck']);
    expect(language).toBe('en-GB');
  });
});

describe('what is no Word file is refused', () => {
  it('text, another archive, a file cut off', () => {
    const whole = docxFile(wp(run('x')));
    expect(refusalOf(strToU8('Dear desk'))).toEqual({ code: 'not-a-docx' });
    expect(refusalOf(zipSync({ 'a.txt': strToU8('a') }))).toEqual({ code: 'not-a-docx' });
    expect(refusalOf(whole.slice(0, whole.length - 40))).toEqual({ code: 'not-a-docx' });
    expect(refusalOf(new Uint8Array(0))).toEqual({ code: 'not-a-docx' });
  });

  it('one with a password', () => {
    const name = new Uint8Array([...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]));
    const file = new Uint8Array(2048);
    file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    file.set(name, 1024);
    expect(refusalOf(file)).toEqual({ code: 'password-protected' });
  });

  it('a zip bomb, before it is unpacked', () => {
    const bomb = docxFile('', { 'word/document.xml': new Uint8Array(63_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusalOf(bomb)).toEqual({ code: 'zip-bomb' });
  });

  it('broken XML, entities that multiply, nesting without end', () => {
    const damaged = { code: 'damaged-docx', part: 'word/document.xml' };
    expect(refusalOf(docxFile('<w:p>'))).toEqual(damaged);
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>';
    expect(refusalOf(docxFile('', { 'word/document.xml': entities }))).toEqual(damaged);
    expect(refusalOf(docxFile('<w:ins>'.repeat(10_000) + '</w:ins>'.repeat(10_000)))).toEqual(damaged);
  });

  it('a part whose data are damaged', () => {
    const bytes = docxFile(wp(run('x'.repeat(1000))));
    const at = bytes.indexOf(0x4b, 200);
    const broken = bytes.slice();
    for (let index = 0; index < 400; index += 1)
      broken[at + 60 + index] = (broken[at + 60 + index] ?? 0) ^ 0x5a;
    expect(refusalOf(broken)).not.toBeNull();
  });

  it('never throws, whatever byte is changed', () => {
    const bytes = docxFile(wp(run('The gate held.')) + wp(run('x'), inList(2, 1)));
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(() => readDocx(changed, options())).not.toThrow();
    }
  });
});
