/** Browsers and Node have it alike; it does not belong to the language, whose library is all that `shared/` is given. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** What becomes of a byte order mark at the beginning: taken off, or kept as the character U+FEFF. */
type OrderMark = 'taken-off' | 'kept';

/**
 * The text of bytes in the encoding that `label` names (WHATWG Encoding); null for bytes that are none in it, and for a label
 * that no decoder knows.
 */
export function decodeStrictly(bytes: Uint8Array, label: string, mark: OrderMark): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: mark === 'kept' }).decode(bytes);
  } catch (error) {
    // The standard has a TypeError for bytes and a RangeError for labels.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** The same of an encoding that is known, with U+FFFD for what is no text in it. */
export const decodeLeniently = (bytes: Uint8Array, label: 'utf-8' | 'utf-16le' | 'utf-16be'): string =>
  new TextDecoder(label, { fatal: false, ignoreBOM: true }).decode(bytes);

/** The text of UTF-8 bytes; null for other bytes, which a lenient reading would replace and the next save destroy. */
export const utf8Text = (content: Uint8Array): string | null => decodeStrictly(content, 'utf-8', 'taken-off');
