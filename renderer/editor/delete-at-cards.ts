import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $standsAtEnd } from './at-end';
import { $selectBlocks } from './block-selection';
import { $blockOf, $nextBlock, $previousBlock } from './blocks';
import { $reveal } from './reveal';

/**
 * Deleting from the end of a text into a card selects the card; the next key takes it away. Whoever means to join two
 * paragraphs would otherwise lose the table or the picture between them to one key. An empty paragraph goes at once.
 */
export function selectCardsFirst(editor: LexicalEditor): () => void {
  const $delete = (backward: boolean): boolean => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
    const block = $blockOf(selection.anchor.getNode());
    if (!block || !$isElementNode(block)) return false;
    const card = backward ? $previousBlock(block) : $nextBlock(block);
    if (!card || $isElementNode(card) || !$standsAtEnd(block, selection.anchor, !backward)) return false;
    if (block.getType() === 'paragraph' && block.isEmpty()) block.remove();
    $selectBlocks([card]);
    $reveal(card);
    return true;
  };
  return mergeRegister(
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $delete, COMMAND_PRIORITY_HIGH),
    ),
  );
}
