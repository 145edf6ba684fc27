import { basename, extname, join } from 'node:path';
import { isMediaFileName } from '../../shared/article/address';
import { fail, ok, type Result } from '../../shared/base/result';
import type { DocumentState, StoredDocument } from '../../shared/ipc/desk-entries';
import type { DocumentFailure, FileFailure } from '../../shared/ipc/failures';
import { contentHash } from './content-hash';
import { attempt, errnoOf, fileFailure } from './file-failure';
import { makeFolder } from './folders';
import { hashOfWhole, readWithin } from './read-file';
import { privateMode, safeCreate } from './safe-write';
import { slugFrom } from './slug';

/**
 * The folder of the copies of documentary sources, beside `sources.json`. Its name has a dot, so that no article's slug
 * can ever be the same.
 */
const documentsFolder = 'sources.files';

/** Larger files are refused: a copy is read whole to be hashed, and every copy of the desk carries it. */
const mostBytes = 200_000_000;

/** The path of the stored copy `file`. */
export const documentPath = (desk: string, file: string): string => join(desk, documentsFolder, file);

/**
 * Copies the document at `path` into the desk, under a name that begins with its SHA-256: the same document twice is
 * one file.
 */
export async function addDocument(
  desk: string,
  path: string,
): Promise<Result<StoredDocument, DocumentFailure>> {
  const read: Result<Uint8Array | number, FileFailure> = await attempt(path, () =>
    readWithin(path, mostBytes),
  );
  if (!read.ok) return read;
  if (typeof read.value === 'number') return fail({ code: 'too-large', bytes: read.value });
  const sha256 = contentHash(read.value);
  const file = `${sha256.slice(0, 12)}-${plainName(path)}`;
  const folder = join(desk, documentsFolder);
  const made = await attempt(folder, () => makeFolder(folder));
  if (!made.ok) return made;
  const written = await safeCreate({ path: join(folder, file), content: read.value, mode: privateMode });
  if (written.ok) return ok({ file, sha256 });
  if (written.error.code !== 'exists') return written;
  // A copy of that name whose content was changed since must not pass for the document.
  const state = await documentState(desk, file, sha256);
  return state === 'same'
    ? ok({ file, sha256 })
    : fail({ code: 'exists', path: join(folder, file), errno: 'EEXIST' });
}

/** A name for the copy that is safe on every system: the words of the old one, and its ending. */
function plainName(path: string): string {
  const ending = extname(path);
  const words = slugFrom(basename(path, ending));
  return /^\.[a-z0-9]{1,10}$/i.test(ending) ? `${words}${ending.toLowerCase()}` : words;
}

/** Whether the stored copy `file` still has the content `sha256`. */
export async function documentState(desk: string, file: string, sha256: string): Promise<DocumentState> {
  if (!isMediaFileName(file)) return 'missing';
  try {
    return (await hashOfWhole(documentPath(desk, file))) === sha256 ? 'same' : 'changed';
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errnoOf(error) ?? '')) return 'missing';
    // Whatever else the system says, the copy cannot be shown to be the same. Mistakes of ours are thrown.
    fileFailure(error, file);
    return 'unreadable';
  }
}
