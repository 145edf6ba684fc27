import { type FoundQuotation, findQuotations } from '../../../shared/quotes/index';
import { type GoldArticle, isRightSpeaker, matching } from './corpus';

/** Counts over a set of articles. */
export interface Score {
  readonly articles: number;
  readonly gold: number;
  readonly found: number;
  readonly answered: number;
  readonly attributed: number;
}

/** Runs detection over articles and counts what is found and rightly attributed. */
export function scoreArticles(articles: readonly GoldArticle[]): Score {
  let gold = 0;
  let found = 0;
  let answered = 0;
  let attributed = 0;
  for (const article of articles) {
    const quotations = findQuotations(article.text);
    for (const quote of article.quotes) {
      gold += 1;
      const match: FoundQuotation | null = matching(quotations, quote);
      if (!match) continue;
      found += 1;
      if (!match.speaker) continue;
      answered += 1;
      if (isRightSpeaker(match.speaker, quote)) attributed += 1;
    }
  }
  return { articles: articles.length, gold, found, answered, attributed };
}

/** One line of figures. */
export function describeScore(name: string, score: Score): string {
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  return `${name}: ${score.articles} articles, ${score.gold} quotations; found ${percent(score.found, score.gold)}, attributed ${percent(score.attributed, score.gold)}, precision ${percent(score.attributed, score.answered)}`;
}
