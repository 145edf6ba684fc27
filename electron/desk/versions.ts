import { join } from 'node:path';
import type { Article } from '../../shared/article/article';
import { createWordCounter } from '../../shared/article/words';
import { fail, ok, type Result } from '../../shared/base/result';
import type { FileFailure, VersionFailure } from '../../shared/ipc/failures';
import { articleDifference, isAllThere } from '../../shared/versions/difference';
import { versionsToRemove } from '../../shared/versions/thinning';
import type { VersionEntry, VersionList, VersionReason } from '../../shared/versions/version';
import { articleBytes } from './article-bytes';
import { articlePath, readArticleFile } from './article-file';
import { contentHash } from './content-hash';
import { attempt } from './file-failure';
import { setAside } from './set-aside';
import type { VersionRecord } from './version-file';
import { type Listed, type Version, versionFolder } from './version-folder';

/** The folder of an article's versions inside its own. */
export const versionsFolder = '.versions';

/** While words are being changed a version is kept at most this often, in milliseconds (DESIGN 3). */
const atMostEvery = 5 * 60 * 1000;

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
  /**
   * Keeps what another program wrote, before words are written over it: as a version, or beside the file where it is no
   * article that can be read. Where nothing stands there is nothing to keep.
   */
  keepTheirs(slug: string): Promise<Result<null, FileFailure>>;
  /** Called after every save: keeps a version where the last one is old enough. What fails waits for the next save. */
  afterSave(slug: string, article: Article): Promise<void>;
  /**
   * Called where another program changed the file: what was saved since the newest version, and does not all stand
   * there any more, is kept as one.
   */
  keepReplaced(slug: string): Promise<void>;
  list(slug: string): Promise<Result<VersionList, FileFailure>>;
  read(slug: string, file: string): Promise<Result<Article, VersionFailure>>;
  /** Names a version; null takes the name away. */
  name(slug: string, file: string, name: string | null): Promise<Result<null, VersionFailure>>;
  /** The folder got another name. */
  renamed(from: string, to: string): void;
}

/** What is remembered of the newest version of an article that was worked on. */
interface Newest {
  readonly version: Version;
  readonly digest: string;
  /** When it was taken, by a clock that nobody sets, in milliseconds. */
  readonly at: number;
}

/** Of how many articles what is known of their versions stays in memory: an evening's work must not hold every article it met. */
const mostRemembered = 8;

/**
 * The versions of the desk in `desk`. `now` tells the time and may be set; `elapsed` counts milliseconds and never goes
 * back.
 */
export function createVersions(desk: string, now: () => Date, elapsed: () => number): Versions {
  const newest = new Map<string, Newest>();
  /** What was saved last of an article and is in no version yet. */
  const unkept = new Map<string, Article>();
  const pathOf = (slug: string): string => join(desk, slug, versionsFolder);
  const folderOf = (slug: string) => versionFolder(pathOf(slug));

  /** Keeps the newest version of the articles that were worked on last; those of the others are read again. */
  const remember = (slug: string, known: Newest): void => rememberLast(newest, slug, known);

  async function newestOf(slug: string): Promise<Newest | null> {
    const known = newest.get(slug);
    const folder = folderOf(slug);
    if (known && (await folder.has(known.version.file))) return known;
    newest.delete(slug);
    const { versions } = await folder.all();
    for (const { file } of [...versions].reverse()) {
      const version = await folder.load(file);
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
  ): Promise<Result<string, FileFailure>> {
    const before = await newestOf(slug);
    const digest = digestOf(article);
    const waiting = unkept.get(slug);
    const isKept = () => waiting && digestOf(waiting) === digest && unkept.delete(slug);
    if (before && before.digest === digest) {
      isKept();
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
    const written = await folderOf(slug).add(article, record, moment);
    if (!written.ok) return written;
    isKept();
    remember(slug, { version: { file: written.value, article, record }, digest, at: elapsed() });
    // What could not be thinned now is thinned next time.
    await attempt(pathOf(slug), () => thin(slug));
    return written;
  }

  async function rename(
    slug: string,
    version: Version,
    name: string | null,
  ): Promise<Result<null, FileFailure>> {
    const renamed = { ...version, record: { ...version.record, name } };
    const written = await folderOf(slug).rewrite(renamed);
    if (!written.ok) return written;
    const known = newest.get(slug);
    if (known?.version.file === version.file) remember(slug, { ...known, version: renamed });
    return ok(null);
  }

  async function thin(slug: string): Promise<void> {
    const folder = folderOf(slug);
    const { versions } = await folder.all();
    const dated = versions.map(({ file, record }) => ({
      file,
      taken: Date.parse(record.taken),
      named: record.name !== null,
    }));
    const going = versionsToRemove(dated, now().getTime()).map(({ file }) => file);
    await folder.remove(going);
    await folder.lean(
      versions.filter(({ file }) => !going.includes(file)),
      now().getTime(),
    );
  }

  return {
    async take(slug, reason, name, hash) {
      const present = await readArticleFile(articlePath(desk, slug));
      if (!present.ok) return fail({ code: 'unreadable', problem: present.error });
      const isOthers = hash !== null && hash !== present.value.hash;
      return attempted(slug, () => keep(slug, present.value.article, isOthers ? 'outside' : reason, name));
    },
    async keepTheirs(slug) {
      const path = articlePath(desk, slug);
      const present = await readArticleFile(path);
      if (!present.ok) {
        const aside = await setAside(path, now());
        return aside.ok || aside.error.code === 'vanished' ? ok(null) : aside;
      }
      const done = await attempt(pathOf(slug), () => keep(slug, present.value.article, 'outside', null));
      const kept = done.ok ? done.value : done;
      return kept.ok ? ok(null) : kept;
    },
    async afterSave(slug, article) {
      await attempted(slug, async () => {
        const known = newest.get(slug) ?? (await newestOf(slug));
        if (known && elapsed() - known.at < atMostEvery) {
          remember(slug, known);
          rememberLast(unkept, slug, article);
          return ok('');
        }
        return keep(slug, article, 'writing', null);
      });
    },
    async keepReplaced(slug) {
      const words = unkept.get(slug);
      if (!words) return;
      const present = await readArticleFile(articlePath(desk, slug));
      // Two who write in turns would otherwise fill the folder with versions.
      if (present.ok && isAllThere(articleDifference(words, present.value.article))) return;
      await attempted(slug, () => keep(slug, words, 'writing', null));
    },
    list: (slug) =>
      attempt(pathOf(slug), async () => {
        const { versions, damaged } = await folderOf(slug).all();
        return {
          versions: versions.map((version, index) => entryOf(version, versions[index - 1])).reverse(),
          damaged,
        };
      }),
    read: (slug, file) =>
      attempted(slug, async () => {
        const version = await folderOf(slug).load(file);
        return version ? ok(version.article) : fail({ code: 'no-such-version' });
      }),
    name: (slug, file, name) =>
      attempted<null>(slug, async () => {
        const version = await folderOf(slug).load(file);
        return version ? rename(slug, version, name) : fail({ code: 'no-such-version' });
      }),
    renamed(from, to) {
      const known = newest.get(from);
      newest.delete(from);
      if (known) remember(to, known);
      const words = unkept.get(from);
      unkept.delete(from);
      if (words) rememberLast(unkept, to, words);
    },
  };

  async function attempted<Value>(
    slug: string,
    work: () => Promise<Result<Value, VersionFailure>>,
  ): Promise<Result<Value, VersionFailure>> {
    const done = await attempt(pathOf(slug), work);
    return done.ok ? done.value : done;
  }
}

/** Remembers `value` as the latest, and drops what was remembered longest ago. */
function rememberLast<Value>(known: Map<string, Value>, slug: string, value: Value): void {
  known.delete(slug);
  known.set(slug, value);
  const [longestAgo] = known.keys();
  if (known.size > mostRemembered && longestAgo !== undefined) known.delete(longestAgo);
}

/** How long ago a version was taken, in milliseconds; 0 where its clock or ours must be wrong. */
const ageOf = ({ record }: Listed, now: Date): number =>
  Math.max(0, now.getTime() - Date.parse(record.taken));

/** The same text for articles that differ in nothing but the moment of the last save and the name of their folder. */
const digestOf = (article: Article): string =>
  contentHash(articleBytes({ ...article, modified: article.created, slug: 'article' }));

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
