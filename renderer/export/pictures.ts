import { fail, ok, type Result } from '../../shared/base/result';

/** Why a picture cannot go along with an export; the export then does not happen. */
export interface PictureFailure {
  readonly code: 'missing' | 'damaged';
  readonly file: string;
}

/** Kinds of pictures that are drawn anew; others (GIF, for its movement) carry no EXIF and go as they are. */
const redrawn: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** Quality of a JPEG or WebP that is drawn anew: no difference to be seen, far below the size of 1. */
const quality = 0.92;

/**
 * The bytes of a picture without EXIF, GPS and other metadata, turned upright: it is drawn on a canvas and encoded
 * anew, so that nothing but the pixels is left. `address` is where the window finds the file.
 */
export async function cleanPicture(
  address: string,
  file: string,
): Promise<Result<Uint8Array, PictureFailure>> {
  const answer = await fetch(address);
  if (!answer.ok) return fail({ code: 'missing', file });
  const original = await answer.blob();
  const type = redrawn[file.split('.').at(-1)?.toLowerCase() ?? ''];
  if (!type) return ok(new Uint8Array(await original.arrayBuffer()));
  try {
    const bitmap = await createImageBitmap(original, { imageOrientation: 'from-image' });
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type, quality });
    return ok(new Uint8Array(await blob.arrayBuffer()));
  } catch (error) {
    // The decoder's refusal is the answer: the file is not the picture its name says.
    if (error instanceof DOMException) return fail({ code: 'damaged', file });
    throw error;
  }
}
