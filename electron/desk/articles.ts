import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { type Article, isSlug, newArticle } from '../../shared/article/article';
import { serialiseArticle } from '../../shared/article/file';
import { fail, ok, type Result } from '../../shared/base/result';
import type { OpenArticle, Saved } from '../../shared/ipc/desk-entries';
import type { FileFailure, ReadProblem, RenameFailure, SaveFailure } from '../../shared/ipc/failures';
import { articlePath, readArticleFile } from './article-file';
import { contentHash } from './content-hash';
import { attempt, errnoOf, fileFailure } from './file-failure';
import { removeLeftovers } from './leftovers';
import { keepPictures, type NewPicture } from './media';
import { privateMode, safeCreate, safeReplace, syncFolder } from './safe-write';
import { slugFrom, uniqueSlug } from './slug';

/** A new article: what its writer has given so far. */
export interface Draft {
  readonly headline: string;
  /** BCP 47. */
  readonly language: string;
}

/** A completed save, and how the file looked when it was written (`file-stamp.ts`). */
export interface SavedFile {
  readonly saved: Saved;
  readonly stamp: string;
}

/** The articles of one desk, as files. Calls for one article must not overlap: `desk.ts` queues them. */
export interface Articles {
  read(slug: string): Promise<Result<OpenArticle, ReadProblem>>;
  create(draft: Draft): Promise<Result<OpenArticle, FileFailure>>;
  /** Puts an article that exists in memory, with its pictures, into a folder of its own, named after `slugWanted`. */
  add(
    article: Article,
    slugWanted: string,
    pictures: readonly NewPicture[],
  ): Promise<Result<OpenArticle, FileFailure>>;
  save(slug: string, article: Article, expectedHash: string): Promise<Result<SavedFile, SaveFailure>>;
  duplicate(slug: string): Promise<Result<OpenArticle, ReadProblem>>;
  rename(slug: string, to: string): Promise<Result<OpenArticle, RenameFailure>>;
}

/** The articles in the folder `desk`; `now` tells the time. */
export function createArticles(desk: string, now: () => Date): Articles {
  /**
   * Hashes of contents that a failed save may have left in place of the file: the rename was done, the last fsync
   * was not. The next save may replace them, because they are our own words.
   */
  const halfSaved = new Map<string, string[]>();

  async function read(slug: string): Promise<Result<OpenArticle, ReadProblem>> {
    await removeLeftovers(join(desk, slug), now().getTime());
    const file = await readArticleFile(articlePath(desk, slug));
    return file.ok ? ok({ slug, ...file.value }) : file;
  }

  async function namesInUse(): Promise<Set<string>> {
    return new Set((await fs.readdir(desk)).map((name) => name.toLowerCase()));
  }

  /** Makes a folder for a new article under the first free name, and answers the name. */
  async function makeFolder(slugWanted: string): Promise<string> {
    const taken = await namesInUse();
    for (;;) {
      const slug = uniqueSlug(slugWanted, taken);
      try {
        await fs.mkdir(join(desk, slug), { mode: 0o700 });
        await syncFolder(desk);
        return slug;
      } catch (error) {
        // Another program was quicker with this name: take the next one.
        if (errnoOf(error) !== 'EEXIST') throw error;
        taken.add(slug);
      }
    }
  }

  async function add(
    article: Article,
    slugWanted: string,
    pictures: readonly NewPicture[],
  ): Promise<Result<OpenArticle, FileFailure>> {
    const made = await attempt(desk, () => makeFolder(slugWanted));
    if (!made.ok) return made;
    const slug = made.value;
    const named = { ...article, slug };
    // The article comes last: a folder without it is not listed, so nobody meets an article without its pictures.
    const kept = await keepPictures(desk, slug, pictures);
    if (!kept.ok) {
      await takeBack(slug, pictures);
      return kept;
    }
    const written = await safeCreate({
      path: articlePath(desk, slug),
      content: serialiseArticle(named),
      mode: privateMode,
    });
    if (written.ok) return ok({ slug, article: named, hash: written.value.hash });
    await takeBack(slug, pictures);
    return written;
  }

  /**
   * Removes the folder of an article that could not be written: it would keep the name for nothing. Only what we put
   * there goes; where that fails too, the folder is not listed.
   */
  async function takeBack(slug: string, pictures: readonly NewPicture[]): Promise<void> {
    const folder = join(desk, slug);
    for (const { file } of pictures) await attempt(folder, () => fs.unlink(join(folder, 'media', file)));
    await attempt(folder, () => fs.rmdir(join(folder, 'media')));
    await attempt(folder, () => fs.rmdir(folder));
  }

  return {
    read,
    add,
    create({ headline, language }) {
      const slug = slugFrom(headline);
      const article = newArticle({ id: randomUUID(), slug, language, created: now().toISOString() });
      return add({ ...article, headline }, slug, []);
    },
    async save(slug, article, expectedHash) {
      const path = articlePath(desk, slug);
      const modified = now().toISOString();
      const content = serialiseArticle({ ...article, slug: isSlug(slug) ? slug : article.slug, modified });
      const ours = halfSaved.get(slug) ?? [];
      const written = await safeReplace({ path, content, mode: privateMode }, [expectedHash, ...ours]);
      if (written.ok) {
        halfSaved.delete(slug);
        const { hash, stamp } = written.value;
        return ok({ saved: { hash, modified }, stamp });
      }
      const { error } = written;
      if (error.code === 'vanished') return fail(await orphanOrNoDesk(desk, error));
      if (error.code !== 'conflict') {
        halfSaved.set(slug, [...ours, contentHash(content)]);
        return fail(error);
      }
      const theirs = await readArticleFile(path);
      return fail({
        code: 'conflict',
        theirs: theirs.ok ? theirs.value.article : null,
        hash: theirs.ok ? theirs.value.hash : error.hash,
      });
    },
    async duplicate(slug) {
      const original = await read(slug);
      if (!original.ok) return original;
      const moment = now().toISOString();
      const { article } = original.value;
      const copy: Article = {
        ...article,
        id: randomUUID(),
        headline: article.headline === '' ? '' : `${article.headline} (copy)`,
        status: 'draft',
        published: null,
        created: moment,
        modified: moment,
      };
      const added = await add(copy, slugFrom(`${slug}-copy`), []);
      if (!added.ok) return added;
      const copied = await copyMedia(join(desk, slug, 'media'), join(desk, added.value.slug, 'media'));
      return copied.ok ? added : copied;
    },
    async rename(slug, to) {
      const before = await read(slug);
      if (!before.ok) return fail({ code: 'unreadable', problem: before.error });
      const wanted = slugFrom(to);
      if (wanted === slug) return before;
      const moved = await attempt(join(desk, slug), async () => {
        if ((await namesInUse()).has(wanted)) return false;
        await fs.rename(join(desk, slug), join(desk, wanted));
        await syncFolder(desk);
        return true;
      });
      if (!moved.ok) return moved;
      if (!moved.value) return fail({ code: 'taken', slug: wanted });
      halfSaved.delete(slug);
      const article = { ...before.value.article, slug: wanted };
      const path = articlePath(desk, wanted);
      const written = await safeReplace({ path, content: serialiseArticle(article), mode: privateMode }, [
        before.value.hash,
      ]);
      // The folder's name is what counts. If the slug inside could not follow now, the next save writes it.
      return ok({ slug: wanted, article, hash: written.ok ? written.value.hash : before.value.hash });
    },
  };
}

/** A file that vanished is an orphan; where the whole desk is gone, that is what the writer must hear. */
async function orphanOrNoDesk(desk: string, failure: FileFailure): Promise<SaveFailure> {
  try {
    await fs.stat(desk);
    return { code: 'orphan' };
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? { ...failure, path: desk } : fileFailure(error, desk);
  }
}

async function copyMedia(from: string, to: string): Promise<Result<null, FileFailure>> {
  try {
    await fs.cp(from, to, { recursive: true, errorOnExist: true, force: false });
    return ok(null);
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok(null) : fail(fileFailure(error, from));
  }
}
