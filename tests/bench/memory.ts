import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CDPSession, expect } from '@playwright/test';
import type { Article } from '../../shared/article/article';
import { electronExecutable, StandfirstApp } from '../e2e/driver/app';
import { body, drawn } from '../e2e/driver/page';
import { newsArticle } from './news-text';
import { table, writeReport } from './report';

/*
 * `npm run bench:memory [-- --minutes N]`: an hour (or N minutes) of work in the real app: search an article among 200,
 * open it, write, undo, find, look at the checks, export. Twelve times on the way the same untouched article is opened,
 * garbage is collected, and what is left is measured. It must end within 1.2 times of what there was after the first
 * sixth of the time, which is ten minutes of an hour.
 */

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
const minutes = Number(values.minutes);
const samples = 12;
const mostGrowth = 1.2;

const articleCount = 200;
const words = 800;
const headlineOf = (number: number) => `Memory story ${String(number).padStart(3, '0')}`;

function articles(): readonly Article[] {
  const text = newsArticle('story', words);
  return Array.from({ length: articleCount }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    const id = `00000000-0000-4000-8000-000000000${number}`;
    return { ...text, id, slug: `story-${number}`, headline: headlineOf(index + 1), section: 'Bench' };
  });
}

/** What is in use after garbage was collected. Sizes in megabytes. */
interface Sample {
  readonly minute: number;
  readonly rounds: number;
  readonly window: number;
  readonly main: number;
  readonly all: number;
  readonly nodes: number;
  readonly listeners: number;
}

const app = new StandfirstApp(electronExecutable(), { articles: articles() });
await app.start();
const { window } = app;
const { keyboard } = window;
const search = window.getByRole('searchbox', { name: 'Search articles' });
const cdp: CDPSession = await window.context().newCDPSession(window);
await app.answer({ savePath: join(app.desk.path, '..', 'out.html') });

const words10 = 'The harbour master read the gauge twice before the light went. ';
let rounds = 0;

async function openStory(number: number): Promise<void> {
  await search.fill(headlineOf(number));
  await window.getByRole('option', { name: headlineOf(number) }).click();
  await expect(window.getByRole('textbox', { name: 'Headline' })).toHaveValue(headlineOf(number));
  await search.fill('');
}

/** One round: another article, some writing, and in turn what one does less often. */
async function round(): Promise<void> {
  rounds += 1;
  // The first article is the one on which is measured: nobody writes in it.
  await openStory(2 + (rounds % (articleCount - 1)));
  await body(app).focus();
  await keyboard.press('Control+Home');
  await keyboard.type(words10);
  await keyboard.press('Enter');
  await keyboard.press('Control+Z');
  await keyboard.press('Control+Shift+Z');
  await keyboard.press('Control+Z');
  if (rounds % 3 === 0) {
    await keyboard.press('Control+F');
    await keyboard.type('the');
    await drawn(app);
    await keyboard.press('Escape');
  }
  if (rounds % 5 === 0) {
    await keyboard.press('Control+Shift+E');
    const dialog = window.getByRole('dialog', { name: 'Export' });
    await expect(
      window.frameLocator('iframe[title="Preview"]').getByRole('heading', { level: 1 }),
    ).toBeVisible();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog).toContainText('Written to');
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
}

const megabytes = (bytes: number) => bytes / 2 ** 20;

async function sample(began: number): Promise<Sample> {
  await openStory(1);
  await drawn(app);
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const main = await app.electron.evaluate(({ app: electron }) => {
    const { v8, vm } = { v8: process.getBuiltinModule('v8'), vm: process.getBuiltinModule('vm') };
    v8.setFlagsFromString('--expose-gc');
    vm.runInNewContext('gc')();
    const all = electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
    return { heap: process.memoryUsage().heapUsed, all: all * 1024 };
  });
  return {
    minute: (Date.now() - began) / 60_000,
    rounds,
    window: megabytes(usedSize),
    main: megabytes(main.heap),
    all: megabytes(main.all),
    nodes,
    listeners: jsEventListeners,
  };
}

const began = Date.now();
const taken: Sample[] = [];
for (let number = 1; number <= samples; number += 1) {
  const until = began + (minutes * 60_000 * number) / samples;
  do await round();
  while (Date.now() < until);
  const now = await sample(began);
  taken.push(now);
  console.error(
    `${now.minute.toFixed(1)} min, ${now.rounds} articles: window ${now.window.toFixed(1)} MB, main ${now.main.toFixed(1)} MB, ` +
      `all processes ${now.all.toFixed(0)} MB, ${now.nodes} nodes, ${now.listeners} listeners`,
  );
}
await app.dispose();

// The second of twelve: a sixth of the time.
const [, early] = taken;
const late = taken.at(-1);
if (!early || !late) throw new Error('Nothing was measured');
const growth = {
  window: late.window / early.window,
  main: late.main / early.main,
  all: late.all / early.all,
};
const fits = growth.window <= mostGrowth && growth.main <= mostGrowth;
const head = [
  'Minute',
  'Articles opened',
  'Window heap, MB',
  'Main heap, MB',
  'All processes, MB',
  'DOM nodes',
  'Listeners',
];
const rows = taken.map(({ minute, rounds: opened, window: heap, main, all, nodes, listeners }) => [
  minute.toFixed(1),
  String(opened),
  heap.toFixed(1),
  main.toFixed(1),
  all.toFixed(0),
  String(nodes),
  String(listeners),
]);
writeReport(
  'memory',
  `${table(head, rows)}\n\nFrom minute ${early.minute.toFixed(0)} to minute ${late.minute.toFixed(0)} the heap of the window grew to ` +
    `${growth.window.toFixed(2)} times, that of the main process to ${growth.main.toFixed(2)} times, the memory of all processes to ` +
    `${growth.all.toFixed(2)} times. Allowed for the heaps: ${mostGrowth} times; ${fits ? 'kept' : 'NOT kept'}.`,
  { taken, growth },
);
process.exitCode = fits ? 0 : 1;
