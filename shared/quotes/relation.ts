import type { Context } from './context';
import type { Mention } from './mentions';
import type { QuotationInText } from './reading';
import type { Surroundings } from './surroundings';

/** A candidate speaker as seen from a quotation. */
export interface Relation {
  readonly context: Context;
  readonly quotation: QuotationInText;
  readonly surroundings: Surroundings;
  readonly mention: Mention;
  readonly side: 'before' | 'after';
  /** The words between quotation and mention stand behind `low` and before `high`. */
  readonly low: number;
  readonly high: number;
}

/** Puts a mention in relation to a quotation. */
export function relate(context: Context, quotation: QuotationInText, mention: Mention): Relation {
  const side = mention.first > quotation.at ? 'after' : 'before';
  return {
    context,
    quotation,
    surroundings: context.surroundings[quotation.index] as Surroundings,
    mention,
    side,
    low: side === 'before' ? mention.last : quotation.at,
    high: side === 'before' ? quotation.at : mention.first,
  };
}

/** Counts by size: what matters is none, one, some or many. */
export const few = (count: number): string =>
  count <= 0 ? '0' : count === 1 ? '1' : count <= 3 ? '2-3' : '4+';

/** Words between, by size. */
export const gap = (count: number): string =>
  count <= 0 ? '0' : count <= 2 ? '1-2' : count <= 6 ? '3-6' : count <= 14 ? '7-14' : '15+';
