import type { Block } from '../../../shared/article/block';
import { publishedPieces } from '../../../shared/article/traverse';

/** An article of so many blocks is shown whole at once. */
const short = 48;

/** Less than any look takes: so many characters stand in a line, and a line is so many CSS pixels high. */
const perLine = 90;
const lineHeight = 20;

/**
 * How many of `blocks` are put on the page first: those of a short article all, of a long one those that fill a window of
 * `height` CSS pixels for certain, however wide and close its lines are set.
 */
export function firstScreen(blocks: readonly Block[], height: number): number {
  if (blocks.length <= short) return blocks.length;
  let filled = 0;
  const full = blocks.findIndex((block) => {
    filled += leastHeight(block);
    return filled >= height;
  });
  return full === -1 ? blocks.length : full + 1;
}

function leastHeight(block: Block): number {
  const lines = publishedPieces(block).reduce((sum, text) => sum + Math.ceil(text.length / perLine), 0);
  return Math.max(1, lines) * lineHeight;
}
