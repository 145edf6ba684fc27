import { promises as fs } from 'node:fs';
import { extname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/base/result';
import type { FileFailure, MediaFailure } from '../../shared/ipc/failures';
import { contentHash } from './content-hash';
import { attempt } from './file-failure';
import { privateMode, safeCreate } from './safe-write';
import { slugFrom } from './slug';

/** Pictures that every browser shows. SVG is not among them: it is a program, not a picture. */
const kinds = [
  { type: 'image/png', endings: ['.png'], begins: (head: string) => head.startsWith('\x89PNG\r\n\x1a\n') },
  {
    type: 'image/jpeg',
    endings: ['.jpg', '.jpeg'],
    begins: (head: string) => head.startsWith('\xff\xd8\xff'),
  },
  { type: 'image/gif', endings: ['.gif'], begins: (head: string) => /^GIF8[79]a/.test(head) },
  { type: 'image/webp', endings: ['.webp'], begins: (head: string) => /^RIFF[\s\S]{4}WEBP/.test(head) },
  { type: 'image/avif', endings: ['.avif'], begins: (head: string) => /^[\s\S]{4}ftypavi[fs]/.test(head) },
] as const;

/** Larger pictures are refused: no page needs one, and every copy of the desk would carry it. */
const mostBytes = 100_000_000;

/** The content type of a picture by its file name; null for anything else. */
function pictureType(file: string): string | null {
  const ending = extname(file).toLowerCase();
  return kinds.find((kind) => (kind.endings as readonly string[]).includes(ending))?.type ?? null;
}

/** The media folder of the article `slug`. */
const mediaFolder = (desk: string, slug: string): string => join(desk, slug, 'media');

/** The path and content type of a picture of an article; null where no desk is open or the file is no picture. */
export function mediaFile(
  desk: string | null,
  slug: string,
  file: string,
): { readonly path: string; readonly type: string } | null {
  const type = pictureType(file);
  return desk === null || type === null ? null : { path: join(mediaFolder(desk, slug), file), type };
}

/**
 * Copies a picture into the article's media folder, under a name that begins with its hash: the same picture twice is
 * one file. What it is, is read from its bytes, not from its name.
 */
export async function addMedia(
  desk: string,
  slug: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ file: string }, MediaFailure>> {
  if (bytes.byteLength > mostBytes) return fail({ code: 'too-large', bytes: bytes.byteLength });
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const kind = kinds.find((candidate) => candidate.begins(head));
  if (!kind) return fail({ code: 'not-a-picture', name });
  const plainName = slugFrom(name.slice(0, name.length - extname(name).length));
  const file = `${contentHash(bytes).slice(0, 12)}-${plainName}${kind.endings[0]}`;
  const folder = mediaFolder(desk, slug);
  const made = await attempt(folder, () => makeMediaFolder(folder));
  if (!made.ok) return made;
  const written = await safeCreate({ path: join(folder, file), content: bytes, mode: privateMode });
  if (written.ok || written.error.code === 'exists') return ok({ file });
  return written;
}

/** The folder of the article itself must exist: a picture does not bring back a deleted article. */
async function makeMediaFolder(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Reads the picture at `path` into the article's media folder. */
export async function addMediaFile(
  desk: string,
  slug: string,
  path: string,
): Promise<Result<{ file: string }, MediaFailure>> {
  const read: Result<Uint8Array | number, FileFailure> = await attempt(path, async () => {
    const { size } = await fs.stat(path);
    return size > mostBytes ? size : fs.readFile(path);
  });
  if (!read.ok) return read;
  if (typeof read.value === 'number') return fail({ code: 'too-large', bytes: read.value });
  return addMedia(desk, slug, path.split(/[/\\]/).at(-1) ?? path, read.value);
}
