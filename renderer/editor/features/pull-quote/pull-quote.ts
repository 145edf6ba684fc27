import { $create } from 'lexical';
import { $attributionOf, $setAttribution, AttributedNode } from '../../attribution';
import { $turnInto } from '../../block-type';
import { blockConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';

export class PullQuoteNode extends AttributedNode {
  override $config() {
    return this.config('pull-quote', { extends: AttributedNode });
  }
}

const $createPullQuoteNode = () => $create(PullQuoteNode);

export const pullQuoteFeature: Feature = {
  name: 'pull-quote',
  extensions: [{ name: 'standfirst/pull-quote', nodes: () => [PullQuoteNode] }],
  blocks: [
    blockConversion({
      kind: 'pullQuote',
      nodeType: 'pull-quote',
      $toNode: (block, convert) =>
        $setAttribution($createPullQuoteNode().append(...convert.$inlinesToNodes(block.children)), block),
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
      keywords: ['quote', 'display'],
      run: (editor) => editor.update(() => $turnInto($createPullQuoteNode)),
    },
  ],
};
