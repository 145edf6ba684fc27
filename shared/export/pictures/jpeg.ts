import { orientationIn } from '../../article/exif';
import { joined, nameAt, viewOf } from './bytes';
import { profileOfColoursOnly } from './colour-profile';
import { tiffWithOrientation } from './orientation';
import type { CleanPicture } from './picture';

const exifName = 'Exif\0\0';
const profileName = 'ICC_PROFILE\0';
/** Marker, length, name, and which part of how many the segment holds (ICC.1:2022, annex B.4). */
const profileHead = 18;

/** ITU-T T.81, table B.1: the markers that matter here. */
const marker = {
  firstFrame: 0xc0,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
  scan: 0xda,
  end: 0xd9,
};

/** Frame headers; C4, C8 and CC are tables. */
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

/**
 * A JPEG without its application segments and comments. What stays: JFIF (without its thumbnail), the colour profile,
 * Adobe's word on how colours are coded, and the orientation. It ends at its end marker: what cameras hang on behind it
 * (other pictures, films) does not leave.
 */
export function jpegWithoutMetadata(bytes: Uint8Array): CleanPicture | null {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let framed = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const code = view.getUint8(at + 1);
    if (code === 0xff) {
      // A fill byte stands alone.
      at += 1;
      continue;
    }
    if (code === marker.end) {
      return framed ? { bytes: joined(assembled(withCleanProfile(kept), orientation)), orientation } : null;
    }
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (code === marker.scan) {
      if (!framed) return null;
      const next = endOfScan(bytes, end);
      if (next === null) return null;
      kept.push(bytes.subarray(at, next));
      at = next;
      continue;
    }
    if (isFrame(code)) framed = true;
    if (code === marker.app1 && nameAt(segment, 4, 6) === exifName) {
      orientation = orientationIn(segment.subarray(10));
    }
    const stays = staying(code, segment);
    if (stays) kept.push(stays);
    at = end;
  }
  return null;
}

/** The segment as it may leave, or null. */
function staying(code: number, segment: Uint8Array): Uint8Array | null {
  // Above stand comments and extensions, below what nobody defined.
  if (code < marker.firstFrame || code > marker.app15) return null;
  if (code < marker.app0) return segment;
  if (code === marker.app0) return nameAt(segment, 4, 5) === 'JFIF\0' ? jfifWithoutThumbnail(segment) : null;
  if (code === marker.app2) return isProfile(segment) ? segment : null;
  if (code === marker.app14) return nameAt(segment, 4, 5) === 'Adobe' ? segment : null;
  return null;
}

const isProfile = (segment: Uint8Array): boolean =>
  segment[1] === marker.app2 &&
  segment.length >= profileHead &&
  nameAt(segment, 4, profileName.length) === profileName;

/** The segments with their colour profile, which may fill several of them, cleaned in its place; without it where it cannot be read. */
function withCleanProfile(segments: readonly Uint8Array[]): readonly Uint8Array[] {
  const parts = segments.filter(isProfile);
  const inOrder = [...parts].sort((one, other) => (one[16] ?? 0) - (other[16] ?? 0));
  const profile = profileOfColoursOnly(joined(inOrder.map((part) => part.subarray(profileHead))));
  if (!profile) return segments.filter((segment) => !isProfile(segment));
  const clean = new Map<Uint8Array, Uint8Array>();
  let at = 0;
  for (const part of inOrder) {
    const length = part.length - profileHead;
    clean.set(part, joined([part.subarray(0, profileHead), profile.subarray(at, at + length)]));
    at += length;
  }
  return segments.map((segment) => clean.get(segment) ?? segment);
}

/** JFIF 1.02: version, density and an uncompressed thumbnail, whose size is set to nothing. */
function jfifWithoutThumbnail(segment: Uint8Array): Uint8Array | null {
  if (segment.length < 18) return null;
  const short = segment.slice(0, 18);
  short.set([0, 16], 2);
  short.set([0, 0], 16);
  return short;
}

/** Where the entropy-coded data ends: at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const code = bytes[at + 1] ?? 0;
    if (code !== 0x00 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return at;
  }
  return null;
}

function assembled(kept: readonly Uint8Array[], orientation: number): readonly Uint8Array[] {
  const begin = new Uint8Array([0xff, 0xd8]);
  const end = new Uint8Array([0xff, marker.end]);
  if (orientation === 1) return [begin, ...kept, end];
  const tiff = tiffWithOrientation(orientation);
  const exif = new Uint8Array(10 + tiff.length);
  exif.set([0xff, marker.app1, 0, 8 + tiff.length]);
  exif.set(
    [...exifName].map((character) => character.charCodeAt(0)),
    4,
  );
  exif.set(tiff, 10);
  return [begin, exif, ...kept, end];
}
