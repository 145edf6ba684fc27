/** Node and browsers have it; neither belongs to the language. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true },
) => { decode(content: Uint8Array): string };

/** The text of UTF-8 bytes; null for other bytes, which a lenient reading would replace and the next save destroy. */
export function utf8Text(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
