import type { Source } from '../article/source';
import type { SourceBook } from './book';
import { aliasesOf } from './book-changes';
import { tokensOf } from './name-tokens';

/** Who can be chosen for a quotation: the article's sources in order, then those of the book it does not have yet. */
export function offeredSources(
  article: readonly Source[],
  book: Pick<SourceBook, 'sources' | 'merges'>,
): readonly Source[] {
  const aliases = aliasesOf(book);
  const present = new Set(article.flatMap(({ id }) => [id, aliases.get(id) ?? id]));
  return [...article, ...book.sources.filter(({ id, deleted }) => !deleted && !present.has(id))];
}

/** Those of `sources` that `name` may mean: "Kerry" and "J. Kerry" may be John Kerry. */
export function sourcesOfSurname(sources: readonly Source[], name: string): readonly Source[] {
  const surname = tokensOf(name).at(-1);
  if (surname === undefined) return [];
  return sources.filter((source) => !source.deleted && tokensOf(source.name).at(-1) === surname);
}
