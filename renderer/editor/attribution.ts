import type { EditorConfig, LexicalEditor, LexicalNode, RangeSelection } from 'lexical';
import {
  $addUpdateTag,
  $copyNode,
  $createParagraphNode,
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $getState,
  $getStateChange,
  $isElementNode,
  $isRangeSelection,
  $setState,
  createState,
  ElementNode,
  HISTORY_PUSH_TAG,
} from 'lexical';
import { strings } from '../strings/en';
import { $standsAtEnd } from './at-end';
import { $blockOf, $insertBlockAfter, $nextBlock } from './blocks';
import { type CardField, cardField, drawn } from './card-field';
import { editInPlace, endEdit, withFields, wordsOf } from './edit-in-place';
import { typographyOf } from './field-typography';
import { $tagged, attributionLine, tagFor } from './quote-words';

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
      name: 'attribution',
      label: strings.attribution.inPlace,
      placeholder: strings.attribution.placeholder,
      grows: true,
      typography: () => typographyOf(editor),
      // Words of the writer's own stand in the place of a source's name.
      change: (attribution) =>
        editInPlace(editor, key, 'attribution', (node) =>
          $setAttribution(node, { attribution, sourceId: null }),
        ),
    });
    field.show($getState(this, attributionState));
    fields.set(element, field);
    const leaveTo = ($place: (node: AttributedNode) => void) => () => {
      endEdit(editor);
      editor.getRootElement()?.focus({ preventScroll: true });
      editor.update(() => {
        const node = $getNodeByKey<AttributedNode>(key);
        if (node) $place(node);
      });
    };
    const toWords = leaveTo((node) => void node.selectEnd());
    const foot = drawn('div', 'attribution', field.element);
    // Beside the field is the field: a click there would leave the caret where it was.
    foot.addEventListener('click', ({ target }) => target === foot && field.element.focus());
    // Enter goes on below; the arrows and Tab as they lead on the page.
    foot.addEventListener('card-enter', (event) => {
      event.stopImmediatePropagation();
      leaveTo($writeBelow)();
    });
    foot.addEventListener('card-key', (event) => {
      const way = event instanceof CustomEvent ? wayOf(event.detail as KeyboardEvent) : null;
      if (!way) return;
      event.preventDefault();
      (way === 'back' ? toWords : leaveTo($goBelow))();
    });
    return withFields(element, foot, 'foot', toWords);
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
    const next = $standsAtEnd(this, selection.anchor, true) ? $createParagraphNode() : $copyNode(this);
    this.insertAfter(next, restoreSelection);
    return next;
  }

  override collapseAtStart(): true {
    const { attribution, sourceId } = $attributionOf(this);
    const paragraph = $createParagraphNode();
    paragraph.append(...$tagged(this.getChildren(), tagFor(sourceId)));
    this.replace(paragraph);
    if (attribution !== '') {
      const line = $createTextNode(attributionLine(attribution));
      $insertBlockAfter(paragraph, $createParagraphNode().append(line));
    }
    return true;
  }
}

/** Where a key in the attribution leads: back to the words, or on below; null where it stays in the field. */
function wayOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): 'back' | 'on' | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Tab') return shiftKey ? 'back' : 'on';
  if (shiftKey) return null;
  return key === 'ArrowUp' ? 'back' : key === 'ArrowDown' ? 'on' : null;
}

/** A new paragraph below, as Enter makes it. */
function $writeBelow(node: AttributedNode): void {
  $addUpdateTag(HISTORY_PUSH_TAG);
  const paragraph = $createParagraphNode();
  $insertBlockAfter(node, paragraph);
  paragraph.select();
}

/** The words below; a card there is selected, and at the end of the page a paragraph is made. */
function $goBelow(node: AttributedNode): void {
  const next = $nextBlock(node);
  if (!next) $writeBelow(node);
  else if ($isElementNode(next)) next.selectStart();
  else next.selectNext();
}

/** The field in which the attribution of a quote that is drawn is written; null for other blocks. */
export const attributionFieldOf = (element: HTMLElement | null): HTMLElement | null =>
  element?.querySelector<HTMLElement>(':scope > .attribution .card-field') ?? null;

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
