import { type Source, sourceCodec } from '../article/source';
import type { SourceBook } from './book';
import { aliasesOf } from './book-changes';
import { moreBinding } from './terms';

/**
 * An article's copies of its sources as the book has them now; the very same list where nothing differs. A copy that
 * the book does not know stays. Terms only ever tighten: words that were given on background do not become quotable
 * by name in an old story because the source agreed to be named in a new one.
 */
export function sourcesFollowing(
  copies: readonly Source[],
  book: Pick<SourceBook, 'sources' | 'merges'>,
): readonly Source[] {
  const byId = new Map(book.sources.map((source) => [source.id, source]));
  const aliases = aliasesOf(book);
  let differs = false;
  const following = copies.map((copy) => {
    const entry = byId.get(aliases.get(copy.id) ?? copy.id);
    if (!entry) return copy;
    const next: Source = { ...entry, id: copy.id, terms: moreBinding(copy.terms, entry.terms) };
    if (sameSource(copy, next)) return copy;
    differs = true;
    return next;
  });
  return differs ? following : copies;
}

const sameSource = (one: Source, other: Source): boolean =>
  JSON.stringify(sourceCodec.encode(one)) === JSON.stringify(sourceCodec.encode(other));
