import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../shared/article/article';
import { serialiseArticle } from '../../shared/article/file';
import { createWordCounter } from '../../shared/article/words';
import { fail, ok, type Result } from '../../shared/base/result';
import type { FileFailure, VersionFailure } from '../../shared/ipc/failures';
import { articleDifference } from '../../shared/versions/difference';
import { versionsToRemove } from '../../shared/versions/thinning';
import type { VersionEntry, VersionList, VersionReason } from '../../shared/versions/version';
import { articlePath, readArticleFile } from './article-file';
import { contentHash } from './content-hash';
import { attempt, errnoOf } from './file-failure';
import { removeLeftovers } from './leftovers';
import { privateMode, safeCreate, safeWrite } from './safe-write';
import { packVersion, unpackArticle, unpackRecord, type VersionRecord } from './version-file';

/** The folder of an article's versions inside its own. */
export const versionsFolder = '.versions';

/** While words are being changed a version is kept at most this often, in milliseconds (DESIGN 3). */
const atMostEvery = 5 * 60 * 1000;

/** Larger files are not read. */
const mostBytes = 50_000_000;

/** The former states of the articles of one desk. Calls for one article must not overlap: `desk.ts` queues them. */
export interface Versions {
  /**
   * Keeps what stands on the disk now as a version. Where the newest version holds the same, none is added: that one is
   * answered, with the new name where one is given. Where the file no longer has the given hash, another program wrote
   * it, and that is the reason of the version.
   */
  take(
    slug: string,
    reason: VersionReason,
    name: string | null,
    hash: string | null,
  ): Promise<Result<string, VersionFailure>>;
  /** Called after every save: keeps a version where the last one is old enough. What fails waits for the next save. */
  afterSave(slug: string, article: Article): Promise<void>;
  list(slug: string): Promise<Result<VersionList, FileFailure>>;
  read(slug: string, file: string): Promise<Result<Article, VersionFailure>>;
  /** Names a version; null takes the name away. */
  name(slug: string, file: string, name: string | null): Promise<Result<null, VersionFailure>>;
  /** The folder got another name. */
  renamed(from: string, to: string): void;
}

/** A version without its article. */
interface Listed {
  readonly file: string;
  readonly record: VersionRecord;
}

interface Version extends Listed {
  readonly article: Article;
}

/** What is remembered of the newest version of an article that was worked on. */
interface Newest {
  readonly version: Version;
  readonly digest: string;
  /** When it was taken, by a clock that nobody sets, in milliseconds. */
  readonly at: number;
}

/** "20261123T190501123Z.json.gz": the moment, without characters that a file system refuses. */
const fileName = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z(?:-\d+)?\.json\.gz$/;

/** The moment in the name of a version's file, ISO 8601; null for any other name. */
function momentOf(name: string): string | null {
  const [, year, month, day, hour, minute, second, thousandth] = fileName.exec(name) ?? [];
  const moment = `${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandth}Z`;
  return Number.isNaN(Date.parse(moment)) ? null : moment;
}

/** Of how many articles the newest version stays in memory: an evening's work must not hold every article it met. */
const mostRemembered = 8;

/**
 * The versions of the desk in `desk`. `now` tells the time and may be set; `elapsed` counts milliseconds and never goes
 * back.
 */
export function createVersions(desk: string, now: () => Date, elapsed: () => number): Versions {
  const newest = new Map<string, Newest>();
  const folderOf = (slug: string): string => join(desk, slug, versionsFolder);

  /** Keeps the newest version of the articles that were worked on last; those of the others are read again. */
  function remember(slug: string, known: Newest): void {
    newest.delete(slug);
    newest.set(slug, known);
    const [longestAgo] = newest.keys();
    if (newest.size > mostRemembered && longestAgo !== undefined) newest.delete(longestAgo);
  }

  async function names(slug: string): Promise<readonly string[]> {
    try {
      return (await fs.readdir(folderOf(slug))).filter((name) => momentOf(name) !== null);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  /** The bytes of a version's file; null where it cannot be read or is none. */
  async function bytesOf(slug: string, file: string): Promise<Uint8Array | null> {
    if (momentOf(file) === null) return null;
    const path = join(folderOf(slug), file);
    try {
      const { size } = await fs.stat(path);
      return size > mostBytes ? null : await fs.readFile(path);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return null;
    }
  }

  async function load(slug: string, file: string): Promise<Version | null> {
    const bytes = await bytesOf(slug, file);
    const record = bytes && (await unpackRecord(bytes));
    const article = bytes && record && (await unpackArticle(bytes));
    if (!record || !article) return null;
    return { file, article, record: record === 'foreign' ? foreignRecord(file, article) : record };
  }

  async function look(slug: string, file: string): Promise<Listed | null> {
    const bytes = await bytesOf(slug, file);
    const record = bytes && (await unpackRecord(bytes));
    return record === 'foreign' ? load(slug, file) : record && { file, record };
  }

  /** All versions, oldest first, and the files that hold none. */
  async function lookAtAll(
    slug: string,
  ): Promise<{ versions: readonly Listed[]; damaged: readonly string[] }> {
    const versions: Listed[] = [];
    const damaged: string[] = [];
    for (const file of await names(slug)) {
      const version = await look(slug, file);
      if (version) versions.push(version);
      else damaged.push(file);
    }
    return { versions: versions.sort(inOrder), damaged: damaged.sort() };
  }

  async function newestOf(slug: string): Promise<Newest | null> {
    const known = newest.get(slug);
    if (known && (await bytesOf(slug, known.version.file))) return known;
    newest.delete(slug);
    const { versions } = await lookAtAll(slug);
    for (const { file } of [...versions].reverse()) {
      const version = await load(slug, file);
      if (version)
        return { version, digest: digestOf(version.article), at: elapsed() - ageOf(version, now()) };
    }
    return null;
  }

  async function keep(
    slug: string,
    article: Article,
    reason: VersionReason,
    name: string | null,
  ): Promise<Result<string, VersionFailure>> {
    const before = await newestOf(slug);
    const digest = digestOf(article);
    if (before && before.digest === digest) {
      remember(slug, { ...before, at: elapsed() });
      if (name === null || before.version.record.name === name) return ok(before.version.file);
      const named = await rename(slug, before.version, name);
      return named.ok ? ok(before.version.file) : named;
    }
    const moment = now();
    const former = before?.version ?? null;
    const changed = former ? articleDifference(former.article, article).words : { added: 0, removed: 0 };
    const record: VersionRecord = {
      taken: moment.toISOString(),
      sequence: (former?.record.sequence ?? 0) + 1,
      reason,
      name,
      words: createWordCounter(article.language).ofBody(article.body).words,
      added: (former?.record.added ?? 0) + changed.added,
      removed: (former?.record.removed ?? 0) + changed.removed,
    };
    const written = await write(slug, article, record, moment);
    if (!written.ok) return written;
    remember(slug, { version: { file: written.value, article, record }, digest, at: elapsed() });
    // What could not be thinned now is thinned next time.
    await attempt(folderOf(slug), () => thin(slug));
    return written;
  }

  /** Puts a version under the first free name of its moment. */
  async function write(
    slug: string,
    article: Article,
    record: VersionRecord,
    moment: Date,
  ): Promise<Result<string, FileFailure>> {
    const folder = folderOf(slug);
    const made = await attempt(folder, async () => {
      try {
        await fs.mkdir(folder, { mode: 0o700 });
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST') throw error;
      }
      await removeLeftovers(folder, moment.getTime());
    });
    if (!made.ok) return made;
    const content = await packVersion(article, record);
    for (let number = 1; ; number += 1) {
      const stem = moment.toISOString().replace(/[-:.]/g, '');
      const file = `${stem}${number === 1 ? '' : `-${number}`}.json.gz`;
      const written = await safeCreate({ path: join(folder, file), content, mode: privateMode });
      if (written.ok) return ok(file);
      // A clock that was set back, or two versions in one millisecond.
      if (written.error.code !== 'exists') return written;
    }
  }

  async function rename(
    slug: string,
    { file, article, record }: Version,
    name: string | null,
  ): Promise<Result<null, FileFailure>> {
    const renamed = { ...record, name };
    const path = join(folderOf(slug), file);
    const written = await safeWrite({
      path,
      content: await packVersion(article, renamed),
      mode: privateMode,
    });
    if (!written.ok) return written;
    const known = newest.get(slug);
    if (known?.version.file === file)
      remember(slug, { ...known, version: { file, article, record: renamed } });
    return ok(null);
  }

  async function thin(slug: string): Promise<void> {
    const { versions } = await lookAtAll(slug);
    const dated = versions.map(({ file, record }) => ({
      file,
      taken: Date.parse(record.taken),
      named: record.name !== null,
    }));
    for (const { file } of versionsToRemove(dated, now().getTime())) {
      await attempt(file, () => fs.unlink(join(folderOf(slug), file)));
    }
  }

  return {
    async take(slug, reason, name, hash) {
      const present = await readArticleFile(articlePath(desk, slug));
      if (!present.ok) return fail({ code: 'unreadable', problem: present.error });
      const isOthers = hash !== null && hash !== present.value.hash;
      return attempted(slug, () => keep(slug, present.value.article, isOthers ? 'outside' : reason, name));
    },
    async afterSave(slug, article) {
      await attempted(slug, async () => {
        const known = newest.get(slug) ?? (await newestOf(slug));
        if (known && elapsed() - known.at < atMostEvery) {
          remember(slug, known);
          return ok('');
        }
        return keep(slug, article, 'writing', null);
      });
    },
    list: (slug) =>
      attempt(folderOf(slug), async () => {
        const { versions, damaged } = await lookAtAll(slug);
        return {
          versions: versions.map((version, index) => entryOf(version, versions[index - 1])).reverse(),
          damaged,
        };
      }),
    async read(slug, file) {
      const version = await load(slug, file);
      return version ? ok(version.article) : fail({ code: 'no-such-version' });
    },
    async name(slug, file, name) {
      const version = await load(slug, file);
      if (!version) return fail({ code: 'no-such-version' });
      return attempted(slug, () => rename(slug, version, name));
    },
    renamed(from, to) {
      const known = newest.get(from);
      newest.delete(from);
      if (known) remember(to, known);
    },
  };

  async function attempted<Value>(
    slug: string,
    work: () => Promise<Result<Value, VersionFailure>>,
  ): Promise<Result<Value, VersionFailure>> {
    const done = await attempt(folderOf(slug), work);
    return done.ok ? done.value : done;
  }
}

/** Oldest first, by the order in which they were taken; where two machines wrote, by their clocks. */
const inOrder = (one: Listed, other: Listed): number =>
  one.record.sequence - other.record.sequence ||
  Date.parse(one.record.taken) - Date.parse(other.record.taken) ||
  (one.file < other.file ? -1 : 1);

/** How long ago a version was taken, in milliseconds; 0 where its clock or ours must be wrong. */
const ageOf = ({ record }: Listed, now: Date): number =>
  Math.max(0, now.getTime() - Date.parse(record.taken));

/** The same text for articles that differ in nothing but the moment of the last save and the name of their folder. */
const digestOf = (article: Article): string =>
  contentHash(Buffer.from(serialiseArticle({ ...article, modified: article.created, slug: 'article' })));

function entryOf({ file, record }: Listed, before: Listed | undefined): VersionEntry {
  const { taken, reason, name, words, added, removed } = record;
  return {
    file,
    taken,
    reason,
    name,
    words,
    added: Math.max(0, added - (before?.record.added ?? added)),
    removed: Math.max(0, removed - (before?.record.removed ?? removed)),
  };
}

/** A version without a record stands before all of ours, at the moment its file is named after. */
function foreignRecord(file: string, article: Article): VersionRecord {
  return {
    taken: momentOf(file) ?? article.modified,
    sequence: 0,
    reason: 'outside',
    name: null,
    words: createWordCounter(article.language).ofBody(article.body).words,
    added: 0,
    removed: 0,
  };
}
