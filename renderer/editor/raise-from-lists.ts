import { $createListNode, $isListItemNode, $isListNode, ListItemNode, type ListNode } from '@lexical/list';
import { $createParagraphNode, type ElementNode, type LexicalEditor, type LexicalNode } from 'lexical';
import { $insertBlockAfter } from './blocks';

/*
 * An item of a list holds words or a nested list. Lexical puts what is pasted or dropped into a nested item beside that list, into the
 * item around it: drawn on the page, and no part of the document, so that it would never be saved.
 */

/** Has blocks that come to stand in an item follow its list, with what was behind them. Answers how to stop. */
export const raiseFromLists = (editor: LexicalEditor): (() => void) =>
  editor.registerNodeTransform(ListItemNode, (item) => {
    const block = item.getChildren().find((child) => !child.isInline() && !$isListNode(child));
    if (block) $raise(item, block);
  });

/** The list of the item ends before `block`; what follows stands behind it, in reading order and one level up at each end. */
function $raise(item: ListItemNode, block: LexicalNode): void {
  const raised: LexicalNode[] = [block, ...block.getNextSiblings()].map((node) =>
    node.isInline() ? $createParagraphNode().append(node) : node,
  );
  let top: ListNode | null = null;
  for (let child: LexicalNode | null = item; $isListItemNode(child); child = top.getParent()) {
    // Lists beside the one that was cut, in the item around it.
    if (top) raised.push(...top.getNextSiblings());
    const list: ElementNode | null = child.getParent();
    if (!$isListNode(list)) return;
    const rest = child.getNextSiblings<ListItemNode>();
    const type = list.getListType();
    const start = type === 'number' ? rest[0]?.getValue() : 1;
    if (rest.length > 0) raised.push($createListNode(type, start).append(...rest));
    top = list;
  }
  if (!top) return;
  let last: LexicalNode = top;
  for (const node of raised.flatMap($owned)) {
    $insertBlockAfter(last, node);
    last = node;
  }
  for (let empty: ElementNode | null = item; empty?.isEmpty() && !empty.is(top.getParent()); ) {
    const around: ElementNode | null = empty.getParent();
    empty.remove();
    empty = around;
  }
}

/** A list without the lists at its beginning that are nested in no item of it any more: they come first, by themselves. */
function $owned(node: LexicalNode): readonly LexicalNode[] {
  const first = $isListNode(node) ? node.getFirstChild() : null;
  if (!$isListNode(node) || !$isListItemNode(first) || !$isListNode(first.getFirstChild())) return [node];
  const nested = first.getChildren();
  first.remove();
  return [...nested.flatMap($owned), ...(node.isEmpty() ? [] : $owned(node))];
}
