import { readFileSync } from 'node:fs';
import { createBlockMeasures, inspectAdBreaks, placeAutomatically } from '../../shared/adbreaks';
import type { Article } from '../../shared/article/article';
import { adBreak, article, p } from '../../shared/article/build';
import { defaultDeskSettings } from '../../shared/article/desk-settings';
import { type CheckSetting, createChecker, parseWordList } from '../../shared/checks';
import { splitsOf } from '../../shared/checks/copy/run-together';
import { copyChecks, sourcingChecks } from '../../shared/checks/registry';
import { loadSpeller } from '../../shared/checks/spelling/speller';
import { newsroomMisspellings } from './newsroom-misspellings';

/*
 * Measures the checks: `npm run bench:checks` for the times, `npm run bench:checks -- corpus.jsonl [code]` also for
 * what fires on articles ({"title", "text"} a line) and how many planted joins are found. With a code, everything that
 * check finds is printed, to be sorted by hand into true and false.
 */

const asset = (path: string): string =>
  readFileSync(new URL(`../../assets/${path}`, import.meta.url), 'utf8');

function timed<Value>(work: () => Value): readonly [Value, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const shown = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;

const [list, listTime] = timed(() => parseWordList(asset('words/english.txt')));
if (!list.ok) throw new Error(list.error.code);
const texts = { aff: asset('dictionaries/en.aff'), dic: asset('dictionaries/en.dic') };
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const [loaded, loadTime] = timed(() => loadSpeller(texts));
if (!loaded.ok) throw new Error(loaded.error.code);
const speller = loaded.value;
globalThis.gc?.();
const spellerMegabytes = (process.memoryUsage().heapUsed - before) / 1e6;
console.log(
  `word list: ${shown(listTime)}; dictionary: ${shown(loadTime)}, ${spellerMegabytes.toFixed(0)} MB`,
);

const withoutSpelling: CheckSetting = { language: 'en', desk: defaultDeskSettings, wordList: list.value };
const withSpelling: CheckSetting = { ...withoutSpelling, speller };
const moment = { now: Date.parse('2026-03-01T12:00:00Z'), openSuggestions: 0 };

measureSuggestions();
for (const words of [1000, 10_000, 100_000]) measureTimes(words);
const [corpus, code] = process.argv.slice(2);
if (corpus !== undefined) measureCorpus(corpus, code ?? null);

function measureSuggestions(): void {
  const ranks = newsroomMisspellings.map(([typed, meant]) => {
    const [suggested, time] = timed(() => speller.suggest(typed));
    return { typed, meant, rank: suggested.indexOf(meant), time, known: speller.has(typed) };
  });
  const first = ranks.filter(({ rank }) => rank === 0).length;
  const among = ranks.filter(({ rank }) => rank >= 0).length;
  const times = ranks.map(({ time }) => time);
  console.log(
    `misspellings: ${ranks.filter(({ known }) => !known).length} of ${ranks.length} found, right word first ${first}, ` +
      `among five ${among}; a suggestion ${shown(median(times))} (most ${shown(Math.max(...times))})`,
  );
  const missed = ranks.filter(({ rank }) => rank < 0).map(({ typed }) => typed);
  if (missed.length > 0) console.log(`  not suggested: ${missed.join(', ')}`);
}

/** Prose with the lengths of news: every sentence another, so that nothing is remembered from the one before. */
function prose(words: number): Article {
  const stock =
    'the council voted to raise harbour wall after a night of flooding that closed market and road while engineers said it would hold for another season if money came in time from ministry whose officials have promised twice before'.split(
      ' ',
    );
  let state = 7;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return stock[state % stock.length] ?? 'wall';
  };
  const paragraphs = Math.ceil(words / 50);
  const body = Array.from({ length: paragraphs }, (_, number) => {
    const sentence = () => `The ${Array.from({ length: 11 }, next).join(' ')}.`;
    return p(`${sentence()} “${sentence()}” said Ada Field ${number}. ${sentence()} ${sentence()}`);
  });
  return article({ headline: 'Tides', bylines: [{ name: 'Ann' }] }, ...body);
}

function measureTimes(words: number): void {
  const story = prose(words);
  const [checker, warm] = [createChecker(), createChecker()];
  warm.check(prose(1000), withSpelling, moment);
  const [, first] = timed(() => checker.check(story, withoutSpelling, moment));
  const changes: number[] = [];
  let changed = story;
  for (let round = 0; round < 15; round += 1) {
    const at = Math.floor(changed.body.length / 2);
    changed = { ...changed, body: changed.body.with(at, p(`The wall held for ${round} nights, she said.`)) };
    const present = changed;
    changes.push(timed(() => checker.check(present, withoutSpelling, moment))[1]);
  }
  const spelled = createChecker();
  const fresh = prose(words);
  const [, spelling] = timed(() => spelled.check(fresh, withSpelling, moment));
  const measures = createBlockMeasures('en');
  const withBreaks = { ...story, body: [...story.body.slice(0, 5), adBreak(), ...story.body.slice(5)] };
  const [, inspection] = timed(() =>
    inspectAdBreaks(withBreaks.body, defaultDeskSettings.adPolicy, measures),
  );
  const [, placement] = timed(() => placeAutomatically(story.body, defaultDeskSettings.adPolicy, measures));
  console.log(
    `${words} words: all checks first ${shown(first)}, after a change ${shown(median(changes))}, ` +
      `with spelling first ${shown(spelling)}; ad breaks inspected ${shown(inspection)}, placed ${shown(placement)}`,
  );
}

interface CorpusArticle {
  readonly title: string;
  readonly text: string;
}

function measureCorpus(path: string, wanted: string | null): void {
  const articles = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    // The shape is the corpus's own; a missing field shows at once.
    .map((line) => JSON.parse(line) as CorpusArticle);
  let words = 0;
  const fires = new Map<string, number>();
  const codes = new Set([...copyChecks, ...sourcingChecks].map((check) => check.code));
  for (const { title, text } of articles) {
    words += text.split(/\s+/).length;
    const story = article({ headline: title }, ...text.split(/\n+/).map((line) => p(line)));
    for (const finding of createChecker().check(story, withSpelling, moment)) {
      if (!codes.has(finding.code)) continue;
      fires.set(finding.code, (fires.get(finding.code) ?? 0) + 1);
      if (finding.code === wanted) console.log(`  ${finding.excerpt}  | ${finding.reason}`);
    }
  }
  console.log(`${articles.length} articles, ${words} words. Findings, true and false, in 1,000 words:`);
  for (const [name, count] of [...fires].sort(([, a], [, b]) => b - a)) {
    console.log(`  ${name.padEnd(24)} ${String(count).padStart(5)}  ${((1000 * count) / words).toFixed(3)}`);
  }
  measureJoins(articles);
}

/** Joins of two neighbouring words at random places, as pasting makes them, and how many are found. */
function measureJoins(articles: readonly CorpusArticle[]): void {
  if (!list.ok) return;
  const words = list.value;
  let state = 20_260_301;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const counts = new Map<string, { planted: number; found: number }>();
  for (const { text } of articles) {
    const tokens = text.split(/\s+/);
    const standing = new Set(text.match(/(?<![\p{L}\p{N}])\p{Lu}\p{L}+(?![\p{L}\p{N}])/gu) ?? []);
    for (let round = 0; round < 8; round += 1) {
      const at = Math.floor(random() * (tokens.length - 1));
      const [left = '', right = ''] = [tokens[at], tokens[at + 1]?.replace(/[.,]$/, '')];
      if (!/^[A-Za-z]+$/.test(left) || !/^[A-Za-z]+$/.test(right)) continue;
      const kind = `${/^[a-z]/.test(left) ? 'small' : 'capital'} + ${/^[a-z]/.test(right) ? 'small' : 'capital'}`;
      const count = counts.get(kind) ?? { planted: 0, found: 0 };
      counts.set(kind, count);
      count.planted += 1;
      const split = splitsOf(left + right, words).find(({ evidence }) =>
        evidence.every((name) => standing.has(name)),
      );
      if (split?.at.includes(left.length)) count.found += 1;
    }
  }
  for (const [kind, { planted, found }] of counts) {
    console.log(`planted ${kind}: ${found} of ${planted} found (${((100 * found) / planted).toFixed(1)} %)`);
  }
}
