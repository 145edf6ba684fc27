import { $create, TextNode } from 'lexical';
import { inlineConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';

/** "To come": a gap to fill, kept in one piece and not published. */
export class ToComeNode extends TextNode {
  override $config() {
    return this.config('to-come', { extends: TextNode });
  }

  override createDOM(...given: Parameters<TextNode['createDOM']>): HTMLElement {
    const element = super.createDOM(...given);
    element.classList.add('to-come');
    return element;
  }

  override isTextEntity(): true {
    return true;
  }
}

export const toComeFeature: Feature = {
  name: 'to-come',
  inCards: true,
  extensions: [{ name: 'standfirst/to-come', nodes: () => [ToComeNode] }],
  inlines: [
    inlineConversion({
      kind: 'tk',
      nodeTypes: ['to-come'],
      $toNode: (inline) => $create(ToComeNode).setTextContent(inline.text).setMode('token'),
      $toInline: (node) => ({ kind: 'tk', text: node.getTextContent() }),
    }),
  ],
};
