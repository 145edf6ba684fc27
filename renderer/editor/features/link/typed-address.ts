import { plainAddress } from '../../../../shared/article/address';

/** An address at the end of a text: its place (UTF-16 code units) and where it leads. */
export interface TypedAddress {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/**
 * The web address that `text` ends in; null where it ends in other words. Punctuation behind it belongs to the sentence,
 * a closing bracket only where the address opened one.
 */
export function addressAtEnd(text: string): TypedAddress | null {
  const found = /(?:^|[\s([{«“„”‘’"'—–])((?:https?:\/\/|www\.)[^\s<>"“”„«»]+)$/i.exec(text)?.[1];
  if (found === undefined) return null;
  const start = text.length - found.length;
  let words = found.replace(/[.,;:!?'’…]+$/, '');
  while (words.endsWith(')') && words.split(')').length > words.split('(').length) {
    words = words.slice(0, -1).replace(/[.,;:!?'’…]+$/, '');
  }
  return ofAddress(words, start);
}

/** The address that a pasted text is as a whole; null where it is more than that. */
export function onlyAddress(text: string): string | null {
  const words = text.trim();
  return /\s/.test(words) || !/^(?:https?:\/\/|mailto:|tel:)/i.test(words) ? null : plainAddress(words);
}

function ofAddress(words: string, start: number): TypedAddress | null {
  const host = /^(?:https?:\/\/)?([^/?#:]+)/i.exec(words)?.[1] ?? '';
  if (!/^[^.]+(?:\.[^.]+)+$/.test(host)) return null;
  const url = plainAddress(/^www\./i.test(words) ? `https://${words}` : words);
  return url === null ? null : { start, end: start + words.length, url };
}
