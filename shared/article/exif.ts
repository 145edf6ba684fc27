/** The tag of the orientation (Exif 2.32, section 4.6.4). */
const orientationTag = 0x0112;

/**
 * How a TIFF block (the body of an Exif segment) says the picture is turned, 1 to 8; 1 where it does not say so
 * (TIFF 6.0, section 2: byte order, magic 42, offset of the first directory, entries of twelve bytes).
 */
export function orientationIn(tiff: Uint8Array): number {
  const order = String.fromCharCode(...tiff.subarray(0, 2));
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
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
