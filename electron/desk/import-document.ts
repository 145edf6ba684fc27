import { basename, extname } from 'node:path';
import type { Article } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { fail, ok, type Result } from '../../shared/base/result';
import type { ImportReport } from '../../shared/import/report';
import type { OpenArticle } from '../../shared/ipc/desk-entries';
import type { FileFailure, ImportFailure } from '../../shared/ipc/failures';
import type { NewPicture } from './media';
import type { DocumentToImport, ReadDocument } from './read-document';
import { articleSlug } from './slug';

/** The new article as it stands on the desk, and what the import left out and set apart. */
export interface ImportedArticle extends OpenArticle {
  readonly report: ImportReport;
}

/** Puts a new article with its pictures onto the desk, in a folder named after `slug`. */
export type AddArticle = (
  article: Article,
  slug: string,
  pictures: readonly NewPicture[],
) => Promise<Result<OpenArticle, FileFailure>>;

/** Makes an article of one document. The window and the command line both import by this and nothing else. */
export async function importIntoDesk(
  document: DocumentToImport,
  settings: DeskSettings,
  read: ReadDocument,
  add: AddArticle,
): Promise<Result<ImportedArticle, ImportFailure>> {
  const found = await read(document, settings);
  if (!found.ok) return fail({ kind: 'content', refusal: found.error });
  const { article, pictures, report } = found.value;
  const slug = articleSlug(
    article.headline || basename(document.name, extname(document.name)),
    article.created,
  );
  const added = await add(article, slug, pictures);
  if (!added.ok) return fail({ kind: 'file', failure: added.error });
  return ok({ ...added.value, report });
}
