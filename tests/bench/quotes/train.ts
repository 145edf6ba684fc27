/**
 * Fits the table of weights of `shared/quotes/weights.ts` to the articles in sight and prints the file.
 *
 *   npx tsx tests/bench/quotes/train.ts > shared/quotes/weights.ts
 */
import { candidatesFor, groupByParagraph } from '../../../shared/quotes/candidates';
import { buildContext } from '../../../shared/quotes/context';
import { featuresOf } from '../../../shared/quotes/features';
import { readText } from '../../../shared/quotes/reading';
import { type GoldArticle, isRightSpeaker, matching, readCorpus } from './corpus';
import { type Example, learnWeights } from './learning';
import { isHeldOut } from './split';

const SMALLEST_WEIGHT = 0.08;

const corpus = readCorpus();
if (!corpus)
  throw new Error('The corpus is not there: ../shared/corpus/news-quotes-train.jsonl beside the repository.');
const examples = corpus.filter((article) => !isHeldOut(article.id)).flatMap(examplesOf);
const weights = learnWeights(examples, { rounds: 25, rate: 0.1, decay: 0.0005, fewest: 8 });
process.stdout.write(weightsFile(weights));

function examplesOf(article: GoldArticle): Example[] {
  const reading = readText(article.text);
  const context = buildContext(reading);
  const groups = groupByParagraph(reading);
  return article.quotes.flatMap((quote) => {
    const quotation = matching(reading.quotations, quote);
    if (!quotation) return [];
    const candidates = candidatesFor(quotation, groups);
    const right = new Set<number>();
    for (const [index, mention] of candidates.entries()) if (isRightSpeaker(mention, quote)) right.add(index);
    return [
      {
        article: article.id,
        candidates: candidates.map((mention) => featuresOf(context, quotation, mention)),
        right,
      },
    ];
  });
}

function weightsFile(table: ReadonlyMap<string, number>): string {
  const rows = [...table]
    .filter(([, weight]) => Math.abs(weight) >= SMALLEST_WEIGHT)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, weight]) =>
        `  ${JSON.stringify(name).replaceAll("'", "\\'").replace(/^"|"$/g, "'")}: ${Number(weight.toFixed(2))},`,
    );
  return `/**
 * What each feature of a candidate speaker adds to its score; features are named in \`features.ts\`. The candidate with the
 * highest sum is the speaker. Made by \`tests/bench/quotes/train.ts\`; change features, not figures.
 */
export const WEIGHTS: Readonly<Record<string, number>> = {
${rows.join('\n')}
};
`;
}
