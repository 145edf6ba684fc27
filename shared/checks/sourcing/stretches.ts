import type { Block } from '../../article/block';
import type { Inline } from '../../article/inline';
import { inlineRuns, inlineText } from '../../article/traverse';
import type { Stretch } from '../finding';

/** Words of a quotation in a run; `text` is the whole run. */
export interface QuotationStretch extends Stretch {
  readonly quoteId: string;
  readonly run: number;
  readonly text: string;
}

/** The quotation spans of a block with their places. Desk notes are not published and not looked at. */
export function quotationStretches(block: Block): readonly QuotationStretch[] {
  if (block.kind === 'deskNote') return [];
  return inlineRuns(block).flatMap((inlines, run) => {
    const stretches: QuotationStretch[] = [];
    const text = inlineText(inlines);
    let passed = 0;
    const walk = (children: readonly Inline[]) => {
      for (const inline of children) {
        if (inline.kind === 'text') passed += inline.text.length;
        else if (inline.kind === 'lineBreak') passed += 1;
        else if (inline.kind !== 'tk') {
          const start = passed;
          walk(inline.children);
          if (inline.kind === 'quotation') {
            stretches.push({ quoteId: inline.quoteId, run, start, end: passed, text });
          }
        }
      }
    };
    walk(inlines);
    return stretches;
  });
}
