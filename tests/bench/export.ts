import { type DeskSettings, defaultDeskSettings, formatNames } from '../../shared/article/desk-settings';
import { parseArticle, serialiseArticle } from '../../shared/article/file';
import { exportArticle } from '../../shared/export/formats';
import { exportWord } from '../../shared/export/word/export';
import { newsArticle } from './news-text';
import { milliseconds, table, writeReport } from './report';

/*
 * `npm run bench:export`: how long it takes to turn an article into each format, in Node, and how that grows with the
 * article. Every round exports an article that was just read from its file, so that nothing remembered from the round
 * before helps. The first export of a process, with nothing compiled yet, is told apart.
 */

const sizes = [1000, 10_000, 100_000] as const;
const rounds = 15;

/** What a page of 10,000 words may take, in milliseconds. */
const most = 50;

const desk: DeskSettings = {
  ...defaultDeskSettings,
  masthead: { name: 'The Northern Post', tagline: 'Weather and tides' },
  canonicalBase: 'https://example.org/news/',
};
const options = {
  ads: 'neutral',
  look: 'broadsheet',
  houseStyle: null,
  canonicalUrl: null,
  crops: true,
} as const;

const texts = sizes.map((words) => serialiseArticle(newsArticle(`news-${words}`, words)));
const targets = [...formatNames, 'docx'] as const;

/** Milliseconds of one export of an article that was read just now. */
function once(text: string, target: (typeof targets)[number]): number {
  const parsed = parseArticle(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  const start = performance.now();
  const made =
    target === 'docx'
      ? exportWord(parsed.value, desk, new Map())
      : exportArticle(parsed.value, desk, target, options);
  const time = performance.now() - start;
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return time;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/**
 * The slope of log(time) over log(words) by least squares: 1 grows with the article, 2 with its square. Taken from the
 * fastest rounds, which other work of the machine disturbs least.
 */
function exponent(times: readonly number[]): number {
  const points = times.map((time, index) => [Math.log(sizes[index] ?? 1), Math.log(time)] as const);
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const [, tenThousand = ''] = texts;
const first = once(tenThousand, 'page');
const runs = targets.map((target) => ({ target, times: texts.map((): number[] => []) }));
// In turn, so that a slow moment of the machine falls on all of them.
for (let round = 0; round < rounds; round += 1) {
  for (const { target, times } of runs) {
    times.forEach((taken, size) => void taken.push(once(texts[size] ?? '', target)));
  }
}

const rows = runs.map(({ target, times }) => {
  const medians = times.map(median);
  const fastest = times.map((taken) => Math.min(...taken));
  return { target, medians, fastest, exponent: exponent(fastest) };
});
const page = rows[0]?.medians[1] ?? Number.NaN;
const markdown = [
  `Milliseconds, median of ${rounds} rounds (fastest round in brackets); every article read anew.`,
  '',
  table(
    [
      'format',
      ...sizes.map((words) => `${words.toLocaleString('en')} words`),
      'grows with words to the power of',
    ],
    rows.map(({ target, medians, fastest, exponent: power }) => [
      target,
      ...medians.map((time, size) => `${milliseconds(time)} (${milliseconds(fastest[size] ?? Number.NaN)})`),
      power.toFixed(2),
    ]),
  ),
  '',
  `A page of 10,000 words: ${milliseconds(page)} ms (at most ${most}: ${page <= most ? 'kept' : 'missed'}); as the first export of a process ${milliseconds(first)} ms.`,
].join('\n');
writeReport('export', markdown, { sizes, rounds, first, runs });
