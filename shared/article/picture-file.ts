import { orientationIn } from './exif';

/** What the first bytes of a picture say: its kind, and its size in pixels as it is shown. */
export interface PictureFile {
  readonly kind: 'png' | 'jpeg' | 'gif' | 'webp' | 'avif';
  /** 0 where the bytes do not tell. */
  readonly width: number;
  readonly height: number;
  /** How a JPEG lies, as Exif numbers it (1 to 8); 1 is upright. Width and height are those after turning. */
  readonly orientation: number;
}

/** A picture that lies in an article's media folder; sizes are in pixels, 0 when unknown. */
export interface KeptPicture {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads kind and size of a picture that every browser shows: PNG (section 11.2.2), GIF (section 18), JPEG (frame header
 * and Exif orientation), WebP (RFC 9649) or AVIF (the "ispe" property of ISO/IEC 23008-12). Null for anything else;
 * SVG is such: it is a program, not a picture. Never reads beyond `bytes`, whatever stands in them.
 */
export function readPictureFile(bytes: Uint8Array): PictureFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? gif(view) ?? jpeg(view) ?? webp(view) ?? avif(view);
  } catch (error) {
    // A file that was cut off: its kind was known by then, its size is not.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether the beginning of a file looks like an SVG drawing, so that the writer can be told what to do instead. */
export const looksLikeSvg = (bytes: Uint8Array): boolean =>
  // A comment ends at its first "-->": were it free to end at a later one, many comments could be read in as many ways.
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(
    String.fromCharCode(...bytes.subarray(0, 4000)).replace(/^\u00EF\u00BB\u00BF/, ''),
  );

const text = (view: DataView, at: number, length: number): string =>
  at + length > view.byteLength
    ? ''
    : String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));

function png(view: DataView): PictureFile | null {
  if (text(view, 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  if (view.byteLength < 24) return { kind: 'png', width: 0, height: 0, orientation: 1 };
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20), orientation: 1 };
}

function gif(view: DataView): PictureFile | null {
  if (!/^GIF8[79]a/.test(text(view, 0, 6))) return null;
  if (view.byteLength < 10) return { kind: 'gif', width: 0, height: 0, orientation: 1 };
  return { kind: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true), orientation: 1 };
}

function jpeg(view: DataView): PictureFile | null {
  if (text(view, 0, 3) !== '\xff\xd8\xff') return null;
  let at = 2;
  let orientation = 1;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xe1 && text(view, at + 4, 6) === 'Exif\0\0')
      orientation = orientationIn(new Uint8Array(view.buffer, view.byteOffset + at + 10));
    // A frame header; C4, C8 and CC are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return orientation >= 5
        ? { kind: 'jpeg', width: height, height: width, orientation }
        : { kind: 'jpeg', width, height, orientation };
    }
    // Fill bytes stand alone, every other segment tells its length.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return { kind: 'jpeg', width: 0, height: 0, orientation };
}

function webp(view: DataView): PictureFile | null {
  if (text(view, 0, 4) !== 'RIFF' || text(view, 8, 4) !== 'WEBP') return null;
  const of = (width: number, height: number): PictureFile => ({
    kind: 'webp',
    width,
    height,
    orientation: 1,
  });
  const chunk = text(view, 12, 4);
  if (view.byteLength < 30) return of(0, 0);
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  if (chunk === 'VP8X') return of(three(24) + 1, three(27) + 1);
  if (chunk === 'VP8 ') return of(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return of((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  return of(0, 0);
}

/** How far into an AVIF its properties are looked for, in bytes: they stand before the picture itself. */
const avifHead = 4000;

function avif(view: DataView): PictureFile | null {
  if (!/^ftypavi[fs]$/.test(text(view, 4, 8))) return null;
  for (let at = 12; at + 16 <= Math.min(view.byteLength, avifHead); at += 1) {
    if (text(view, at, 4) !== 'ispe') continue;
    return { kind: 'avif', width: view.getUint32(at + 8), height: view.getUint32(at + 12), orientation: 1 };
  }
  return { kind: 'avif', width: 0, height: 0, orientation: 1 };
}
