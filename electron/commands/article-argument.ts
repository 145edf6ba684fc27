import { promises as fs } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Article } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { assertNever } from '../../shared/base/assert-never';
import { fail, ok, type Result } from '../../shared/base/result';
import { type FileFailure, fileFailureCodes, type ReadProblem } from '../../shared/ipc/failures';
import { sourcesFollowing } from '../../shared/sources/follow-book';
import { articleFileName, readArticleFile } from '../desk/article-file';
import { readDeskSettings } from '../desk/desk-settings-file';
import { attempt } from '../desk/file-failure';
import { bookFileName, createSourceBook } from '../desk/source-book';
import { contentAtFault, fileSystemRefused, type Outcome } from './command';

/** An article as a command was given it, with the settings of the desk it lies on. */
export interface GivenArticle {
  /** The path of its file. */
  readonly path: string;
  readonly article: Article;
  /** SHA-256 of the file as it was read. */
  readonly hash: string;
  readonly desk: DeskSettings;
}

/**
 * Reads the article that ARTICLE names: its folder or its file. The desk is the folder above the article's; without a
 * `desk.json` there, the defaults hold.
 */
export async function readGivenArticle(word: string): Promise<Result<GivenArticle, Outcome>> {
  const found = await attempt(word, async () =>
    (await fs.stat(word)).isDirectory() ? join(word, articleFileName) : word,
  );
  if (!found.ok) return fail(fileSystemRefused(found.error));
  const path = resolve(found.value);
  const read = await readArticleFile(path);
  if (!read.ok) return fail(notReadable(path, read.error));
  const desk = await readDeskOf(dirname(dirname(path)));
  return desk.ok ? ok({ path, ...read.value, desk: desk.value }) : desk;
}

/**
 * The article with its sources as the book of its desk has them now: terms that became more binding since it was open last hold
 * for every way out. A book that cannot be read stops the command, because nobody knows what it says.
 */
export async function followingBook(given: GivenArticle): Promise<Result<GivenArticle, Outcome>> {
  const folder = dirname(dirname(given.path));
  const book = await createSourceBook(folder, () => undefined).read();
  const { problem } = book;
  // Another program's file of that name beside an article that lies on no desk.
  if (problem && problem.code !== 'not-a-source-book') {
    const bookPath = join(folder, bookFileName);
    return fail(
      isFileFailure(problem)
        ? fileSystemRefused({ ...problem, path: bookPath })
        : contentAtFault(
            `${bookPath}: the source book cannot be read (${problem.code}), and it holds the terms of the sources; bring back an older copy`,
          ),
    );
  }
  const sources = sourcesFollowing(given.article.sources, book);
  return ok({ ...given, article: { ...given.article, sources } });
}

/** The settings of the desk in `folder`; without a `desk.json` the defaults. Damaged settings are not guessed. */
export async function readDeskOf(folder: string): Promise<Result<DeskSettings, Outcome>> {
  const { settings, problem } = await readDeskSettings(folder);
  if (problem === null) return ok(settings);
  const deskPath = join(folder, 'desk.json');
  if (isFileFailure(problem)) return fail(fileSystemRefused({ ...problem, path: deskPath }));
  return fail(
    contentAtFault(
      problem.code === 'newer-format'
        ? `${deskPath}: written by a newer version of Standfirst (${problem.version}); use that version`
        : `${deskPath}: the desk's settings are damaged; repair the file, or save the settings anew in the app`,
    ),
  );
}

const isFileFailure = <Problem extends { readonly code: string }>(
  problem: Problem | FileFailure,
): problem is FileFailure => (fileFailureCodes as readonly string[]).includes(problem.code);

/** Why a file is not an article we can use, and what to do. */
function notReadable(path: string, problem: ReadProblem): Outcome {
  if (isFileFailure(problem)) return fileSystemRefused({ ...problem, path });
  switch (problem.code) {
    case 'empty':
      return contentAtFault(`${path}: the file is empty; bring back an older copy`);
    case 'not-json':
      return contentAtFault(`${path}: the file is not JSON (${problem.where}); bring back an older copy`);
    case 'not-an-article':
      return contentAtFault(`${path}: this is not an article of Standfirst; name an article.json`);
    case 'newer-format':
      return contentAtFault(
        `${path}: written by a newer version of Standfirst (format ${problem.version}); use that version`,
      );
    case 'damaged':
      return contentAtFault(
        `${path}: the article is damaged at ${problem.where || 'its beginning'}, where ${problem.expected} should stand; repair the file or bring back an older copy`,
      );
    case 'too-large':
      return contentAtFault(`${path}: the file is too large for an article (${problem.bytes} bytes)`);
    default:
      return assertNever(problem);
  }
}
