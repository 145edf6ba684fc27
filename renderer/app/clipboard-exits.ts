import type { Article } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { fail, ok, type Result } from '../../shared/base/result';
import { fragment } from '../../shared/export/fragment';
import { plainBody } from '../../shared/export/plain-text';
import { publish } from '../../shared/export/publish';
import type { ToldBook } from '../sources/book';
import { bookFailure } from '../strings/failures';
import { leavingWords } from '../strings/leaving';

/**
 * A part of an article as HTML and as text for other programs; or, as a sentence, why it stays here: by the terms of its
 * sources, or because the book that holds them cannot be used. @public: loaded late.
 */
export function leavingForms(
  part: Article,
  desk: DeskSettings,
  book: ToldBook,
): Result<{ readonly html: string; readonly text: string }, string> {
  if (part.body.every(({ kind }) => kind === 'deskNote')) return fail(leavingWords.clipboard.insideOnly);
  const problem = part.sources.length === 0 ? null : termsProblem(book);
  if (problem !== null) return fail(leavingWords.clipboard.termsUnknown(problem));
  const published = publish(part, desk, { canonicalUrl: null });
  if (!published.ok) return fail(leavingWords.clipboard.insideOnly);
  const { article } = published.value;
  return ok({ html: fragment(article, 'none'), text: plainBody(article) });
}

/** Why the terms of sources are not known, in a sentence; null where they are. */
function termsProblem({ isRead, problem }: ToldBook): string | null {
  if (problem) return bookFailure(problem);
  return isRead ? null : leavingWords.clipboard.bookNotReadYet;
}
