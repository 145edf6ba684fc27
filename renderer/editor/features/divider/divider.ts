import {
  $createHorizontalRuleNode,
  $isHorizontalRuleNode,
  HorizontalRuleExtension,
} from '@lexical/extension';
import {
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_NORMAL,
  defineExtension,
  isDOMNode,
} from 'lexical';
import { $selectBlocks } from '../../block-selection';
import { blockConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { $insertBlock } from '../../insert-block';

/** By Lexical a click on a divider among selected words lets go of all: keys would mean nothing from then on. */
const DividerExtension = defineExtension({
  name: 'standfirst/divider',
  dependencies: [HorizontalRuleExtension],
  register: (editor) =>
    editor.registerCommand(
      CLICK_COMMAND,
      ({ target }) => {
        const node = isDOMNode(target) ? $getNearestNodeFromDOMNode(target) : null;
        if (!$isHorizontalRuleNode(node)) return false;
        $selectBlocks([node]);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
});

export const dividerFeature: Feature = {
  name: 'divider',
  extensions: [DividerExtension],
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
