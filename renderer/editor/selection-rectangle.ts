/** Where the selected words stand on the screen, in CSS pixels of the window; null when there is no selection. */
export function selectionRectangle(): DOMRect | null {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const rectangle = range.getBoundingClientRect();
  if (rectangle.width > 0 || rectangle.height > 0) return rectangle;
  // A caret in an empty paragraph has no rectangle of its own.
  const element =
    range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  return element?.getBoundingClientRect() ?? null;
}
