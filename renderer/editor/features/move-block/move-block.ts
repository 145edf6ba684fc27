import {
  $getSelection,
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  defineExtension,
  type LexicalCommand,
  type LexicalNode,
} from 'lexical';
import type { Feature } from '../../feature';

/** Moves the selected top-level blocks one place up or down. */
export const MOVE_BLOCK_COMMAND: LexicalCommand<'up' | 'down'> = createCommand('MOVE_BLOCK');

function $selectedBlocks(): readonly LexicalNode[] {
  const blocks = $getSelection()
    ?.getNodes()
    .flatMap((node) => node.getTopLevelElement() ?? []);
  return [...new Map((blocks ?? []).map((block) => [block.getKey(), block])).values()].sort(
    (a, b) => a.getIndexWithinParent() - b.getIndexWithinParent(),
  );
}

/** Moving a block keeps the selection, because it moves nodes, not words. */
export function $moveBlocks(direction: 'up' | 'down'): boolean {
  const blocks = $selectedBlocks();
  const neighbour = direction === 'up' ? blocks[0]?.getPreviousSibling() : blocks.at(-1)?.getNextSibling();
  if (!neighbour) return false;
  if (direction === 'up') blocks.at(-1)?.insertAfter(neighbour, false);
  else blocks[0]?.insertBefore(neighbour, false);
  return true;
}

export const moveBlockFeature: Feature = {
  name: 'move-block',
  extensions: [
    defineExtension({
      name: 'standfirst/move-block',
      register: (editor) =>
        editor.registerCommand(
          MOVE_BLOCK_COMMAND,
          (direction) => $moveBlocks(direction),
          COMMAND_PRIORITY_EDITOR,
        ),
    }),
  ],
};
