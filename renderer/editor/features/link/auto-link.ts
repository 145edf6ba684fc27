import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type TextNode,
} from 'lexical';
import { followTyping } from '../../typed-character';
import { addressAtEnd, type TypedAddress } from './typed-address';

/** A typed web address becomes a link with the space, or the new line, behind it. */
export const registerAutoLink = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    followTyping(editor, ({ character, node, offset }) => {
      if (!/\s/.test(character)) return null;
      const found = $addressBefore(node, offset - 1);
      return found && (() => void $link(node, found));
    }),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      () => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
        const node = selection.anchor.getNode();
        if (!$isTextNode(node)) return false;
        const found = $addressBefore(node, selection.anchor.offset);
        if (!found) return false;
        const link = $link(node, found);
        // Enter goes on behind the link, not in it.
        if (found.end === selection.anchor.offset || !link.getNextSibling()) link.selectNext(0, 0);
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );

function $addressBefore(node: TextNode, offset: number): TypedAddress | null {
  if (node.hasFormat('code') || node.getParents().some($isLinkNode)) return null;
  return addressAtEnd(node.getTextContent().slice(0, offset));
}

function $link(node: TextNode, { start, end, url }: TypedAddress) {
  const parts = node.splitText(start, end);
  const words = start === 0 ? parts[0] : parts[1];
  const link = $createLinkNode(url);
  if (words) {
    words.insertBefore(link);
    link.append(words);
  }
  return link;
}
