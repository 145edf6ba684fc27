import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { momentCodec } from '../../shared/article/address';
import { type Article, articleCodec } from '../../shared/article/article';
import { mostCharacters } from '../../shared/article/file';
import { decodeWith, object, oneOf, string, type WithExtra } from '../../shared/base/codec';
import { fail, ok, type Result } from '../../shared/base/result';
import type { FileFailure } from '../../shared/ipc/failures';
import { contentHash } from './content-hash';
import { attempt, errnoOf } from './file-failure';
import { makeFolders } from './folders';
import { removeLeftovers } from './leftovers';
import { createQueues } from './queues';
import { privateMode, safeWrite } from './safe-write';

/*
 * The second place of words that cannot be saved where they belong: one file an article in the app's own folder. It goes
 * only when its words are on the disk, or when the writer says so.
 */

/** The words of one article that were not saved, and where they belong. */
export interface RecoveryCopy extends WithExtra {
  readonly format: 'standfirst-recovery-1';
  /** Path of the desk. */
  readonly desk: string;
  readonly slug: string;
  /** ISO 8601 with zone. */
  readonly kept: string;
  readonly article: Article;
}

const copyCodec = object<RecoveryCopy>({
  format: oneOf('standfirst-recovery-1'),
  desk: string,
  slug: string,
  kept: momentCodec,
  article: articleCodec,
});

/** A copy with the name of its file. */
export interface KeptCopy extends RecoveryCopy {
  readonly name: string;
}

/** The copies of all desks of this writer. */
export interface Recovery {
  /** A window begins, or its work on a desk: what was kept until now comes from one that ended. */
  begin(): void;
  /** Keeps the words, in place of those kept for the article since the window began. */
  keep(desk: string, slug: string, article: Article): Promise<Result<null, FileFailure>>;
  /** The words kept for this article since the window began are on the disk now. */
  drop(desk: string, articleId: string): Promise<Result<null, FileFailure>>;
  /**
   * What windows that ended left behind for this desk, and for desks that are no longer where they were: a desk that was
   * moved is found by its articles. The latest first. A file that cannot be read stays.
   */
  left(desk: string): Promise<Result<readonly KeptCopy[], FileFailure>>;
  read(name: string): Promise<Result<KeptCopy | null, FileFailure>>;
  /** Removes a copy for good. */
  dismiss(name: string): Promise<Result<null, FileFailure>>;
}

const fileName = /^[0-9a-f]{24}-[0-9a-f]{12}\.json$/;

/** Copies in the folder `folder`, which is made when it is needed; `now` tells the time. */
export function createRecovery(folder: string, now: () => Date): Recovery {
  const queues = createQueues();
  let run = randomBytes(6).toString('hex');

  const nameOf = (desk: string, articleId: string): string =>
    `${contentHash(`${desk}\n${articleId}`).slice(0, 24)}-${run}.json`;

  const remove = (name: string) =>
    attempt(join(folder, name), async () => {
      try {
        await fs.unlink(join(folder, name));
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw error;
      }
      return null;
    });

  const read = (name: string): Promise<Result<KeptCopy | null, FileFailure>> =>
    attempt(join(folder, name), async () => {
      if (!fileName.test(name)) return null;
      try {
        const { size } = await fs.stat(join(folder, name));
        if (size > mostCharacters) return null;
        const decoded = decodeWith(copyCodec, JSON.parse(await fs.readFile(join(folder, name), 'utf8')));
        return decoded.ok ? { ...decoded.value, name } : null;
      } catch (error) {
        if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return null;
        throw error;
      }
    });

  return {
    begin() {
      run = randomBytes(6).toString('hex');
    },
    keep(desk, slug, article) {
      const name = nameOf(desk, article.id);
      return queues.run(name, async () => {
        const made = await attempt(folder, () => makeFolders(folder));
        if (!made.ok) return made;
        const copy: RecoveryCopy = {
          format: 'standfirst-recovery-1',
          desk,
          slug,
          kept: now().toISOString(),
          article,
        };
        const content = `${JSON.stringify(copyCodec.encode(copy))}\n`;
        const written = await safeWrite({ path: join(folder, name), content, mode: privateMode });
        return written.ok ? ok(null) : written;
      });
    },
    drop(desk, articleId) {
      const name = nameOf(desk, articleId);
      return queues.run(name, () => remove(name));
    },
    async left(desk) {
      await removeLeftovers(folder, now().getTime());
      const names = await attempt(folder, () => fs.readdir(folder));
      if (!names.ok) return names.error.code === 'vanished' ? ok([]) : names;
      const copies: KeptCopy[] = [];
      for (const name of names.value) {
        if (name.endsWith(`-${run}.json`)) continue;
        const copy = await read(name);
        if (!copy.ok || !copy.value) continue;
        if (copy.value.desk === desk || (await isGone(copy.value.desk))) copies.push(copy.value);
      }
      return ok(copies.sort((one, other) => (one.kept < other.kept ? 1 : -1)));
    },
    read,
    async dismiss(name) {
      return fileName.test(name)
        ? remove(name)
        : fail({ code: 'vanished', path: join(folder, name), errno: 'ENOENT' });
    },
  };
}

async function isGone(folder: string): Promise<boolean> {
  try {
    await fs.stat(folder);
    return false;
  } catch (error) {
    // A folder that may not be looked at is there.
    if (errnoOf(error) === null) throw error;
    return ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '');
  }
}
