import {
  $addUpdateTag,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical';
import { hasKeyboard } from './has-keyboard';

/**
 * The keyboard that comes back to the page, from a dialog or a pane, finds the caret where it was: a browser would put
 * it at the beginning, or nowhere. A pointer that presses on the page sets a caret of its own.
 */
export const CaretOnFocusExtension = defineExtension({
  name: 'standfirst/caret-on-focus',
  register(editor) {
    // News of the caret can come when a dialog or a pane has the keyboard already: the page does not take it back.
    const leaveKeyboard = () => {
      if (!hasKeyboard(editor)) $addUpdateTag(SKIP_SELECTION_FOCUS_TAG);
      return false;
    };
    let pressed = false;
    const press = ({ target, shiftKey }: PointerEvent) => {
      pressed = true;
      if (shiftKey || (target instanceof Element && target.closest('.card'))) return;
      // A quick click would find a selected block still in force when it ends, and lose the caret it has just set.
      editor.update(() => $isNodeSelection($getSelection()) && $setSelection(null), {
        discrete: true,
        tag: SKIP_DOM_SELECTION_TAG,
      });
    };
    // Heard before the click that follows; by then the browser has set its caret.
    const release = () => {
      pressed = false;
    };
    const restore = () => {
      if (pressed) return;
      editor.update(() => {
        const selection = $getSelection();
        // An article that was just opened has no caret yet: without one, what is typed would go nowhere.
        if (selection) $setSelection(selection.clone());
        else if (!hasCaret(editor.getRootElement())) {
          // The writer has asked for no place: what is read stays where it is.
          $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
          $getRoot().selectStart();
        }
      });
    };
    const listen = editor.registerRootListener((root, former) => {
      former?.removeEventListener('pointerdown', press, true);
      former?.removeEventListener('focus', restore);
      former?.ownerDocument.removeEventListener('pointerup', release, true);
      root?.addEventListener('pointerdown', press, true);
      root?.addEventListener('focus', restore);
      root?.ownerDocument.addEventListener('pointerup', release, true);
    });
    return mergeRegister(
      listen,
      editor.registerCommand(SELECTION_CHANGE_COMMAND, leaveKeyboard, COMMAND_PRIORITY_CRITICAL),
    );
  },
});

/** Whether the browser has a caret in the words; it is told to the editor a moment later. */
function hasCaret(root: HTMLElement | null): boolean {
  const node = root?.ownerDocument.getSelection()?.anchorNode ?? null;
  return root !== null && node !== root && root.contains(node);
}
