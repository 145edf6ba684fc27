import type { PublishedArticle } from './published';

/**
 * The published article as JSON, for programs that want its structure: the fields of `PublishedArticle` in their
 * order behind a format header. Nothing private is in it, because nothing private is in that type.
 */
export function publishedJson(article: PublishedArticle): string {
  const format = { name: 'standfirst-published', version: '1.0' };
  return `${JSON.stringify({ format, ...article }, null, 2)}\n`;
}
