import { $createHorizontalRuleNode, HorizontalRuleExtension } from '@lexical/extension';
import { $insertBlock } from '../../block-type';
import { blockConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';

export const dividerFeature: Feature = {
  name: 'divider',
  extensions: [HorizontalRuleExtension],
  blocks: [
    blockConversion({
      kind: 'divider',
      nodeType: 'horizontalrule',
      $toNode: () => $createHorizontalRuleNode(),
      $toBlock: () => ({ kind: 'divider' }),
    }),
  ],
  slash: [
    {
      id: 'divider',
      title: 'Divider',
      hint: 'A pause between parts',
      keywords: ['rule', 'line', 'hr'],
      run: (editor) => editor.update(() => $insertBlock($createHorizontalRuleNode())),
    },
  ],
};
