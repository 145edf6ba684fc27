import { promises as fs } from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, type Result } from '../../shared/base/result';
import type { BinEntry } from '../../shared/ipc/desk-entries';
import type { FileFailure } from '../../shared/ipc/failures';
import { articlePath, readArticleFile } from './article-file';
import { claimLike, moveToClaimed } from './claim';
import { attempt, errnoOf, fileFailure } from './file-failure';
import { makeFolder } from './folders';
import { renameWithPatience } from './rename';
import { syncFolder } from './safe-write';

/** How long a deleted article stays in the bin, in days. */
const daysInBin = 30;

/** The folder of deleted articles inside the desk. */
export const binFolder = '.bin';

/** The deleted articles of one desk. The name of a folder in the bin tells when it was deleted, and from where. */
export interface Bin {
  list(): Promise<Result<readonly BinEntry[], FileFailure>>;
  /** Moves the folder of the article `slug` into the bin. */
  take(slug: string): Promise<Result<BinEntry, FileFailure>>;
  /** Moves a file that is an article into a folder of its own in the bin. */
  takeFile(slug: string, path: string): Promise<Result<null, FileFailure>>;
  /** Removes these folders of the bin for good. */
  empty(names: readonly string[]): Promise<Result<null, FileFailure>>;
  /** Removes for good what has lain in the bin for its time. Called by the calendar only, never for want of room. */
  expire(): Promise<Result<null, FileFailure>>;
  /** Moves a folder back, under its old name or the first free one like it. */
  restore(name: string): Promise<Result<{ slug: string }, FileFailure>>;
}

/** The bin of the desk in `desk`; `now` tells the time. */
export function createBin(desk: string, now: () => Date): Bin {
  const bin = join(desk, binFolder);

  async function entryOf(name: string): Promise<BinEntry> {
    const { slug, deleted } = partsOf(name);
    const file = await readArticleFile(articlePath(bin, name));
    return {
      name,
      slug,
      headline: file.ok ? file.value.article.headline : '',
      // Of a link itself: what it points to may be gone, and is no reason to show none of the others.
      deleted: deleted ?? (await fs.lstat(join(bin, name))).mtime.toISOString(),
      expires: deleted === null ? null : expiryOf(deleted),
    };
  }

  /** Makes the bin and answers the first free name in it for `slug`. */
  async function place(slug: string): Promise<string> {
    await makeFolder(bin);
    const taken = new Set((await fs.readdir(bin)).map((name) => name.toLowerCase()));
    return firstFree(binName(now(), slug), taken);
  }

  const empty = (names: readonly string[]) =>
    attempt(bin, async () => {
      // What a link points to lies elsewhere and stays: only the link goes.
      for (const name of names) await fs.rm(join(bin, name), { recursive: true, force: true });
      if (names.length > 0) await syncFolder(bin);
      return null;
    });

  return {
    async list() {
      try {
        const names = await fs.readdir(bin, { withFileTypes: true });
        const folders = names.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
        const entries = await Promise.all(folders.map((entry) => entryOf(entry.name)));
        return ok(entries.sort((a, b) => (a.deleted < b.deleted ? 1 : -1)));
      } catch (error) {
        return errnoOf(error) === 'ENOENT' ? ok([]) : { ok: false, error: fileFailure(error, bin) };
      }
    },
    take: (slug) =>
      attempt(join(desk, slug), async () => {
        const name = await place(slug);
        await renameWithPatience(join(desk, slug), join(bin, name));
        await syncFolder(bin);
        await syncFolder(desk);
        return entryOf(name);
      }),
    takeFile: (slug, path) =>
      attempt(path, async () => {
        const name = await place(slug);
        await fs.mkdir(join(bin, name), { mode: 0o700 });
        await renameWithPatience(path, articlePath(bin, name));
        await syncFolder(join(bin, name));
        await syncFolder(bin);
        await syncFolder(dirname(path));
        return null;
      }),
    empty,
    async expire() {
      const names = await attempt(bin, () => fs.readdir(bin));
      if (!names.ok) return names.error.code === 'vanished' ? ok(null) : names;
      const moment = now().toISOString();
      return empty(
        names.value.filter((name) => {
          const { deleted } = partsOf(name);
          return deleted !== null && expiryOf(deleted) <= moment;
        }),
      );
    },
    restore: (name) =>
      attempt(join(bin, name), async () => {
        const slug = await claimLike(desk, partsOf(name).slug);
        await moveToClaimed(join(bin, name), desk, slug);
        await syncFolder(bin);
        return { slug };
      }),
  };
}

/** "20261123T190501123Z-tides": the moment of deletion, without characters that a file system refuses, and the slug. */
const binName = (moment: Date, slug: string): string =>
  `${moment.toISOString().replace(/[-:.]/g, '')}-${slug}`;

function expiryOf(deleted: string): string {
  const day = new Date(deleted);
  day.setUTCDate(day.getUTCDate() + daysInBin);
  return day.toISOString();
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : name.replace('Z-', `Z${number}-`);
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function partsOf(name: string): { slug: string; deleted: string | null } {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\d*-(.+)$/.exec(name);
  if (!parts) return { slug: name, deleted: null };
  const [, year, month, day, hour, minute, second, thousandth, slug = name] = parts;
  const deleted = `${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandth}Z`;
  // A name that only looks like one of ours tells no moment.
  return Number.isNaN(Date.parse(deleted)) ? { slug: name, deleted: null } : { slug, deleted };
}
