import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { dirname, join } from 'node:path';
import { statusNames } from '../../../shared/article/article';
import {
  type Codec,
  decodeWith,
  integerBetween,
  list,
  object,
  oneOf,
  string,
  stringThat,
  type WithExtra,
} from '../../../shared/base/codec';
import type { JsonObject } from '../../../shared/base/json';
import { isPlainName } from '../../../shared/ipc/arguments';
import type { ArticleEntry } from '../../../shared/ipc/desk-entries';
import { makeFolders } from '../folders';
import { privateMode, safeWrite } from '../safe-write';
import type { UseInArticle } from '../source-uses';
import type { Look } from './look';

/*
 * What the library shows of each article, kept in the app's own folder, so that a desk of ten thousand articles is
 * listed before its files were looked at. It holds nothing that cannot be read from the desk again: a missing, old or
 * damaged cache is a slower start and nothing else.
 */

/** Raised when the fields change: a cache of another version is not read. */
const cacheVersion = 1;

interface CachedArticle extends WithExtra {
  readonly stamp: string;
  readonly hash: string;
  readonly entry: Omit<ArticleEntry, 'kind'> & WithExtra;
  readonly uses: readonly (UseInArticle & WithExtra)[];
}

const count = integerBetween(0, Number.MAX_SAFE_INTEGER);

const articleCodec: Codec<CachedArticle> = object<CachedArticle>({
  stamp: string,
  hash: string,
  entry: object<CachedArticle['entry']>({
    slug: stringThat('the name of a folder', isPlainName),
    id: string,
    headline: string,
    status: oneOf(...statusNames),
    section: string,
    created: string,
    modified: string,
    words: count,
  }),
  uses: list(object<UseInArticle & WithExtra>({ sourceId: string, quotations: count })),
});

interface CacheFile extends WithExtra {
  readonly version: number;
  /** The folder it tells of: two desks could have names of the same hash. */
  readonly desk: string;
  readonly articles: readonly CachedArticle[];
}

const cacheCodec: Codec<CacheFile> = object<CacheFile>({
  version: oneOf(cacheVersion),
  desk: string,
  articles: list(articleCodec),
});

/** The file in `folder` for the list of `desk`. */
export const listCachePath = (folder: string, desk: string): string =>
  join(folder, `${createHash('sha256').update(desk).digest('hex').slice(0, 24)}.json`);

/** The remembered articles of `desk`; null where there is no cache that can be used. */
export async function readListCache(path: string, desk: string): Promise<ReadonlyMap<string, Look> | null> {
  let json: unknown;
  try {
    json = JSON.parse(await fs.readFile(path, 'utf8'));
  } catch {
    // Missing, unreadable or cut off: the folder is read as if there had never been a cache.
    return null;
  }
  const decoded = decodeWith(cacheCodec, json);
  if (!decoded.ok || decoded.value.desk !== desk) return null;
  return new Map(
    decoded.value.articles.map(({ stamp, hash, entry, uses }) => [
      entry.slug,
      { stamp, hash, entry: { kind: 'article', ...entry }, uses },
    ]),
  );
}

/** Writes the list of `desk`. Problems are not remembered: they are looked at anew. A failure loses only the cache. */
export async function writeListCache(path: string, desk: string, looks: Iterable<Look>): Promise<void> {
  const articles: JsonObject[] = [];
  for (const { stamp, hash, entry, uses } of looks) {
    if (entry.kind !== 'article' || hash === null || stamp === '') continue;
    const { kind: _, ...fields } = entry;
    articles.push({
      stamp,
      hash,
      entry: fields,
      uses: uses.map(({ sourceId, quotations }) => ({ sourceId, quotations })),
    });
  }
  try {
    await makeFolders(dirname(path));
  } catch {
    // No room or no permission for a cache: the next start reads the desk again.
    return;
  }
  await safeWrite({
    path,
    content: JSON.stringify({ version: cacheVersion, desk, articles }),
    mode: privateMode,
  });
}
