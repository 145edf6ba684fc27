import type { EditorConfig, LexicalEditor, RangeSelection } from 'lexical';
import {
  $copyNode,
  $create,
  $createParagraphNode,
  $getNodeByKey,
  $getState,
  $setState,
  createState,
  ElementNode,
} from 'lexical';
import type { CorrectionBlock } from '../../../../shared/article/block';
import { momentOf } from '../../../ui/moment';
import { $standsAtEnd } from '../../at-end';
import { drawn } from '../../card-field';
import { blockConversion } from '../../conversion/conversion';
import { editInPlace, withFields, wordsOf } from '../../edit-in-place';
import type { Feature } from '../../feature';
import { $makeBlock } from '../../insert-block';
import './correction.css';

const typeState = createState('correctionType', {
  parse: (value): CorrectionBlock['type'] => (value === 'clarification' ? value : 'correction'),
});
const dateState = createState('correctionDate', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});

/** A correction or clarification in the text: words below its kind and its day. */
export class CorrectionNode extends ElementNode {
  override $config() {
    return this.config('correction', { extends: ElementNode });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const key = this.getKey();
    const type = drawn(
      'select',
      'card-field',
      new Option('Correction', 'correction'),
      new Option('Clarification', 'clarification'),
    );
    type.setAttribute('aria-label', 'Correction or clarification');
    type.addEventListener('change', () =>
      editInPlace(editor, key, 'type', (node) =>
        $setState(node, typeState, type.value === 'clarification' ? 'clarification' : 'correction'),
      ),
    );
    const day = drawn('input', 'card-field');
    day.type = 'date';
    day.setAttribute('aria-label', 'Day of the correction');
    day.addEventListener('change', () => {
      // The hour it was made at stays; a day that is half typed is none.
      if (day.value !== '')
        editInPlace(editor, key, 'date', (node) =>
          $setState(node, dateState, (date) => `${day.value}${date.slice(10)}`),
        );
    });
    const element = drawn('div', 'correction');
    element.setAttribute('role', 'group');
    return this.show(
      withFields(element, drawn('div', 'correction-head', type, day), 'head', () => {
        editor.getRootElement()?.focus({ preventScroll: true });
        editor.update(() => void $getNodeByKey<CorrectionNode>(key)?.selectEnd());
      }),
    );
  }

  override getDOMSlot(element: HTMLElement) {
    return super.getDOMSlot(element).withElement(wordsOf(element));
  }

  override updateDOM(_previous: this, element: HTMLElement): boolean {
    this.show(element);
    return false;
  }

  private show(element: HTMLElement): HTMLElement {
    const [type, day] = [element.querySelector('select'), element.querySelector('input')];
    const kind = $getState(this, typeState);
    element.setAttribute('aria-label', kind === 'correction' ? 'Correction' : 'Clarification');
    if (type) type.value = kind;
    if (day) day.value = $getState(this, dateState).slice(0, 10);
    return element;
  }

  /** Enter at the end goes on below in the text; elsewhere it parts the correction in two. */
  override insertNewAfter(selection: RangeSelection, restoreSelection: boolean): ElementNode {
    const next = $standsAtEnd(this, selection.anchor, true) ? $createParagraphNode() : $copyNode(this);
    this.insertAfter(next, restoreSelection);
    return next;
  }

  override collapseAtStart(): true {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    this.replace(paragraph);
    return true;
  }
}

const $createCorrection = (): CorrectionNode => {
  const node = $create(CorrectionNode);
  $setState(node, dateState, momentOf(new Date()));
  return node;
};

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
  slash: [
    {
      id: 'correction',
      title: 'Correction',
      hint: 'Says what was wrong, and when',
      keywords: ['clarification', 'erratum'],
      run: (editor) => editor.update(() => $makeBlock($createCorrection)),
    },
  ],
};
