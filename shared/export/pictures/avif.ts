import { nameAt, viewOf } from './bytes';
import { profileOfColoursOnly } from './colour-profile';
import type { CleanPicture } from './picture';

interface Box {
  readonly type: string;
  /** Where its content begins, and where the box ends. */
  readonly start: number;
  readonly end: number;
}

/** The boxes that a picture or a film is made of; the others hold what any program, and many a camera, may put there. */
const seen = new Set(['ftyp', 'meta', 'mdat', 'moov']);

/** Boxes within others that any program may fill, and the words that describe a picture among its properties. */
const open = new Set(['uuid', 'free', 'skip', 'udta', 'udes', 'altt']);

/** Boxes of a film that hold others of it. */
const ofFilm = new Set(['trak', 'mdia', 'minf', 'stbl']);

/** Boxes that begin with the moments of creation and of the last change. */
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);

/** An EXIF item that says nothing: no offset, then a TIFF block without an entry. */
const emptyExif = [0, 0, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0];

/**
 * An AVIF whose metadata is blanked in its place: the file is a table of offsets (ISO/IEC 14496-12 and 23008-12), which
 * taking something out would shift. How the picture is turned is a property of the picture itself and stays.
 */
export function avifWithoutMetadata(original: Uint8Array): CleanPicture | null {
  const bytes = original.slice();
  const top = boxesIn(bytes, 0, bytes.length);
  if (!top) return null;
  for (const box of top) if (!seen.has(box.type)) bytes.fill(0, box.start, box.end);
  const meta = top.find(({ type }) => type === 'meta');
  if (!meta || !top.some(({ type }) => type === 'mdat')) return null;
  if (!blankItems(bytes, meta)) return null;
  const films = top.filter(({ type }) => type === 'moov');
  return films.every((film) => blankInFilm(bytes, film)) ? { bytes, orientation: 1 } : null;
}

/** Blanks what a film says of itself and of each of its tracks; false where its boxes cannot be read. */
function blankInFilm(bytes: Uint8Array, film: Box): boolean {
  const inside = boxesIn(bytes, film.start, film.end);
  return (
    inside?.every((box) => {
      if (ofFilm.has(box.type)) return blankInFilm(bytes, box);
      if (box.type === 'stsd') return blankSamples(bytes, box);
      if (box.type === 'meta' && blankItems(bytes, box)) return true;
      if (box.type === 'hdlr') blankHandler(bytes, box);
      if (dated.has(box.type))
        bytes.fill(0, box.start + 4, Math.min(box.end, box.start + (bytes[box.start] ? 20 : 12)));
      // Without items it is what players of music and films write there: title, place, comment.
      if (box.type === 'meta' || open.has(box.type)) bytes.fill(0, box.start, box.end);
      return true;
    }) ?? false
  );
}

/** How a film is coded: each entry has fields of its own, a name of the program that coded it among them, and then boxes. */
function blankSamples(bytes: Uint8Array, samples: Box): boolean {
  const entries = boxesIn(bytes, samples.start + 8, samples.end);
  return (
    entries?.every(({ start, end }) => {
      if (start + 78 > end) return false;
      bytes.fill(0, start + 42, start + 74);
      return blankProperties(bytes, start + 78, end);
    }) ?? false
  );
}

/** Blanks the words among the properties between two offsets, colour profiles included; false where they cannot be read. */
function blankProperties(bytes: Uint8Array, from: number, to: number): boolean {
  const properties = boxesIn(bytes, from, to);
  for (const { type, start, end } of properties ?? []) {
    if (open.has(type)) bytes.fill(0, start, end);
    if (type !== 'colr' || !['prof', 'rICC'].includes(nameAt(bytes, start, 4))) continue;
    const profile = profileOfColoursOnly(bytes.subarray(start + 4, end));
    if (profile) bytes.set(profile, start + 4);
    // One that cannot be read is none to viewers either.
    else bytes.fill(0, start + 4, end);
  }
  return properties !== null;
}

/** Behind the kind of a handler stands a name that any program gives it. */
const blankHandler = (bytes: Uint8Array, { start, end }: Box): void => {
  if (start + 20 < end) bytes.fill(0, start + 20, end);
};

/** Blanks the items of a "meta" box that are no pictures, and what any program may put beside them; false where it has none. */
function blankItems(bytes: Uint8Array, meta: Box): boolean {
  const inside = boxesIn(bytes, meta.start + 4, meta.end);
  const [info, places] = [
    inside?.find(({ type }) => type === 'iinf'),
    inside?.find(({ type }) => type === 'iloc'),
  ];
  if (!inside || !info || !places) return false;
  for (const box of inside) {
    if (open.has(box.type)) bytes.fill(0, box.start, box.end);
    if (box.type === 'hdlr') blankHandler(bytes, box);
  }
  const properties = inside.find(({ type }) => type === 'iprp');
  const all = properties && boxesIn(bytes, properties.start, properties.end);
  const container = all?.find(({ type }) => type === 'ipco');
  if (properties && !(container && blankProperties(bytes, container.start, container.end))) return false;
  const kinds = itemKinds(bytes, info);
  const idat = inside.find(({ type }) => type === 'idat');
  const extents = kinds && extentsOf(bytes, places, idat ? idat.start : 0);
  if (!extents) return false;
  for (const { item, start, length } of extents) {
    if (start + length > bytes.length) return false;
    const kind = kinds.get(item);
    if (kind === 'Exif') {
      bytes.fill(0, start, start + length);
      if (length >= emptyExif.length) bytes.set(emptyExif, start);
    } else if (kind === 'mime' || kind === 'uri ') {
      bytes.fill(0x20, start, start + length);
    }
  }
  return true;
}

/** The boxes between two offsets, or null where their sizes do not add up. */
function boxesIn(bytes: Uint8Array, from: number, to: number): readonly Box[] | null {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    let size = view.getUint32(at);
    let header = 8;
    if (size === 1) {
      size = Number(view.getBigUint64(at + 8));
      header = 16;
    }
    // Zero: to the end of the file.
    const end = size === 0 ? to : at + size;
    if (end > to || end < at + header) return null;
    boxes.push({ type: nameAt(bytes, at + 4, 4), start: at + header, end });
    at = end;
  }
  return at === to ? boxes : null;
}

/** The four letters of each item's kind by its number. */
function itemKinds(bytes: Uint8Array, info: Box): ReadonlyMap<number, string> | null {
  const view = viewOf(bytes);
  const wide = view.getUint8(info.start) > 0;
  const entries = boxesIn(bytes, info.start + (wide ? 8 : 6), info.end);
  if (!entries) return null;
  return new Map(
    entries
      .filter(({ type }) => type === 'infe')
      .map(({ start }) => {
        const long = view.getUint8(start) >= 3;
        const number = long ? view.getUint32(start + 4) : view.getUint16(start + 4);
        return [number, nameAt(bytes, start + (long ? 10 : 8), 4)] as const;
      }),
  );
}

/** Where the content of each item lies (ISO/IEC 14496-12, "iloc"), as offsets into the file. */
function extentsOf(
  bytes: Uint8Array,
  places: Box,
  idat: number,
): readonly { readonly item: number; readonly start: number; readonly length: number }[] {
  const view = viewOf(bytes);
  const version = view.getUint8(places.start);
  const sizes = view.getUint16(places.start + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version > 0 ? sizes & 15 : 0;
  let at = places.start + 6;
  const number = (size: number): number => {
    at += size;
    if (size === 0) return 0;
    if (size === 2) return view.getUint16(at - 2);
    return size === 4 ? view.getUint32(at - 4) : Number(view.getBigUint64(at - 8));
  };
  const count = number(version < 2 ? 2 : 4);
  const found: { item: number; start: number; length: number }[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    const item = number(version < 2 ? 2 : 4);
    const inIdat = version > 0 && (number(2) & 15) === 1;
    number(2);
    const base = number(baseSize) + (inIdat ? idat : 0);
    const extents = number(2);
    for (let extent = 0; extent < extents; extent += 1) {
      number(indexSize);
      const start = base + number(offsetSize);
      found.push({ item, start, length: number(lengthSize) });
    }
  }
  return found;
}
