import { decodeWith } from '../base/codec';
import { isJsonObject } from '../base/json';
import { fail, ok, type Result } from '../base/result';
import { type Article, articleCodec, formatName, formatVersion } from './article';
import { type Migration, migrate, migrations } from './migrations';

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
export function serialiseArticle(article: Article): string {
  return `${JSON.stringify(articleCodec.encode(article), null, 2)}\n`;
}
