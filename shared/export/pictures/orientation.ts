import { nameAt, viewOf } from './bytes';

const orientationTag = 0x0112;

/**
 * How a TIFF block (the body of an EXIF segment) says the picture is turned, 1 to 8; 1 where it does not say so
 * (TIFF 6.0, section 2: byte order, magic 42, offset of the first directory, entries of twelve bytes).
 */
export function orientationIn(tiff: Uint8Array): number {
  const order = nameAt(tiff, 0, 2);
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return 1;
  const view = viewOf(tiff);
  const little = order === 'II';
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== orientationTag) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF block that says how the picture is turned and nothing else. */
export const tiffWithOrientation = (orientation: number): Uint8Array =>
  new Uint8Array([
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
    // One entry: the tag, a short, one of it, its value; then no further directory.
    ...[0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ]);
