import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article, p } from '../../shared/article/build';
import { defaultDeskSettings, serialiseDeskSettings } from '../../shared/article/desk-settings';
import type { StandfirstApp } from './driver/app';
import { body, caretAtEnd } from './driver/page';
import { expect, test } from './driver/test';

/* A sentence at the foot of the window stays while its reason lasts, and goes with it. */

const message = (app: StandfirstApp) => app.window.getByRole('status', { name: 'Message' });
const two = [
  article({ slug: 'tides', headline: 'Tides' }, p('Nobody said a word.')),
  article({ id: '0d4b1f5e-6c5f-4a52-9a57-0a3d8f2f7b11', slug: 'wall', headline: 'Wall' }, p('Stone.')),
];

test('what asks for a selection goes when words are selected', async ({ launch }) => {
  const app = await launch({ articles: two });
  const tides = app.window.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name: 'Tides' });
  await tides.click();
  for (const key of ['Control+Shift+U', 'Control+Alt+M']) {
    await caretAtEnd(app, 'Nobody');
    await app.window.keyboard.press(key);
    await expect(message(app)).toContainText(/^Select the words/);
    await expect(app.window.getByRole('dialog')).toHaveCount(0);
    await body(app).getByText('Nobody').dblclick();
    await expect(message(app)).toHaveText('');
  }
});

test('what is about the open article goes with it', async ({ launch }) => {
  const app = await launch({ articles: two });
  const option = (name: string) =>
    app.window.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name });
  await option('Tides').click();
  await caretAtEnd(app, 'Nobody');
  const words = join(app.desk.path, '..', 'words.jpg');
  writeFileSync(words, 'no picture');
  await app.answer({ openPath: words });
  await app.window.keyboard.press('Enter');
  await app.window.keyboard.type('/image');
  await expect(app.window.getByRole('listbox', { name: 'Insert block' })).toBeVisible();
  await app.window.keyboard.press('Enter');
  await expect(message(app)).toContainText('is not a picture');
  await option('Wall').click();
  await expect(body(app)).toHaveText('Stone.');
  await expect(message(app)).toHaveText('');
});

test('what is about the settings of the desk goes when they can be read again', async ({ launch }) => {
  const app = await launch({ articles: two });
  await expect(body(app)).toContainText(/word|Stone/);
  app.desk.put('desk.json', '{"half');
  await expect(message(app)).toContainText('desk.json that cannot be read');
  app.desk.put('desk.json', serialiseDeskSettings({ ...defaultDeskSettings, words: ['mended'] }));
  await expect(message(app)).toHaveText('');
});

test('that the page shows what is on the disk goes with the article', async ({ launch }) => {
  const app = await launch({ articles: two });
  const option = (name: string) =>
    app.window.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name });
  await option('Tides').click();
  await expect(body(app)).toHaveText('Nobody said a word.');
  app.desk.putArticle(article({ slug: 'tides', headline: 'Tides' }, p('Somebody did.')));
  await expect(message(app)).toContainText('Another program changed this article.');
  await option('Wall').click();
  await expect(body(app)).toHaveText('Stone.');
  await expect(message(app)).toHaveText('');
});

test('whether the words are saved is read whole beside a long message', async ({ launch }) => {
  const app = await launch({ articles: two });
  await app.window.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name: 'Tides' }).click();
  await expect(body(app)).toHaveText('Nobody said a word.');
  app.desk.put('desk.json', '{"half');
  await expect(message(app)).toContainText('desk.json that cannot be read');
  await caretAtEnd(app, 'Nobody');
  await app.window.keyboard.type(' Mine.');
  app.desk.putArticle(article({ slug: 'tides', headline: 'Tides' }, p('Theirs.')));
  const state = app.window.getByRole('status', { name: 'Save state' });
  await expect(state).toHaveText('Conflict');
  await expect(app.window.getByText('A copy is kept on this machine.')).toBeVisible();
  expect(await state.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('a message longer than the window leaves room for its button and for whether the words are saved', async ({
  launch,
}) => {
  // The settings cannot be read, and the message names the file that was kept.
  const app = await launch({ articles: two, settings: '{' });
  await app.window.setViewportSize({ width: 800, height: 500 });
  await expect(message(app)).toContainText('settings of this machine could not be read');
  const saved = app.window.getByRole('status', { name: 'Save state' });
  await expect(saved).toHaveText('Saved');
  expect(
    await saved.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  ).toBeLessThanOrEqual(0);
  const [place, button] = [
    await message(app).boundingBox(),
    await app.window.getByRole('contentinfo').getByRole('button', { name: 'Close' }).boundingBox(),
  ];
  expect(place?.x).toBeGreaterThan(100);
  expect((button?.x ?? 800) + (button?.width ?? 0)).toBeLessThanOrEqual(800);
});
