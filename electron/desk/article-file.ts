import { basename, dirname, join } from 'node:path';
import type { Article } from '../../shared/article/article';
import { mostCharacters } from '../../shared/article/file';
import { fail, ok, type Result } from '../../shared/base/result';
import { type ArticleFile, articleIn } from '../../shared/ipc/article-file';
import type { ReadProblem } from '../../shared/ipc/failures';
import { contentHash } from './content-hash';
import { fileFailure } from './file-failure';
import { readWithin } from './read-file';

/** Larger files are not read: every UTF-8 text of more bytes may have more characters than we parse. */
const mostBytes = mostCharacters;

/** The one file of an article's folder that we read and write. */
export const articleFileName = 'article.json';

/** The path of the file of the article `slug` on the desk in `desk`. */
export const articlePath = (desk: string, slug: string): string => join(desk, slug, articleFileName);

/** An article as it was read, and what tells whether the file is still the same. */
export interface ReadArticle {
  readonly article: Article;
  readonly hash: string;
}

/** The file of the article in the folder `slug` of `desk`, unread. */
export async function articleFileIn(desk: string, slug: string): Promise<Result<ArticleFile, ReadProblem>> {
  const bytes = await bytesOf(articlePath(desk, slug));
  return bytes.ok ? ok({ slug, bytes: bytes.value, hash: contentHash(bytes.value) }) : bytes;
}

/** Reads one `article.json`. */
export async function readArticleFile(path: string): Promise<Result<ReadArticle, ReadProblem>> {
  const bytes = await bytesOf(path);
  if (!bytes.ok) return bytes;
  const article = articleIn(basename(dirname(path)), bytes.value);
  return article.ok ? ok({ article: article.value, hash: contentHash(bytes.value) }) : article;
}

async function bytesOf(path: string): Promise<Result<Buffer, ReadProblem>> {
  try {
    const read = await readWithin(path, mostBytes);
    return typeof read === 'number' ? fail({ code: 'too-large', bytes: read }) : ok(read);
  } catch (error) {
    return fail(fileFailure(error, path));
  }
}
