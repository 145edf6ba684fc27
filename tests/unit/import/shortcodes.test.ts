import { describe, expect, it } from 'vitest';
import { image, p, text } from '../../../shared/article/build';
import { inlineText } from '../../../shared/article/traverse';
import { withStoredPictures } from '../../../shared/import/attachments';
import { pasted, reading } from './reading';

/** The words of every block, by its kind. */
const words = (html: string): readonly string[] =>
  pasted(html).map((block) =>
    'children' in block ? `${block.kind}: ${inlineText(block.children)}` : `${block.kind}`,
  );

describe("WordPress's shortcodes", () => {
  it('sets the caption of a picture that did not come along beside its desk note, not into the text', () => {
    const code =
      '<p>Before.</p><p>[caption id="attachment_12" width="300"]<img src="https://x.example/a.jpg" alt="A wall" width="300" height="200"> The <em>old</em> wall[/caption]</p><p>After.</p>';
    expect(words(code)).toEqual([
      'paragraph: Before.',
      'deskNote: Picture not included: “A wall”. Address: https://x.example/a.jpg\nCaption: The old wall',
      'paragraph: After.',
    ]);
    expect(
      words(
        '<p>[caption align="left" caption="The wall"]<a href="https://x.example/"><img src="https://x.example/a.jpg"></a>[/caption]</p>',
      ).join(),
    ).toContain('Caption: The wall');
  });

  it('makes a link card of an embedded address', () => {
    expect(pasted('<p>[embed]https://www.youtube.com/watch?v=abcdefghijk[/embed]</p>')).toMatchObject([
      { kind: 'embed', url: 'https://www.youtube.com/watch?v=abcdefghijk' },
    ]);
    expect(JSON.stringify(pasted('<p>[embed]javascript:alert(1)[/embed]</p>'))).not.toContain('"url"');
  });

  it('leaves out what stands for a gallery, and tells it', () => {
    const { blocks, findings } = reading('<p>Before.</p><p>[gallery ids="1,2,3"]</p>');
    expect(blocks).toEqual([p('Before.')]);
    expect(findings).toEqual([{ code: 'shortcode', count: 1, examples: ['[gallery ids="1,2,3"]'] }]);
  });

  it('keeps the brackets of a writer, and codes that are shown as code', () => {
    const plain = 'He wrote [sic], [video] and [caption]; [the mayor] agreed.';
    expect(pasted(`<p>${plain}</p>`)).toEqual([p(plain)]);
    expect(words('<p><code>[gallery ids="1"]</code></p>')).toEqual(['paragraph: [gallery ids="1"]']);
    expect(words('<p>[caption id="a"] no picture, no end</p>')).toEqual([
      'paragraph: [caption id="a"] no picture, no end',
    ]);
  });
});

it('the caption and the credit of a picture that is on the web stand in its desk note', () => {
  expect(
    words(
      '<figure><img src="https://x.example/a.jpg" alt="A wall"><figcaption>The wall. <small>Ann Roe</small></figcaption></figure><p>After.</p>',
    ),
  ).toEqual([
    'deskNote: Picture not included: “A wall”. Address: https://x.example/a.jpg\nCaption: The wall.\nCredit: Ann Roe',
    'paragraph: After.',
  ]);
});

it('the number of a note on Substack stands before its words', () => {
  expect(
    words(
      '<div class="footnote"><a class="footnote-number" href="#footnote-anchor-1">1</a><div class="footnote-content"><p>The note.</p></div></div>',
    ),
  ).toEqual(['paragraph: 1 The note.']);
});

it('a picture that could not be stored leaves its caption and credit with the note', () => {
  const picture = image('picture-1.png', { alt: 'A wall', caption: [text('The wall.')], credit: 'Ann Roe' });
  const [note] = withStoredPictures(
    [picture],
    [{ file: 'picture-1.png' }],
    () => null,
    () => 'n1',
  );
  expect(note?.kind === 'deskNote' && inlineText(note.children)).toBe(
    'Picture not included: “A wall”.\nCaption: The wall.\nCredit: Ann Roe',
  );
});
