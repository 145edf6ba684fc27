import { fail, ok, type Result } from '../../shared/base/result';
import { cleanPicture as withoutMetadata } from '../../shared/export/pictures/clean-picture';
import { type Crop, cutOut } from '../../shared/export/pictures/crops';
import { mediaAddress } from '../../shared/ipc/addresses';
import type { Written } from './departure';

/** Why a picture cannot go along with an export; the export then does not happen. */
export interface PictureFailure {
  readonly code: 'missing-picture' | 'damaged-picture';
  readonly file: string;
}

/** Quality of a JPEG or WebP that is drawn anew: no difference to be seen, far below the size of 1. */
const quality = 0.92;

/** The kind of a picture by the ending of its name; what is not drawn anew needs none. */
const typeOf: ReadonlyMap<string, string> = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['gif', 'image/gif'],
  ['avif', 'image/avif'],
]);

const mediaType = (file: string): string =>
  typeOf.get(file.split('.').at(-1)?.toLowerCase() ?? '') ?? 'application/octet-stream';

/**
 * The pictures of an article as they go along with an export, in `media/`: without metadata, upright, and the cuts of the
 * lead image. Works in the window and in a worker.
 */
export async function picturesBeside(
  slug: string,
  files: readonly string[],
  crops: readonly Crop[],
): Promise<Result<readonly Written[], PictureFailure>> {
  const beside: Written[] = [];
  for (const file of files) {
    const picture = await pictureBeside(slug, file);
    if (!picture.ok) return picture;
    beside.push({ name: `media/${file}`, mediaType: mediaType(file), content: picture.value });
    for (const crop of crops.filter(({ of }) => of === file)) {
      const cut = await cropped(picture.value, crop);
      if (!cut) return fail({ code: 'damaged-picture', file });
      beside.push({ name: `media/${crop.file}`, mediaType: mediaType(crop.file), content: cut });
    }
  }
  return ok(beside);
}

/**
 * One picture without EXIF, GPS and other metadata. Its pixels stay as they are, unless a viewer would have to turn it:
 * then it is drawn anew, upright.
 */
async function pictureBeside(slug: string, file: string): Promise<Result<Uint8Array, PictureFailure>> {
  const answer = await fetch(mediaAddress(slug, file));
  if (!answer.ok) return fail({ code: 'missing-picture', file });
  const clean = withoutMetadata(new Uint8Array(await answer.arrayBuffer()));
  if (!clean.ok) return fail({ code: 'damaged-picture', file });
  const { bytes, orientation } = clean.value;
  const bitmap = await decoded(bytes);
  if (!bitmap) return fail({ code: 'damaged-picture', file });
  if (orientation === 1) {
    bitmap.close();
    return ok(bytes);
  }
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return ok(await encoded(canvas, mediaType(file)));
}

/** The cut of a picture, or null where it cannot be read. */
async function cropped(picture: Uint8Array, crop: Crop): Promise<Uint8Array | null> {
  const bitmap = await decoded(picture);
  if (!bitmap) return null;
  const { x, y, width, height } = cutOut(bitmap.width, bitmap.height, crop);
  const canvas = new OffscreenCanvas(crop.width, crop.height);
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(bitmap, x, y, width, height, 0, 0, crop.width, crop.height);
  bitmap.close();
  return encoded(canvas, mediaType(crop.file));
}

async function encoded(canvas: OffscreenCanvas, type: string): Promise<Uint8Array> {
  const blob = await canvas.convertToBlob({ type, quality });
  return new Uint8Array(await blob.arrayBuffer());
}

async function decoded(bytes: Uint8Array): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(new Blob([new Uint8Array(bytes)]), { imageOrientation: 'from-image' });
  } catch (error) {
    // The decoder's refusal is the answer: the file is not the picture its name says.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
