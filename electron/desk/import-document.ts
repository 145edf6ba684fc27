import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';
import { type Article, newArticle } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { fail, ok, type Result } from '../../shared/base/result';
import { type Imported, type ImportInput, importDocument } from '../../shared/import';
import { withStoredPictures } from '../../shared/import/attachments';
import type { ImportReport } from '../../shared/import/report';
import type { OpenArticle } from '../../shared/ipc/desk-entries';
import type { FileFailure, ImportFailure } from '../../shared/ipc/failures';
import { findLocalPictures } from './local-pictures';
import { type NewPicture, pictureName } from './media';
import { slugFrom } from './slug';

/** A document that is to become an article. */
export interface DocumentToImport extends ImportInput {
  /** Where the document lies: pictures beside it are taken along. null where only its bytes are known. */
  readonly path: string | null;
}

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
  add: AddArticle,
): Promise<Result<ImportedArticle, ImportFailure>> {
  const local = document.path === null ? null : findLocalPictures(document.path);
  const imported = importDocument(document, {
    desk: settings,
    ids: randomUUID,
    localPicture: (address) => local?.nameOf(address) ?? null,
    progress: () => undefined,
  });
  if (!imported.ok) return fail({ kind: 'content', refusal: imported.error });
  const { article, pictures } = articleFrom(imported.value);
  const slug = slugFrom(article.headline || basename(document.name, extname(document.name)));
  const added = await add(article, slug, [...pictures, ...(local?.found() ?? [])]);
  if (!added.ok) return fail({ kind: 'file', failure: added.error });
  return ok({ ...added.value, report: imported.value.report });
}

/** The new article with the names under which its pictures are kept. */
function articleFrom({ fields, attachments, report }: Imported): {
  readonly article: Article;
  readonly pictures: readonly NewPicture[];
} {
  const pictures: NewPicture[] = [];
  const names = new Map<string, string>();
  for (const { file, bytes } of attachments) {
    const named = pictureName(file, bytes);
    if (!named.ok) continue;
    names.set(file, named.value);
    pictures.push({ file: named.value, bytes });
  }
  const body = withStoredPictures(fields.body, attachments, (file) => names.get(file) ?? null, randomUUID);
  const begun = newArticle({
    id: randomUUID(),
    slug: 'article',
    language: fields.language,
    created: new Date().toISOString(),
  });
  // Nothing of the document is lost: what is no part of the story stands in the writer's private notes.
  const notes = report.setAside.map(({ text }) => text).join('\n\n');
  return { article: { ...begun, ...fields, body, notes }, pictures };
}
