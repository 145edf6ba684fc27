/* What a key, a click or a paste does by itself, done by us where it came before the article or dialog it was meant for. */

/** Does now what the writer did too early. @public: loaded late. */
export function doLate(early: KeyboardEvent | InputEvent | MouseEvent | ClipboardEvent): void {
  if (early instanceof KeyboardEvent) doKey(early);
  else if (early instanceof InputEvent) write(document.activeElement ?? document.body, early.data ?? '');
  else if (early instanceof ClipboardEvent) doPaste(early);
  else doClick(early);
}

function doPaste(paste: ClipboardEvent): void {
  const target = document.activeElement ?? document.body;
  if (target.dispatchEvent(paste)) write(target, paste.clipboardData?.getData('text/plain') ?? '');
}

function doClick({ target, clientX, clientY }: MouseEvent): void {
  if (!(target instanceof HTMLElement) || !target.isConnected) return;
  if (!target.closest('.page')) {
    target.closest<HTMLElement>('input, textarea, select, button, [tabindex]')?.focus();
    target.click();
    return;
  }
  // The page shows other words now: what lies under the pointer is what was clicked.
  const under = document.elementFromPoint(clientX, clientY);
  const field = under?.closest<HTMLElement>('.head-field, .body');
  field?.focus({ preventScroll: true });
  const caret = field?.matches('.body') ? document.caretPositionFromPoint(clientX, clientY) : null;
  if (caret && field?.contains(caret.offsetNode))
    document.getSelection()?.collapse(caret.offsetNode, caret.offset);
}

function doKey(early: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = early;
  const again = new KeyboardEvent('keydown', {
    key,
    code,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    bubbles: true,
    cancelable: true,
  });
  if (!target.dispatchEvent(again)) return;
  if (!(ctrlKey || metaKey || altKey) && key.length === 1) write(target, key);
  else if (key === 'Backspace') command(target, 'delete');
  else if (key === 'Delete') command(target, 'forwardDelete');
  else if (key === 'Tab') goOn(target, shiftKey ? -1 : 1);
  else if (key === 'Enter' && target instanceof HTMLButtonElement) target.click();
  else if (key === 'Enter' && target instanceof HTMLInputElement) target.form?.requestSubmit();
  else move(target, early);
}

/** Writes `words` as typed: an editor hears of it before, as the browser itself would tell, and may write them itself. */
function write(target: Element, words: string): void {
  const telling = { inputType: 'insertText', data: words, bubbles: true, cancelable: true };
  if (isWritten(target) && target.dispatchEvent(new InputEvent('beforeinput', telling)))
    command(target, 'insertText', words);
}

/** A command of the document works where the selection is, also where the keyboard is elsewhere. */
function command(target: Element, name: string, words = ''): void {
  if (isWritten(target)) document.execCommand(name, false, words);
}

/** Whether words are written in `target`. */
const isWritten = (target: Element) => target.matches('input, textarea, [contenteditable]');

/** The field of the page, or of the dialog, before or after this one. */
function goOn(from: Element, step: 1 | -1): void {
  const dialog = from.closest('[role="dialog"]');
  const fields = dialog
    ? [...dialog.querySelectorAll<HTMLElement>(':is(input, select, textarea, button):enabled')].filter(
        (field) => field.tabIndex >= 0 && field.checkVisibility(),
      )
    : [...document.querySelectorAll<HTMLElement>('.page .head-field, .page .body')];
  const at = fields.findIndex((field) => field.isSameNode(from));
  if (at >= 0) fields[at + step]?.focus();
}

/** Moves the caret, or the end of the selection, as the platform does. */
function move(target: Element, { key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  const far = ctrlKey || metaKey;
  const motions: Readonly<Record<string, readonly ['backward' | 'forward', string]>> = {
    ArrowLeft: ['backward', far ? 'word' : 'character'],
    ArrowRight: ['forward', far ? 'word' : 'character'],
    ArrowUp: ['backward', far ? 'paragraph' : 'line'],
    ArrowDown: ['forward', far ? 'paragraph' : 'line'],
    Home: ['backward', far ? 'documentboundary' : 'lineboundary'],
    End: ['forward', far ? 'documentboundary' : 'lineboundary'],
  };
  const motion = motions[key];
  if (!motion || !isWritten(target)) return;
  document.getSelection()?.modify(shiftKey ? 'extend' : 'move', ...motion);
}
