import {
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $onUpdate,
  BEFORE_INPUT_COMMAND,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  isDOMNode,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $selectBlocks } from './block-selection';
import { $blockOf, $insertBlockAfter } from './blocks';

/* Between the page and the fields of a card: which keys and clicks lead in, which come back, and what the page must not see. */

/** What takes words or a choice within a card. */
export const fields = 'input, select, textarea, .card-text';

/** Whether the keyboard's or the pointer's event is a card's own: it happened in one of its fields or buttons. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest(`${fields}, button`) !== null;

/** The first field of the selected card. */
function $firstField(editor: LexicalEditor): HTMLElement | null {
  const selection = $getSelection();
  const node = $isNodeSelection(selection) ? selection.getNodes()[0] : undefined;
  return (node && editor.getElementByKey(node.getKey())?.querySelector<HTMLElement>(fields)) ?? null;
}

/** What every card does: a click selects it, Enter or Tab goes into its fields, Escape comes back, arrows pass it. */
export const CardKeysExtension = defineExtension({
  name: 'standfirst/card-keys',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          if (!isDOMNode(event.target) || isField(event.target)) return false;
          const element = event.target instanceof Element ? event.target.closest('.card') : null;
          const node = element ? $getNearestNodeFromDOMNode(element) : null;
          // A drag out of a field ends with a click on the page, and the keyboard is in the field as before.
          if (!node) return isField(document.activeElement);
          $selectBlocks([node]);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const selection = $getSelection();
          if (!$isNodeSelection(selection) || isField(event?.target ?? null)) return false;
          const last = $blockOf(selection.getNodes().at(-1));
          if (!last) return false;
          event?.preventDefault();
          const field = event?.shiftKey ? null : $firstField(editor);
          // Once the update that heard the key has ended: the field begins with an update of its own.
          if (field) $onUpdate(() => field.focus());
          else {
            const paragraph = $createParagraphNode();
            $insertBlockAfter(last, paragraph);
            paragraph.select();
          }
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      // The browser keeps a caret somewhere in the text while a card is selected: nothing may be typed there.
      editor.registerCommand(
        BEFORE_INPUT_COMMAND,
        (event) => {
          if (!$isNodeSelection($getSelection()) || isField(event.target)) return false;
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          if (event.shiftKey || isField(event.target)) return false;
          const field = $firstField(editor);
          if (!field) return false;
          event.preventDefault();
          field.focus();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerRootListener((root, previous) => {
        previous?.removeEventListener('keydown', leaveField, true);
        root?.addEventListener('keydown', leaveField, true);
      }),
    ),
});

/** Escape in a card's field gives the keyboard back to the page; Lexical must not see the other keys typed there. */
function leaveField(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.matches('input, select, textarea, button')) return;
  const isLine = target.matches('input, textarea');
  if (event.key === 'Escape' || (event.key === 'Enter' && isLine && !event.isComposing)) {
    event.preventDefault();
    target.dispatchEvent(
      new CustomEvent(event.key === 'Escape' ? 'card-escape' : 'card-enter', { bubbles: true }),
    );
  }
  // What else a key means in this field its block knows.
  else if (
    !target.dispatchEvent(new CustomEvent('card-key', { bubbles: true, cancelable: true, detail: event }))
  )
    event.preventDefault();
  event.stopPropagation();
}
