import { fail, ok, type Result } from '../../base/result';
import { avifWithoutMetadata } from './avif';
import { gifWithoutMetadata } from './gif';
import { jpegWithoutMetadata } from './jpeg';
import type { Cleaner, CleanPicture } from './picture';
import { pngWithoutMetadata } from './png';
import { webpWithoutMetadata } from './webp';

const kinds: readonly { readonly begins: (head: string) => boolean; readonly clean: Cleaner }[] = [
  { begins: (head) => head.startsWith('\xff\xd8\xff'), clean: jpegWithoutMetadata },
  { begins: (head) => head.startsWith('\x89PNG\r\n\x1a\n'), clean: pngWithoutMetadata },
  { begins: (head) => /^RIFF[\s\S]{4}WEBP/.test(head), clean: webpWithoutMetadata },
  { begins: (head) => /^GIF8[79]a/.test(head), clean: gifWithoutMetadata },
  { begins: (head) => /^[\s\S]{4}ftypavi[fs]/.test(head), clean: avifWithoutMetadata },
];

/**
 * The picture without EXIF, GPS, XMP, IPTC, comments, thumbnails and whatever was hung on behind its end. The pixels are
 * not touched: no loss, the same bytes every time. Works without a decoder, so that the window, the batch and the command
 * line hand over the same file. What the file is, is read from its bytes; 'damaged' also means a kind that is not ours.
 */
export function cleanPicture(bytes: Uint8Array): Result<CleanPicture, 'damaged'> {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const kind = kinds.find(({ begins }) => begins(head));
  try {
    const picture = kind?.clean(bytes) ?? null;
    return picture === null ? fail('damaged') : ok(picture);
  } catch (error) {
    // A length in the file that leads out of it: DataView says so.
    if (error instanceof RangeError) return fail('damaged');
    throw error;
  }
}
