import type { Block } from '../../article/block';
import type { Inline } from '../../article/inline';
import { inlineText } from '../../article/traverse';
import type { Entry } from './passage';

/** Joins runs of words with a number of line breaks between them; empty runs vanish. */
export function joinRuns(runs: readonly (readonly Inline[])[], breaks: number): readonly Inline[] {
  const joined: Inline[] = [];
  for (const run of runs) {
    if (run.length === 0) continue;
    if (joined.length > 0) for (let count = 0; count < breaks; count += 1) joined.push({ kind: 'lineBreak' });
    for (const inline of run) joined.push(inline);
  }
  return joined;
}

/** Whether an entry holds nothing but words, so that it can stand as lines inside another block. */
export function asRun(entry: Entry): readonly Inline[] | null {
  if (entry.kind === 'line') return entry.children;
  return blockRun(entry.block);
}

function blockRun(block: Block): readonly Inline[] | null {
  if (block.kind === 'paragraph' || block.kind === 'heading') return block.children;
  if (block.kind === 'blockquote' || block.kind === 'pullQuote') {
    return block.attribution === '' ? block.children : null;
  }
  return null;
}

/** Whether a run has words that show. */
export const hasWords = (run: readonly Inline[]): boolean => inlineText(run).trim() !== '';
