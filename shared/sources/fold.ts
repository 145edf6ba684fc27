import { plainLetters } from '../base/plain-letters';
import { fromPunycode } from './punycode';

/** A text made comparable: lower case, without accents and invisible characters; and the way back to the original. */
export interface Folded {
  readonly text: string;
  readonly original: string;
  /** The index in `original` of an index in `text`, both in UTF-16 code units; the end maps to the end. */
  at(index: number): number;
}

const latin = [...'abcdefghijklmnopqrstuvwxyz'];
const lettersFrom = (first: number) => latin.map((_, index) => String.fromCodePoint(first + index));
/** 26 signs as the letters that they are drawn as: small capitals, white letters in circles and squares. */
const asLetters = (signs: readonly string[]) =>
  Object.fromEntries(signs.map((sign, index) => [sign, latin[index] ?? sign]));

/** Letters that are written for each other. */
const alike: Readonly<Record<string, string>> = {
  ...plainLetters,
  // Apostrophes that are letters: "OʼNeill".
  ʼ: "'",
  ʻ: "'",
  ʾ: "'",
  ʿ: "'",
  // What Arabic keyboards and Persian ones write for each other.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  // A pattern of Braille without a dot is blank.
  '\u2800': ' ',
  ...asLetters([...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ']),
  ...asLetters(lettersFrom(0x1f150)),
  ...asLetters(lettersFrom(0x1f170)),
};

/** Marks, and what is not seen: format characters, fillers, what stands for an object, the stroke that makes an Arabic word wider. */
const unseen = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u0640\ufffc]/gu;

/**
 * Folds a text for comparing names: compatibility decomposition without marks (Unicode NFKD), full case folding,
 * without format characters such as soft hyphens, zero-width spaces and direction marks.
 */
export function fold(original: string): Folded {
  if (/^[\u0000-\u007f]*$/.test(original)) {
    return { text: original.toLowerCase(), original, at: (index) => index };
  }
  let text = '';
  const origins: number[] = [];
  let position = 0;
  for (const character of original) {
    const lower = character
      .normalize('NFKD')
      .replace(unseen, '')
      // Upper case first: "ß" becomes "ss".
      .toUpperCase()
      .toLowerCase();
    for (const part of lower) text += alike[part] ?? part;
    while (origins.length < text.length) origins.push(position);
    position += character.length;
  }
  return { text, original, at: (index) => origins[index] ?? original.length };
}

/** How often an address is decoded: a text made of nothing but percent signs would take as many rounds as it has letters. */
const mostRounds = 8;

/**
 * What an address or a file name says once its percent signs and its domain are read. What makes no sense stays as it is and
 * hides nothing beside it; bytes that are no UTF-8 are read as Latin-1, as old pages wrote them.
 */
export function decodedAddress(address: string): string {
  let decoded = address;
  // More than once: addresses inside the query of another address are encoded again.
  for (let round = 0, before = ''; before !== decoded && round < mostRounds; round += 1) {
    before = decoded;
    decoded = decoded.replace(/(?:%[0-9a-f]{2})+/gi, decodedBytes);
  }
  return decoded.replace(
    /(?<![\p{L}\p{N}])xn--([0-9a-z-]+)/giu,
    (label, letters: string) => fromPunycode(letters) ?? label,
  );
}

function decodedBytes(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded.replace(/%(..)/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
  }
}
