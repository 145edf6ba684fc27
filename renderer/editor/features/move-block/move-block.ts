import {
  $getSelection,
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  defineExtension,
  type LexicalCommand,
} from 'lexical';
import { $blocksOf, $insertBlockAfter, $insertBlockBefore, $nextBlock, $previousBlock } from '../../blocks';
import type { Feature } from '../../feature';

/** Moves the selected top-level blocks one place up or down. */
export const MOVE_BLOCK_COMMAND: LexicalCommand<'up' | 'down'> = createCommand('MOVE_BLOCK');

/** Moving a block keeps the selection, because it moves nodes, not words. */
export function $moveBlocks(direction: 'up' | 'down'): boolean {
  const blocks = $blocksOf($getSelection()?.getNodes() ?? []);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return false;
  const neighbour = direction === 'up' ? $previousBlock(first) : $nextBlock(last);
  if (!neighbour) return false;
  if (direction === 'up') $insertBlockAfter(last, neighbour);
  else $insertBlockBefore(first, neighbour);
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
