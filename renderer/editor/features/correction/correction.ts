import type { ParagraphNode, RangeSelection } from 'lexical';
import { $create, $createParagraphNode, $getState, $setState, createState, ElementNode } from 'lexical';
import type { CorrectionBlock } from '../../../../shared/article/block';
import { blockConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';

const typeState = createState('correctionType', {
  parse: (value): CorrectionBlock['type'] => (value === 'clarification' ? value : 'correction'),
});
const dateState = createState('correctionDate', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});

const titles: Readonly<Record<CorrectionBlock['type'], string>> = {
  correction: 'Correction',
  clarification: 'Clarification',
};

/** A correction or clarification in the text: words below a label and the day. */
export class CorrectionNode extends ElementNode {
  override $config() {
    return this.config('correction', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'correction';
    element.dataset.title = `${titles[$getState(this, typeState)]}, ${$getState(this, dateState).slice(0, 10)}`;
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }
}

export const correctionFeature: Feature = {
  name: 'correction',
  extensions: [{ name: 'standfirst/correction', nodes: () => [CorrectionNode] }],
  blocks: [
    blockConversion({
      kind: 'correction',
      nodeType: 'correction',
      $toNode(block, convert) {
        const node = $create(CorrectionNode).append(...convert.$inlinesToNodes(block.children));
        $setState(node, typeState, block.type);
        return $setState(node, dateState, block.date);
      },
      $toBlock: (node, convert) => ({
        kind: 'correction',
        type: $getState(node, typeState),
        date: $getState(node, dateState),
        children: convert.$childrenToInlines(node),
      }),
    }),
  ],
};
