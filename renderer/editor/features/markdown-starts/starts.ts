import { $createHorizontalRuleNode } from '@lexical/extension';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $isParagraphNode,
  type ElementNode,
  type LexicalEditor,
  type TextNode,
} from 'lexical';
import { $createBlockquoteNode } from '../../blockquote-node';
import { $insertBlockAfter } from '../../blocks';
import { followTyping } from '../../typed-character';

/** What was typed before the space, and what it makes of the block that it begins. The words go along. */
interface Start {
  readonly typed: RegExp;
  $turn(block: ElementNode, typed: RegExpMatchArray): void;
}

/** Puts `to` in the place of `block`. Its words go into `line`, and the caret before them. */
function $turnInto(block: ElementNode, to: ElementNode, line = to): void {
  line.append(...block.getChildren());
  block.replace(to);
  line.select(0, 0);
}

function $turnIntoList(block: ElementNode, type: 'bullet' | 'number', first?: number): void {
  const item = $createListItemNode();
  $turnInto(block, $createListNode(type, first).append(item), item);
}

const starts: readonly Start[] = [
  {
    // One "#" gives a subhead too: the headline has a field of its own.
    typed: /^#{1,4}$/,
    $turn(block, [{ length: depth }]) {
      $turnInto(block, $createHeadingNode(depth <= 2 ? 'h2' : depth === 3 ? 'h3' : 'h4'));
    },
  },
  { typed: /^>$/, $turn: (block) => $turnInto(block, $createBlockquoteNode()) },
  { typed: /^[-*+]$/, $turn: (block) => $turnIntoList(block, 'bullet') },
  {
    typed: /^(\d{1,3})[.)]$/,
    $turn: (block, [, number]) => $turnIntoList(block, 'number', Number(number)),
  },
  {
    typed: /^(?:---|\*\*\*)$/,
    $turn(block) {
      const next = $createParagraphNode();
      $insertBlockAfter(block.replace($createHorizontalRuleNode()), next);
      next.select();
    },
  },
];

/** The longest of them with its space, in characters. */
const longest = 5;

/**
 * Has `editor` turn lines by their starts. In paragraphs and headings alone: a desk note would be published by two characters,
 * and a quote would lose whom it is by. Answers how to stop. @public: loaded late.
 */
export const registerStarts = (editor: LexicalEditor): (() => void) =>
  followTyping(editor, ({ character, node, offset }) =>
    // A key in the middle of a line ends here.
    character === ' ' && offset <= longest ? $turnByStart(node, offset) : null,
  );

function $turnByStart(node: TextNode, offset: number): (() => void) | null {
  const block = node.getParent();
  if (!($isParagraphNode(block) || $isHeadingNode(block)) || node.getPreviousSibling()) return null;
  const typed = node.getTextContent().slice(0, offset - 1);
  for (const start of starts) {
    const match = typed.match(start.typed);
    if (match)
      return () => {
        node.spliceText(0, offset, '');
        start.$turn(block, match);
      };
  }
  return null;
}
