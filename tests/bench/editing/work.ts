import type { CDPSession, Page } from '@playwright/test';

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The browser's own clock of what the window's main thread does. */
export async function openWorkClock(window: Page): Promise<CDPSession> {
  const browser = await window.context().newCDPSession(window);
  await browser.send('Performance.enable');
  return browser;
}

/** The main thread's work so far, in milliseconds, by the browser's own clock of tasks. */
export async function workOf(browser: CDPSession): Promise<number> {
  const { metrics } = await browser.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** Waits until the main thread has had nothing to do for half a second. */
export async function quiet(browser: CDPSession): Promise<number> {
  let last = await workOf(browser);
  for (let still = 0, tries = 0; still < 5 && tries < 200; tries += 1) {
    await pause(100);
    const now = await workOf(browser);
    still = now - last < 5 ? still + 1 : 0;
    last = now;
  }
  return last;
}
