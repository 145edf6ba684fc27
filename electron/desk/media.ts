import { extname, join } from 'node:path';
import {
  type KeptPicture,
  looksLikeSvg,
  type PictureFile,
  readPictureFile,
} from '../../shared/article/picture-file';
import { fail, ok, type Result } from '../../shared/base/result';
import { isWindowsName } from '../../shared/base/windows-names';
import type { DeskFailure, FileFailure, MediaFailure } from '../../shared/ipc/failures';
import { contentHash } from './content-hash';
import { attempt } from './file-failure';
import { makeFolder } from './folders';
import { readWithin } from './read-file';
import { privateMode, safeCreate } from './safe-write';
import { slugFrom } from './slug';

/** The endings and content types of the pictures that the desk takes in. */
const kinds: Readonly<
  Record<PictureFile['kind'], { readonly type: string; readonly endings: readonly [string, ...string[]] }>
> = {
  png: { type: 'image/png', endings: ['.png'] },
  jpeg: { type: 'image/jpeg', endings: ['.jpg', '.jpeg'] },
  gif: { type: 'image/gif', endings: ['.gif'] },
  webp: { type: 'image/webp', endings: ['.webp'] },
  avif: { type: 'image/avif', endings: ['.avif'] },
};

/** Larger pictures are refused, in bytes: no page needs one, and every copy of the desk would carry it. */
export const mostPictureBytes = 100_000_000;

/** The content type of a picture by its file name; null for anything else. */
function pictureType(file: string): string | null {
  const ending = extname(file).toLowerCase();
  return Object.values(kinds).find((kind) => kind.endings.includes(ending))?.type ?? null;
}

/** The media folder of the article `slug`. */
export const mediaFolder = (desk: string, slug: string): string => join(desk, slug, 'media');

/**
 * The path and content type of a picture of an article; null where no desk is open or the file is no picture. Windows would wait for
 * a device where an article of another system names one.
 */
export function mediaFile(
  desk: string | null,
  slug: string,
  file: string,
): { readonly path: string; readonly type: string } | null {
  const type = process.platform === 'win32' && !isWindowsName(file) ? null : pictureType(file);
  return desk === null || type === null ? null : { path: join(mediaFolder(desk, slug), file), type };
}

/**
 * The name under which a picture is kept: it begins with its hash, so that the same picture twice is one file. What it
 * is, is read from its bytes, not from its name.
 */
export function pictureName(
  name: string,
  bytes: Uint8Array,
): Result<string, Exclude<MediaFailure, DeskFailure>> {
  if (bytes.byteLength > mostPictureBytes) return fail({ code: 'too-large', bytes: bytes.byteLength });
  const picture = readPictureFile(bytes);
  if (!picture) return fail({ code: looksLikeSvg(bytes) ? 'svg' : 'not-a-picture', name });
  const plainName = slugFrom(name.slice(0, name.length - extname(name).length));
  return ok(`${contentHash(bytes).slice(0, 12)}-${plainName}${kinds[picture.kind].endings[0]}`);
}

/** Copies a picture into the article's media folder, under the name that `pictureName` gives it. */
export async function addMedia(
  desk: string,
  slug: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<KeptPicture, MediaFailure>> {
  const named = pictureName(name, bytes);
  if (!named.ok) return named;
  const file = named.value;
  const kept = await keepPictures(desk, slug, [{ file, bytes }], []);
  if (!kept.ok) return kept;
  const { width, height } = readPictureFile(bytes) ?? { width: 0, height: 0 };
  return ok({ file, width, height });
}

/** A picture under the name that `pictureName` gave it. */
export interface NewPicture {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes pictures into the media folder of the article `slug`; those that are there already stay. `written` gets the names of the
 * others, also where the disk refuses on the way.
 */
export async function keepPictures(
  desk: string,
  slug: string,
  pictures: readonly NewPicture[],
  written: string[],
): Promise<Result<null, FileFailure>> {
  if (pictures.length === 0) return ok(null);
  const folder = mediaFolder(desk, slug);
  const made = await attempt(folder, () => makeFolder(folder));
  if (!made.ok) return made;
  for (const { file, bytes } of pictures) {
    const put = await safeCreate({ path: join(folder, file), content: bytes, mode: privateMode });
    if (put.ok) written.push(file);
    else if (put.error.code !== 'exists') return put;
  }
  return ok(null);
}

/** Reads the picture at `path` into the article's media folder. */
export async function addMediaFile(
  desk: string,
  slug: string,
  path: string,
): Promise<Result<KeptPicture, MediaFailure>> {
  const read: Result<Uint8Array | number, FileFailure> = await attempt(path, () =>
    readWithin(path, mostPictureBytes),
  );
  if (!read.ok) return read;
  if (typeof read.value === 'number') return fail({ code: 'too-large', bytes: read.value });
  return addMedia(desk, slug, path.split(/[/\\]/).at(-1) ?? path, read.value);
}
