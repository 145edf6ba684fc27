import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, newArticle } from '../../../shared/article/article';
import type { Block } from '../../../shared/article/block';
import { article, br, inlines, text, type Words } from '../../../shared/article/build';
import { invisiblePlaces, settleSpaces } from '../../../shared/article/characters';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { fragment } from '../../../shared/export/fragment';
import { page } from '../../../shared/export/page';
import { publish } from '../../../shared/export/publish';
import { runText } from '../../../shared/export/publish-inlines';
import type { PublishedArticle, PublishedList } from '../../../shared/export/published';
import { importDocument } from '../../../shared/import';
import { articles } from '../../builders/arbitrary-article';
import { reading } from './reading';

const pictureName = (address: string): string => decodeURIComponent(address.replace(/^media\//, ''));

/** What HTML cannot carry: breaks at the ends of lines, empty lines where a line is one, a cell that is all of a table. */
const carried = (html: string): string =>
  html
    .replace(/(<p>|<td>|<th scope="col">|<li>|<h\d>|<figcaption>|<\/b>)(?:<br>)+/g, '$1')
    .replace(/(?:<br>)+(?=<\/(?:p|td|th|li|h\d|figcaption)>|<[ou]l| <small>)/g, '')
    .replace(/^<p>.*<\/p>$/gm, (paragraph) => paragraph.replace(/(?:<br>){2,}/g, '</p>\n<p>'))
    .replace(/(?:<br>){2,}/g, '<br>')
    .replace(/<\/?cite>|<a href="[^"]*" rel="noopener">(?=[^<]*<\/a><\/figcaption>)/g, '');

/** Letters that are drawn as pictures elsewhere: a picture so described reads as its description. */
const emojiOnly = /^(?:\p{Emoji}|\u200d|\ufe0f)+$/u;

/** A table of one cell reads as layout, one without words as nothing, an item without words of its own as nesting: HTML of other origin needs it so. */
function isCarriable({ body }: PublishedArticle): boolean {
  const hasWords = (list: PublishedList): boolean =>
    list.items.every((item) => runText(item.children).trim() !== '' && item.lists.every(hasWords));
  return body.every((block) => {
    if (block.kind === 'list') return hasWords(block);
    // A last line behind a dash is who said it.
    if (block.kind === 'blockquote' || block.kind === 'pullQuote')
      return !/^\s*[—–―]/u.test(runText(block.paragraphs.at(-1) ?? []));
    if (block.kind === 'image') return !emojiOnly.test(block.alt.trim());
    if (block.kind === 'factBox') return block.body.every((part) => part.kind !== 'list' || hasWords(part));
    if (block.kind !== 'table') return true;
    if (!block.rows.some((row) => row.some((cell) => runText(cell).trim() !== ''))) return false;
    if (block.headerRow) return true;
    return block.rows.length > 1 || (block.rows[0]?.length ?? 0) > 1;
  });
}

function asFragment(article: Article, body: readonly Block[]): string {
  const known = { id: 'again', slug: 'again', language: article.language, created: article.created };
  const published = publish({ ...newArticle(known), body }, defaultDeskSettings, { canonicalUrl: null });
  if (!published.ok) throw new Error('what was read cannot be published');
  return carried(fragment(published.value.article, 'neutral'));
}

describe('what our export writes is read back', () => {
  it('fragment: the same fragment again', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const published = publish({ ...article, corrections: [] }, defaultDeskSettings, {
          canonicalUrl: null,
        });
        fc.pre(published.ok && isCarriable(published.value.article));
        if (!published.ok) return;
        const html = fragment(published.value.article, 'neutral');
        // Two links to one address that touch are one link to a reader.
        fc.pre(!html.includes('</a><a '));
        // Characters that show nothing are taken out of every paste.
        fc.pre(settleSpaces(html) === html && invisiblePlaces(html).size === 0);
        const { blocks } = reading(html, { purpose: 'import', localPicture: pictureName });
        expect(asFragment(article, blocks)).toBe(carried(html));
      }),
      { numRuns: 40 },
    );
  });

  it('a table without words side by side stays one, with the empty lines in its cells', () => {
    const cell = (...words: Words) => ({ children: inlines(...words) });
    const rows = [
      [cell('High water', br, br, '7.12'), cell('')],
      [cell(''), cell('Low water', br, br, '13.40')],
    ];
    const told = publish(article({}, { kind: 'table', headerRow: false, rows }), defaultDeskSettings, {
      canonicalUrl: null,
    });
    if (!told.ok) throw new Error('cannot be published');
    const html = fragment(told.value.article, 'neutral');
    const { blocks } = reading(html, { purpose: 'import', localPicture: pictureName });
    expect(blocks.map(({ kind }) => kind)).toEqual(['table']);
    expect(asFragment(article({}), blocks)).toBe(carried(html));
    // The same words where the page tells no columns: the frame of a newsletter.
    const frame = reading(html.replace(/<colgroup>.*<\/colgroup>/, ''), { purpose: 'import' });
    expect(frame.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  it('page: code keeps its indent and its rows of spaces', () => {
    const lines = [text('if low:', 'code'), br, text('    wait(6,  12)', 'code')].flat();
    const published = publish(
      article({ headline: 'Tides' }, { kind: 'paragraph', children: lines }),
      defaultDeskSettings,
      {
        canonicalUrl: null,
      },
    );
    if (!published.ok) throw new Error('cannot be published');
    const html = page(published.value.article, {
      ads: 'none',
      look: 'broadsheet',
      houseStyle: '',
      crops: [],
    });
    const { blocks } = reading(html, { purpose: 'import', localPicture: pictureName });
    expect(blocks.at(-1)).toEqual({ kind: 'paragraph', children: lines });
  });

  it('page: headline, deck, kicker, bylines and dateline too, no masthead in them, and the same body', () => {
    let compared = 0;
    fc.assert(
      fc.property(articles, (article) => {
        const published = publish(article, defaultDeskSettings, { canonicalUrl: null });
        fc.pre(published.ok);
        if (!published.ok) return;
        const html = page(published.value.article, {
          ads: 'neutral',
          look: 'broadsheet',
          houseStyle: '',
          crops: [],
        });
        let count = 0;
        const imported = importDocument(
          { name: 'page.html', bytes: new TextEncoder().encode(html), from: 'auto' },
          {
            desk: defaultDeskSettings,
            ids: () => {
              count += 1;
              return `id-${count}`;
            },
            localPicture: pictureName,
            progress: () => undefined,
          },
        );
        if (!imported.ok) throw new Error(imported.error.code);
        const { fields } = imported.value;
        const { headline, deck, kicker, dateline, language } = published.value.article;
        expect(fields).toMatchObject({ headline, deck, kicker, dateline, language });
        expect(fields.bylines.map(({ name }) => name)).toEqual(article.bylines.map(({ name }) => name));
        expect(fields.corrections).toHaveLength(published.value.article.corrections.length);
        // The same body, with the lead image as its first picture.
        const { leadImage, body } = published.value.article;
        const whole: PublishedArticle = {
          ...published.value.article,
          corrections: [],
          body: leadImage ? [{ kind: 'image', ...leadImage }, ...body] : body,
        };
        const written = fragment(whole, 'neutral');
        // Lines and tables that look like the frame of a site are set aside and told, as of any page.
        const { name, tagline } = defaultDeskSettings.masthead;
        if (imported.value.report.setAside.some(({ text }) => text !== name && text !== tagline)) return;
        if (!isCarriable(whole) || written.includes('</a><a ')) return;
        if (settleSpaces(written) !== written || invisiblePlaces(written).size > 0) return;
        compared += 1;
        expect(asFragment(article, fields.body)).toBe(carried(written));
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(5);
  });
});
