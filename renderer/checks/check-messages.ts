import type { Article } from '../../shared/article/article';
import type { Block } from '../../shared/article/block';
import type { CheckSetting } from '../../shared/checks';
import type { FindingChanges } from './finding-changes';

/**
 * What the window sends to the worker that checks. Blocks never change, so each is sent once under a number of its own;
 * the worker then knows it as the same block and looks at it no second time, until a message has it no more.
 */
export type ToChecks =
  | {
      readonly kind: 'check';
      /** Another number asks for an answer even where it is the same as the last. */
      readonly round: number;
      /** The article's folder on the desk. */
      readonly folder: string;
      /** All of the article but its body; null where it is as in the last message. */
      readonly head: Omit<Article, 'body'> | null;
      /** The numbers of the body's blocks, in order. */
      readonly order: readonly number[];
      /** The blocks that the last message did not hold. */
      readonly fresh: readonly (readonly [number, Block])[];
      readonly desk: CheckSetting['desk'];
      /** Quotations that were suggested and neither accepted nor turned down. */
      readonly openSuggestions: number;
    }
  | { readonly kind: 'suggest'; readonly word: string };

export type FromChecks =
  | {
      readonly kind: 'findings';
      /** The round of the check that is answered. */
      readonly round: number;
      readonly articleId: string;
      /** What became of the findings that were sent last, of whichever article; before the first there are none. */
      readonly changes: FindingChanges;
    }
  | { readonly kind: 'suggestions'; readonly word: string; readonly suggestions: readonly string[] };
