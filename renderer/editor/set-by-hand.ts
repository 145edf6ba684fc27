import type { LexicalNode } from 'lexical';
import type { Block } from '../../shared/article/block';
import { $changeCard } from './card';

/** An ad break as the writer set it, whoever set it before; any other block as it is. */
export const setByHand = (block: Block): Block =>
  block.kind === 'adBreak' && block.placed === 'auto' ? { ...block, placed: 'hand' } : block;

/**
 * Ad breaks that a writer moves by themselves stand where the writer wants them: automatic placement leaves them there. Breaks
 * that come along with the text around them are as they were.
 */
export function $setByHand(nodes: readonly LexicalNode[]): void {
  if (nodes.every((node) => node.getType() === 'card-adBreak'))
    for (const node of nodes) $changeCard(node, setByHand);
}
