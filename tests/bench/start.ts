import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Locator, type Page } from '@playwright/test';
import { parseArticle } from '../../shared/article/file';
import { electronExecutable, StandfirstApp } from '../e2e/driver/app';
import { startBundle } from './window-bundle';

/*
 * `npm run bench:start`: the time from starting the process to the first typed character on the page, for Standfirst
 * with the sample article and for an empty Electron window with one text field, in turn, on the same runtime. Every
 * round has a new folder for user data, so that no cache of the window's code helps; the files of the runtime are in
 * the system's cache after the first round. Playwright's share is in both figures.
 */

const rounds = 10;
const projectFolder = join(import.meta.dirname, '../..');
const executable = electronExecutable();

/** Milliseconds since `began` when a typed letter stands in `field`. */
async function firstTyping(window: Page, field: Locator, began: number): Promise<number> {
  await field.focus();
  await window.keyboard.press('q');
  // Looked at in every frame, as a person would see it.
  await window.waitForFunction(
    (element) =>
      (element instanceof HTMLTextAreaElement ? element.value : element?.textContent)?.includes('q'),
    await field.elementHandle(),
  );
  return performance.now() - began;
}

async function startStandfirst(): Promise<number> {
  const sample = parseArticle(readFileSync(join(projectFolder, 'assets/sample/article.json'), 'utf8'));
  if (!sample.ok) throw new Error('The sample article does not parse.');
  // No letter q in the text before it is typed.
  const body = sample.value.body.filter((block) => !JSON.stringify(block).includes('q'));
  const app = new StandfirstApp(executable, { articles: [{ ...sample.value, body, quotations: [] }] });
  try {
    const began = performance.now();
    await app.start();
    return await firstTyping(app.window, app.window.getByRole('textbox', { name: 'Article body' }), began);
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

async function startEmptyWindow(): Promise<number> {
  const folder = emptyApp();
  try {
    const began = performance.now();
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
    const time = await firstTyping(window, window.locator('textarea'), began);
    await electron.close();
    return time;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

const line = (name: string, times: readonly number[]) =>
  `${name.padEnd(22)} median ${median(times).toFixed(0)} ms, ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms`;

const ours: number[] = [];
const empty: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  empty.push(await startEmptyWindow());
  ours.push(await startStandfirst());
}

const bundle = startBundle(join(projectFolder, 'out/renderer')).reduce((sum, file) => sum + file.bytes, 0);
console.log(`From start to first typing, ${rounds} rounds in turn:`);
console.log(line('  empty window', empty));
console.log(line('  Standfirst', ours));
console.log(`  Standfirst takes ${(median(ours) - median(empty)).toFixed(0)} ms longer.`);
console.log(`Start bundle of the window: ${Math.round(bundle / 1000)} kB of JavaScript.`);
