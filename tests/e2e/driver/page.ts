import type { Locator } from '@playwright/test';
import type { StandfirstApp } from './app';

/** The text box of the article. */
export const body = (app: StandfirstApp): Locator =>
  app.window.getByRole('textbox', { name: 'Article body' });

/**
 * Waits until the page has drawn what was done last. The editor hears of a moved caret by an event of its own, a moment
 * after the key; a person is never that fast, a test is.
 */
export const drawn = (app: StandfirstApp): Promise<void> =>
  app.window.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });

/** Puts the caret at the end of the line with these words. */
export async function caretAtEnd(app: StandfirstApp, words: string): Promise<void> {
  await body(app).getByText(words).first().click();
  await app.window.keyboard.press('End');
  await drawn(app);
}
