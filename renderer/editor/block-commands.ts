import { createCommand, type LexicalCommand } from 'lexical';
import type { WordBlock } from './turn-into';

/** Moves the blocks of the selection one place up or down. */
export const MOVE_BLOCK_COMMAND: LexicalCommand<'up' | 'down'> = createCommand('MOVE_BLOCK');
/** Turns the blocks of the selection into another kind. */
export const TURN_INTO_COMMAND: LexicalCommand<WordBlock> = createCommand('TURN_INTO');
/** Does something to the blocks of the selection. */
export const BLOCKS_COMMAND: LexicalCommand<'select' | 'duplicate' | 'remove' | 'menu'> =
  createCommand('BLOCKS');
