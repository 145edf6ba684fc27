import { article, p } from '../../shared/article/build';
import type { StandfirstApp } from './driver/app';
import { caretAtEnd } from './driver/page';
import { expect, test } from './driver/test';

const story = article({ slug: 'tides', headline: 'Tides' }, p('The sea rose.'));
const titleBar = (app: StandfirstApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());

test('the title bar names the article, as its headline was saved', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await expect.poll(() => titleBar(app)).toBe('Tides – Standfirst');
  const headline = app.window.getByRole('textbox', { name: 'Headline' });
  await headline.fill('Spring tides');
  await expect.poll(() => titleBar(app)).toBe('Spring tides – Standfirst');
  await headline.fill('long '.repeat(200));
  await expect.poll(() => titleBar(app)).toMatch(/^(?:long ){24}… – Standfirst$/);
});

test('a window that does not answer is not closed over unsaved words', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await app.answer({ button: 'Go back' });
  await expect.poll(() => titleBar(app)).toBe('Tides – Standfirst');
  // No save ends, neither on the desk nor in the second place: the window cannot say that all is written.
  await app.electron.evaluate(() => {
    process.getBuiltinModule('fs').promises.rename = () => new Promise(() => undefined);
  });
  await caretAtEnd(app, 'The sea rose.');
  await app.window.keyboard.type(' Nobody was hurt.');
  await expect(app.window.getByRole('status', { name: 'Save state' })).not.toHaveText('Saved');
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect
    .poll(async () => (await app.dialogs()).questions, { timeout: 20_000 })
    .toEqual(['Some words are not saved. Close all the same?']);
  expect(app.electron.windows()).toHaveLength(1);
  await expect(app.window.getByText('Nobody was hurt.')).toBeVisible();
});
