import type { AdTarget } from '../article/desk-settings';
import { storyHtml } from './html-body';
import type { PublishedArticle } from './published';

/**
 * The body alone, for a CMS that has fields of its own for headline, deck, byline and lead image: no style, no class
 * but the one of small capitals, no `span`, no script. Corrections of the whole article stand at
 * its end or top.
 */
export function fragment(article: PublishedArticle, ads: AdTarget): string {
  const html = storyHtml(article, ads);
  return html === '' ? '' : `${html}\n`;
}
