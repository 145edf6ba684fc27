import { unzlibSync, zlibSync } from 'fflate';
import { joined, nameAt, viewOf } from './bytes';
import { profileOfColoursOnly } from './colour-profile';
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
      kept.push(name === 'iCCP' ? cleanProfile(bytes.subarray(at + 8, end - 4)) : bytes.subarray(at, end));
    }
    if (name === 'IEND') return { bytes: joined(kept), orientation: 1 };
    at = end;
  }
  return null;
}

/** Larger profiles are not unpacked: those for printing presses have two million bytes. */
const mostOfProfile = 8_000_000;

/** The content of an iCCP chunk: a name, a zero, the method of compression, the profile. */
function cleanProfile(content: Uint8Array): Uint8Array {
  const packed = content.subarray(content.indexOf(0) + 2);
  const profile = profileOfColoursOnly(unpacked(packed));
  // A name is asked for; it is whatever the program that wrote the picture called the profile.
  return profile
    ? chunkOf('iCCP', joined([Uint8Array.from([0x69, 0x63, 0x63, 0, 0]), zlibSync(profile)]))
    : new Uint8Array();
}

function unpacked(packed: Uint8Array): Uint8Array {
  try {
    return unzlibSync(packed, { out: new Uint8Array(mostOfProfile) });
  } catch {
    // Damaged, or larger than any profile: viewers show such a picture without one.
    return new Uint8Array();
  }
}

function chunkOf(name: string, content: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + content.length);
  const view = viewOf(chunk);
  view.setUint32(0, content.length);
  chunk.set(
    [...name].map((letter) => letter.charCodeAt(0)),
    4,
  );
  chunk.set(content, 8);
  view.setUint32(8 + content.length, checksum(chunk.subarray(4, 8 + content.length)));
  return chunk;
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
