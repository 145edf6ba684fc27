import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../../shared/article/article';
import { article, p } from '../../shared/article/build';
import { parseArticle, serialiseArticle } from '../../shared/article/file';

/** The folder of the article that is saved over and over. */
export const slug = 'tides';

const sentence =
  'The harbour master read the gauge twice and wrote both figures down before the light went. ';

/**
 * The article as of `version`. Every paragraph names the version, so that two versions in one file are noticed, and the
 * length goes up and down from version to version between 2 and 100 kB, so that a rest of a longer one is, too.
 */
export function story(version: number): Article {
  const paragraphs = 4 + ((version * 37) % 180);
  const words = Array.from({ length: paragraphs }, (_, place) =>
    p(`Version ${version}, paragraph ${place + 1} of ${paragraphs}. ${sentence.repeat(1 + (place % 7))}`),
  );
  return article({ slug, headline: `Version ${version}` }, ...words);
}

/** What a file holds: one whole version, or something that must never be there. */
export type Standing =
  | { readonly kind: 'whole'; readonly version: number }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'mixture' };

/** What `content`, the bytes of an article's file, is. */
export function standing(content: string): Standing {
  const parsed = parseArticle(content);
  if (!parsed.ok) return { kind: 'damaged' };
  const version = Number(/^Version (\d+)$/.exec(parsed.value.headline)?.[1]);
  const whole =
    Number.isInteger(version) &&
    isDeepStrictEqual(parsed.value.body, story(version).body) &&
    serialiseArticle(parsed.value) === content;
  return whole ? { kind: 'whole', version } : { kind: 'mixture' };
}
