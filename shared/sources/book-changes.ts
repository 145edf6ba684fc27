import type { Source } from '../article/source';
import { fail, ok, type Result } from '../base/result';
import type { SourceBook } from './book';
import { moreBinding } from './terms';

/** A source that the book does not hold. */
export interface UnknownSource {
  readonly code: 'unknown-source';
}

const unknownSource = fail<UnknownSource>({ code: 'unknown-source' });

/**
 * The book with `source` in it. `before` is what the writer began with, null for a new source: only fields that the
 * writer changed are written over what stands in the book now, so that a change from outside to the others stays.
 */
export function withSource(book: SourceBook, source: Source, before: Source | null): SourceBook {
  const present = book.sources.find(({ id }) => id === source.id);
  if (!present) return { ...book, sources: [...book.sources, source] };
  const changed = before === null ? source : overlaid(present, before, source);
  return { ...book, sources: book.sources.map((other) => (other === present ? changed : other)) };
}

/** `present` with the fields in which `after` differs from `before`. */
export function overlaid(present: Source, before: Source, after: Source): Source {
  const fields = Object.entries(after).filter(
    ([name, value]) => !isSameValue(before[name as keyof Source], value),
  );
  // The fields are those of a source; each keeps its name and type.
  return { ...present, ...(Object.fromEntries(fields) as Partial<Source>), id: present.id };
}

/** Lists come through the processes as others that hold the same. */
const isSameValue = (one: unknown, other: unknown): boolean =>
  one === other || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(other));

/**
 * The book without the source `id`. While articles use it, a tombstone stays: its name and what its quotations need,
 * without contact and notes.
 */
export function withoutSource(
  book: SourceBook,
  id: string,
  isUsed: boolean,
): Result<SourceBook, UnknownSource> {
  const present = book.sources.find((source) => source.id === id);
  if (!present) return unknownSource;
  const others = book.sources.filter((source) => source !== present);
  if (!isUsed) return ok({ ...book, sources: others });
  const tombstone: Source = { ...present, contact: '', notes: '', deleted: true };
  return ok({ ...book, sources: book.sources.map((other) => (other === present ? tombstone : other)) });
}

/** The book with those of `sources` that it does not know yet; the very same book where it knows all. */
export function adopting(book: SourceBook, sources: readonly Source[]): SourceBook {
  const known = knownIds(book);
  const unknown = sources.filter(({ id }) => !known.has(id));
  return unknown.length === 0 ? book : { ...book, sources: [...book.sources, ...unknown] };
}

/** The ids that mean something to the book: its sources and those that were merged into them. */
export const knownIds = (book: Pick<SourceBook, 'sources' | 'merges'>): ReadonlySet<string> =>
  new Set([...book.sources.map(({ id }) => id), ...book.merges.map(({ from }) => from.id)]);

/** One source out of two entries: gaps of `into` are filled from `from`; the more binding terms hold. */
export function mergeSources(into: Source, from: Source): Source {
  const filled = (one: string, other: string) => (one.trim() === '' ? other : one);
  const both = (one: string, other: string, between: string) =>
    one.includes(other) || other.trim() === '' ? one : one.trim() === '' ? other : `${one}${between}${other}`;
  const copy = into.file === '' ? from : into;
  return {
    ...into,
    role: filled(into.role, from.role),
    pronouns: filled(into.pronouns, from.pronouns),
    organisation: filled(into.organisation, from.organisation),
    publishedAs: filled(into.publishedAs, from.publishedAs),
    reasonUnnamed: filled(into.reasonUnnamed, from.reasonUnnamed),
    terms: moreBinding(into.terms, from.terms),
    contact: both(into.contact, from.contact, '; '),
    notes: both(into.notes, from.notes, '\n'),
    title: filled(into.title, from.title),
    url: into.url ?? from.url,
    retrieved: into.retrieved ?? from.retrieved,
    file: copy.file,
    sha256: copy.sha256,
  };
}

/**
 * How the words of `from` are attributed before a merge into `into`, where they will be attributed otherwise: another
 * description may say more than was agreed. Null where nothing changes for a reader.
 */
export function replacedDescription(into: Source, from: Source): string | null {
  const before = from.publishedAs.trim();
  const isChanged = from.terms === 'on-background' && before !== '' && into.publishedAs.trim() !== '';
  return isChanged && before !== into.publishedAs.trim() ? before : null;
}

/** The book in which the entry `from` means the source `into`. */
export function withMerge(
  book: SourceBook,
  intoId: string,
  fromId: string,
): Result<SourceBook, UnknownSource> {
  const [into, from] = [intoId, fromId].map((id) => book.sources.find((source) => source.id === id));
  if (!into || !from || into === from) return unknownSource;
  const merged = mergeSources(into, from);
  return ok({
    ...book,
    sources: book.sources.flatMap((source) => (source === from ? [] : source === into ? [merged] : [source])),
    merges: [...book.merges, { from, into }],
  });
}

/** The book in which the merge of `fromId` is taken back; what was changed since then stays. */
export function withoutMerge(book: SourceBook, fromId: string): Result<SourceBook, UnknownSource> {
  const merge = book.merges.find(({ from }) => from.id === fromId);
  if (!merge) return unknownSource;
  const merged = mergeSources(merge.into, merge.from);
  const sources = book.sources.map((source) =>
    // The entry as it was before, with the fields that were changed after the merge.
    source.id === merge.into.id ? overlaid(merge.into, merged, source) : source,
  );
  return ok({
    ...book,
    sources: [...sources, merge.from],
    merges: book.merges.filter((other) => other !== merge),
  });
}

/** Which source of the book each merged id means, through any number of merges. */
export function aliasesOf(book: Pick<SourceBook, 'merges'>): ReadonlyMap<string, string> {
  const next = new Map(book.merges.map(({ from, into }) => [from.id, into.id]));
  const last = (id: string): string => {
    const seen = new Set<string>();
    let current = id;
    for (let to = next.get(current); to !== undefined && !seen.has(to); to = next.get(current)) {
      seen.add(to);
      current = to;
    }
    return current;
  };
  return new Map([...next.keys()].map((id) => [id, last(id)]));
}
