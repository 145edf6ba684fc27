import type { EditorConfig, LexicalNode, RangeSelection } from 'lexical';
import {
  $copyNode,
  $createParagraphNode,
  $getSelection,
  $getState,
  $getStateChange,
  $isRangeSelection,
  $setState,
  createState,
  ElementNode,
} from 'lexical';
import { $blockOf } from './blocks';

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

/** A block of words with an attribution below: block quote and pull quote. */
export class AttributedNode extends ElementNode {
  override $config() {
    return this.config(Symbol.for('standfirst/attributed'), { extends: ElementNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = document.createElement('blockquote');
    const className = (config.theme as Record<string, string>)[this.getType()];
    if (className) element.className = className;
    showAttribution(element, $getState(this, attributionState));
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    const change = $getStateChange(this, previous, attributionState);
    if (change) showAttribution(element, change[0]);
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

function showAttribution(element: HTMLElement, attribution: string): void {
  if (attribution) element.dataset.attribution = attribution;
  else delete element.dataset.attribution;
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
