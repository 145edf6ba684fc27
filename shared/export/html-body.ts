import type { AdTarget } from '../article/desk-settings';
import { assertNever } from '../base/assert-never';
import { adBreakHtml } from './ad-html';
import { runHtml } from './html-inlines';
import { attributes, escapeText, mediaAddress } from './html-text';
import { dayInWords, wordingIn } from './language';
import { runText } from './publish-inlines';
import type {
  PublishedAdBreak,
  PublishedArticle,
  PublishedAttribution,
  PublishedBlock,
  PublishedBlockquote,
  PublishedCorrection,
  PublishedEmbed,
  PublishedFactBox,
  PublishedList,
  PublishedPicture,
  PublishedPullQuote,
  PublishedRun,
  PublishedTable,
} from './published';

/** What the HTML of a block depends on beside the block. */
interface Surroundings {
  readonly language: string;
  readonly ads: AdTarget;
  /** Level of the last heading before the block; 1 is the headline. */
  readonly level: number;
  /** A name for a landmark that no other landmark of the page has. */
  landmark(name: string): string;
}

/**
 * The body of an article as HTML: one element after the other, a line each, no style, no script. The page and the
 * fragment both print this, so that there is one place that turns a block into HTML.
 *
 * `data-kind` tells apart what HTML has one element for: a pull quote from a block quote, a fact box from an
 * advertisement. Pictures lie in `media/` beside the file.
 */
function bodyHtml(article: PublishedArticle, ads: AdTarget): string {
  let level = 1;
  const landmark = landmarkNames(article, ads);
  return article.body
    .map((block) => {
      const html = blockHtml(block, { language: article.language, ads, level, landmark });
      if (block.kind === 'heading') level = block.level;
      return html;
    })
    .filter((html) => html !== '')
    .join('\n');
}

/** Body and corrections of the whole article, in the order that the desk has chosen. */
export function storyHtml(article: PublishedArticle, ads: AdTarget): string {
  const parts = [bodyHtml(article, ads), correctionsHtml(article)];
  const inOrder = article.correctionsAt === 'top' ? parts.reverse() : parts;
  return inOrder.filter((part) => part !== '').join('\n');
}

/** The corrections of the whole article as a section, or '' if there are none. */
function correctionsHtml({ corrections, language }: PublishedArticle): string {
  if (corrections.length === 0) return '';
  const label = attributes({ 'aria-label': wordingIn(language).corrections, 'data-kind': 'corrections' });
  const entries = corrections.map((correction) => correctionHtml(correction, language));
  return [`<section${label}>`, ...entries, '</section>'].join('\n');
}

/** Landmarks of one name get numbers: "Advertisement 1", "Advertisement 2" (ARIA: unique landmark names). */
function landmarkNames(article: PublishedArticle, ads: AdTarget): (name: string) => string {
  const { language } = article;
  const names = article.body.flatMap((block) => {
    if (block.kind === 'adBreak' && ads !== 'none') return [adName(block, language)];
    return block.kind === 'factBox' ? [boxName(block, language)] : [];
  });
  if (article.corrections.length > 0) names.push(wordingIn(language).corrections);
  const taken = new Set(names);
  return (name) => {
    if (names.filter((other) => other === name).length === 1) return name;
    let number = 1;
    while (taken.has(`${name} ${number}`)) number += 1;
    taken.add(`${name} ${number}`);
    return `${name} ${number}`;
  };
}

const adName = ({ label }: PublishedAdBreak, language: string): string =>
  label.trim() || wordingIn(language).advertisement;

const boxName = ({ title }: PublishedFactBox, language: string): string =>
  title.trim() || wordingIn(language).factBox;

function blockHtml(block: PublishedBlock, around: Surroundings): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${runHtml(block.children)}</p>`;
    case 'heading':
      return `<h${block.level}>${runHtml(block.children)}</h${block.level}>`;
    case 'list':
      return listHtml(block);
    case 'blockquote':
    case 'pullQuote':
      return quoteHtml(block);
    case 'image':
      return pictureHtml(block);
    case 'adBreak':
      return adBreakHtml(block, {
        target: around.ads,
        name: around.ads === 'none' ? '' : around.landmark(adName(block, around.language)),
      });
    case 'factBox':
      return factBoxHtml(block, around);
    case 'embed':
      return embedHtml(block);
    case 'table':
      return tableHtml(block);
    case 'divider':
      return '<hr>';
    case 'correction':
      return correctionHtml(block, around.language);
    default:
      return assertNever(block);
  }
}

function listHtml(list: PublishedList): string {
  const tag = list.ordered ? 'ol' : 'ul';
  const start = attributes({ start: list.ordered && list.start !== 1 && list.start });
  const items = list.items.map(({ children, lists }) => {
    const words = runHtml(children);
    return lists.length === 0 ? `<li>${words}</li>` : `<li>${words}${lists.map(listHtml).join('\n')}</li>`;
  });
  return [`<${tag}${start}>`, ...items, `</${tag}>`].join('\n');
}

const paragraphsHtml = (paragraphs: readonly PublishedRun[]): readonly string[] =>
  paragraphs.map((run) => `<p>${runHtml(run)}</p>`);

/** HTML standard, "blockquote": the attribution stands outside, in the caption of a figure. */
function quoteHtml(block: PublishedBlockquote | PublishedPullQuote): string {
  const { attribution, paragraphs } = block;
  const quote = [
    `<blockquote${attributes({ cite: attribution?.url ?? null })}>`,
    ...paragraphsHtml(paragraphs),
    '</blockquote>',
  ].join('\n');
  const isPull = block.kind === 'pullQuote';
  if (!isPull && !attribution) return quote;
  return [
    `<figure${attributes({ 'data-kind': isPull && 'pull-quote' })}>`,
    quote,
    ...(attribution ? [`<figcaption>${attributionHtml(attribution)}</figcaption>`] : []),
    '</figure>',
  ].join('\n');
}

/** HTML standard, "cite": the title of a work, never the name of a person. */
function attributionHtml({ kind, name, url }: PublishedAttribution): string {
  const words = escapeText(name);
  if (kind !== 'document') return words;
  return `<cite>${url === null ? words : `<a${attributes({ href: url, rel: 'noopener' })}>${words}</a>`}</cite>`;
}

/** A picture with its caption; also the lead image of the page. */
export function pictureHtml(picture: PublishedPicture): string {
  const { file, alt, width, height } = picture;
  const image = `<img${attributes({
    src: mediaAddress(file),
    alt,
    width: width > 0 && width,
    height: height > 0 && height,
  })}>`;
  const caption = [
    runText(picture.caption).trim() === '' ? '' : runHtml(picture.caption),
    picture.credit.trim() === '' ? '' : `<small>${escapeText(picture.credit)}</small>`,
  ].filter((part) => part !== '');
  return [
    '<figure>',
    image,
    ...(caption.length > 0 ? [`<figcaption>${caption.join(' ')}</figcaption>`] : []),
    '</figure>',
  ].join('\n');
}

function factBoxHtml(box: PublishedFactBox, around: Surroundings): string {
  const { title, body } = box;
  const titled = title.trim() !== '';
  const level = Math.min(around.level + 1, 6);
  return [
    `<aside${attributes({ 'data-kind': 'fact-box', 'aria-label': around.landmark(boxName(box, around.language)) })}>`,
    ...(titled ? [`<h${level}>${escapeText(title)}</h${level}>`] : []),
    ...body.map((part) => (part.kind === 'list' ? listHtml(part) : `<p>${runHtml(part.children)}</p>`)),
    '</aside>',
  ].join('\n');
}

/** A link card: the page elsewhere is named and linked, never framed. */
function embedHtml({ url, title, description, provider }: PublishedEmbed): string {
  const words = title.trim() === '' ? url : title;
  return [
    '<figure data-kind="embed">',
    `<p><a${attributes({ href: url, rel: 'noopener' })}>${escapeText(words)}</a></p>`,
    ...(description.trim() === '' ? [] : [`<p>${escapeText(description)}</p>`]),
    ...(provider.trim() === '' ? [] : [`<figcaption>${escapeText(provider)}</figcaption>`]),
    '</figure>',
  ].join('\n');
}

/**
 * Columns are told where no row has words side by side: browsers, screen readers and importers would take such a table for
 * a way to arrange a page.
 */
function columns(rows: PublishedTable['rows']): readonly string[] {
  const isSideBySide = rows.some((row) => row.filter((cell) => runText(cell).trim() !== '').length > 1);
  return isSideBySide ? [] : [`<colgroup>${(rows[0] ?? []).map(() => '<col>').join('')}</colgroup>`];
}

function tableHtml({ headerRow, rows }: PublishedTable): string {
  const row = (cells: readonly PublishedRun[], open: string, close: string) =>
    `<tr>${cells.map((cell) => `<${open}>${runHtml(cell)}</${close}>`).join('')}</tr>`;
  const [first, ...others] = rows;
  const head = headerRow && first ? ['<thead>', row(first, 'th scope="col"', 'th'), '</thead>'] : [];
  const body = headerRow ? others : rows;
  return [
    '<table>',
    ...(headerRow ? [] : columns(rows)),
    ...head,
    ...(body.length > 0 ? ['<tbody>', ...body.map((cells) => row(cells, 'td', 'td')), '</tbody>'] : []),
    '</table>',
  ].join('\n');
}

function correctionHtml({ type, date, children }: PublishedCorrection, language: string): string {
  const label = wordingIn(language)[type];
  const day = `<time${attributes({ datetime: date })}>${escapeText(dayInWords(date, language))}</time>`;
  return `<p data-kind="${type}"><b>${label}, ${day}: </b>${runHtml(children)}</p>`;
}
