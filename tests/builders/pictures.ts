import { zlibSync } from 'fflate';
import { profileWith } from './colour-profile';

/*
 * Real pictures of a few pixels, built by hand, with whatever a test wants to hide in them. `planted` is the text that
 * must not leave; every place of a format that can hold words holds it.
 */

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))));

/** A TIFF block (the body of EXIF): orientation, a GPS directory, and words. */
export function tiffWith(planted: string, orientation: number): Uint8Array {
  const gps = 38;
  return join(
    latin('MM\0*\0\0\0\x08'),
    [0, 2],
    [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    // GPSInfo: the offset of a directory of its own.
    [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, gps],
    [0, 0, 0, 0],
    // GPSLatitudeRef "N".
    [0, 1, 0, 1, 0, 2, 0, 0, 0, 2, 0x4e, 0, 0, 0, 0, 0, 0, 0],
    latin(`GPSLatitude 58.44 ${planted}`),
  );
}

const onePixelJpeg = bytesOf(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCAAaon/9k=',
);

function jpegSegment(code: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2;
  return join([0xff, code, length >> 8, length & 0xff], body);
}

/** A profile in two segments, the second one first. */
function jpegProfile(profile: Uint8Array): Uint8Array {
  const part = (which: number, body: Uint8Array) =>
    jpegSegment(0xe2, join(latin('ICC_PROFILE\0'), [which, 2], body));
  return join(part(2, profile.subarray(200)), part(1, profile.subarray(0, 200)));
}

/** `jpeg` (by default one red pixel) with a colour profile, EXIF, XMP, IPTC, a comment, a private segment, and a picture hung on behind it. */
export function jpegWith(planted: string, orientation = 1, jpeg: Uint8Array = onePixelJpeg): Uint8Array {
  return join(
    jpeg.subarray(0, 2),
    jpegSegment(0xe1, join(latin('Exif\0\0'), tiffWith(planted, orientation))),
    jpegSegment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0<x>${planted}</x>`)),
    jpegSegment(0xed, latin(`Photoshop 3.0\0${planted}`)),
    jpegSegment(0xe2, latin(`MPF\0${planted}`)),
    jpegProfile(profileWith(planted)),
    jpegSegment(0xfe, latin(planted)),
    jpegSegment(0xe9, latin(planted)),
    jpeg.subarray(2),
    jpeg,
    latin(planted),
  );
}

function pngChunk(name: string, body: Uint8Array): Uint8Array {
  const named = join(latin(name), body);
  const [head, foot] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(body.length);
  foot.writeUInt32BE(crc32(named));
  return join(head, named, foot);
}

function crc32(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** A PNG of `width` by `height` in one colour a corner, with a colour profile, text, EXIF, time and private chunks. */
export function pngWith(planted: string, width = 2, height = 2): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const corner = [x * 2 < width ? 200 : 30, y * 2 < height ? 160 : 60, 90];
      rows.set(corner, y * (1 + width * 3) + 1 + x * 3);
    }
  }
  return join(
    latin('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', header),
    pngChunk('tEXt', latin(`Comment\0${planted}`)),
    pngChunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${planted}`)),
    pngChunk('iCCP', join(latin(`${planted}\0\0`), zlibSync(profileWith(planted)))),
    pngChunk('eXIf', tiffWith(planted, 1)),
    pngChunk('IDAT', zlibSync(rows)),
    pngChunk('prVt', latin(planted)),
    pngChunk('IEND', new Uint8Array()),
    latin(planted),
  );
}

/** A black PNG of any size: it takes little room however many pixels it has. */
export function blackPng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return join(
    latin('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', zlibSync(new Uint8Array(height * (1 + width)))),
    pngChunk('IEND', new Uint8Array()),
  );
}

/** A GIF of one pixel with a comment, XMP, an extension nobody knows, and the word that it repeats. */
export function gifWith(planted: string): Uint8Array {
  const gif = bytesOf('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUQAOw==');
  const blocks = (text: string) => join([text.length], latin(text), [0]);
  const head = 13 + 6;
  return join(
    gif.subarray(0, head),
    [0x21, 0xff, 11],
    latin('NETSCAPE2.0'),
    [3, 1, 0, 0, 0],
    [0x21, 0xfe],
    blocks(planted),
    [0x21, 0xff, 11],
    latin('XMP DataXMP'),
    blocks(planted),
    // An extension that nobody defined.
    [0x21, 0x99],
    blocks(planted),
    gif.subarray(head),
    latin(planted),
  );
}

function webpChunk(name: string, body: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return join(latin(name), length, body, body.length % 2 ? [0] : []);
}

/** A WebP of one pixel with a colour profile, EXIF, XMP and a chunk nobody knows. */
export function webpWith(planted: string, orientation = 1): Uint8Array {
  const simple = bytesOf('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA');
  const body = join(
    latin('WEBP'),
    webpChunk('VP8X', new Uint8Array([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    webpChunk('ICCP', profileWith(planted)),
    simple.subarray(12),
    webpChunk('EXIF', tiffWith(planted, orientation)),
    webpChunk('XMP ', latin(planted)),
    webpChunk('ODD!', latin(planted)),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return join(latin('RIFF'), length, body);
}

/** A WebP of one frame with a chunk in it that nobody knows. */
export function webpFilmWith(planted: string): Uint8Array {
  const simple = bytesOf('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA');
  const body = join(
    latin('WEBP'),
    webpChunk('VP8X', new Uint8Array([0x02, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    webpChunk('ANIM', new Uint8Array(6)),
    webpChunk('ANMF', join(new Uint8Array(16), simple.subarray(12), webpChunk('ODD!', latin(planted)))),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return join(latin('RIFF'), length, body);
}

function box(name: string, ...content: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const body = join(...content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 8);
  return join(length, latin(name), body);
}

/** How a track is coded: fixed fields with the name of a program in them, and a colour profile. */
const codedWith = (planted: string): Uint8Array =>
  box(
    'av01',
    new Uint8Array(42),
    latin(planted.slice(0, 31).padEnd(32, '\0')),
    new Uint8Array(4),
    box('colr', latin('prof'), profileWith(planted)),
  );

/** A film of one track without pictures, whose boxes say `planted` in every place where words may stand. */
const filmWith = (planted: string): Uint8Array =>
  box(
    'moov',
    box('mvhd', [0, 0, 0, 0]),
    box(
      'trak',
      box('tkhd', [0, 0, 0, 0], latin(planted.slice(0, 8))),
      box(
        'mdia',
        box('hdlr', new Uint8Array(8), latin('pict'), new Uint8Array(12), latin(`${planted}\0`)),
        box('minf', box('stbl', box('stsd', [0, 0, 0, 0, 0, 0, 0, 1], codedWith(planted)))),
      ),
      box('udta', latin(planted)),
      box('meta', [0, 0, 0, 0], latin(planted)),
    ),
    box('udta', box('meta', [0, 0, 0, 0], box('ilst', latin(planted)))),
    box('meta', [0, 0, 0, 0], box('ilst', latin(planted))),
    box('uuid', latin(planted)),
  );

/**
 * The boxes of an AVIF with a picture item, an EXIF item, an XMP item, a film, a free box and one of a maker; its picture data
 * are made up.
 */
export function avifWith(planted: string): Uint8Array {
  const [picture, exif, xmp] = [
    latin('PIXELS PIXELS'),
    join([0, 0, 0, 0], tiffWith(planted, 1)),
    latin(planted),
  ];
  const four = (number: number) => [0, 0, number >> 8, number & 0xff];
  const entry = (number: number, kind: string, more = '') =>
    box('infe', [2, 0, 0, 0, 0, number, 0, 0], latin(`${kind}\0${more}`));
  const head = box('ftyp', latin('avif\0\0\0\0avifmif1'));
  const free = box('free', latin(planted));
  const metaWith = (offset: number) => {
    const starts = [offset, offset + picture.length, offset + picture.length + exif.length];
    const lengths = [picture.length, exif.length, xmp.length];
    return box(
      'meta',
      [0, 0, 0, 0],
      box('hdlr', new Uint8Array(8), latin('pict'), new Uint8Array(12), latin(`${planted}\0`)),
      box(
        'iprp',
        box(
          'ipco',
          box('ispe', new Uint8Array(4), four(1), four(1)),
          box('colr', latin('prof'), profileWith(planted)),
          box('udes', [0, 0, 0, 0], latin(`en\0${planted}\0${planted}\0\0`)),
        ),
      ),
      box(
        'iinf',
        [0, 0, 0, 0, 0, 3],
        entry(1, 'av01'),
        entry(2, 'Exif'),
        entry(3, 'mime', 'application/rdf+xml\0'),
      ),
      box(
        'iloc',
        [0, 0, 0, 0, 0x44, 0, 0, 3],
        ...starts.map((start, index) => [
          0,
          index + 1,
          0,
          0,
          0,
          1,
          ...four(start),
          ...four(lengths[index] ?? 0),
        ]),
      ),
    );
  };
  const before = head.length + free.length + metaWith(0).length + 8;
  // Some telephones hang a box of their own on behind.
  return join(
    ...[head, free, metaWith(before), box('mdat', picture, exif, xmp)],
    ...[filmWith(planted), box('sefd', latin(planted))],
  );
}
