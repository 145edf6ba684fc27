import type { Article } from '../article/article';
import type { AdTarget, DeskSettings, FormatName, LookName } from '../article/desk-settings';
import { ok, type Result } from '../base/result';
import { fragment } from './fragment';
import { safeHouseStyle } from './house-style';
import { publishedJson } from './json';
import { picturesOf } from './json-ld';
import { markdown } from './markdown';
import { ninjs } from './ninjs';
import { page } from './page';
import { type Crop, cropsOf } from './pictures/crops';
import { plainText } from './plain-text';
import { publish } from './publish';
import type { PublishedArticle } from './published';
import type { Omission, Refusal } from './refusal';
import { sourceSheet } from './source-sheet';
import { sourceSheetEnding } from './source-sheet-name';

/** Everything an export depends on beside the article and the desk. */
export interface ExportOptions {
  readonly ads: AdTarget;
  readonly look: LookName;
  /** The text of the desk's own stylesheet, or null. */
  readonly houseStyle: string | null;
  /** The address under which the page will stand; null: the desk's base and the slug. */
  readonly canonicalUrl: string | null;
  /** Whether the caller can cut pictures: the page then names the lead image in the ratios that search engines ask for. */
  readonly crops: boolean;
}

/** One file format: what the window offers, the command line accepts and the tests walk through. */
export type Format = {
  /** As shown in the export dialog. */
  readonly title: string;
  /** Appended to the slug: ".html". */
  readonly ending: string;
  readonly mediaType: string;
} & (
  | {
      /** May leave the desk: made from what the terms allow. */
      readonly audience: 'readers';
      /** Whether the file shows pictures, which then lie in `media/` beside it. */
      readonly pictures: boolean;
      readonly serialise: (article: PublishedArticle, options: ExportOptions) => string;
    }
  | {
      /** Stays at the desk: names sources and evidence. */
      readonly audience: 'desk';
      readonly serialise: (article: Article) => string;
    }
);

export const formats = {
  page: {
    title: 'HTML page',
    ending: '.html',
    mediaType: 'text/html',
    audience: 'readers',
    pictures: true,
    serialise: (article, { ads, look, houseStyle, crops }) =>
      page(article, {
        ads,
        look,
        houseStyle: safeHouseStyle(houseStyle ?? '').css,
        crops: crops ? leadCrops(article) : [],
      }),
  },
  fragment: {
    title: 'HTML for a CMS (body only)',
    ending: '.fragment.html',
    mediaType: 'text/html',
    audience: 'readers',
    pictures: true,
    serialise: (article, { ads }) => fragment(article, ads),
  },
  ninjs: {
    title: 'ninjs 3.1 (news feed)',
    ending: '.ninjs.json',
    mediaType: 'application/json',
    audience: 'readers',
    pictures: true,
    serialise: ninjs,
  },
  markdown: {
    title: 'Markdown',
    ending: '.md',
    mediaType: 'text/markdown',
    audience: 'readers',
    pictures: true,
    serialise: markdown,
  },
  text: {
    title: 'Plain text',
    ending: '.txt',
    mediaType: 'text/plain',
    audience: 'readers',
    pictures: false,
    serialise: plainText,
  },
  json: {
    title: 'JSON',
    ending: '.published.json',
    mediaType: 'application/json',
    audience: 'readers',
    pictures: true,
    serialise: publishedJson,
  },
  'source-sheet': {
    title: 'Source sheet (not for publication)',
    ending: sourceSheetEnding,
    mediaType: 'text/html',
    audience: 'desk',
    serialise: sourceSheet,
  },
} as const satisfies Readonly<Record<FormatName, Format>>;

/** The cuts of the lead image that stand beside a page. */
const leadCrops = (article: PublishedArticle): readonly Crop[] =>
  cropsOf(
    article.leadImage,
    picturesOf(article).map(({ file }) => file),
  );

export interface ExportedFile {
  /** A plain file name. */
  readonly name: string;
  readonly mediaType: string;
  /** To be written as UTF-8. */
  readonly text: string;
}

export interface Exported {
  readonly files: readonly ExportedFile[];
  /** Names of files in the article's media folder that belong into `media/` beside the export. */
  readonly media: readonly string[];
  /** Cuts of the lead image that belong there as well; only the page names them. */
  readonly crops: readonly Crop[];
  /** What was rightly left out and the writer is told about. */
  readonly omitted: readonly Omission[];
  /** Parts of the house stylesheet that were ignored, see `safeHouseStyle`. */
  readonly removedStyle: readonly string[];
}

/**
 * Exports an article to one format, or refuses (`publish` says why; the source sheet never does). Pure: the caller
 * writes the files and copies the pictures. The same input gives the same bytes.
 */
export function exportArticle(
  article: Article,
  desk: DeskSettings,
  name: FormatName,
  options: ExportOptions,
): Result<Exported, readonly Refusal[]> {
  const format: Format = formats[name];
  const file = (text: string): ExportedFile => ({
    name: article.slug + format.ending,
    mediaType: format.mediaType,
    text,
  });
  if (format.audience === 'desk') {
    return ok({
      files: [file(format.serialise(article))],
      media: [],
      crops: [],
      omitted: [],
      removedStyle: [],
    });
  }
  const published = publish(article, desk, options);
  if (!published.ok) return published;
  const { article: leaving, omitted } = published.value;
  return ok({
    files: [file(format.serialise(leaving, options))],
    media: format.pictures ? picturesOf(leaving).map(({ file: picture }) => picture) : [],
    crops: name === 'page' && options.crops ? leadCrops(leaving) : [],
    omitted,
    removedStyle: name === 'page' ? safeHouseStyle(options.houseStyle ?? '').removed : [],
  });
}
