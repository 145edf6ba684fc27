import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { parseArticle } from '../../shared/article/file';
import { electronExecutable, StandfirstApp } from '../e2e/driver/app';
import { quantile } from './editing/measures';
import { milliseconds, table, writeReport } from './report';
import { startBundle } from './window-bundle';

/*
 * `npm run bench:start`: from the start of the process to the first typing, for Standfirst with the sample article and
 * for an empty Electron window, in turn, on the same runtime. Every round has a new folder for user data, so that no
 * cache of the window's code helps; the files of the runtime are in the system's cache after the first round.
 *
 * Moments are read from the browser's own clock, so that the driver's calls are not in the figures: the paint of the
 * article (largest contentful paint) against the first paint of the empty window. The first typing is the moment in which the
 * letter of a key stands on the screen (event timing) that was pressed as soon as there was a page to type on.
 */

const rounds = process.argv.includes('--quick') ? 3 : 10;
const projectFolder = join(import.meta.dirname, '../..');
const executable = electronExecutable();

/** Milliseconds from the start of the process: when the page was painted, and when the first letter stood on it. */
interface Start {
  readonly painted: number;
  readonly typed: number;
}

/**
 * In the page: waits for `field`, watches for the key to come and puts the caret there, in one call of the driver, which takes
 * time of the start. Watching begins before the key: of what was before, the browser remembers keys of 104 ms and more
 * alone. It rounds what a key took to 8 ms and tells of keys of at least 16; a faster one is on the screen with the next frame.
 */
const watchFirstKey = (field: string) => `(async () => {
  // The moment in which its letter was on the screen.
  globalThis.firstKey = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime, duration } of list.getEntries())
        if (name === 'keydown') resolve(performance.timeOrigin + startTime + duration);
    }).observe({ type: 'event', durationThreshold: 16 });
    addEventListener(
      'keydown',
      ({ timeStamp }) => setTimeout(resolve, 1000, performance.timeOrigin + timeStamp + 16),
      { once: true },
    );
  });
  let element = null;
  while (!(element = document.querySelector(${JSON.stringify(field)}))) await new Promise(requestAnimationFrame);
  element.focus();
})()`;

/** Reads the moments of a window that shows `field`, and types into it. */
async function readStart(electron: ElectronApplication, window: Page, field: string): Promise<Start> {
  await window.evaluate(watchFirstKey(field));
  await window.keyboard.press('q');
  const typed = (await window.evaluate('firstKey')) as number;
  const painted = await window.evaluate(async () => {
    const entries = await Promise.all(
      ['paint', 'largest-contentful-paint'].map(
        (type) =>
          new Promise<PerformanceEntry[]>((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
            setTimeout(() => resolve([]), 500);
          }),
      ),
    );
    return performance.timeOrigin + Math.max(...entries.flat().map(({ startTime }) => startTime));
  });
  const began = await electron.evaluate(() => process.getCreationTime());
  if (began === null) throw new Error('This system does not tell when a process was started.');
  return { painted: painted - began, typed: typed - began };
}

async function startStandfirst(): Promise<Start> {
  const sample = parseArticle(readFileSync(join(projectFolder, 'assets/sample/article.json'), 'utf8'));
  if (!sample.ok) throw new Error('The sample article does not parse.');
  const app = new StandfirstApp(executable, { articles: [sample.value] });
  try {
    await app.start();
    return await readStart(app.electron, app.window, '[role="textbox"][aria-label="Article body"]');
  } finally {
    await app.dispose();
  }
}

/** Writes an app that opens one window with one text field; answers its folder. */
function emptyApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-empty-'));
  mkdirSync(join(folder, 'user-data'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "version": "1.0.0", "main": "main.cjs" }');
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Empty</title><textarea></textarea>');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1320, height: 860 }).loadFile('page.html'));`,
  );
  return folder;
}

async function startEmptyWindow(): Promise<Start> {
  const folder = emptyApp();
  try {
    const electron = await _electron.launch({
      executablePath: executable,
      args: [
        ...(process.geteuid?.() === 0 ? ['--no-sandbox'] : []),
        '--log-level=3',
        folder,
        `--user-data-dir=${join(folder, 'user-data')}`,
      ],
    });
    const window = await electron.firstWindow();
    await window.waitForLoadState('domcontentloaded');
    const start = await readStart(electron, window, 'textarea');
    await electron.close();
    return start;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const ours: Start[] = [];
const empty: Start[] = [];
for (let round = 0; round < rounds; round += 1) {
  empty.push(await startEmptyWindow());
  ours.push(await startStandfirst());
}

const times = {
  'empty window, first paint': empty.map(({ painted }) => painted),
  'Standfirst, article painted': ours.map(({ painted }) => painted),
  'Standfirst, first typing': ours.map(({ typed }) => typed),
};
const ratio =
  quantile(times['Standfirst, first typing'], 0.5) / quantile(times['empty window, first paint'], 0.5);
const bundle = startBundle(join(projectFolder, 'out/renderer')).reduce((sum, file) => sum + file.bytes, 0);
const rows = Object.entries(times).map(([name, measured]) => [
  name,
  milliseconds(quantile(measured, 0.5)),
  `${milliseconds(Math.min(...measured))} to ${milliseconds(Math.max(...measured))}`,
]);
writeReport(
  'start',
  [
    table([`From the start of the process, ${rounds} rounds in turn`, 'median, ms', 'range, ms'], rows),
    `First typing takes ${ratio.toFixed(2)} times the first paint of an empty window. The window starts with ${Math.round(bundle / 1000)} kB of JavaScript.`,
  ].join('\n\n'),
  times,
);
