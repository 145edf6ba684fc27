import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { type PictureFile, readPictureFile } from '../../shared/article/picture-file';
import { contentHash } from './content-hash';
import { attempt } from './file-failure';
import { mostPictureBytes } from './media';
import { createQueues } from './queues';
import { readWhole } from './read-file';
import { privateMode, safeCreate } from './safe-write';

/** A picture as the page shows it. */
export interface ShownPicture {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** Makes a picture smaller: at most `most` pixels on either side, upright. Null where it cannot be read. */
export type Resize = (bytes: Uint8Array, picture: PictureFile, most: number) => ShownPicture | null;

/** The longer side of a picture on the page, in pixels: twice the widest page, for dense screens. */
const mostSide = 1600;

/** Pictures up to this many bytes are shown as they are, if they are small enough in pixels too. */
const smallBytes = 1_000_000;

/**
 * Pictures of more pixels are not decoded: each takes four bytes of memory, and a file of a few kilobytes can claim to
 * have billions of them. The largest cameras make 150 million.
 */
const mostPixels = 160_000_000;

/** So many small pictures are kept; the oldest go first. */
const mostKept = 1000;

/** The picture at `path` as the page shows it; null where it is missing, no picture, or too large to be shown. */
export type SmallPictures = (path: string, type: string) => Promise<ShownPicture | null>;

/**
 * Small copies of pictures, so that a photograph of 40 million pixels does not slow the page. They are kept in
 * `folder`, which belongs to the app and can be deleted at any time; nothing of them is ever on a desk.
 */
export function createSmallPictures(folder: string, resize: Resize): SmallPictures {
  // One at a time: a page full of photographs must not fill the memory.
  const queues = createQueues();

  async function make(path: string, type: string): Promise<ShownPicture | null> {
    const { size, mtimeMs } = await fs.stat(path);
    if (size > mostPictureBytes) return null;
    const name = contentHash(Buffer.from(JSON.stringify([path, size, mtimeMs]))).slice(0, 32);
    const kept = await readKept(name);
    if (kept) return kept;
    const bytes = await readWhole(path);
    const picture = readPictureFile(bytes);
    if (!picture || picture.width * picture.height > mostPixels) return null;
    const isSmall = Math.max(picture.width, picture.height) <= mostSide && size <= smallBytes;
    // The others are drawn by the browser alone; a moving picture would stand still.
    if (isSmall || (picture.kind !== 'jpeg' && picture.kind !== 'png')) return { bytes, type };
    const small = resize(bytes, picture, mostSide);
    if (small) await keep(name, small);
    return small ?? { bytes, type };
  }

  async function readKept(name: string): Promise<ShownPicture | null> {
    for (const [ending, type] of endings) {
      const bytes = await fs.readFile(join(folder, `${name}${ending}`)).catch(() => null);
      if (bytes) return { bytes, type };
    }
    return null;
  }

  /** Where it cannot be kept it is made again the next time. */
  async function keep(name: string, { bytes, type }: ShownPicture): Promise<void> {
    const ending = endings.find(([, candidate]) => candidate === type)?.[0];
    if (ending === undefined) return;
    await fs.mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
    await safeCreate({ path: join(folder, `${name}${ending}`), content: bytes, mode: privateMode });
    await prune(folder);
  }

  // Missing, a folder, not readable: for the page it is all the same.
  return (path, type) => queues.run('', () => make(path, type)).catch(() => null);
}

const endings = [
  ['.jpg', 'image/jpeg'],
  ['.png', 'image/png'],
] as const;

/** What cannot be looked at or removed now stays until the next time. */
async function prune(folder: string): Promise<void> {
  await attempt(folder, async () => {
    const names = await fs.readdir(folder);
    if (names.length <= mostKept) return;
    const dated = await Promise.all(
      names.map(async (name) => ({ name, at: (await fs.stat(join(folder, name))).mtimeMs })),
    );
    const old = dated.sort((a, b) => a.at - b.at).slice(0, names.length - mostKept);
    await Promise.all(old.map(({ name }) => fs.rm(join(folder, name), { force: true })));
  });
}
