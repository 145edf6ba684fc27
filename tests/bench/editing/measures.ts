import type { CDPSession, Page } from '@playwright/test';
import { caretToMiddle, type RunningEditor } from './editor';
import { openWorkClock, pause, quiet, workOf } from './work';

/** What an editor took for each thing, in milliseconds of its window's main thread unless said otherwise. */
export type Measured = {
  /** Work for one key. */
  readonly work: number;
  /** From the key to the next frame, median and 95th percentile. */
  readonly latency: number;
  readonly latency95: number;
  readonly enter: number;
  readonly backspace: number;
  readonly paste: number;
  readonly undo: number;
};

/** Milliseconds between two keys of somebody who types fast. */
const keyPause = 60;

/** Measures a running editor; `keys` keys are typed. */
export async function measureEditing({ window, electron }: RunningEditor, keys: number): Promise<Measured> {
  const browser = await openWorkClock(window);
  await quiet(browser);
  await watchLatency(window);
  const type = handOn(window);
  await type(10);
  await window.evaluate('latencies.length = 0');

  const before = await workOf(browser);
  await type(keys);
  const work = ((await workOf(browser)) - before) / keys;
  const latencies = (await window.evaluate('latencies')) as number[];

  const enter = await costOf(browser, () => window.keyboard.press('Enter'));
  const backspace = await costOf(browser, () => window.keyboard.press('Backspace'));
  await electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), thousandWords);
  const paste = await costOf(browser, () => window.keyboard.press('Control+V'));
  const undo = await costOf(browser, () => window.keyboard.press('Control+Z'));
  return {
    work,
    latency: quantile(latencies, 0.5),
    latency95: quantile(latencies, 0.95),
    enter,
    backspace,
    paste,
    undo,
  };
}

/** The work for one key of Standfirst's window while *Suggest quotes* reads the article and walks through it. */
export async function workWhileSuggesting({ window }: RunningEditor, keys: number): Promise<number> {
  const browser = await openWorkClock(window);
  await caretToMiddle(window);
  await window.getByRole('button', { name: 'Suggest quotes' }).click();
  await window.locator('.body').focus();
  const type = handOn(window);
  await type(10);
  const before = await workOf(browser);
  await type(keys);
  const work = ((await workOf(browser)) - before) / keys;
  await window.getByRole('dialog', { name: 'Suggest quotes' }).waitFor();
  return work;
}

/** The longest task of the window's main thread while somebody types for `seconds`, and how many took over 50 ms. */
export async function longTasks(
  { window }: RunningEditor,
  seconds: number,
): Promise<{ readonly count: number; readonly longest: number }> {
  await window.evaluate(`globalThis.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask' })`);
  const type = handOn(window);
  const end = Date.now() + 1000 * seconds;
  while (Date.now() < end) await type(10);
  const tasks = (await window.evaluate('tasks')) as number[];
  return { count: tasks.length, longest: Math.max(0, ...tasks) };
}

/** Types the next `keys` keys of a story, as somebody who types fast. What is no word would give spelling more to do than writers do. */
type Hand = (keys: number) => Promise<void>;

/** A hand that begins its story in `window`, behind what stands there. */
function handOn({ keyboard }: Page): Hand {
  let typed = 0;
  return async (keys) => {
    for (const end = typed + keys; typed < end; typed += 1) {
      const character = story[typed % story.length] ?? ' ';
      await keyboard.press(character === ' ' ? 'Space' : character);
      await pause(keyPause);
    }
  };
}

const story =
  ' The harbour was closed on Monday and the ferry stayed at its pier. Nobody who had waited since the morning was told when it would leave. The town had seen such days before, and the older people went home before noon to look after their boats.';

/** The work that `act` causes until all is quiet again. */
async function costOf(browser: CDPSession, act: () => Promise<void>): Promise<number> {
  const before = await quiet(browser);
  await act();
  return (await quiet(browser)) - before;
}

/** From every key to the frame after it. */
const watchLatency = (window: Page) =>
  window.evaluate(`globalThis.latencies = [];
    addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => latencies.push(performance.now() - timeStamp);
      port2.postMessage(null);
    }), true)`);

/** The value below which the share `part` of `values` lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

const thousandWords = Array.from(
  { length: 22 },
  (_, index) =>
    `Paragraph ${index} of what is pasted tells again what everybody knew: the harbour was closed on Monday, the ferry stayed at its pier, and nobody who had waited since the morning was told when it would leave. The town had seen such days before.`,
).join('\n');
