import { $isLinkNode, $toggleLink } from '@lexical/link';
import { $articleBlocks, $insertBlockBefore } from '../../blocks';

/**
 * Makes the selected words a link to `url`, or none where it is null. Lexical puts a link around cards as well that stand
 * among the words; blocks can be no part of a link, and an article with one could not be read, nor saved.
 */
export function $setLink(url: string | null): void {
  $toggleLink(url);
  for (const block of $articleBlocks()) {
    if (!$isLinkNode(block)) continue;
    for (const card of block.getChildren()) $insertBlockBefore(block, card);
    block.remove();
  }
}
