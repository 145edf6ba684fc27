/**
 * Puts text, and HTML where it is given, on the clipboard; answers whether it got there. The copy event carries the
 * HTML exactly as we made it, while navigator.clipboard rewrites it with inline styles. Call it from a click or key.
 */
export function copyToClipboard(content: { readonly text: string; readonly html: string | null }): boolean {
  let copied = false;
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', content.text);
    if (content.html !== null) event.clipboardData?.setData('text/html', content.html);
    copied = event.clipboardData !== null;
  };
  window.addEventListener('copy', fill, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', fill, { capture: true });
  }
  return copied;
}
