import { orientationIn } from '../../article/exif';
import { joined, nameAt, viewOf } from './bytes';
import { profileOfColoursOnly } from './colour-profile';
import { tiffWithOrientation } from './orientation';
import type { CleanPicture } from './picture';

/** WebP container specification: the chunks that say what is seen, beside the colour profile and the frames of a film. */
const staying = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM']);

/** Flags of the VP8X chunk that announce what else there is. */
const profileFlag = 0x20;
const exifFlag = 0x08;
const xmpFlag = 0x04;

/** A WebP without EXIF, XMP and unknown chunks, and its header changed to say so. */
export function webpWithoutMetadata(bytes: Uint8Array): CleanPicture | null {
  const view = viewOf(bytes);
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) return null;
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let pictured = false;
  let profiled = false;
  let at = 12;
  while (at + 8 <= whole) {
    const name = nameAt(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > whole) return null;
    // Chunks are padded to even lengths.
    const end = Math.min(at + 8 + length + (length % 2), whole);
    if (name === 'ICCP') {
      const profile = profileOfColoursOnly(bytes.subarray(at + 8, at + 8 + length));
      if (profile) kept.push(chunkOf(name, profile));
      profiled ||= profile !== null;
    } else if (name === 'ANMF') kept.push(chunkOf(name, frameOf(bytes.subarray(at + 8, at + 8 + length))));
    else if (staying.has(name)) kept.push(bytes.slice(at, end));
    if (['VP8 ', 'VP8L', 'ANMF'].includes(name)) pictured = true;
    if (name === 'EXIF') orientation = orientationIn(exifBody(bytes.subarray(at + 8, at + 8 + length)));
    at = end;
  }
  if (!pictured) return null;
  const turned = orientation !== 1;
  for (const chunk of kept) {
    if (nameAt(chunk, 0, 4) === 'VP8X') {
      const gone = exifFlag | xmpFlag | profileFlag;
      chunk[8] = ((chunk[8] ?? 0) & ~gone) | (turned ? exifFlag : 0) | (profiled ? profileFlag : 0);
    }
  }
  if (turned) kept.push(chunkOf('EXIF', tiffWithOrientation(orientation)));
  const body = joined(kept);
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, body.length + 4, true);
  return { bytes: joined([head, body]), orientation };
}

/** A frame of a film: sixteen bytes of place and time, then chunks of its own. */
function frameOf(frame: Uint8Array): Uint8Array {
  const kept = [frame.subarray(0, 16)];
  for (let at = 16; at + 8 <= frame.length; ) {
    const length = viewOf(frame).getUint32(at + 4, true);
    const end = Math.min(at + 8 + length + (length % 2), frame.length);
    if (['ALPH', 'VP8 ', 'VP8L'].includes(nameAt(frame, at, 4))) kept.push(frame.subarray(at, end));
    at = end;
  }
  return joined(kept);
}

/** Some writers put JPEG's name of the segment before the TIFF block. */
const exifBody = (chunk: Uint8Array): Uint8Array =>
  nameAt(chunk, 0, 6) === 'Exif\0\0' ? chunk.subarray(6) : chunk;

function chunkOf(name: string, content: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(8 + content.length + (content.length % 2));
  chunk.set([...name].map((character) => character.charCodeAt(0)));
  viewOf(chunk).setUint32(4, content.length, true);
  chunk.set(content, 8);
  return chunk;
}
