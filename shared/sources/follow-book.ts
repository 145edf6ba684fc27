import { type Source, sourceCodec } from '../article/source';
import { sameValue } from '../base/same-value';
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
    const terms = moreBinding(copy.terms, entry.terms);
    const next: Source = { ...entry, id: copy.id, terms, otherNames: otherNames(entry, book, aliases) };
    if (sameSource(copy, next)) return copy;
    differs = true;
    return next;
  });
  return differs ? following : copies;
}

/**
 * The names of the entries that were made one with `entry`, where they are not its own. An article that was written before
 * the merge may hold them, and they give an unnamed source away as its own name does.
 */
function otherNames(
  entry: Source,
  { merges }: Pick<SourceBook, 'merges'>,
  aliases: ReadonlyMap<string, string>,
): readonly string[] {
  const merged = merges.filter(({ from }) => aliases.get(from.id) === entry.id).map(({ from }) => from);
  const names = merged.flatMap(({ kind, name, title, otherNames: others }) =>
    kind === 'document' ? [name, title, ...others] : [name, ...others],
  );
  return [...new Set([...entry.otherNames, ...names])].filter(
    (name) => name.trim() !== '' && name !== entry.name && name !== entry.title,
  );
}

/** As a file would have them. Most are the very same, and of hundreds that is quickly seen. */
const sameSource = (one: Source, other: Source): boolean =>
  sameValue(one, other) ||
  JSON.stringify(sourceCodec.encode(one)) === JSON.stringify(sourceCodec.encode(other));
