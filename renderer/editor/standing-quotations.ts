import { $isDecoratorNode } from 'lexical';
import { recordsNamedIn } from '../../shared/article/traverse';
import { $articleBlocks } from './blocks';
import type { Conversion } from './conversion/conversion';
import type { Quotations } from './features/quotation/quotation';

/** The ids of the quotations that stand on the page, in its text or in cards. Costs the length of the article. */
export const $standingQuotations = (convert: Conversion, quotations: Quotations): ReadonlySet<string> =>
  new Set([
    ...quotations.records().keys(),
    ...$articleBlocks()
      .filter($isDecoratorNode)
      .flatMap((card) => [...recordsNamedIn(convert.$nodeToBlock(card)).quotations]),
  ]);
