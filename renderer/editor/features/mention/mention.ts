import { $create, $getState, $setState, createState } from 'lexical';
import { inlineConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { SpanNode } from '../../span';

const sourceIdState = createState('mentionedSource', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});

/** A source named in the running text. */
export class MentionNode extends SpanNode {
  override $config() {
    return this.config('mention', { extends: SpanNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'mention';
    return element;
  }
}

export const mentionFeature: Feature = {
  name: 'mention',
  inCards: true,
  extensions: [{ name: 'standfirst/mention', nodes: () => [MentionNode] }],
  inlines: [
    inlineConversion({
      kind: 'mention',
      nodeTypes: ['mention'],
      $toNode: (inline, convert) =>
        $setState(
          $create(MentionNode).append(...convert.$inlinesToNodes(inline.children)),
          sourceIdState,
          inline.sourceId,
        ),
      $toInline: (node, convert) => ({
        kind: 'mention',
        sourceId: $getState(node, sourceIdState),
        children: convert.$childrenToInlines(node),
      }),
    }),
  ],
};
