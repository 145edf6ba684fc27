import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../shared/article/article';
import { createWordCounter } from '../../shared/article/words';
import { ok, type Result } from '../../shared/base/result';
import type { FileFailure } from '../../shared/ipc/failures';
import { attempt, errnoOf } from './file-failure';
import { makeFolder } from './folders';
import { removeLeftovers } from './leftovers';
import { readWithin } from './read-file';
import { privateMode, safeCreate, safeWrite } from './safe-write';
import {
  articleIn,
  packLeaning,
  packText,
  recordIn,
  unpackLeaning,
  unpackText,
  type VersionRecord,
  versionText,
} from './version-file';

/*
 * The files of an article's versions. Each is whole by itself, `<time>.json.gz`. Those that are older than a week lean on
 * another one of theirs, `<time>.on.<its time>.json.zz`: a year of daily versions then weighs a third. Never more than
 * those of one week lean on one file, none leans on one that leans, and a file that others lean on is never changed or
 * removed before they are whole again. The check sum in each tells whether it stands on what it was made from.
 */

/** A version without its article. */
export interface Listed {
  /** The name of the version: that of its file while it was whole. */
  readonly file: string;
  readonly record: VersionRecord;
}

export interface Version extends Listed {
  readonly article: Article;
}

/** The files of the versions of one article. */
export interface VersionFolder {
  /** All versions, oldest first, and the files that hold none. */
  all(): Promise<{ readonly versions: readonly Listed[]; readonly damaged: readonly string[] }>;
  /** null where it cannot be read or is none. */
  load(file: string): Promise<Version | null>;
  has(file: string): Promise<boolean>;
  /** Puts a version under the first free name of its moment. */
  add(article: Article, record: VersionRecord, moment: Date): Promise<Result<string, FileFailure>>;
  /** Writes what is known of a version anew. */
  rewrite(version: Version): Promise<Result<null, FileFailure>>;
  /** Removes what can be removed. */
  remove(files: readonly string[]): Promise<void>;
  /** Lets what is older than a week at `now`, in milliseconds since 1970, lean. `versions` is given oldest first. */
  lean(versions: readonly Listed[], now: number): Promise<void>;
}

/** Larger files are not read. */
const mostBytes = 50_000_000;

/** Of longer texts, in bytes, the compression would not see the same words in the other one: its window is 32 kB. */
const mostLeaning = 48_000;

const week = 7 * 24 * 3_600_000;

/** "20261123T190501123Z": the moment, without characters that a file system refuses; a number where two fell together. */
const stem = '(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)(\\d{3})Z(?:-\\d+)?';
const wholeName = new RegExp(`^${stem}\\.json\\.gz$`);
const leaningName = new RegExp(`^(${stem.replaceAll('(\\d', '(?:\\d')})\\.on\\.(.+)\\.json\\.zz$`);

const wholeOf = (moment: string): string => `${moment}.json.gz`;
const stemOf = (file: string): string => file.slice(0, -'.json.gz'.length);

/** The moment in the name of a version, ISO 8601; null for any other name. */
function momentOf(file: string): string | null {
  const [, year, month, day, hour, minute, second, thousandth] = wholeName.exec(file) ?? [];
  const moment = `${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandth}Z`;
  return Number.isNaN(Date.parse(moment)) ? null : moment;
}

/** Where a version stands: the name of its file, and the version it leans on. */
interface Place {
  readonly name: string;
  readonly on: string | null;
}

/** The versions in the folder `path`, which need not be there yet. */
export function versionFolder(path: string): VersionFolder {
  async function places(): Promise<ReadonlyMap<string, Place>> {
    let names: readonly string[];
    try {
      names = await fs.readdir(path);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return new Map();
      throw error;
    }
    const found = new Map<string, Place>();
    for (const name of names) {
      const [, moment = '', base = ''] = leaningName.exec(name) ?? [];
      if (momentOf(wholeOf(moment)) && momentOf(wholeOf(base)))
        found.set(wholeOf(moment), { name, on: wholeOf(base) });
    }
    // Where a crash left a version both ways, the whole one holds.
    for (const name of names) if (momentOf(name) !== null) found.set(name, { name, on: null });
    return found;
  }

  async function bytesOf(name: string): Promise<Uint8Array | null> {
    try {
      const bytes = await readWithin(join(path, name), mostBytes);
      return typeof bytes === 'number' ? null : bytes;
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return null;
    }
  }

  /** Reads texts of versions; those that others lean on are unpacked once. */
  function reading(present: ReadonlyMap<string, Place>): (file: string) => Promise<Uint8Array | null> {
    const bases = new Map<string, Promise<Uint8Array | null>>();
    const whole = async (file: string): Promise<Uint8Array | null> => {
      const bytes = present.get(file)?.on === null ? await bytesOf(file) : null;
      return bytes && unpackText(bytes);
    };
    return async (file) => {
      const place = present.get(file);
      if (!place) return null;
      if (place.on === null) return whole(file);
      const base = bases.get(place.on) ?? whole(place.on);
      bases.set(place.on, base);
      const [bytes, basis] = await Promise.all([bytesOf(place.name), base]);
      return bytes && basis && unpackLeaning(bytes, basis);
    };
  }

  function versionIn(file: string, text: Uint8Array): Version | null {
    const record = recordIn(text);
    const article = record && articleIn(text);
    if (!record || !article) return null;
    return { file, article, record: record === 'foreign' ? foreignRecord(file, article) : record };
  }

  function listedIn(file: string, text: Uint8Array): Listed | null {
    const record = recordIn(text);
    return record === 'foreign' ? versionIn(file, text) : record && { file, record };
  }

  async function load(file: string): Promise<Version | null> {
    const text = await reading(await places())(file);
    return text && versionIn(file, text);
  }

  /** Writes the text of a version as a whole file; `former` is the one in whose place it stands, which goes then. */
  async function writeWhole(
    file: string,
    text: Uint8Array,
    former: string | undefined,
  ): Promise<Result<null, FileFailure>> {
    const content = await packText(text);
    const written = await safeWrite({ path: join(path, file), content, mode: privateMode });
    if (!written.ok) return written;
    if (former !== undefined && former !== file) await fs.rm(join(path, former), { force: true });
    return ok(null);
  }

  /** Makes whole what leans on `file`, but for those in `but`. Only if that worked may `file` be changed. */
  async function free(file: string, but: ReadonlySet<string>): Promise<Result<null, FileFailure>> {
    const present = await places();
    const read = reading(present);
    for (const [other, place] of present) {
      if (place.on !== file || but.has(other)) continue;
      const text = await read(other);
      // What is damaged already loses nothing.
      const freed = text ? await writeWhole(other, text, place.name) : ok(null);
      if (!freed.ok) return freed;
    }
    return ok(null);
  }

  async function leanOn(file: string, base: string, read: (file: string) => Promise<Uint8Array | null>) {
    const [text, basis] = [await read(file), await read(base)];
    if (!text || !basis || text.length > mostLeaning) return;
    const name = `${stemOf(file)}.on.${stemOf(base)}.json.zz`;
    const content = await packLeaning(text, basis);
    const written = await safeWrite({ path: join(path, name), content, mode: privateMode });
    if (!written.ok) return;
    const stands = await bytesOf(name);
    const back = stands && (await unpackLeaning(stands, basis));
    // The whole file goes only when the other was read back, and is the same.
    const sure = back !== null && Buffer.compare(back, text) === 0;
    await fs.rm(join(path, sure ? file : name), { force: true });
  }

  return {
    async all() {
      const present = await places();
      const read = reading(present);
      const versions: Listed[] = [];
      const damaged: string[] = [];
      for (const [file, { name }] of present) {
        const text = await read(file);
        const version = text && listedIn(file, text);
        if (version) versions.push(version);
        else damaged.push(name);
      }
      return { versions: versions.sort(inOrder), damaged: damaged.sort() };
    },
    load,
    has: async (file) => (await places()).has(file),
    async add(article, record, moment) {
      const made = await attempt(path, async () => {
        await makeFolder(path);
        await removeLeftovers(path, moment.getTime());
      });
      if (!made.ok) return made;
      const content = await packText(versionText(article, record));
      const taken = await places();
      for (let number = 1; ; number += 1) {
        const name = moment.toISOString().replace(/[-:.]/g, '');
        const file = wholeOf(number === 1 ? name : `${name}-${number}`);
        // A clock that was set back, or two versions in one millisecond.
        if (taken.has(file)) continue;
        const written = await safeCreate({ path: join(path, file), content, mode: privateMode });
        if (written.ok) return ok(file);
        if (written.error.code !== 'exists') return written;
      }
    },
    async rewrite({ file, article, record }) {
      const place = (await places()).get(file);
      const freed = await free(file, new Set());
      return freed.ok ? writeWhole(file, versionText(article, record), place?.name) : freed;
    },
    async remove(files) {
      const going = new Set(files);
      const present = await places();
      for (const file of files) {
        if (!(await free(file, going)).ok) continue;
        const name = present.get(file)?.name;
        if (name !== undefined) await attempt(path, () => fs.unlink(join(path, name)));
      }
    },
    async lean(versions, now) {
      const present = await places();
      const read = reading(present);
      const leantOn = new Set([...present.values()].map(({ on }) => on));
      const isWhole = ({ file }: Listed) => present.get(file)?.on === null;
      for (const group of byWeek(versions, now)) {
        // What was written in the middle of a week has most in common with all of it.
        const whole = group.filter(isWhole);
        const base = group.find(({ file }) => leantOn.has(file)) ?? whole[whole.length >> 1];
        for (const version of group) {
          // What the writer named stands by itself: it is what may be looked for with other tools.
          const may = version.record.name === null && isWhole(version) && !leantOn.has(version.file);
          if (base && version !== base && may) await leanOn(version.file, base.file, read);
        }
      }
    },
  };
}

/** The versions of each seven days, counted from 1970, that ended a week before `now`. */
function byWeek(versions: readonly Listed[], now: number): Iterable<readonly Listed[]> {
  const weeks = new Map<number, Listed[]>();
  for (const version of versions) {
    const number = Math.floor(Date.parse(version.record.taken) / week);
    if ((number + 2) * week <= now) weeks.set(number, [...(weeks.get(number) ?? []), version]);
  }
  return weeks.values();
}

/** Oldest first, by the order in which they were taken; where two machines wrote, by their clocks. */
const inOrder = (one: Listed, other: Listed): number =>
  one.record.sequence - other.record.sequence ||
  Date.parse(one.record.taken) - Date.parse(other.record.taken) ||
  (one.file < other.file ? -1 : 1);

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
