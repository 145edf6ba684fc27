import {
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_NORMAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $standsAtEnd } from './at-end';
import { $attributedAtSelection, type AttributedNode, attributionFieldOf } from './attribution';
import { $blockOf, $previousBlock } from './blocks';
import { PullQuoteNode } from './pull-quote-node';

/**
 * The attribution below a quote is reached by keys: from the end of a pull quote's words by Enter and Down, from the
 * paragraph below by Up, and from any quote by Tab. Enter in a block quote goes on below, as it does in running text.
 */
export function registerAttributionKeys(editor: LexicalEditor): () => void {
  /** Gives the keyboard to the field once the update that heard the key has ended. */
  const enter = (node: AttributedNode, event: KeyboardEvent | null): boolean => {
    const field = attributionFieldOf(editor.getElementByKey(node.getKey()));
    if (!field) return false;
    event?.preventDefault();
    $onUpdate(() => field.focus());
    return true;
  };
  const $down = (event: KeyboardEvent | null): boolean => {
    if (event && (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)) return false;
    const node = $attributedAtSelection();
    const selection = $getSelection();
    if (!(node instanceof PullQuoteNode) || !$isRangeSelection(selection) || !selection.isCollapsed())
      return false;
    return $standsAtEnd(node, selection.anchor, true) && enter(node, event);
  };
  return mergeRegister(
    editor.registerCommand(KEY_ENTER_COMMAND, $down, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, $down, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      (event) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
        const selection = $getSelection();
        if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
        const block = $blockOf(selection.anchor.getNode());
        const before = block && $previousBlock(block);
        if (
          !block ||
          !(before instanceof PullQuoteNode) ||
          !isInFirstLine(editor.getElementByKey(block.getKey()))
        )
          return false;
        return enter(before, event);
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const node = event.shiftKey ? null : $attributedAtSelection();
        return node ? enter(node, event) : false;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
  );
}

/** Whether the caret stands in the first line of `block` as it is drawn. */
function isInFirstLine(block: HTMLElement | null): boolean {
  const selection = window.getSelection();
  if (!block || !selection || selection.rangeCount === 0) return false;
  const caret = selection.getRangeAt(0).getBoundingClientRect();
  // An empty paragraph has no rectangle of its caret: it is its first line.
  return caret.height === 0 || caret.top - block.getBoundingClientRect().top < caret.height;
}
