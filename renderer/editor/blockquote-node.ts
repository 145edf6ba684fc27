import { $create } from 'lexical';
import { AttributedNode } from './attribution';

/** A longer passage set off from the text. An editor basic because the Markdown-like starts make it too. */
export class BlockquoteNode extends AttributedNode {
  override $config() {
    return this.config('blockquote', { extends: AttributedNode });
  }
}

export const $createBlockquoteNode = () => $create(BlockquoteNode);
