import { $setBlocksType } from '@lexical/selection';
import { $insertNodeToNearestRoot } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $standsAtEnd } from './at-end';
import { $appendBlock, $blockOf, $insertBlockAfter, $insertBlockBefore, $nextBlock } from './blocks';

/** Makes the block of the caret what `$create` makes, keeping its words. */
export function $makeBlock($create: () => ElementNode): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) $setBlocksType(selection, $create);
}

/**
 * Puts a block that holds no caret (an ad break, a divider) at the caret: before the block if the caret is at its very
 * start, in place of an empty paragraph, otherwise behind it, so that a sentence is never torn. The caret goes on in
 * the text behind.
 */
export function $insertBlock(block: LexicalNode): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) {
    const top = $blockOf(selection?.getNodes().at(-1));
    if (top) $insertBlockAfter(top, block);
    else $insertNodeToNearestRoot(block);
    return;
  }
  const top = $blockOf(selection.focus.getNode());
  if (!top) {
    $appendBlock(block);
  } else if ($isElementNode(top) && top.isEmpty() && top.getType() === 'paragraph') {
    top.replace(block);
  } else if (
    $isElementNode(top) &&
    !top.isEmpty() &&
    selection.isCollapsed() &&
    $standsAtEnd(top, selection.focus, false)
  ) {
    $insertBlockBefore(top, block);
    return;
  } else {
    $insertBlockAfter(top, block);
  }
  const next = $nextBlock(block);
  if (next && $isElementNode(next)) next.selectStart();
  else {
    const paragraph = $createParagraphNode();
    $insertBlockAfter(block, paragraph);
    paragraph.selectStart();
  }
}
