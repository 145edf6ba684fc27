/**
 * Whether what was read as UTF-8 is text: no control characters but tabs and line ends, and no characters that show
 * that it was decoded from something else.
 */
export function isPlainText(text: string): boolean {
  if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)) return false;
  const strange = text.match(/\ufffd/g)?.length ?? 0;
  return strange === 0 || strange < text.length / 1000;
}
