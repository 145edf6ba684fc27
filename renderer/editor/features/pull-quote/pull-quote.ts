import { $create } from 'lexical';
import { $attributionOf, $setAttribution } from '../../attribution';
import { TURN_INTO_COMMAND } from '../../block-commands';
import { blockConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { PullQuoteNode } from '../../pull-quote-node';

export const pullQuoteFeature: Feature = {
  name: 'pull-quote',
  extensions: [{ name: 'standfirst/pull-quote', nodes: () => [PullQuoteNode] }],
  blocks: [
    blockConversion({
      kind: 'pullQuote',
      nodeType: 'pull-quote',
      $toNode: (block, convert) =>
        $setAttribution($create(PullQuoteNode).append(...convert.$inlinesToNodes(block.children)), block),
      $toBlock: (node, convert) => ({
        kind: 'pullQuote',
        children: convert.$childrenToInlines(node),
        ...$attributionOf(node),
      }),
    }),
  ],
  slash: [
    {
      id: 'pull-quote',
      title: 'Pull quote',
      hint: 'A line of the story, shown large',
      keywords: ['quote', 'display', 'callout', 'highlight', 'breakout'],
      run: (editor) => editor.dispatchCommand(TURN_INTO_COMMAND, 'pullQuote'),
    },
  ],
};
