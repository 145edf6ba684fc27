/** Takes out control characters but tab and line ends, and says how many there were. */
export function removeControls(text: string): { readonly text: string; readonly removed: number } {
  // U+0085, "next line", is a line end.
  const clean = text.replace(/[^\P{Cc}\t\n\r\f\u000b\u0085]/gu, '');
  return { text: clean, removed: text.length - clean.length };
}

/** Replaces halves of surrogate pairs, which no file can carry, by U+FFFD. */
export const repairSurrogates = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
