import { $attributionOf, $setAttribution } from '../../attribution';
import { TURN_INTO_COMMAND } from '../../block-commands';
import { $createBlockquoteNode, BlockquoteNode } from '../../blockquote-node';
import { blockConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { KeepBoundExtension } from '../../keep-bound';

export const blockquoteFeature: Feature = {
  name: 'blockquote',
  extensions: [{ name: 'standfirst/blockquote', nodes: () => [BlockquoteNode] }, KeepBoundExtension],
  blocks: [
    blockConversion({
      kind: 'blockquote',
      nodeType: 'blockquote',
      $toNode: (block, convert) =>
        $setAttribution($createBlockquoteNode().append(...convert.$inlinesToNodes(block.children)), block),
      $toBlock: (node, convert) => ({
        kind: 'blockquote',
        children: convert.$childrenToInlines(node),
        ...$attributionOf(node),
      }),
    }),
  ],
  slash: [
    {
      id: 'blockquote',
      title: 'Block quote',
      hint: 'A longer passage, set off',
      keywords: ['quote', 'quotation', 'blockquote', 'excerpt', 'extract', 'indented'],
      run: (editor) => editor.dispatchCommand(TURN_INTO_COMMAND, 'blockquote'),
    },
  ],
};
