import type { AdTarget, LookName } from '../article/desk-settings';
import { pictureHtml, storyHtml } from './html-body';
import { absoluteMedia, attributes, escapeText } from './html-text';
import { newsArticle, scriptJson } from './json-ld';
import { dayInWords, inZoneOf, namesInRow, type Wording, wordingIn } from './language';
import { lookCss } from './looks';
import type { Crop } from './pictures/crops';
import type { PublishedArticle } from './published';

/** How a page is printed. `houseStyle` is a stylesheet that `safeHouseStyle` has passed; '' for none. */
export interface PageOptions {
  readonly ads: AdTarget;
  readonly look: LookName;
  readonly houseStyle: string;
  /** Cuts of the lead image that stand beside the page. */
  readonly crops: readonly Crop[];
}

/**
 * The article as a page that stands alone: masthead, headline, deck, byline, dateline, lead image, body, corrections;
 * style inside, no script, no request to anywhere; JSON-LD and Open Graph for machines.
 */
export function page(article: PublishedArticle, options: PageOptions): string {
  const wording = wordingIn(article.language);
  return `${[
    '<!DOCTYPE html>',
    `<html${attributes({ lang: article.language, dir: article.direction === 'rtl' && 'rtl' })}>`,
    '<head>',
    ...headHtml(article, options, wording),
    '</head>',
    '<body>',
    ...mastheadHtml(article),
    '<main>',
    '<article>',
    ...articleHeadHtml(article, wording),
    ...(article.leadImage ? [pictureHtml(article.leadImage)] : []),
    storyHtml(article, options.ads),
    '</article>',
    '</main>',
    '</body>',
    '</html>',
  ]
    .filter((part) => part !== '')
    .join('\n')}\n`;
}

function headHtml(article: PublishedArticle, options: PageOptions, wording: Wording): readonly string[] {
  const { headline, publication, canonicalUrl } = article;
  const title = [headline, publication.name].filter((part) => part.trim() !== '').join(' – ');
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title || wording.untitled)}</title>`,
    ...metaHtml(article),
    ...(canonicalUrl === null ? [] : [`<link${attributes({ rel: 'canonical', href: canonicalUrl })}>`]),
    `<script type="application/ld+json">${scriptJson(newsArticle(article, options.crops))}</script>`,
    `<style>\n${lookCss(options.look)}\n</style>`,
    ...(options.houseStyle === '' ? [] : [`<style>\n${options.houseStyle}\n</style>`]),
  ];
}

/** Description and Open Graph (ogp.me: title, type and, for articles, times, section and tags). */
function metaHtml(article: PublishedArticle): readonly string[] {
  const named: readonly (readonly [string, string])[] = [
    ['description', article.deck],
    ['author', namesInRow(article.authors, article.language)],
  ];
  const graph: readonly (readonly [string, string])[] = [
    ['og:type', 'article'],
    ['og:title', article.headline],
    ['og:description', article.deck],
    ['og:url', article.canonicalUrl ?? ''],
    ['og:site_name', article.publication.name],
    ['og:locale', article.language.replaceAll('-', '_')],
    ['og:image', article.leadImage ? absoluteMedia(article.leadImage.file, article.canonicalUrl) : ''],
    ['og:image:alt', article.leadImage?.alt ?? ''],
    ['article:published_time', article.published ?? ''],
    ['article:modified_time', article.modified],
    ['article:section', article.section],
    ...article.subjects.map(({ name }) => ['article:tag', name] as const),
  ];
  const isHeld = ([, content]: readonly [string, string]): boolean => content.trim() !== '';
  return [
    ...named.filter(isHeld).map(([name, content]) => `<meta${attributes({ name, content })}>`),
    ...graph.filter(isHeld).map(([property, content]) => `<meta${attributes({ property, content })}>`),
  ];
}

function mastheadHtml({ publication: { name, tagline } }: PublishedArticle): readonly string[] {
  const lines = [...line('publication', name), ...line('tagline', tagline)];
  return lines.length === 0 ? [] : ['<header class="masthead">', ...lines, '</header>'];
}

function articleHeadHtml(article: PublishedArticle, wording: Wording): readonly string[] {
  const { authors, language, headline } = article;
  const names = authors.length === 0 ? '' : `${wording.by} ${namesInRow(authors, language)}`;
  const lines = [
    ...line('kicker', article.kicker),
    ...(headline.trim() === '' ? [] : [`<h1>${escapeText(headline)}</h1>`]),
    ...line('deck', article.deck),
    ...line('byline', names),
    ...datelineHtml(article, wording),
  ];
  return lines.length === 0 ? [] : ['<header>', ...lines, '</header>'];
}

/**
 * Place and day: "WICK, 28 February 2026", and the day of the last change if it is a later one where the article was
 * published.
 */
function datelineHtml(
  { dateline, published, modified, language }: PublishedArticle,
  wording: Wording,
): readonly string[] {
  const parts = [escapeText(dateline.trim() === '' ? '' : dateline)];
  const time = (moment: string): string =>
    `<time${attributes({ datetime: moment })}>${escapeText(dayInWords(moment, language))}</time>`;
  if (published !== null) {
    parts.push(time(published));
    const changed = inZoneOf(modified, published);
    if (changed.slice(0, 10) > published.slice(0, 10)) parts.push(`${wording.updated} ${time(changed)}`);
  }
  const words = parts.filter((part) => part !== '').join(' · ');
  return words === '' ? [] : [`<p class="dateline">${words}</p>`];
}

const line = (name: string, text: string): readonly string[] =>
  text.trim() === '' ? [] : [`<p class="${name}">${escapeText(text)}</p>`];
