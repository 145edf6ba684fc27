import { $getSelection, $isRangeSelection, type RangeSelection } from 'lexical';
import type { Quotation } from '../../../../shared/article/quotation';
import { $articleBlocks } from '../../blocks';
import { $descendants, $liftOut, $spanAround, $unwrapSpan, $wrapWords } from '../../span';
import { $createQuotationNode, $isQuotationNode, $joinQuotations, type QuotationNode } from './node';

/** The quotation the caret stands in, or that holds both ends of the selection; null if there is none. */
export function $quotationAtSelection(): QuotationNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const start = $spanAround(selection.anchor.getNode(), $isQuotationNode);
  const end = $spanAround(selection.focus.getNode(), $isQuotationNode);
  return start && end && start.getQuotation().id === end.getQuotation().id ? start : null;
}

/** All spans of the quotation `id`, in reading order. */
export const $spansOf = (id: string): readonly QuotationNode[] =>
  $articleBlocks()
    .flatMap((block) => $descendants(block, $isQuotationNode))
    .filter((node) => node.getQuotation().id === id);

/**
 * Makes the words of `selection` one quotation, in place of those they were part of. Words that were not selected stay with
 * their quotation: its terms go on to bind them. False where there are no words.
 */
export function $tagWords(selection: RangeSelection, quotation: Quotation): boolean {
  const spans = $wrapWords(selection, () => $createQuotationNode(quotation));
  for (const span of spans) {
    for (const former of $descendants(span, $isQuotationNode)) $unwrapSpan(former);
    for (let around = $quotationAround(span); around; around = $quotationAround(span)) $liftOut(span, around);
  }
  const end = spans.at(-1)?.getLastDescendant();
  $joinQuotations(spans);
  end?.selectEnd();
  return spans.length > 0;
}

const $quotationAround = (span: QuotationNode): QuotationNode | null =>
  $spanAround(span.getParent(), $isQuotationNode);

/** Writes a changed record to every span of its quotation. */
export function $changeQuotation(quotation: Quotation): void {
  for (const span of $spansOf(quotation.id)) span.setQuotation(quotation);
}

/** Takes the tag of quotation `id` away; the words stay. */
export function $removeTag(id: string): void {
  for (const span of $spansOf(id)) $unwrapSpan(span);
}
