import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import { $createListItemNode, $createListNode, ListItemNode, ListNode } from '@lexical/list';
import { type ElementTransformer, registerMarkdownShortcuts } from '@lexical/markdown';
import { $createHeadingNode, $isHeadingNode, HeadingNode } from '@lexical/rich-text';
import { $createParagraphNode, $isParagraphNode, type ElementNode, type LexicalEditor } from 'lexical';
import { $createBlockquoteNode, BlockquoteNode } from '../../blockquote-node';
import { $insertBlockAfter } from '../../blocks';

/**
 * What a start does, in paragraphs and headings alone: a desk note would be published by two characters, and a quote would lose
 * whom it is by.
 */
const inText =
  (replace: ElementTransformer['replace']): ElementTransformer['replace'] =>
  (block, ...rest) =>
    $isParagraphNode(block) || $isHeadingNode(block) ? replace(block, ...rest) : false;

/** A start of a line that turns the paragraph into what `$create` makes, keeping its words. */
function start(
  regExp: RegExp,
  dependencies: ElementTransformer['dependencies'],
  $create: (match: string[]) => ElementNode,
): ElementTransformer {
  return {
    type: 'element',
    dependencies,
    regExp,
    export: () => null,
    replace: inText((paragraph, children, match) => {
      const block = $create(match);
      block.append(...children);
      paragraph.replace(block);
      block.select(0, 0);
    }),
  };
}

/** As `start`, for lists: the words become the first item. */
function listStart(regExp: RegExp, listType: 'bullet' | 'number'): ElementTransformer {
  return {
    type: 'element',
    dependencies: [ListNode, ListItemNode],
    regExp,
    export: () => null,
    replace: inText((paragraph, children, match) => {
      const item = $createListItemNode().append(...children);
      const number = listType === 'number' ? Number(match[1] ?? 1) : 1;
      paragraph.replace($createListNode(listType, number).append(item));
      item.select(0, 0);
    }),
  };
}

const starts: ElementTransformer[] = [
  // One "#" gives a subhead too: the headline has a field of its own.
  start(/^(#{1,4})\s/, [HeadingNode], (match) => {
    const depth = match[1]?.length ?? 2;
    return $createHeadingNode(depth <= 2 ? 'h2' : depth === 3 ? 'h3' : 'h4');
  }),
  start(/^>\s/, [BlockquoteNode], () => $createBlockquoteNode()),
  listStart(/^[-*+]\s/, 'bullet'),
  listStart(/^(\d{1,3})[.)]\s/, 'number'),
  {
    type: 'element',
    dependencies: [HorizontalRuleNode],
    regExp: /^(---|\*\*\*)\s/,
    export: () => null,
    replace: inText((paragraph) => {
      const next = $createParagraphNode();
      $insertBlockAfter(paragraph.replace($createHorizontalRuleNode()), next);
      next.select();
    }),
  },
];

/** Has `editor` turn lines by their starts. Answers how to stop. @public: loaded late. */
export const registerStarts = (editor: LexicalEditor): (() => void) =>
  registerMarkdownShortcuts(editor, starts);
