import { $createHorizontalRuleNode, HorizontalRuleExtension } from '@lexical/extension';
import { blockConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { $insertBlock } from '../../insert-block';

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
      keywords: ['rule', 'line', 'separator', 'break', 'asterisks', 'hr'],
      run: (editor) => editor.update(() => $insertBlock($createHorizontalRuleNode())),
    },
  ],
};
