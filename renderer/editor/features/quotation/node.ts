import { $create, $getState, $setState, createState, type LexicalNode } from 'lexical';
import { newQuotation, type Quotation } from '../../../../shared/article/quotation';
import { SpanNode } from '../../span';

// Set only from a quotation of the document model or of the tag dialog, so the shape is known.
const quotationState = createState('quotation', {
  parse: (value) => (value as Quotation | undefined) ?? newQuotation('', null),
});

/**
 * Words that belong to a quotation. The node carries the whole record, so that undo takes back a change of speaker or
 * terms as it takes back a word.
 */
export class QuotationNode extends SpanNode {
  override $config() {
    return this.config('quotation', { extends: SpanNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'quotation';
    return element;
  }

  /** Lexical leaves out the element around words that are selected within it; without their tag their terms would bind nobody. */
  override extractWithChild(): true {
    return true;
  }

  getQuotation(): Quotation {
    return $getState(this, quotationState);
  }

  setQuotation(quotation: Quotation): this {
    return $setState(this, quotationState, quotation);
  }
}

export const $createQuotationNode = (quotation: Quotation): QuotationNode =>
  $create(QuotationNode).setQuotation(quotation);

export const $isQuotationNode = (node: LexicalNode | null | undefined): node is QuotationNode =>
  node instanceof QuotationNode;

/** The ids of the quotations that `node` stands in. */
export function $quotationsAround(node: LexicalNode | null): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let current = node; current; current = current.getParent()) {
    if ($isQuotationNode(current)) ids.add(current.getQuotation().id);
  }
  return ids;
}

/** Words that were put into their own quotation parted it; where nothing foreign stands between, it is one again. */
export function $joinQuotations(put: readonly LexicalNode[]): void {
  for (const node of put) {
    if (!$isQuotationNode(node) || !node.isAttached()) continue;
    $joinNext(node);
    $joinNext(node.getPreviousSibling());
  }
}

function $joinNext(node: LexicalNode | null): void {
  if (!$isQuotationNode(node)) return;
  const next = node.getNextSibling();
  if (!$isQuotationNode(next) || next.getQuotation().id !== node.getQuotation().id) return;
  node.append(...next.getChildren());
  next.remove();
}
