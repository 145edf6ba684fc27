/** A text made comparable: lower case, without accents and invisible characters; and the way back to the original. */
export interface Folded {
  readonly text: string;
  readonly original: string;
  /** The index in `original` of an index in `text`, both in UTF-16 code units; the end maps to the end. */
  at(index: number): number;
}

/** Letters that Unicode does not take apart although readers do. */
const alike: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

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
      .replace(/[\p{M}\p{Cf}]/gu, '')
      // Upper case first: "ß" becomes "ss".
      .toUpperCase()
      .toLowerCase();
    for (const part of lower) text += alike[part] ?? part;
    while (origins.length < text.length) origins.push(position);
    position += character.length;
  }
  return { text, original, at: (index) => origins[index] ?? original.length };
}

/** What an address or a file name says once its percent signs are read; as it stands where they make no sense. */
export function decodedAddress(address: string): string {
  let decoded = address;
  // Twice: addresses inside the query of another address are encoded again.
  for (let round = 0; round < 2; round += 1) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return decoded;
    }
  }
  return decoded;
}
