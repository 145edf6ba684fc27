import { $createParagraphNode } from 'lexical';
import { TURN_INTO_COMMAND } from '../../block-commands';
import { blockConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';

export const paragraphFeature: Feature = {
  name: 'paragraph',
  inCards: true,
  blocks: [
    blockConversion({
      kind: 'paragraph',
      nodeType: 'paragraph',
      $toNode: (block, convert) => $createParagraphNode().append(...convert.$inlinesToNodes(block.children)),
      $toBlock: (node, convert) => ({ kind: 'paragraph', children: convert.$childrenToInlines(node) }),
    }),
  ],
  slash: [
    {
      id: 'paragraph',
      title: 'Text',
      hint: 'Plain paragraph',
      keywords: ['paragraph', 'body', 'plain', 'normal', 'p'],
      run: (editor) => editor.dispatchCommand(TURN_INTO_COMMAND, 'paragraph'),
    },
  ],
};
