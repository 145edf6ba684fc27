import type { AdTarget } from '../article/desk-settings';
import { bodyHtml, correctionsHtml } from './html-body';
import type { PublishedArticle } from './published';

/**
 * The body alone, for a CMS that has fields of its own for headline, deck, byline and lead image: no style, no class
 * but the one of small capitals, no `span`, no script. Corrections of the whole article stand at the end.
 */
export function fragment(article: PublishedArticle, ads: AdTarget): string {
  const parts = [bodyHtml(article, ads), correctionsHtml(article)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('\n')}\n`;
}
