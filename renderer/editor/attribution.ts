import type { EditorConfig, LexicalEditor, LexicalNode, RangeSelection } from 'lexical';
import {
  $copyNode,
  $createParagraphNode,
  $getNodeByKey,
  $getSelection,
  $getState,
  $getStateChange,
  $isRangeSelection,
  $setState,
  createState,
  ElementNode,
} from 'lexical';
import { strings } from '../strings/en';
import { $blockOf } from './blocks';
import { type CardField, cardField, drawn } from './card-field';
import { editInPlace, endEdit, withFields, wordsOf } from './edit-in-place';

/** Who is quoted: free text, or a source of the article whose published name stands in its place. */
export interface Attribution {
  readonly attribution: string;
  readonly sourceId: string | null;
}

const attributionState = createState('attribution', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});
const sourceIdState = createState('sourceId', {
  parse: (value) => (typeof value === 'string' ? value : null),
});

const fields = new WeakMap<HTMLElement, CardField>();

/** A block of words with an attribution below: block quote and pull quote. */
export class AttributedNode extends ElementNode {
  override $config() {
    return this.config(Symbol.for('standfirst/attributed'), { extends: ElementNode });
  }

  override createDOM(config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const key = this.getKey();
    const element = document.createElement('blockquote');
    const className = (config.theme as Record<string, string>)[this.getType()];
    if (className) element.className = className;
    const field = cardField({
      label: strings.attribution.inPlace,
      placeholder: strings.attribution.placeholder,
      // Words of the writer's own stand in the place of a source's name.
      change: (attribution) =>
        editInPlace(editor, key, 'attribution', (node) =>
          $setAttribution(node, { attribution, sourceId: null }),
        ),
    });
    field.show($getState(this, attributionState));
    fields.set(element, field);
    return withFields(element, drawn('div', 'attribution', field.element), 'foot', () => {
      endEdit(editor);
      editor.getRootElement()?.focus({ preventScroll: true });
      editor.update(() => void $getNodeByKey<AttributedNode>(key)?.selectEnd());
    });
  }

  override getDOMSlot(element: HTMLElement) {
    return super.getDOMSlot(element).withElement(wordsOf(element));
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    const change = $getStateChange(this, previous, attributionState);
    if (change) fields.get(element)?.show(change[0]);
    return false;
  }

  /** Enter at the end goes on below in plain text; elsewhere it parts the passage in two of its kind. */
  override insertNewAfter(selection: RangeSelection, restoreSelection: boolean): ElementNode {
    const atEnd = selection.anchor.getNode().is(this.getLastDescendant())
      ? selection.anchor.offset === selection.anchor.getNode().getTextContentSize()
      : this.isEmpty();
    const next = atEnd ? $createParagraphNode() : $copyNode(this);
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

/** Sets who is quoted. */
export function $setAttribution<Node extends LexicalNode>(node: Node, given: Attribution): Node {
  $setState(node, attributionState, given.attribution);
  return $setState(node, sourceIdState, given.sourceId);
}

/** Who is quoted. */
export const $attributionOf = (node: LexicalNode): Attribution => ({
  attribution: $getState(node, attributionState),
  sourceId: $getState(node, sourceIdState),
});

/** The block quote or pull quote in which the caret stands; null elsewhere. */
export function $attributedAtSelection(): AttributedNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const top = $blockOf(selection.anchor.getNode());
  return top instanceof AttributedNode ? top : null;
}
