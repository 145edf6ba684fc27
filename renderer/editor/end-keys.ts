import { COMMAND_PRIORITY_NORMAL, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';
import { $chosenBlocks, $enter } from './block-selection';
import { $blockAt, $blockCount } from './blocks';
import { isField } from './card-keys';
import { $reveal } from './reveal';

/**
 * Home and End while blocks are selected. The browser moves a caret of its own, which stands elsewhere, and the blocks
 * stay selected: what is typed next would come nowhere, or to the beginning of the page. Answers how to stop.
 */
export const registerEndKeys = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      const end = endOf(event);
      const chosen = $chosenBlocks();
      if (!end || !chosen || isField(event.target)) return false;
      const [index, near] = end.to === 'start' ? [0, chosen[0]] : [$blockCount() - 1, chosen.at(-1)];
      const block = end.ofPage ? $blockAt(index) : near;
      if (!block) return false;
      event.preventDefault();
      // Blocks are selected whole: there is no line of which more could be.
      if (event.shiftKey) return true;
      $enter(block, end.to);
      // The browser's caret may stand there already, and then nothing else scrolls.
      $reveal(block);
      return true;
    },
    COMMAND_PRIORITY_NORMAL,
  );

/** Which end a key goes to, and whether it is that of the page. */
function endOf({
  key,
  ctrlKey,
  metaKey,
}: KeyboardEvent): { readonly to: 'start' | 'end'; readonly ofPage: boolean } | null {
  if (key === 'Home') return { to: 'start', ofPage: ctrlKey };
  if (key === 'End') return { to: 'end', ofPage: ctrlKey };
  if (metaKey && key === 'ArrowUp') return { to: 'start', ofPage: true };
  return metaKey && key === 'ArrowDown' ? { to: 'end', ofPage: true } : null;
}
