import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  defineExtension,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  type LexicalNode,
  mergeRegister,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import { $attributionOf, AttributedNode } from './attribution';
import { $selectBlocks } from './block-selection';
import { $blockOf, $nextBlock } from './blocks';
import { $tagged, tagFor } from './quote-words';

/*
 * Where what stands between two blocks is deleted, the words of the second join the first. Those of a quote would leave its
 * source behind, and with it the terms on which they were said; so they are tagged with that source first. A desk note is
 * selected instead.
 */

/** Keeps the words of a quote bound to its source when a key joins them to the block before, and desk notes out of the text. */
export const KeepBoundExtension = defineExtension({
  name: 'standfirst/keep-bound',
  register(editor) {
    /** A selection ends in the block whose words join those where it begins. */
    const $beforeRemoval = () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection) && !selection.isCollapsed()) {
        const [first, last] = selection.isBackward()
          ? [selection.focus, selection.anchor]
          : [selection.anchor, selection.focus];
        const joined = $blockOf(last.getNode());
        if (joined && !joined.is($blockOf(first.getNode()))) $bind(joined);
      }
      return false;
    };
    const $beforeDeletion = (isBackward: boolean) => {
      const selection = $getSelection();
      if (isBackward || !$isRangeSelection(selection) || !selection.isCollapsed()) return $beforeRemoval();
      const { anchor } = selection;
      const block = $blockOf(anchor.getNode());
      if (!block || !$isAtEnd(anchor.getNode(), anchor.offset, block)) return false;
      const next = $nextBlock(block);
      $bind(next);
      if (next?.getType() !== 'desk-note') return false;
      // Joined to the text, what is never published would be a part of it.
      $selectBlocks([next]);
      return true;
    };
    const before = <Payload>(command: LexicalCommand<Payload>) =>
      editor.registerCommand(command, $beforeRemoval, COMMAND_PRIORITY_CRITICAL);
    return mergeRegister(
      ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
        editor.registerCommand(command, $beforeDeletion, COMMAND_PRIORITY_CRITICAL),
      ),
      before(CONTROLLED_TEXT_INSERTION_COMMAND),
      before(CUT_COMMAND),
      before(INSERT_LINE_BREAK_COMMAND),
      before(INSERT_PARAGRAPH_COMMAND),
      before(PASTE_COMMAND),
      before(REMOVE_TEXT_COMMAND),
    );
  },
});

/** Tags the words of a quote with its source, where it has one. */
function $bind(block: LexicalNode | null): void {
  if (!(block instanceof AttributedNode)) return;
  const words = block.getChildren();
  const tagged = $tagged(words, tagFor($attributionOf(block).sourceId));
  if (tagged !== words) block.append(...tagged);
}

/** Whether nothing of `block` stands behind the point. */
function $isAtEnd(node: LexicalNode, offset: number, block: LexicalNode): boolean {
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  if (offset < size) return false;
  let current: LexicalNode | null = node;
  while (current && !current.is(block)) {
    if (current.getNextSibling()) return false;
    current = current.getParent();
  }
  return true;
}
