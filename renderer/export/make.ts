import type { Article } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { fail, ok, type Result } from '../../shared/base/result';
import { blocksExport, checkArticle } from '../../shared/checks';
import { exportArticle, formats } from '../../shared/export/formats';
import type { Departure } from '../../shared/export/manifest';
import { describeRefusal, type Omission } from '../../shared/export/refusal';
import type { exportWord } from '../../shared/export/word/export';
import { asWritten, type Written } from './departure';
import { type PictureFailure, picturesBeside } from './pictures';
import type { Handover } from './ways';

/** What one article is to become. */
export interface Order extends Handover {
  readonly article: Article;
  readonly desk: DeskSettings;
  /** The text of the house's own stylesheet, or null. */
  readonly houseStyle: string | null;
  /** The moment of the export, in milliseconds since 1970: an embargo may lie after it. */
  readonly now: number;
}

/** What is ready to be written. For a PDF the one file is the page that it is laid out from. */
export interface Made {
  readonly files: readonly Written[];
  readonly omitted: readonly Omission[];
  readonly audience: Departure['audience'];
}

/** Why an article stays at the desk. */
export type NotMade =
  /** By the terms of its sources, or by a check that blocks; `reasons` are sentences, each with what to do. */
  { readonly code: 'refused'; readonly reasons: readonly string[] } | PictureFailure;

/**
 * Makes the files of one article: the gate of terms and checks, the document, its pictures. Works in the window and in a
 * worker; Word's writer is handed over, so that a window loads it only when it is asked for.
 */
export async function makeExport(
  order: Order,
  wordWriter: () => Promise<typeof exportWord>,
): Promise<Result<Made, NotMade>> {
  const { article, desk, way, ads, look, houseStyle, now } = order;
  const format = way === 'word' || way === 'pdf' ? 'page' : way;
  const { audience } = formats[format];
  const exported = exportArticle(article, desk, format, {
    ads: way === 'word' ? 'none' : ads,
    look,
    houseStyle,
    canonicalUrl: null,
    crops: way === 'page',
  });
  if (!exported.ok) {
    return fail({ code: 'refused', reasons: [...new Set(exported.error.map(describeRefusal))] });
  }
  const blocking = audience === 'readers' ? blockingReasons(article, desk, now) : [];
  if (blocking.length > 0) return fail({ code: 'refused', reasons: blocking });
  const { files, media, crops, omitted } = exported.value;
  // The pages of a PDF are laid out by the main process, which finds the pictures itself.
  const pictures = await picturesBeside(article.slug, media, crops);
  if (!pictures.ok) return pictures;
  if (way === 'pdf') return ok({ files: files.map(asWritten), omitted, audience });
  if (way !== 'word') return ok({ files: [...files.map(asWritten), ...pictures.value], omitted, audience });
  const write = await wordWriter();
  const bytes = new Map(
    pictures.value.map(({ name, content }) => [name.replace('media/', ''), content as Uint8Array]),
  );
  const made = write(article, desk, bytes);
  if (!made.ok) throw new Error('Word refused what the page let through');
  const { name, mediaType, bytes: content } = made.value.file;
  return ok({ files: [{ name, mediaType, content }], omitted: made.value.omitted, audience });
}

/** What needs a dictionary is left to the Checks region: it never blocks an export. */
function blockingReasons(article: Article, desk: DeskSettings, now: number): readonly string[] {
  const findings = checkArticle(
    article,
    { language: article.language, desk, wordList: null },
    { now, openSuggestions: 0 },
  ).filter(({ ignored }) => ignored === null);
  if (!blocksExport(findings)) return [];
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ reason }) => reason))];
}
