import {
  $createRangeSelection,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  defineExtension,
  type ElementNode,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  type LexicalNode,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import { $standsAtEnd } from './at-end';
import { $attributionOf, AttributedNode } from './attribution';
import { $selectBlocks } from './block-selection';
import { $blockOf, $nextBlock, $previousBlock } from './blocks';
import { $tagged, tagFor } from './quote-words';

/*
 * Where what stands between two blocks is deleted, the words of the second join the first. Those of a quote would leave its
 * source behind, and with it the terms on which they were said; so they are tagged with that source first. Those of a desk
 * note, which is never published, would be a part of the text, and those of the text a part of the note: they stay apart.
 */

/** Keeps the words of a quote bound to its source when a key joins them to the block before, and desk notes out of the text. */
export const KeepBoundExtension = defineExtension({
  name: 'standfirst/keep-bound',
  register(editor) {
    const before = <Payload>(command: LexicalCommand<Payload>) =>
      editor.registerCommand(
        command,
        () => {
          $keepBound();
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      );
    return mergeRegister(
      ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
        editor.registerCommand(command, $beforeDeletion, COMMAND_PRIORITY_CRITICAL),
      ),
      before(CONTROLLED_TEXT_INSERTION_COMMAND),
      before(INSERT_LINE_BREAK_COMMAND),
      before(INSERT_PARAGRAPH_COMMAND),
      before(REMOVE_TEXT_COMMAND),
    );
  },
});

/**
 * To be called before selected words are taken away, wherever it is not a key that does it: by a cut, by a drag, by a paste in
 * their place. Answers whether they led into a desk note or out of one.
 */
export function $keepBound(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const joined = $blockOf(last.getNode());
  let block = $blockOf(first.getNode());
  if (!$isElementNode(joined)) return false;
  // A note that is selected whole goes, and what was behind it begins the selection.
  while (block && !joined.is(block) && isNote(block) && $standsAtEnd(block, first, false)) {
    const next = $nextBlock(block);
    const [page, at] = [block.getParentOrThrow(), block.getIndexWithinParent()];
    block.remove();
    // Before a card, too: where a node goes, Lexical takes the selection to what is before it.
    if ($isElementNode(next)) first.set(next.getKey(), 0, 'element');
    else first.set(page.getKey(), at, 'element');
    block = next;
  }
  if (joined.is(block)) return false;
  if (!isNote(block) && !isNote(joined)) {
    $bind(joined);
    return false;
  }
  // What is selected of the last block goes now; with the rest of the selection nothing is joined.
  const [page, at] = [joined.getParentOrThrow(), joined.getIndexWithinParent()];
  const head = $createRangeSelection();
  head.anchor.set(joined.getKey(), 0, 'element');
  head.focus.set(last.key, last.offset, last.type);
  head.removeText();
  last.set(page.getKey(), at, 'element');
  if (joined.isEmpty()) joined.remove();
  return true;
}

/** Answers whether nothing is left to delete. */
function $beforeDeletion(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) {
    const isApart = $keepBound();
    if (isApart) selection.removeText();
    return isApart;
  }
  const block = $blockOf(selection.anchor.getNode());
  if (!$isElementNode(block) || !$standsAtEnd(block, selection.anchor, !isBackward)) return false;
  const other = isBackward ? $previousBlock(block) : $nextBlock(block);
  // A card is selected (`delete-at-cards.ts`), and what is empty joins nothing.
  if (block.isEmpty() || (other && (!$isElementNode(other) || other.isEmpty()))) return false;
  if (isNote(block)) {
    if (isBackward) $selectBlocks([block]);
    return isBackward || other !== null;
  }
  if (!other) return false;
  if (isNote(other)) $selectBlocks([other]);
  else $bind(isBackward ? block : other);
  return isNote(other);
}

const isNote = (block: LexicalNode | null): block is ElementNode => block?.getType() === 'desk-note';

/** Tags the words of a quote with its source, where it has one. */
function $bind(block: LexicalNode): void {
  if (!(block instanceof AttributedNode)) return;
  const words = block.getChildren();
  const tagged = $tagged(words, tagFor($attributionOf(block).sourceId));
  if (tagged !== words) block.append(...tagged);
}
