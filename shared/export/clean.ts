import { plainAddress } from '../article/address';

/**
 * Takes out what no output format can carry: control characters (HTML and XML forbid them), noncharacters, and halves
 * of surrogate pairs, which UTF-8 cannot write. Line ends become "\n". Nothing that a reader could see is lost.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u000b\u000c\u0085]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** `clean` for a field of one line. */
export const cleanLine = (text: string): string => clean(text).replace(/\n+/g, ' ');

/** An address that may stand in an output, or null: `plainAddress` holds the rule. */
export const publishedAddress = (url: string): string | null => plainAddress(clean(url));
