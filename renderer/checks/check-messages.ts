import type { Article } from '../../shared/article/article';
import type { Block } from '../../shared/article/block';
import type { Stretch } from '../../shared/base/stretch';
import type { CheckSetting } from '../../shared/checks';
import type { FindingChanges } from './finding-changes';

/**
 * What the window sends to the worker that checks. Blocks never change, so only what differs from the body of the last
 * message is sent; the worker then knows the others as the same blocks and looks at none a second time.
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
      /** What became of the body of the last message, of whichever article; before the first it was empty. */
      readonly body: Stretch<Block>;
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
