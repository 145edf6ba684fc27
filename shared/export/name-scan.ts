import type { Source } from '../article/source';
import { decodedAddress, fold } from '../sources/fold';
import { type NameSearch, nameSearch } from '../sources/name-search';
import { runText } from './publish-inlines';
import type { PublishedRun } from './published';
import { excerptAround, type Place, type Refusal } from './refusal';

/** One string that will stand in an output, as a reader understands it; addresses and file names are read as such. */
interface PublishedString {
  readonly text: string;
  readonly as: 'prose' | 'address';
}

/** Some of what is published, and where it stands in the article. */
export interface PublishedPart {
  readonly place: Place;
  readonly value: unknown;
}

const inlineKinds = new Set(['text', 'lineBreak', 'link', 'quotation']);
const addressKeys = new Set(['url', 'uri', 'file', 'slug', 'slot', 'id', 'canonicalUrl']);
/** Fields that hold one of a fixed set of words, such as the kind of a block. */
const fixedKeys = new Set(['kind', 'type', 'marks', 'direction', 'usability', 'correctionsAt']);

/**
 * Looks for the names of unnamed sources in everything that will be published. It walks the published value itself,
 * so that a field that is added later is searched without anybody remembering to: only strings under `addressKeys`
 * are read as addresses, every other string as prose, and a run of inlines as one text across its marks.
 */
export function findNames(unnamed: readonly Source[], parts: readonly PublishedPart[]): readonly Refusal[] {
  const searches = unnamed.map(nameSearch);
  if (searches.length === 0) return [];
  return parts.flatMap((part) => findInPart(searches, part));
}

function findInPart(searches: readonly NameSearch[], { place, value }: PublishedPart): readonly Refusal[] {
  const strings = [...publishedStrings(value, '')];
  const folded = strings.map(({ text }) => fold(text));
  const told = new Set<string>();
  return searches.flatMap((search): readonly Refusal[] => {
    for (const [index, text] of folded.entries()) {
      const found = search.find(text, strings[index]?.as ?? 'prose');
      if (!found) continue;
      const excerpt = excerptAround(text.original, found.start, found.end);
      // Entries that were made one have the same names.
      if (told.has(excerpt)) return [];
      told.add(excerpt);
      return [{ code: 'name-of-unnamed-source', place, excerpt, sourceId: search.source.id }];
    }
    return [];
  });
}

function* publishedStrings(value: unknown, key: string): Generator<PublishedString> {
  if (typeof value === 'string') {
    if (value !== '')
      yield* addressKeys.has(key) ? [{ text: decodedAddress(value), as: 'address' }] : prose(value);
  } else if (Array.isArray(value)) {
    const run = asRun(value);
    if (run) yield* prose(runText(run));
    // First and last name can stand in two cells of a row.
    const cells = value.map((entry: unknown) => (Array.isArray(entry) ? asRun(entry) : null));
    if (cells.some((cell) => cell)) {
      yield { text: cells.map((cell) => (cell ? runText(cell) : '')).join(' '), as: 'prose' };
    }
    for (const entry of value as readonly unknown[]) yield* publishedStrings(entry, key);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, field] of Object.entries(value)) {
      if (!fixedKeys.has(name)) yield* publishedStrings(field, name);
    }
  }
}

/** Prose can hold an address that was typed and never linked. */
function* prose(text: string): Generator<PublishedString> {
  yield { text, as: 'prose' };
  const decoded = decodedAddress(text);
  if (decoded !== text) yield { text: decoded, as: 'prose' };
}

function asRun(value: readonly unknown[]): PublishedRun | null {
  const isInline = (entry: unknown): boolean =>
    typeof entry === 'object' && entry !== null && 'kind' in entry && inlineKinds.has(String(entry.kind));
  // Only inlines have these kinds (published.ts), so the elements are what their kinds say.
  return value.length > 0 && value.every(isInline) ? (value as PublishedRun) : null;
}
