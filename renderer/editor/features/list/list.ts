import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  ListExtension,
  type ListNode,
} from '@lexical/list';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  configExtension,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalNode,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import { deepestList, type List, type ListItem } from '../../../../shared/article/block';
import { TURN_INTO_COMMAND } from '../../block-commands';
import { $extraOf, $keepExtra, blockConversion, type Conversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { ListsApartExtension } from './lists-apart';

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

/** Tab nests an item and Shift+Tab takes it out. Outside lists Tab moves on in the window, as everywhere. */
const TabInListExtension = defineExtension({
  name: 'standfirst/tab-in-list',
  register: (editor) =>
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return false;
        if (
          !selection.anchor.getNode().getParents().some($isListItemNode) &&
          !$isListItemNode(selection.anchor.getNode())
        ) {
          return false;
        }
        event.preventDefault();
        // A key that is held down would nest for ever.
        const isDeepest = [selection.anchor, selection.focus].some(
          (end) => end.getNode().getParents().filter($isListNode).length >= deepestList,
        );
        if (isDeepest && !event.shiftKey) return true;
        return editor.dispatchCommand(
          event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
          undefined,
        );
      },
      COMMAND_PRIORITY_EDITOR,
    ),
});

export const listFeature: Feature = {
  name: 'list',
  inCards: true,
  extensions: [
    configExtension(ListExtension, { shouldPreserveNumbering: true }),
    ListsApartExtension,
    TabInListExtension,
  ],
  blocks: [blockConversion({ kind: 'list', nodeType: 'list', $toNode: $toListNode, $toBlock: $toList })],
  slash: [
    {
      id: 'bulleted-list',
      title: 'Bulleted list',
      hint: 'Points without order',
      keywords: ['bullets', 'unordered', 'points', 'dots', 'ul'],
      run: (editor) => editor.dispatchCommand(TURN_INTO_COMMAND, 'bullets'),
    },
    {
      id: 'numbered-list',
      title: 'Numbered list',
      hint: 'Points in order',
      keywords: ['numbers', 'ordered', 'steps', 'ranking', 'ol'],
      run: (editor) => editor.dispatchCommand(TURN_INTO_COMMAND, 'numbers'),
    },
  ],
};
