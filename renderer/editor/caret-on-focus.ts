import { $getRoot, $getSelection, $setSelection, defineExtension } from 'lexical';

/**
 * The keyboard that comes back to the page, from a dialog or a pane, finds the caret where it was: a browser would put
 * it at the beginning, or nowhere. A pointer that presses on the page sets a caret of its own.
 */
export const CaretOnFocusExtension = defineExtension({
  name: 'standfirst/caret-on-focus',
  register(editor) {
    let pressed = false;
    const press = () => {
      pressed = true;
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
        else $getRoot().selectStart();
      });
    };
    return editor.registerRootListener((root, former) => {
      former?.removeEventListener('pointerdown', press, true);
      former?.removeEventListener('focus', restore);
      former?.ownerDocument.removeEventListener('pointerup', release, true);
      root?.addEventListener('pointerdown', press, true);
      root?.addEventListener('focus', restore);
      root?.ownerDocument.addEventListener('pointerup', release, true);
    });
  },
});
