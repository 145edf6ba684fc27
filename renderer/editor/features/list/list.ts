import { TabIndentationExtension } from '@lexical/extension';
import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListExtension,
  type ListNode,
} from '@lexical/list';
import { $isElementNode, configExtension, type LexicalNode } from 'lexical';
import type { List, ListItem } from '../../../../shared/article/block';
import { $extraOf, $keepExtra, blockConversion, type Conversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';

/** In Lexical a nested list stands in an item of its own behind the item it belongs to. */
function $toListNode(list: List, convert: Conversion): ListNode {
  const node = $createListNode(list.ordered ? 'number' : 'bullet', list.start);
  for (const item of list.items) {
    const itemNode = $createListItemNode();
    node.append($keepExtra(itemNode, item).append(...convert.$inlinesToNodes(item.children)));
    for (const nested of item.lists) {
      node.append($createListItemNode().append($keepExtra($toListNode(nested, convert), nested)));
    }
  }
  return node;
}

function $toList(node: LexicalNode, convert: Conversion): List {
  const items: ListItem[] = [];
  for (const child of $isElementNode(node) ? node.getChildren() : []) {
    const nested = $isListItemNode(child) ? child.getChildren().filter($isListNode) : [];
    if (nested.length === 0) {
      items.push({ children: convert.$childrenToInlines(child), lists: [], ...$extraOf(child) });
      continue;
    }
    const lists = nested.map((list) => ({ ...$toList(list, convert), ...$extraOf(list) }));
    const owner = items.pop() ?? { children: [], lists: [] };
    items.push({ ...owner, lists: [...owner.lists, ...lists] });
  }
  return {
    kind: 'list',
    ordered: $isListNode(node) && node.getListType() === 'number',
    start: $isListNode(node) ? node.getStart() : 1,
    items,
  };
}

export const listFeature: Feature = {
  name: 'list',
  extensions: [configExtension(ListExtension, { shouldPreserveNumbering: true }), TabIndentationExtension],
  blocks: [blockConversion({ kind: 'list', nodeType: 'list', $toNode: $toListNode, $toBlock: $toList })],
  slash: [
    {
      id: 'bulleted-list',
      title: 'Bulleted list',
      hint: 'Points without order',
      keywords: ['bullets', 'unordered', 'ul'],
      run: (editor) => editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined),
    },
    {
      id: 'numbered-list',
      title: 'Numbered list',
      hint: 'Points in order',
      keywords: ['numbers', 'ordered', 'ol'],
      run: (editor) => editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined),
    },
  ],
};
