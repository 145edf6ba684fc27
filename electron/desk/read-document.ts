import { randomUUID } from 'node:crypto';
import { type Article, newArticle } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { ok, type Result } from '../../shared/base/result';
import { type Imported, type ImportInput, importDocument } from '../../shared/import';
import { withStoredPictures } from '../../shared/import/attachments';
import type { ImportRefusal } from '../../shared/import/import-refusal';
import type { ImportReport } from '../../shared/import/report';
import { findLocalPictures } from './local-pictures';
import { type NewPicture, pictureName } from './media';

/** A document that is to become an article. */
export interface DocumentToImport extends ImportInput {
  /** Where the document lies: pictures beside it are taken along. null where only its bytes are known. */
  readonly path: string | null;
}

/** What a document says, as an article that stands nowhere yet. */
export interface DocumentRead {
  readonly article: Article;
  readonly pictures: readonly NewPicture[];
  /** What was left out and set apart. */
  readonly report: ImportReport;
}

/** Reads a document, on this thread or on another one. */
export type ReadDocument = (
  document: DocumentToImport,
  settings: DeskSettings,
) => Promise<Result<DocumentRead, ImportRefusal>>;

/** Reads a document by the settings of the desk it is for. It takes seconds for a book, and holds up its thread. */
export function readDocument(
  document: DocumentToImport,
  settings: DeskSettings,
): Result<DocumentRead, ImportRefusal> {
  const local = document.path === null ? null : findLocalPictures(document.path);
  const imported = importDocument(document, {
    desk: settings,
    ids: randomUUID,
    localPicture: (address) => local?.nameOf(address) ?? null,
    progress: () => undefined,
  });
  if (!imported.ok) return imported;
  const { article, pictures } = articleFrom(imported.value);
  return ok({ article, pictures: [...pictures, ...(local?.found() ?? [])], report: imported.value.report });
}

/** Reads a document on this thread. */
export const readHere: ReadDocument = async (document, settings) => readDocument(document, settings);

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
