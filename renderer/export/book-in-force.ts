import type { Article } from '../../shared/article/article';
import { fail, ok, type Result } from '../../shared/base/result';
import type { Client } from '../../shared/ipc/contract';
import type { SourceBookState } from '../../shared/ipc/desk-entries';
import { sourcesFollowing } from '../../shared/sources/follow-book';
import { bookFailure } from '../strings/failures';
import { leavingWords } from '../strings/leaving';

/** The source book of the desk; or, as a sentence, why nobody knows what it says and what to do. */
export type BookInForce = Result<Pick<SourceBookState, 'sources' | 'merges'>, string>;

/**
 * Reads the source book as it lies on the desk now. It holds the terms of the sources: where it cannot be read nothing may
 * leave, because the article's own copies may be older and looser.
 */
export async function readBookInForce(client: Client): Promise<BookInForce> {
  const answer = await client.sources.read();
  return answer.ok ? inForce(answer.value) : fail(leavingWords.termsUnknown(bookFailure(answer.error)));
}

/** What a told state of the book means for what leaves. */
export const inForce = (book: SourceBookState): BookInForce =>
  book.problem ? fail(leavingWords.termsUnknown(bookFailure(book.problem))) : ok(book);

/** The article with its sources as the book has them; the very same article where nothing differs. */
export function followingBook(article: Article, book: Pick<SourceBookState, 'sources' | 'merges'>): Article {
  const sources = sourcesFollowing(article.sources, book);
  return sources === article.sources ? article : { ...article, sources };
}
