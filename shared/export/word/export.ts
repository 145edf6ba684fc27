import type { Article } from '../../article/article';
import type { DeskSettings } from '../../article/desk-settings';
import { ok, type Result } from '../../base/result';
import { picturesOf } from '../json-ld';
import { publish } from '../publish';
import type { Omission, Refusal } from '../refusal';
import type { Pictures } from './body';
import { pictureInfo } from './picture-size';
import { word } from './word';

/*
 * Apart from formats.ts, so that a window which offers Word among its formats loads the archive writer only when
 * somebody asks for it.
 */

/** Word is no text: its file is bytes, and holds the pictures itself. */
export const wordFormat = {
  title: 'Word',
  ending: '.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export interface ExportedWord {
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
  /** Names of pictures that are named in brackets, because their bytes were not given or Word cannot show them. */
  readonly missingPictures: readonly string[];
  readonly omitted: readonly Omission[];
}

/**
 * Exports an article as a Word document, or refuses as `exportArticle` does. `pictures` holds the bytes of the files
 * of the media folder, already freed of their metadata.
 */
export function exportWord(
  article: Article,
  desk: DeskSettings,
  pictures: Pictures,
): Result<ExportedWord, readonly Refusal[]> {
  const published = publish(article, desk, { canonicalUrl: null });
  if (!published.ok) return published;
  const { article: leaving, omitted } = published.value;
  const missing = picturesOf(leaving).filter(({ file }) => {
    const bytes = pictures.get(file);
    return !bytes || !pictureInfo(bytes);
  });
  return ok({
    file: {
      name: leaving.slug + wordFormat.ending,
      mediaType: wordFormat.mediaType,
      bytes: word(leaving, pictures),
    },
    missingPictures: missing.map(({ file }) => file),
    omitted,
  });
}
