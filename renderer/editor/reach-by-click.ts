import {
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
} from 'lexical';
import { $chosenBlocks } from './block-selection';
import { $blockOf, blockElementAt } from './blocks';
import { isField } from './card-keys';

/**
 * Shift and a press on the page while blocks are selected, or words of a card are written: `$reach` selects from them to
 * the block that is pressed. The browser would begin at a caret of its own, which stands in the card or in another
 * paragraph: what is typed next would come nowhere, or there. Answers how to stop.
 */
export function reachByClick(
  editor: LexicalEditor,
  $reach: (from: readonly LexicalNode[], to: LexicalNode) => void,
): () => void {
  const $chosenBefore = ({ shiftKey, button, target }: MouseEvent): readonly LexicalNode[] =>
    shiftKey && button === 0 && !isField(target) ? ($chosenBlocks() ?? []) : [];

  const press = (event: PointerEvent): void => {
    const chosen = editor.read(() => $chosenBefore(event));
    const body = editor.getRootElement();
    const element = body && blockElementAt(body, event.clientY);
    if (!element || chosen.length === 0) return;
    // Lexical would take the caret that the browser sets when the page gets the keyboard for one that was pressed.
    event.stopPropagation();
    // Words of a card that are left take the selection with them: it is made anew.
    body.focus({ preventScroll: true });
    editor.update(() => {
      const to = $blockOf($getNearestNodeFromDOMNode(element));
      if (to) $reach(chosen, to);
    });
  };
  const refuseCaret = (event: MouseEvent): void => {
    if (editor.read(() => $chosenBefore(event)).length > 0) event.preventDefault();
  };

  return mergeRegister(
    // The click that follows would end the selection, or leave a pressed card alone in it.
    editor.registerCommand(CLICK_COMMAND, (event) => $chosenBefore(event).length > 0, COMMAND_PRIORITY_HIGH),
    editor.registerRootListener((root, former) => {
      former?.removeEventListener('pointerdown', press, true);
      former?.removeEventListener('mousedown', refuseCaret, true);
      root?.addEventListener('pointerdown', press, true);
      root?.addEventListener('mousedown', refuseCaret, true);
    }),
  );
}
