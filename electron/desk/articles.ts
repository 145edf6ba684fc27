import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { type Article, isSlug, newArticle } from '../../shared/article/article';
import { fail, ok, type Result } from '../../shared/base/result';
import { type ArticleFile, opened } from '../../shared/ipc/article-file';
import type { OpenArticle, RenamedArticle, Saved } from '../../shared/ipc/desk-entries';
import type {
  FileFailure,
  FileFailureCode,
  ReadProblem,
  RenameFailure,
  SaveFailure,
} from '../../shared/ipc/failures';
import { articleBytes, withArticleBytes } from './article-bytes';
import { articleFileIn, articlePath, readArticleFile } from './article-file';
import { claim, claimLike, moveToClaimed, namesInUse } from './claim';
import { contentHash } from './content-hash';
import { attempt, errnoOf, fileFailure } from './file-failure';
import { removeLeftovers } from './leftovers';
import { keepPictures, mediaFolder, type NewPicture } from './media';
import { readWhole } from './read-file';
import { renameWithPatience } from './rename';
import { privateMode, safeCreate, safeReplace, syncFolder } from './safe-write';
import { articleSlug, isNumbered, slugFrom } from './slug';

/** A new article: what its writer has given so far. */
export interface Draft {
  readonly headline: string;
  /** BCP 47. */
  readonly language: string;
}

/** What stands for a picture in a media folder and is none: a folder, a pipe, a link that leads nowhere. */
const noFile: readonly FileFailureCode[] = ['is-a-folder', 'not-a-file', 'vanished'];

/** A completed save, and how the file looked when it was written (`file-stamp.ts`). */
export interface SavedFile {
  readonly saved: Saved;
  readonly stamp: string;
}

/** The articles of one desk, as files. Calls for one article must not overlap: `desk.ts` queues them. */
export interface Articles {
  /** The file of an article, unread. */
  file(slug: string): Promise<Result<ArticleFile, ReadProblem>>;
  read(slug: string): Promise<Result<OpenArticle, ReadProblem>>;
  create(draft: Draft): Promise<Result<OpenArticle, FileFailure>>;
  /** Puts an article that exists in memory, with its pictures, into a folder of its own, named after `slugWanted`. */
  add(
    article: Article,
    slugWanted: string,
    pictures: readonly NewPicture[],
  ): Promise<Result<OpenArticle, FileFailure>>;
  save(slug: string, article: Article, expectedHash: string): Promise<Result<SavedFile, SaveFailure>>;
  /**
   * Writes an article that was in the folder `slug` and is only in memory now: where nothing but its file is gone, beside
   * its pictures and versions; otherwise into a folder of its own, with the pictures that are left.
   */
  rescue(slug: string, article: Article): Promise<Result<OpenArticle, FileFailure>>;
  duplicate(slug: string): Promise<Result<OpenArticle, ReadProblem>>;
  rename(slug: string, to: string): Promise<Result<RenamedArticle, RenameFailure>>;
}

/** Pictures that come with a new article. */
interface Pictures {
  /** Puts them into the media folder of the article `slug`; `written` gets the names of those that were not there. */
  bring(slug: string, written: string[]): Promise<Result<null, FileFailure>>;
}

/** The articles in the folder `desk`; `now` tells the time. */
export function createArticles(desk: string, now: () => Date): Articles {
  /**
   * Hashes of contents that a failed save may have left in place of the file: the rename was done, the last fsync
   * was not. The next save may replace them, because they are our own words.
   */
  const halfSaved = new Map<string, string[]>();

  async function file(slug: string): Promise<Result<ArticleFile, ReadProblem>> {
    await removeLeftovers(join(desk, slug), now().getTime());
    return articleFileIn(desk, slug);
  }

  async function read(slug: string): Promise<Result<OpenArticle, ReadProblem>> {
    const found = await file(slug);
    return found.ok ? opened(found.value) : found;
  }

  const given = (pictures: readonly NewPicture[]): Pictures => ({
    bring: (slug, written) => keepPictures(desk, slug, pictures, written),
  });

  /** The pictures in the folder `from`, to be copied where they are `wanted`. */
  async function picturesOf(from: string, wanted: (file: string) => boolean): Promise<Pictures> {
    const media = mediaFolder(desk, from);
    const names = await attempt(media, () => fs.readdir(media));
    const files = names.ok ? names.value.filter(wanted) : [];
    return { bring: (slug, written) => copyPictures(media, files, slug, written) };
  }

  /**
   * Copies pictures as every file of a desk is written: that a power cut emptied a copy would be noticed when the original is
   * gone. Of a link the copy holds the picture itself; what is no file has no copy.
   */
  async function copyPictures(
    from: string,
    files: readonly string[],
    slug: string,
    written: string[],
  ): Promise<Result<null, FileFailure>> {
    for (const file of files) {
      const path = join(from, file);
      const read = await attempt(path, () => readWhole(path));
      if (!read.ok && noFile.includes(read.error.code)) continue;
      const kept = read.ok ? await keepPictures(desk, slug, [{ file, bytes: read.value }], written) : read;
      if (!kept.ok) return kept;
    }
    return ok(null);
  }

  async function add(
    article: Article,
    slugWanted: string,
    pictures: Pictures,
  ): Promise<Result<OpenArticle, FileFailure>> {
    for (;;) {
      const claimed = await attempt(desk, () => claimLike(desk, slugWanted));
      if (!claimed.ok) return claimed;
      const slug = claimed.value;
      const brought: string[] = [];
      // The article comes last: a folder without it is not listed, so nobody meets an article without its pictures.
      const all = await pictures.bring(slug, brought);
      const written = all.ok ? await writeInto(slug, article) : all;
      if (written.ok) return written;
      await takeBack(slug, brought);
      // An article that was lost came back to this folder: it stays there, and this one goes to the next.
      if (written.error.code !== 'exists') return written;
    }
  }

  /** Writes the file of an article where the folder `slug` has none. */
  async function writeInto(slug: string, article: Article): Promise<Result<OpenArticle, FileFailure>> {
    const named = isSlug(slug) ? { ...article, slug } : article;
    const path = articlePath(desk, slug);
    const written = await safeCreate({ path, content: articleBytes(named), mode: privateMode });
    return written.ok ? ok({ slug, article: named, hash: written.value.hash }) : written;
  }

  /**
   * Removes the folder of an article that could not be written: it would keep the name for nothing. Only what we put
   * there goes; where that fails too, the folder is not listed.
   */
  async function takeBack(slug: string, pictures: readonly string[]): Promise<void> {
    const folder = join(desk, slug);
    for (const file of pictures) await attempt(folder, () => fs.unlink(join(folder, 'media', file)));
    await attempt(folder, () => fs.rmdir(join(folder, 'media')));
    await attempt(folder, () => fs.rmdir(folder));
  }

  return {
    file,
    read,
    add: (article, slugWanted, pictures) => add(article, slugWanted, given(pictures)),
    create({ headline, language }) {
      const created = now().toISOString();
      const slug = articleSlug(headline, created);
      const article = newArticle({ id: randomUUID(), slug, language, created });
      return add({ ...article, headline }, slug, given([]));
    },
    save(slug, article, expectedHash) {
      const path = articlePath(desk, slug);
      const modified = now().toISOString();
      const named = { ...article, slug: isSlug(slug) ? slug : article.slug, modified };
      return withArticleBytes(named, async (content) => {
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
      return add(copy, slugFrom(`${slug}-copy`), await picturesOf(slug, () => true));
    },
    async rescue(slug, article) {
      const beside = await writeInto(slug, article);
      if (beside.ok || (beside.error.code !== 'vanished' && beside.error.code !== 'exists')) return beside;
      // Another article may stand there now: its pictures are not taken along.
      const bytes = articleBytes(article);
      const pictures = await picturesOf(slug, (file) => bytes.includes(JSON.stringify(file)));
      return add(article, articleSlug(article.headline || article.slug, article.created), pictures);
    },
    async rename(slug, to) {
      const before = await read(slug);
      if (!before.ok) return fail({ code: 'unreadable', problem: before.error });
      const formerHash = before.value.hash;
      const wanted = articleSlug(to, before.value.article.created);
      // Of several that were begun on one day, each has a number already.
      if (slug === wanted || isNumbered(slug, wanted)) return ok({ ...before.value, formerHash });
      const moved = await attempt(join(desk, slug), async () => {
        const taken = await namesInUse(desk);
        // Its own name in other letters: a disk that does not tell them apart has no other of that name.
        if (taken.has(wanted) && !(await isFolderItself(desk, slug, wanted))) return false;
        if (taken.has(wanted)) {
          await renameWithPatience(join(desk, slug), join(desk, wanted));
          await syncFolder(desk);
          return true;
        }
        if (!(await claim(desk, wanted))) return false;
        await moveToClaimed(join(desk, slug), desk, wanted);
        return true;
      });
      if (!moved.ok) return moved;
      if (!moved.value) return fail({ code: 'taken', slug: wanted });
      halfSaved.delete(slug);
      const article = { ...before.value.article, slug: wanted };
      const path = articlePath(desk, wanted);
      const written = await safeReplace({ path, content: articleBytes(article), mode: privateMode }, [
        formerHash,
      ]);
      // The folder's name is what counts. If the slug inside could not follow now, the next save writes it.
      return ok({ slug: wanted, article, hash: written.ok ? written.value.hash : formerHash, formerHash });
    },
  };
}

/** Whether `wanted` is the name of the folder `slug` in other letters, and no folder beside it has it. */
async function isFolderItself(desk: string, slug: string, wanted: string): Promise<boolean> {
  if (slug.toLowerCase() !== wanted) return false;
  const names = await fs.readdir(desk);
  return names.filter((name) => name.toLowerCase() === wanted).length === 1;
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
