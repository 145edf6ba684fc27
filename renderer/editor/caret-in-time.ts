/*
 * The browser tells of a moved caret by an event that comes a moment after the key. Keys that wait in a row behind a busy
 * moment, or a quick hand's, come before it: the editor would type, format or delete at the former selection, and after
 * "select all" that is the whole article.
 */

/** What acts on the selection. Heard by the window before anything else hears of it. */
const acts = ['keydown', 'beforeinput', 'compositionstart', 'copy', 'cut', 'paste'] as const;

type Place = readonly [Node | null, number, Node | null, number];

function placeOfSelection(): Place {
  const selection = document.getSelection();
  return selection
    ? [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset]
    : [null, 0, null, 0];
}

/**
 * Tells everybody who listens where the selection stands before a key, an input or the clipboard acts on it. Costs a look at
 * the selection per key; must be there before other listeners of the window.
 */
export function keepCaretInTime(): void {
  let told = placeOfSelection();
  document.addEventListener('selectionchange', () => {
    told = placeOfSelection();
  });
  const tell = (event: Event) => {
    // With the keyboard in a pane nothing acts on the selection, and the page would take the keyboard.
    if (!(event.target instanceof HTMLElement && event.target.isContentEditable)) return;
    // An input method moves the caret itself, and tells in its own time.
    if ('isComposing' in event && event.isComposing) return;
    if (placeOfSelection().every((part, index) => part === told[index])) return;
    document.dispatchEvent(new Event('selectionchange'));
  };
  for (const act of acts) window.addEventListener(act, tell, { capture: true });
}
