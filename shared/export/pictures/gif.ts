import { joined, nameAt } from './bytes';
import type { CleanPicture } from './picture';

/** Application extensions that say how often a film is repeated; every other one (XMP, colour tools) is metadata. */
const repeating = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** Says how the next picture is shown. Of the other extensions browsers show none: comments, plain text, what nobody defined. */
const graphicControl = 0xf9;

/** A GIF of its pictures and what says how they are shown (GIF89a, sections 18 to 27). */
export function gifWithoutMetadata(bytes: Uint8Array): CleanPicture | null {
  const byte = (at: number): number => {
    const value = bytes[at];
    if (value === undefined) throw new RangeError('The GIF ends too early');
    return value;
  };
  /** Bytes of a colour table by the flags of its header. */
  const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);
  /** Behind the last of a row of sub-blocks that begins at `at`. */
  const afterBlocks = (at: number): number => {
    let next = at;
    while (byte(next) !== 0) next += byte(next) + 1;
    return next + 1;
  };

  let at = 13 + tableSize(byte(10));
  const kept = [bytes.subarray(0, at)];
  let pictured = false;
  for (;;) {
    const begin = at;
    switch (byte(at)) {
      case 0x2c:
        pictured = true;
        // The descriptor, its colour table, the code size, the data.
        at = afterBlocks(at + 11 + tableSize(byte(at + 9)));
        kept.push(bytes.subarray(begin, at));
        break;
      case 0x21: {
        const label = byte(at + 1);
        at = afterBlocks(at + 2);
        const stays = label === 0xff ? repeating.has(nameAt(bytes, begin + 3, 11)) : label === graphicControl;
        if (stays) kept.push(bytes.subarray(begin, at));
        break;
      }
      case 0x3b:
        kept.push(bytes.subarray(begin, begin + 1));
        return pictured ? { bytes: joined(kept), orientation: 1 } : null;
      default:
        return null;
    }
  }
}
