import { inflateSync } from 'fflate';
import { fail, ok, type Result } from '../../base/result';
import type { DocxRefusal } from './refusal';

/** The parts of a Word file: an archive whose entries are unpacked one by one, when they are asked for. */
export interface DocxPackage {
  /** The bytes of a part such as "word/document.xml"; null if there is none. Refuses what is too large or damaged. */
  part(name: string): Result<Uint8Array | null, DocxRefusal>;
}

interface ArchiveEntry {
  readonly offset: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
}

/** The largest part that is unpacked, in bytes; the XML of a 500-page book is about 10 MB. */
const largestPart = 64_000_000;
/** All parts of one document together. */
const largestTotal = 256_000_000;
/** A part that unpacks to more than this many times its size is made to harm; XML reaches about 60. */
const highestRatio = 400;

/**
 * Opens the bytes of a `.docx`. Sizes are checked against the archive's own directory before anything is unpacked, and
 * unpacking stops at the size that was promised (APPNOTE.TXT 4.3.12, 4.3.16: central directory and its end).
 */
export function openPackage(bytes: Uint8Array): Result<DocxPackage, DocxRefusal> {
  const kind = compoundFile(bytes);
  if (kind) return fail({ code: kind });
  const entries = readDirectory(bytes);
  if (entries === null) return fail({ code: 'not-a-docx' });
  if (entries === 'encrypted') return fail({ code: 'password-protected' });
  if (!entries.has('[Content_Types].xml') && !entries.has('word/document.xml'))
    return fail({ code: 'not-a-docx' });
  let total = 0;
  return ok({
    part(name) {
      const entry = entries.get(name);
      if (!entry) return ok(null);
      total += entry.unpacked;
      const isBomb =
        entry.unpacked > largestPart ||
        total > largestTotal ||
        entry.unpacked > 1_000_000 + entry.packed * highestRatio;
      if (isBomb) return fail({ code: 'zip-bomb' });
      const unpacked = unpack(bytes, entry);
      return unpacked ? ok(unpacked) : fail({ code: 'damaged-docx', part: name });
    },
  });
}

/** A document with a password is an OLE file with an "EncryptedPackage" in it ([MS-OFFCRYPTO] 2.3.4.4). */
function compoundFile(bytes: Uint8Array): 'password-protected' | 'not-a-docx' | null {
  if (!isCompoundFile(bytes)) return null;
  return containsWide(bytes, 'EncryptedPackage') ? 'password-protected' : 'not-a-docx';
}

/** Whether the bytes begin as an OLE file does: Word before 2007, and files with a password. */
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte);

/** Whether a text stands in the bytes as UTF-16, as names in an OLE directory do. */
export function containsWide(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 0;
    while (
      length < text.length &&
      bytes[at + length * 2] === text.charCodeAt(length) &&
      bytes[at + length * 2 + 1] === 0
    ) {
      length += 1;
    }
    if (length === text.length) return true;
  }
  return false;
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, ArchiveEntry> | 'encrypted' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const entries = new Map<string, ArchiveEntry>();
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    if ((view.getUint16(at + 8, true) & 1) === 1) return 'encrypted';
    const nameLength = view.getUint16(at + 28, true);
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + Math.min(nameLength, 1000)));
    entries.set(name.replace(/^\//, ''), {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number | null {
  // The end record is 22 bytes and a comment of at most 65,535.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}

function unpack(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return null;
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) return null;
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return null;
  try {
    const unpacked = inflateSync(packed, { out: new Uint8Array(entry.unpacked) });
    return unpacked.length === entry.unpacked ? unpacked : null;
  } catch {
    // Damaged data, or more of it than the directory promised.
    return null;
  }
}
