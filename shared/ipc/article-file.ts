import { type Article, isSlug } from '../article/article';
import { parseArticle } from '../article/file';
import { utf8Text } from '../base/decode-bytes';
import { fail, ok, type Result } from '../base/result';
import type { OpenArticle } from './desk-entries';
import type { ReadProblem } from './failures';

/** The file of an article as it stands on the disk, unread. */
export interface ArticleFile {
  /** The name of its folder. */
  readonly slug: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly hash: string;
}

/**
 * Reads the bytes of an `article.json`. Where its folder has the name of a slug, that is the article's slug: a folder
 * renamed in the file manager is a renamed article.
 */
export function articleIn(folder: string, bytes: Uint8Array): Result<Article, ReadProblem> {
  const text = utf8Text(bytes);
  if (text === null) return fail({ code: 'not-json', where: 'the file is not UTF-8 text' });
  const parsed = parseArticle(text);
  if (parsed.ok) return ok(isSlug(folder) ? { ...parsed.value, slug: folder } : parsed.value);
  return fail(
    parsed.error.code === 'too-large' ? { code: 'too-large', bytes: bytes.byteLength } : parsed.error,
  );
}

/** The article of a file. */
export function opened({ slug, bytes, hash }: ArticleFile): Result<OpenArticle, ReadProblem> {
  const article = articleIn(slug, bytes);
  return article.ok ? ok({ slug, article: article.value, hash }) : article;
}
