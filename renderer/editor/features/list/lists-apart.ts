import { $isListItemNode, $isListNode, ListExtension, type ListNode } from '@lexical/list';
import {
  $getNodeByKey,
  $hasUpdateTag,
  defineExtension,
  getRegisteredNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { asWrittenTag, loadTag } from '../../conversion/body';

/*
 * Lexical makes one list of two of a kind that stand side by side. That is right where the writer brought them together, and
 * wrong where the article holds two: opening it would lose the first number of the second, and saving would tell nobody.
 */

/** Two lists of one kind that stand side by side in the article, or in a paste, stay two; those that come together in writing become one. */
export const ListsApartExtension = defineExtension({
  name: 'standfirst/lists-apart',
  dependencies: [ListExtension],
  register(editor) {
    const transforms = getRegisteredNode(editor, 'list')?.transforms;
    if (!transforms) return () => {};
    const own = [...transforms];
    const sparing = own.map((transform) => (node: LexicalNode) => {
      if ($isListNode(node) && $staysApart(editor, node)) $number(node);
      else transform(node);
    });
    transforms.clear();
    for (const transform of sparing) transforms.add(transform);
    return () => {
      transforms.clear();
      for (const transform of own) transforms.add(transform);
    };
  },
});

/** Whether `list` and the list of its kind behind it are two in the article, and not just brought together. */
function $staysApart(editor: LexicalEditor, list: ListNode): boolean {
  const next = $sameKindBehind(list);
  if (!next) return false;
  if ($hasUpdateTag(loadTag) || $hasUpdateTag(asWrittenTag)) return true;
  return editor.getEditorState().read(() => {
    const before = $getNodeByKey(list.getKey());
    // Two that came at once came as two: a paste.
    if (!before) return $getNodeByKey(next.getKey()) === null;
    return $isListNode(before) && $sameKindBehind(before)?.getKey() === next.getKey();
  });
}

function $sameKindBehind(list: ListNode): ListNode | null {
  const next = list.getNextSibling();
  return $isListNode(next) && next.getListType() === list.getListType() ? next : null;
}

/** Gives each item its number, the other half of what Lexical does for a list. One that only holds a nested list has none. */
function $number(list: ListNode): void {
  let number = list.getStart();
  for (const item of list.getChildren()) {
    if (!$isListItemNode(item)) continue;
    if (item.getValue() !== number) item.setValue(number);
    if (!$isListNode(item.getFirstChild())) number += 1;
  }
}
