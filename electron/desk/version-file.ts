import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { momentCodec } from '../../shared/article/address';
import { type Article, formatName } from '../../shared/article/article';
import { mostCharacters, parseArticle, serialiseArticle } from '../../shared/article/file';
import {
  decodeWith,
  integerBetween,
  nullable,
  object,
  oneOf,
  string,
  type WithExtra,
} from '../../shared/base/codec';
import { isJsonObject } from '../../shared/base/json';
import { type VersionReason, versionReasons } from '../../shared/versions/version';
import { decodeText } from './decode-text';
import { errnoOf } from './file-failure';

/*
 * A version is the text of an article.json, compressed, with one more field at its end: what is known of the version.
 * So each is whole by itself, readable by every program that reads gzip, and an article again when it is unpacked.
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

/** The bytes of a version's file. */
export const packVersion = async (article: Article, record: VersionRecord): Promise<Uint8Array> =>
  promisify(gzip)(
    serialiseArticle({ ...article, extra: { ...article.extra, [field]: recordCodec.encode(record) } }),
    { level: 9 },
  );

/**
 * Reads what is known of a version, without reading its article; null where the file is cut off or damaged, 'foreign'
 * where another program put an article there without a record.
 */
export async function unpackRecord(bytes: Uint8Array): Promise<VersionRecord | 'foreign' | null> {
  const text = await unpacked(bytes);
  if (text === null) return null;
  const json = parsedJson(text);
  if (!isJsonObject(json) || !isJsonObject(json.format) || json.format.name !== formatName) return null;
  if (!Object.hasOwn(json, field)) return 'foreign';
  const record = decodeWith(recordCodec, json[field]);
  return record.ok ? record.value : null;
}

/** Reads the article of a version; null where the file is cut off, damaged or no article. */
export async function unpackArticle(bytes: Uint8Array): Promise<Article | null> {
  const text = await unpacked(bytes);
  const parsed = text === null ? null : parseArticle(text);
  if (!parsed?.ok) return null;
  const { extra, ...known } = parsed.value;
  const { [field]: _, ...others } = extra ?? {};
  return Object.keys(others).length > 0 ? { ...known, extra: others } : known;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function unpacked(bytes: Uint8Array): Promise<string | null> {
  try {
    // A small file can unpack to one that fills the memory.
    return decodeText(await promisify(gunzip)(bytes, { maxOutputLength: mostCharacters }));
  } catch (error) {
    // What zlib refuses is a damaged file; it names its errors Z_… and ERR_….
    if (error instanceof Error && 'code' in error && errnoOf(error) === null) return null;
    throw error;
  }
}
