import { $setBlocksType } from '@lexical/selection';
import { $insertNodeToNearestRoot } from '@lexical/utils';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical';

/** Turns the blocks of the selection into what `$create` makes, keeping their words. */
export function $turnInto($create: () => ElementNode): void {
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
    const top = selection?.getNodes().at(-1)?.getTopLevelElement();
    if (top) top.insertAfter(block);
    else $insertNodeToNearestRoot(block);
    return;
  }
  const top = selection.focus.getNode().getTopLevelElement();
  if (!top) {
    $getRoot().append(block);
  } else if ($isElementNode(top) && top.isEmpty() && top.getType() === 'paragraph') {
    top.replace(block);
  } else if (selection.isCollapsed() && $isAtStart(selection.focus.getNode(), selection.focus.offset, top)) {
    top.insertBefore(block);
    return;
  } else {
    top.insertAfter(block);
  }
  const next = block.getNextSibling();
  if (next && $isElementNode(next)) next.selectStart();
  else {
    const paragraph = $createParagraphNode();
    block.insertAfter(paragraph);
    paragraph.selectStart();
  }
}

function $isAtStart(node: LexicalNode, offset: number, top: LexicalNode): boolean {
  if (offset !== 0) return false;
  let current: LexicalNode | null = node;
  while (current && !current.is(top)) {
    if (current.getPreviousSibling()) return false;
    current = current.getParent();
  }
  return $isElementNode(top) && !top.isEmpty();
}
