import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serialiseArticle } from '../../shared/article/file';
import { temporaryFolder } from '../builders/folders';
import { electronExecutable, StandfirstApp } from '../e2e/driver/app';
import { memoryBelow } from '../e2e/driver/processes';
import { benchArticle, benchStories, writeBenchDesk } from './desk/articles';
import { quantile } from './editing/measures';
import { table, writeReport } from './report';

/*
 * `npm run bench:desk`: a desk of ten thousand articles against an empty one, in the real app, in turn in one run: from the
 * start of the process to the first typed character and to the list, with the list remembered and without; search as the
 * window sees it, keystroke by keystroke; memory of all processes with an article of 10,000 words open. `--quick` takes
 * 1,000 articles and one round.
 */

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string' } },
});
const articles = values.quick ? 1000 : 10_000;
const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
const queries = [
  'haldorsen',
  'committee',
  '"night ferry"',
  'muller council',
  'hospital',
  'president obama',
  'zzz',
];

const round = (number: number) => Math.round(number * 10) / 10;

interface Start {
  readonly typing: number;
  readonly listed: number;
}

/** Milliseconds from the start of the process to a typed letter on the page, and to the whole list. */
async function startOf(app: StandfirstApp, count: number): Promise<Start> {
  const began = performance.now();
  await app.start();
  const page = app.window.getByRole('textbox', { name: 'Article body' });
  await page.focus();
  const mark = `q${Math.round(began)}`;
  await app.window.keyboard.type(mark);
  await app.window.waitForFunction(
    ([element, typed]) => (element as Element | null)?.textContent?.includes(typed as string),
    [await page.elementHandle(), mark] as const,
  );
  const typing = performance.now() - began;
  await app.window.waitForFunction(
    (all) => document.querySelector(`[role="option"][aria-setsize="${all}"]`) !== null,
    count,
  );
  return { typing, listed: performance.now() - began };
}

interface Search {
  readonly call: readonly number[];
  readonly shown: readonly number[];
  /** Longest time for which the main process answered nothing, and longest task of the window. */
  readonly mainBlocked: number;
  readonly windowBlocked: number;
}

async function searchIn(app: StandfirstApp, count: number): Promise<Search> {
  // tsx, which runs this, wraps named functions in a call that it brings along; the page has to know it too.
  await app.window.evaluate('globalThis.__name ??= (named) => named');
  // Not `waitForFunction`, which takes the promise of an answer for the answer.
  await app.window.evaluate(async (wanted) => {
    const { standfirst } = window as unknown as {
      standfirst: {
        call(name: string, argument: unknown): Promise<string>;
      };
    };
    for (;;) {
      // Answers cross the border as text.
      const answer = await standfirst.call('library.find', { words: 'warm', most: 1 });
      const { value } = JSON.parse(answer) as { value: { searched: number } };
      if (value.searched >= wanted) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }, count);
  await app.electron.evaluate(() => {
    const global = globalThis as { benchGap?: number };
    global.benchGap = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      global.benchGap = Math.max(global.benchGap ?? 0, now - last - 5);
      last = now;
    }, 5);
  });
  const measured = await app.window.evaluate(async (typed) => {
    const { standfirst } = window as unknown as {
      standfirst: { call(name: string, argument: unknown): Promise<string> };
    };
    let blocked = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) blocked = Math.max(blocked, entry.duration);
    }).observe({ type: 'longtask' });
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    // React hears only what is set past its own property.
    const write = (words: string) =>
      field && Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const call: number[] = [];
    const shown: number[] = [];
    for (const query of typed) {
      for (let length = 1; length <= query.length; length += 1) {
        const words = query.slice(0, length);
        let began = performance.now();
        JSON.parse(await standfirst.call('library.find', { words, most: 200 }));
        call.push(performance.now() - began);
        began = performance.now();
        write(words);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
        const found = () =>
          document.querySelector<HTMLElement>('[role="listbox"][data-found]')?.dataset.found;
        while (found() !== words && words.trim() !== '' && performance.now() - began < 2000) await frame();
        shown.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    }
    write('');
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    return { call, shown, windowBlocked: blocked };
  }, queries);
  const mainBlocked = await app.electron.evaluate(() => (globalThis as { benchGap?: number }).benchGap ?? 0);
  return { ...measured, mainBlocked };
}

/**
 * Opens the article of 10,000 words and answers the memory of all processes, in MB: the median of nine looks, five seconds
 * apart, since each collection of garbage moves it by some 60 MB.
 */
async function memoryOf(app: StandfirstApp): Promise<number> {
  await app.window.getByRole('searchbox', { name: 'Search articles' }).fill('longest of all');
  await app.window.getByRole('option', { name: 'The longest of all' }).click();
  await app.window.getByRole('searchbox', { name: 'Search articles' }).fill('');
  await app.window.waitForTimeout(10_000);
  const looks: number[] = [];
  while (looks.length < 9) {
    await app.window.waitForTimeout(5000);
    looks.push(memoryBelow(app.electron.process().pid ?? 0));
  }
  return quantile(looks, 0.5);
}

const folder = temporaryFolder();
const running: StandfirstApp[] = [];
try {
  console.log(`Writing ${articles} articles…`);
  const stories = benchStories();
  const [empty, full] = [join(folder, 'empty'), join(folder, 'full')];
  for (const desk of [empty, full]) mkdirSync(desk);
  writeBenchDesk(full, articles, 1000);
  for (const desk of [empty, full]) {
    const long = { ...benchArticle(articles, 10_000, stories), slug: 'long', headline: 'The longest of all' };
    const small = {
      ...benchArticle(articles + 1, 1000, stories),
      slug: 'small',
      modified: new Date().toISOString(),
    };
    for (const article of [long, small]) {
      mkdirSync(join(desk, article.slug));
      writeFileSync(join(desk, article.slug, 'article.json'), serialiseArticle(article));
    }
  }
  const executable = electronExecutable();
  const apps = {
    empty: new StandfirstApp(executable, { deskPath: empty }),
    remembered: new StandfirstApp(executable, { deskPath: full }),
    cold: new StandfirstApp(executable, { deskPath: full }),
  };
  running.push(...Object.values(apps));
  const starts: Record<keyof typeof apps, Start[]> = { empty: [], remembered: [], cold: [] };
  const names = Object.keys(apps) as (keyof typeof apps)[];
  const count = { empty: 2, remembered: articles + 2, cold: articles + 2 };
  // The first start of each is not counted: it has no article that was open last, and nothing remembered.
  for (let at = 0; at <= rounds; at += 1) {
    for (const name of names) {
      const app = apps[name];
      if (name === 'cold') rmSync(join(app.userData, 'desks'), { recursive: true, force: true });
      const start = await startOf(app, count[name]);
      if (at > 0) starts[name].push(start);
      await app.close();
      console.log(
        `${at === 0 ? 'first' : at} ${name}: typing ${round(start.typing)}, listed ${round(start.listed)}`,
      );
    }
  }
  await apps.remembered.start();
  const search = await searchIn(apps.remembered, count.remembered);
  const fullMemory = await memoryOf(apps.remembered);
  await apps.remembered.close();
  await apps.empty.start();
  // Searched as the other was: the thread that searches is started by the first search or some seconds after the start.
  await searchIn(apps.empty, count.empty);
  const emptyMemory = await memoryOf(apps.empty);
  await apps.empty.close();

  const median = (name: keyof typeof apps, what: keyof Start) =>
    quantile(
      starts[name].map((start) => start[what]),
      0.5,
    );
  const ratio = (name: keyof typeof apps, what: keyof Start) =>
    (median(name, what) / median('empty', what)).toFixed(2);
  const rows = [
    ['start to typing, empty desk', `${round(median('empty', 'typing'))} ms`, ''],
    [
      'start to typing, list remembered',
      `${round(median('remembered', 'typing'))} ms`,
      `${ratio('remembered', 'typing')} × (≤ 1.5)`,
    ],
    [
      'start to typing, nothing remembered',
      `${round(median('cold', 'typing'))} ms`,
      `${ratio('cold', 'typing')} ×`,
    ],
    ['start to list, empty desk', `${round(median('empty', 'listed'))} ms`, ''],
    [
      'start to list, list remembered',
      `${round(median('remembered', 'listed'))} ms`,
      `${ratio('remembered', 'listed')} × (≤ 1.5)`,
    ],
    [
      'start to whole list, nothing remembered',
      `${round(median('cold', 'listed'))} ms`,
      `${ratio('cold', 'listed')} ×`,
    ],
    ['search, answer at the window, median', `${round(quantile(search.call, 0.5))} ms`, ''],
    ['search, answer at the window, p95', `${round(quantile(search.call, 0.95))} ms`, '(≤ 50 ms)'],
    ['search, keystroke to shown, median', `${round(quantile(search.shown, 0.5))} ms`, ''],
    ['search, keystroke to shown, p95', `${round(quantile(search.shown, 0.95))} ms`, ''],
    ['main process blocked during search, longest', `${round(search.mainBlocked)} ms`, ''],
    ['window blocked during search, longest task', `${round(search.windowBlocked)} ms`, ''],
    ['memory with 10,000 words open, empty desk', `${round(emptyMemory)} MB`, ''],
    [
      `memory with 10,000 words open, ${articles} articles`,
      `${round(fullMemory)} MB`,
      `${(fullMemory / emptyMemory).toFixed(2)} × (≤ 1.35)`,
    ],
  ];
  writeReport(
    'desk',
    [
      `${articles} articles of 1,000 words${stories ? '' : ' (generated)'}, ${rounds} rounds in turn`,
      table(['', 'measured', 'against the empty desk, target'], rows),
    ].join('\n\n'),
    { articles, starts, search, emptyMemory, fullMemory },
  );
} finally {
  for (const app of running) await app.dispose();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
