/** Prints how well quotations and speakers are found, on articles in sight and out of sight, and what it costs. */
import { readCorpus } from './quotes/corpus';
import { describeScore, scoreArticles } from './quotes/score';
import { measure } from './quotes/speed';
import { isHeldOut } from './quotes/split';

const corpus = readCorpus();
if (corpus) {
  console.log(describeScore('in sight', scoreArticles(corpus.filter((article) => !isHeldOut(article.id)))));
  console.log(describeScore('held out', scoreArticles(corpus.filter((article) => isHeldOut(article.id)))));
} else console.log('No corpus at ../shared/corpus/news-quotes-train.jsonl: only speed is measured.');

measure(20_000);
console.log('\nwords     milliseconds  per 1,000 words');
for (const words of [1_000, 10_000, 100_000]) {
  const time = measure(words);
  console.log(
    `${String(words).padEnd(9)} ${time.toFixed(1).padStart(12)}  ${((1000 * time) / words).toFixed(2).padStart(15)}`,
  );
}
