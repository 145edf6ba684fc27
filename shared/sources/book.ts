import { type Source, sourceCodec } from '../article/source';
import {
  type Codec,
  decodeWith,
  list,
  object,
  oneOf,
  optionalList,
  stringThat,
  type WithExtra,
} from '../base/codec';
import { isJsonObject } from '../base/json';
import { fail, ok, type Result } from '../base/result';

export const bookFormatName = 'standfirst-sources';
const bookVersion = { major: 1, minor: 0 } as const;

interface BookFormat extends WithExtra {
  readonly name: typeof bookFormatName;
  readonly version: string;
}

/**
 * Two entries for one source that were made one. Articles keep the id they know; the book tells that it means `into`.
 * Both are remembered as they were before, so that the merge can be taken back at any time.
 */
export interface Merge extends WithExtra {
  readonly from: Source;
  readonly into: Source;
}

/** `sources.json`: the sources that all articles of a desk share. Private as a whole. */
export interface SourceBook extends WithExtra {
  readonly format: BookFormat;
  readonly sources: readonly Source[];
  readonly merges: readonly Merge[];
}

export const sourceBookCodec: Codec<SourceBook> = object<SourceBook>({
  format: object<BookFormat>({
    name: oneOf(bookFormatName),
    version: stringThat('a version such as 1.0', (version) => /^\d+\.\d+$/.test(version)),
  }),
  sources: list(sourceCodec),
  merges: optionalList(object<Merge>({ from: sourceCodec, into: sourceCodec })),
});

/** The source book of a new desk. */
export const emptySourceBook: SourceBook = {
  format: { name: bookFormatName, version: `${bookVersion.major}.${bookVersion.minor}` },
  sources: [],
  merges: [],
};

/** Why a `sources.json` cannot be used; the file itself stays as it is. */
export type SourceBookRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'not-json' }
  | { readonly code: 'not-a-source-book' }
  | { readonly code: 'newer-format'; readonly version: string }
  | { readonly code: 'damaged'; readonly where: string; readonly expected: string };

/** Reads the text of a `sources.json`. Fields of a newer minor version are kept for the next save. */
export function parseSourceBook(text: string): Result<SourceBook, SourceBookRefusal> {
  if (text.trim() === '') return fail({ code: 'empty' });
  let json: unknown;
  try {
    json = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    // The parser's own message names a character position; the writer is told the file's name instead.
    return fail({ code: 'not-json' });
  }
  if (!isJsonObject(json) || !isJsonObject(json.format) || json.format.name !== bookFormatName) {
    return fail({ code: 'not-a-source-book' });
  }
  const { version } = json.format;
  if (typeof version === 'string' && Number.parseInt(version, 10) > bookVersion.major) {
    return fail({ code: 'newer-format', version });
  }
  const decoded = decodeWith(sourceBookCodec, json);
  if (!decoded.ok) return fail({ code: 'damaged', ...decoded.error });
  const ids = decoded.value.sources.map((source) => source.id);
  const seen = new Set<string>();
  const twice = ids.findIndex((id) => seen.size === seen.add(id).size);
  if (twice >= 0) {
    return fail({ code: 'damaged', where: `sources[${twice}].id`, expected: 'an id of its own' });
  }
  return ok(decoded.value);
}

/** The text of a `sources.json`: keys in the order of the format, a line end at the end. */
export function serialiseSourceBook(book: SourceBook): string {
  return `${JSON.stringify(sourceBookCodec.encode(book), null, 2)}\n`;
}
