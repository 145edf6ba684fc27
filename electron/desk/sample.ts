import sampleText from '../../assets/sample/article.json?raw';
import type { Article } from '../../shared/article/article';
import { parseArticle } from '../../shared/article/file';

/** The article a new writer finds on the first desk. */
export function sampleArticle(): Article {
  const parsed = parseArticle(sampleText);
  if (!parsed.ok) throw new Error(`assets/sample/article.json is ${parsed.error.code}`);
  return parsed.value;
}
