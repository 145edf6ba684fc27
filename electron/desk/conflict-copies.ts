import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../shared/article/article';
import { fail, ok, type Result } from '../../shared/base/result';
import { isPlainName } from '../../shared/ipc/arguments';
import type { ConflictCopy, CopyPlace } from '../../shared/ipc/desk-entries';
import type { FileFailure, ReadProblem } from '../../shared/ipc/failures';
import { isConflictNameOf } from '../../shared/versions/conflict-name';
import { articleFileName, articlePath, readArticleFile } from './article-file';
import { attempt } from './file-failure';

/** Whether a file in an article's folder has the name of a sync client's second version of the article. */
export const isConflictFile = (name: string): boolean => isConflictNameOf(name, articleFileName, '.json');

/** Where a copy lies; null for a place that is none. */
export function copyPath(desk: string, slug: string, { place, name }: CopyPlace): string | null {
  if (!isPlainName(name)) return null;
  if (place === 'file') return isConflictFile(name) ? join(desk, slug, name) : null;
  return isConflictNameOf(name, slug, '') ? articlePath(desk, name) : null;
}

/**
 * The conflict copies that sync clients left of the article `slug`: files beside it and whole folders beside its own.
 * Only what holds the same article, by its id, is one: the names alone fit other things too.
 */
export async function conflictCopies(
  desk: string,
  slug: string,
): Promise<Result<readonly ConflictCopy[], FileFailure>> {
  const original = await readArticleFile(articlePath(desk, slug));
  if (!original.ok) return ok([]);
  const places = await attempt(desk, async (): Promise<readonly CopyPlace[]> => {
    const [files, folders] = await Promise.all([fs.readdir(join(desk, slug)), fs.readdir(desk)]);
    return [
      ...files.filter(isConflictFile).map((name) => ({ place: 'file' as const, name })),
      ...folders
        .filter((name) => isConflictNameOf(name, slug, ''))
        .map((name) => ({ place: 'folder' as const, name })),
    ];
  });
  if (!places.ok) return places;
  const copies: ConflictCopy[] = [];
  for (const place of places.value) {
    const copy = await readConflictCopy(desk, slug, place);
    if (!copy.ok || copy.value.id !== original.value.article.id) continue;
    copies.push({ ...place, headline: copy.value.headline, modified: copy.value.modified });
  }
  return ok(copies);
}

/** Reads the article that a copy holds. */
export async function readConflictCopy(
  desk: string,
  slug: string,
  place: CopyPlace,
): Promise<Result<Article, ReadProblem>> {
  const path = copyPath(desk, slug, place);
  if (path === null) return fail({ code: 'vanished', path: place.name, errno: 'ENOENT' });
  const read = await readArticleFile(path);
  return read.ok ? ok(read.value.article) : read;
}
