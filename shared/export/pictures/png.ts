import { joined, nameAt, viewOf } from './bytes';
import type { CleanPicture } from './picture';

/** PNG 3rd edition, section 11: the chunks that say what is seen. Text, time, EXIF and private chunks are not among them. */
const staying = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'acTL', 'fcTL', 'fdAT'],
  ...['cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs'],
]);

/** A PNG of the chunks that say what is seen. Each chunk's sum is checked: a PNG knows when it is damaged. */
export function pngWithoutMetadata(bytes: Uint8Array): CleanPicture | null {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = nameAt(bytes, at + 4, 4);
    if (at === 8 && name !== 'IHDR') return null;
    if (staying.has(name)) {
      if (checksum(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
      kept.push(bytes.subarray(at, end));
    }
    if (name === 'IEND') return { bytes: joined(kept), orientation: 1 };
    at = end;
  }
  return null;
}

/** CRC-32 of each byte value (PNG 3rd edition, annex D). */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
