import { promises as fs } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatName } from '../../shared/article/article';
import { deskFormatName } from '../../shared/article/desk-settings';
import { isJsonObject } from '../../shared/base/json';
import { fail, ok, type Result } from '../../shared/base/result';
import type { FileFailure } from '../../shared/ipc/failures';
import { bookFormatName } from '../../shared/sources/book';
import { articleFileName } from './article-file';
import { settingsFileName } from './desk-settings-file';
import { attempt, errnoOf } from './file-failure';
import { readWhole } from './read-file';
import { privateMode, safeCreate, safeWrite } from './safe-write';
import { bookFileName } from './source-book';

/** A file of an export. */
export interface Delivered {
  /** A plain name, or one in the folder `media`. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** True for a sheet that names sources and evidence: it is the writer's alone. */
  readonly staysAtDesk?: boolean;
}

/** What is handed over is for others to read; the system's mask may narrow it. */
export const publicMode = 0o644;
const publicFolderMode = 0o755;

const isPicture = ({ name }: Delivered): boolean => name.startsWith('media/');

/**
 * Writes the files of one export into `folder`, which must be there: a folder that vanished is not made anew where nobody
 * looks for it. Pictures come first and the document last, so that a document that stands there is whole; where the disk
 * refuses on the way, what was new is taken away again. Without `replace` a name that is taken by other content fails
 * with `exists`. What belongs to a desk is never replaced: an article, its pictures, settings and sources fail with
 * `part-of-desk`. Answers the paths in the order of `files`.
 */
export async function deliver(
  folder: string,
  files: readonly Delivered[],
  { replace }: { readonly replace: boolean },
): Promise<Result<{ paths: readonly string[] }, FileFailure>> {
  const there = await attempt(folder, () => fs.readdir(folder));
  if (!there.ok) return there;
  const created: string[] = [];
  const inOrder = [...files.filter(isPicture), ...files.filter((file) => !isPicture(file))];
  for (const file of inOrder) {
    const put = await deliverOne(folder, file, replace, created);
    if (put.ok) continue;
    await takeBack(created);
    return put;
  }
  return ok({ paths: files.map(({ name }) => join(folder, name)) });
}

/** Which of the names are taken in `folder`. */
export const takenNames = (
  folder: string,
  names: readonly string[],
): Promise<Result<readonly string[], FileFailure>> =>
  attempt(folder, async () => {
    const taken: string[] = [];
    for (const name of names) if (await exists(join(folder, name))) taken.push(name);
    return taken;
  });

async function deliverOne(
  folder: string,
  { name, content, staysAtDesk = false }: Delivered,
  replace: boolean,
  created: string[],
): Promise<Result<null, FileFailure>> {
  const path = join(folder, name);
  const looked = await attempt(path, async () => {
    if (isPicture({ name, content }) && !(await exists(dirname(path)))) {
      await fs.mkdir(dirname(path), { mode: publicFolderMode });
      created.push(dirname(path));
    }
    return exists(path);
  });
  if (!looked.ok) return looked;
  if (looked.value) {
    const present = await attempt(path, () => readWhole(path));
    if (!present.ok) return present;
    if (Buffer.from(content).equals(present.value)) return ok(null);
    if (!replace) return fail({ code: 'exists', path, errno: 'EEXIST' });
    // The picture that stands there would lose its metadata, and no longer be the one its name was made from.
    const owner = isPicture({ name, content }) ? await besideArticle(folder) : isOfDesk(name, present.value);
    if (owner) return fail({ code: 'part-of-desk', path, errno: 'EEXIST' });
  }
  const write = replace ? safeWrite : safeCreate;
  const written = await write({ path, content, mode: staysAtDesk ? privateMode : publicMode });
  if (!written.ok) return written;
  if (!looked.value) created.push(path);
  return ok(null);
}

const deskFormats = [formatName, deskFormatName, bookFormatName];
/** What the files of a desk are begins them, in UTF-8. */
const formatStandsWithin = 4096;

/** Whether a file is an article, or the settings or the sources of a desk. */
function holdsDeskFormat(content: Buffer): boolean {
  const beginning = content.toString('utf8', 0, formatStandsWithin);
  return deskFormats.some((format) => beginning.includes(`"${format}"`));
}

const deskFiles: ReadonlySet<string> = new Set([articleFileName, settingsFileName, bookFileName]);

/** Whether a file belongs to a desk, also where it is damaged: then its name tells. */
const isOfDesk = (name: string, content: Buffer): boolean =>
  holdsDeskFormat(content) || (deskFiles.has(name) && !isObject(content));

function isObject(content: Buffer): boolean {
  try {
    return isJsonObject(JSON.parse(content.toString()));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

async function besideArticle(folder: string): Promise<boolean> {
  try {
    return holdsDeskFormat(await readWhole(join(folder, articleFileName)));
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return false;
  }
}

/** Removes what was made for an export that failed; folders last, and only where they are empty. */
async function takeBack(created: readonly string[]): Promise<void> {
  for (const path of [...created].reverse()) {
    try {
      if ((await fs.lstat(path)).isDirectory()) await fs.rmdir(path);
      else await fs.unlink(path);
    } catch (error) {
      // The failure of the export is what the writer must hear.
      if (errnoOf(error) === null) throw error;
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await fs.stat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}
