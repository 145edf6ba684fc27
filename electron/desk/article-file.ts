import { basename, dirname, join } from 'node:path';
import { type Article, isSlug } from '../../shared/article/article';
import { mostCharacters, parseArticle } from '../../shared/article/file';
import { fail, ok, type Result } from '../../shared/base/result';
import type { ReadProblem } from '../../shared/ipc/failures';
import { contentHash } from './content-hash';
import { decodeText } from './decode-text';
import { fileFailure } from './file-failure';
import { readWithin } from './read-file';

/** Larger files are not read: every UTF-8 text of more bytes may have more characters than we parse. */
const mostBytes = mostCharacters;

/** The one file of an article's folder that we read and write. */
export const articleFileName = 'article.json';

/** The path of the file of the article `slug` on the desk in `desk`. */
export const articlePath = (desk: string, slug: string): string => join(desk, slug, articleFileName);

/** An article as it was read, and what tells whether the file is still the same. */
export interface ArticleFile {
  readonly article: Article;
  readonly hash: string;
}

/**
 * Reads one `article.json`. Where its folder has the name of a slug, that is the article's slug: a folder renamed in
 * the file manager is a renamed article.
 */
export async function readArticleFile(path: string): Promise<Result<ArticleFile, ReadProblem>> {
  let content: Buffer;
  try {
    const read = await readWithin(path, mostBytes);
    if (typeof read === 'number') return fail({ code: 'too-large', bytes: read });
    content = read;
  } catch (error) {
    return fail(fileFailure(error, path));
  }
  const text = decodeText(content);
  if (text === null) return fail({ code: 'not-json', where: 'the file is not UTF-8 text' });
  const parsed = parseArticle(text);
  if (!parsed.ok) {
    return parsed.error.code === 'too-large'
      ? fail({ code: 'too-large', bytes: content.byteLength })
      : fail(parsed.error);
  }
  const folder = basename(dirname(path));
  const article = isSlug(folder) ? { ...parsed.value, slug: folder } : parsed.value;
  return ok({ article, hash: contentHash(content) });
}
