import { type Codec, decodeWith } from '../base/codec';
import { isJsonObject, type JsonValue } from '../base/json';
import { fail, ok, type Result } from '../base/result';
import { type Article, articleCodec, formatName, formatVersion } from './article';
import { blockCodec } from './block';
import { type Migration, migrate, migrations } from './migrations';
import { quotationCodec } from './quotation';
import { sourceCodec } from './source';

/** Why the text of a file is not an article we can open. The file itself stays as it is. */
export type ParseRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'too-large'; readonly characters: number }
  | { readonly code: 'not-json'; readonly where: string }
  | { readonly code: 'not-an-article' }
  | { readonly code: 'newer-format'; readonly version: string }
  | { readonly code: 'damaged'; readonly where: string; readonly expected: string };

/** The longest file we try to read, in characters: 300 times a 20,000-word investigation. */
export const mostCharacters = 40_000_000;

/**
 * Reads the text of an `article.json`. Older versions are migrated; fields, blocks, captions and corrections of a newer minor version are
 * kept for the next save. Nothing is repaired by guessing: what does not fit is refused with its place.
 */
export function parseArticle(text: string): Result<Article, ParseRefusal> {
  return parseArticleAs(text, formatVersion, migrations);
}

/** `parseArticle` for a given current version and list of migrations, so that a migration can be tried by itself. */
export function parseArticleAs(
  text: string,
  current: { readonly major: number; readonly minor: number },
  steps: readonly Migration[],
): Result<Article, ParseRefusal> {
  if (text.trim() === '') return fail({ code: 'empty' });
  if (text.length > mostCharacters) return fail({ code: 'too-large', characters: text.length });
  let json: unknown;
  try {
    json = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    return fail({ code: 'not-json', where: error instanceof Error ? withoutText(error.message) : '' });
  }
  if (!isJsonObject(json) || !isJsonObject(json.format) || json.format.name !== formatName) {
    return fail({ code: 'not-an-article' });
  }
  const stated = json.format.version;
  const version = typeof stated === 'string' ? /^(\d+)\.(\d+)$/.exec(stated) : null;
  if (!version) return fail({ code: 'damaged', where: 'format.version', expected: 'a version such as 1.0' });
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major > current.major) return fail({ code: 'newer-format', version: version[0] });
  if (major < 1) return fail({ code: 'not-an-article' });
  const migrated = migrate(json, major, current.major, steps);
  const decoded = decodeWith(articleCodec, migrated);
  if (!decoded.ok) return fail({ code: 'damaged', ...decoded.error });
  const newest = major === current.major ? Math.max(minor, current.minor) : current.minor;
  return ok({
    ...decoded.value,
    format: { ...decoded.value.format, version: `${current.major}.${newest}` },
  });
}

/** What the parser says of a fault, without the words around it that it shows: they may be a contact or a note. */
const withoutText = (message: string): string => message.replace(/(?:, )?(?:\.{3})?"[\s\S]*$/, '');

/** The text of an `article.json`: two spaces of indentation, keys in the order of the document, a line end at the end. */
export const serialiseArticle = (article: Article): string =>
  articlePieces(
    article,
    (text) => text,
    (_item, text) => text(),
  ).join('');

/**
 * The same text in pieces, each made by `plain`, or by `ofItem` where it is that of a block, of a quotation or of a source.
 * These never change once they are made, and a long article has thousands: who remembers their pieces writes it again at the
 * cost of what is new in it.
 */
export function articlePieces<Piece>(
  article: Article,
  plain: (text: string) => Piece,
  ofItem: (item: object, text: () => string) => Piece,
): readonly Piece[] {
  const first = <Item>(items: readonly Item[]) => items.slice(0, 1);
  const { body, quotations, sources } = article;
  // The codec knows which fields there are, and in which order.
  const outline = articleCodec.encode({
    ...article,
    body: first(body),
    quotations: first(quotations),
    sources: first(sources),
  });
  const lists = new Map([
    ['body', listPieces(body, blockCodec, plain, ofItem)],
    ['quotations', listPieces(quotations, quotationCodec, plain, ofItem)],
    ['sources', listPieces(sources, sourceCodec, plain, ofItem)],
  ]);
  const fields = Object.entries(outline ?? {}).flatMap(([name, value], index) => [
    plain(`${index === 0 ? '' : ','}\n  ${JSON.stringify(name)}: `),
    ...(lists.get(name) ?? [plain(indented(value, 2))]),
  ]);
  return [plain('{'), ...fields, plain('\n}\n')];
}

function listPieces<Item extends object, Piece>(
  items: readonly Item[],
  codec: Codec<Item>,
  plain: (text: string) => Piece,
  ofItem: (item: object, text: () => string) => Piece,
): readonly Piece[] {
  if (items.length === 0) return [plain('[]')];
  const [open, between, close] = [plain('[\n    '), plain(',\n    '), plain('\n  ]')];
  const pieces = items.flatMap((item, index) => [
    index === 0 ? open : between,
    ofItem(item, () => indented(codec.encode(item), 4)),
  ]);
  return [...pieces, close];
}

/** `value` as JSON behind `spaces` spaces on every line but the first. */
const indented = (value: JsonValue, spaces: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`);
