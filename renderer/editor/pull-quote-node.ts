import { AttributedNode } from './attribution';

/** A sentence of the article repeated large. An editor basic because other blocks are turned into it. */
export class PullQuoteNode extends AttributedNode {
  override $config() {
    return this.config('pull-quote', { extends: AttributedNode });
  }
}
