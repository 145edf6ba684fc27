import { decodeLeniently, decodeStrictly } from '../base/decode-bytes';
import { fail, ok, type Result } from '../base/result';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The text of a file and how it was written down. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The bytes are no text: a picture, a program, an archive. */
export interface NotText {
  readonly code: 'not-text';
}

/** How many bytes are looked at to tell UTF-16 without a mark and binary files. */
const sample = 4096;

/**
 * Turns the bytes of a text file into text: UTF-8 with or without a byte order mark, UTF-16 either way, and what is not
 * UTF-8 is Windows-1252, which old systems of newsrooms write. The mark itself is taken off.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, NotText> {
  const byMark = encodingByMark(bytes);
  if (byMark) return decodeAs(bytes.subarray(byMark.length), byMark.encoding);
  const bare = bareUtf16(bytes);
  if (bare) return decodeAs(bytes, bare);
  if (looksBinary(bytes)) return fail({ code: 'not-text' });
  const utf8 = decodeStrictly(bytes, 'utf-8', 'kept');
  return utf8 === null ? decodeAs(bytes, 'windows-1252') : ok({ text: utf8, encoding: 'utf-8' });
}

/**
 * `decodeText` for HTML, which may say its encoding itself (HTML Standard, 13.2.3.2: the first 1024 bytes). A label that
 * is neither Unicode nor Windows-1252 is tried too.
 */
export function decodeHtml(bytes: Uint8Array): Result<DecodedText, NotText> {
  const read = decodeText(bytes);
  if (!read.ok || read.value.encoding !== 'windows-1252') return read;
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
  const isLatin =
    label === undefined || /^(?:iso-8859-1|latin1|windows-1252|us-ascii|ascii|utf-?8)$/i.test(label);
  const text = isLatin ? null : decodeStrictly(bytes, label, 'kept');
  return text === null ? read : ok({ text, encoding: 'windows-1252' });
}

function encodingByMark(bytes: Uint8Array): { readonly encoding: Encoding; readonly length: number } | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 of mostly Latin text has a zero in every other byte. */
function bareUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const pairs = Math.min(bytes.length, sample) >> 1;
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs; at += 1) {
    if (bytes[at * 2] === 0) even += 1;
    if (bytes[at * 2 + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.6 && even === 0) return 'utf-16le';
  return even > pairs * 0.6 && odd === 0 ? 'utf-16be' : null;
}

/** Text has no zero bytes and few control bytes. */
function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, sample);
  let odd = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) odd += 1;
  }
  return odd > length * 0.05;
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 (WHATWG Encoding, index windows-1252). */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20's own decoder takes Windows-1252 for Latin-1 and loses every dash and quotation mark. */
function decodeWindows(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte >= 0x80 && byte <= 0x9f ? windowsSigns.charAt(byte - 0x80) : String.fromCharCode(byte);
  }
  return text;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Result<DecodedText, never> {
  if (encoding === 'windows-1252') return ok({ text: decodeWindows(bytes), encoding });
  return ok({ text: decodeLeniently(bytes, encoding), encoding });
}
