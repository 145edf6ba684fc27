import { promisify } from 'node:util';
import { deflate, gunzip, gzip, inflate } from 'node:zlib';
import { momentCodec } from '../../shared/article/address';
import { type Article, formatName } from '../../shared/article/article';
import { mostCharacters, parseArticle } from '../../shared/article/file';
import {
  decodeWith,
  integerBetween,
  nullable,
  object,
  oneOf,
  string,
  type WithExtra,
} from '../../shared/base/codec';
import { utf8Text } from '../../shared/base/decode-bytes';
import { isJsonObject } from '../../shared/base/json';
import { type VersionReason, versionReasons } from '../../shared/versions/version';
import { articleBytes } from './article-bytes';
import { errnoOf } from './file-failure';

/*
 * A version is the text of an article.json, compressed, with one more field at its end: what is known of the version.
 * Unpacked it is an article again. Which files there are stands in `version-folder.ts`.
 */

/** What is known of a version. */
export interface VersionRecord extends WithExtra {
  /** By the clock of that moment, ISO 8601 with zone. */
  readonly taken: string;
  /** Raised by one with every version of the article: the order in which they were taken, whatever the clock said. */
  readonly sequence: number;
  readonly reason: VersionReason;
  readonly name: string | null;
  /** Words of published text. */
  readonly words: number;
  /** All words that were added and removed since the first version, so that any two can be held against each other. */
  readonly added: number;
  readonly removed: number;
}

const count = integerBetween(0, Number.MAX_SAFE_INTEGER);

const recordCodec = object<VersionRecord>({
  taken: momentCodec,
  sequence: count,
  reason: oneOf(...versionReasons),
  name: nullable(string),
  words: count,
  added: count,
  removed: count,
});

/** The field of the file that holds the record; readers of articles keep fields they do not know. */
const field = 'savedVersion';

/** The text of a version, in UTF-8. */
export const versionText = (article: Article, record: VersionRecord): Uint8Array =>
  articleBytes({ ...article, extra: { ...article.extra, [field]: recordCodec.encode(record) } });

/** The bytes of a file that is whole by itself. */
export const packText = (text: Uint8Array): Promise<Uint8Array> => promisify(gzip)(text, { level: 9 });

/** The text in such a file; null where it is cut off or damaged. */
export const unpackText = (bytes: Uint8Array): Promise<Uint8Array | null> =>
  orDamaged(promisify(gunzip)(bytes, { maxOutputLength: mostCharacters }));

/**
 * The bytes of a file that leans on the text of another one (zlib with a preset dictionary, RFC 1950): what is the same
 * in both costs next to nothing. It holds a check sum of that other text.
 */
export const packLeaning = (text: Uint8Array, base: Uint8Array): Promise<Uint8Array> =>
  promisify(deflate)(text, { level: 9, dictionary: base });

/** The text in such a file; null where it is damaged, or `base` is not what it leans on. */
export const unpackLeaning = (bytes: Uint8Array, base: Uint8Array): Promise<Uint8Array | null> =>
  orDamaged(promisify(inflate)(bytes, { dictionary: base, maxOutputLength: mostCharacters }));

/**
 * What the text of a version tells of it, without reading the article; null where it is none, 'foreign' where another
 * program put an article there without a record.
 */
export function recordIn(text: Uint8Array): VersionRecord | 'foreign' | null {
  const json = parsedJson(text);
  if (!isJsonObject(json) || !isJsonObject(json.format) || json.format.name !== formatName) return null;
  if (!Object.hasOwn(json, field)) return 'foreign';
  const record = decodeWith(recordCodec, json[field]);
  return record.ok ? record.value : null;
}

/** The article of a version; null where the text is none. */
export function articleIn(text: Uint8Array): Article | null {
  const words = utf8Text(text);
  const parsed = words === null ? null : parseArticle(words);
  if (!parsed?.ok) return null;
  const { extra, ...known } = parsed.value;
  const { [field]: _, ...others } = extra ?? {};
  return Object.keys(others).length > 0 ? { ...known, extra: others } : known;
}

function parsedJson(text: Uint8Array): unknown {
  const words = utf8Text(text);
  if (words === null) return null;
  try {
    return JSON.parse(words);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Unpacks; a small file can unpack to one that fills the memory, which is refused as well. */
async function orDamaged(unpacking: Promise<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return await unpacking;
  } catch (error) {
    // What zlib refuses is a damaged file; it names its errors Z_… and ERR_….
    if (error instanceof Error && 'code' in error && errnoOf(error) === null) return null;
    throw error;
  }
}
