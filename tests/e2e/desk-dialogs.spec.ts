import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article, p } from '../../shared/article/build';
import type { StandfirstApp } from './driver/app';
import { expect, test } from './driver/test';

const story = article({ slug: 'tides', headline: 'The tide turns' }, p('The sea rose.'));
const articles = (app: StandfirstApp) =>
  app.window.getByRole('listbox', { name: 'Articles' }).getByRole('option');

test('an article is duplicated, renamed, moved to the bin and restored', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await expect(app.window.getByText('The sea rose.')).toBeVisible();

  await app.chooseMenu('File', 'Duplicate article');
  await expect(articles(app)).toHaveCount(2);

  await app.chooseMenu('File', 'Rename article…');
  const name = app.window.getByRole('textbox', { name: 'Folder name (slug)' });
  await name.fill('tides');
  await app.window.keyboard.press('Enter');
  await expect(app.window.getByRole('dialog')).toContainText('Another article has that name.');
  // Whoever does not see the dialog hears it.
  await expect(app.window.locator('[role="log"]')).toHaveText('Another article has that name.');
  await name.fill('high tides');
  await app.window.keyboard.press('Enter');
  await expect(app.window.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => existsSync(app.desk.articlePath('high-tides'))).toBe(true);

  await app.chooseMenu('File', 'Move article to bin…');
  await app.window.getByRole('button', { name: 'Move to bin' }).click();
  await expect(articles(app)).toHaveCount(1);
  expect(existsSync(app.desk.articlePath('high-tides'))).toBe(false);

  await app.chooseMenu('File', 'Bin');
  await app.window.getByRole('button', { name: 'Restore' }).click();
  await expect(articles(app)).toHaveCount(2);
  await expect.poll(() => existsSync(app.desk.articlePath('high-tides'))).toBe(true);
});

test('an article that cannot go to the bin stays on the page; a bin that cannot be read is not called empty', async ({
  launch,
}) => {
  const app = await launch({ articles: [story], files: { '.bin': 'a file in its place' } });
  const body = app.window.getByRole('textbox', { name: 'Article body' });
  await expect(body).toContainText('The sea rose.');
  await app.chooseMenu('File', 'Move article to bin…');
  await app.window.getByRole('button', { name: 'Move to bin' }).click();
  await expect(app.window.getByText('That did not work')).toBeVisible();
  await expect(body).toContainText('The sea rose.');
  await app.chooseMenu('File', 'Bin');
  const dialog = app.window.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog).not.toContainText('empty');
});

test('an article that cannot be read goes to the bin by its name, and comes back', async ({ launch }) => {
  const app = await launch({ articles: [story], files: { 'broken-ferry/article.json': '{' } });
  await articles(app).filter({ hasText: 'broken-ferry' }).click();
  await app.window.getByRole('button', { name: 'Move article to bin…' }).click();
  await expect(app.window.getByRole('dialog')).toContainText('broken-ferry');
  await app.window.getByRole('button', { name: 'Move to bin' }).click();
  await expect(articles(app)).toHaveCount(1);
  await expect(app.window.getByRole('dialog')).toHaveCount(0);
  await app.chooseMenu('File', 'Bin');
  await expect(app.window.getByRole('dialog')).toContainText('broken-ferry');
  await app.window.getByRole('button', { name: 'Restore' }).click();
  await expect(articles(app)).toHaveCount(2);
  expect(app.desk.text('broken-ferry/article.json')).toBe('{');
});

test('an article that is gone from the bin is told where it was asked for, and no longer offered', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await expect(app.window.getByText('The sea rose.')).toBeVisible();
  await app.chooseMenu('File', 'Move article to bin…');
  await app.window.getByRole('button', { name: 'Move to bin' }).click();
  await expect(articles(app)).toHaveCount(0);
  // Right after: the dialog that asked takes no other with it.
  await app.chooseMenu('File', 'Bin');
  const dialog = app.window.getByRole('dialog', { name: 'Bin' });
  await expect(dialog).toContainText('The tide turns');
  rmSync(join(app.desk.path, '.bin'), { recursive: true });
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('This article is not in the bin any more.');
  await expect(dialog).not.toContainText('The tide turns');
});

test('the reason why words are not saved is read whole', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const { window } = app;
  const away = `${app.desk.path}-away`;
  await expect(window.getByText('The sea rose.')).toBeVisible();
  renameSync(app.desk.path, away);
  await window.getByRole('textbox', { name: 'Headline' }).fill('Written on nothing');
  const state = window.getByRole('status', { name: 'Save state' });
  await expect(state).toContainText('Not saved: the folder is gone.');
  await window.keyboard.press('Control+N');
  await expect(window.getByRole('status', { name: 'Message' })).toContainText('not saved yet');
  await window.setViewportSize({ width: 1600, height: 800 });
  expect(await state.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  renameSync(away, app.desk.path);
});

test('what a dialog asks for can be left by Cancel, and nothing is changed', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const { window } = app;
  const words = window.getByRole('textbox', { name: 'Article body' }).getByText('The sea rose.');
  const asking = [
    ['Address', () => window.keyboard.press('Control+K')],
    ['Words for the desk', () => window.keyboard.press('Control+Alt+M')],
    ['Folder name (slug)', () => app.chooseMenu('File', 'Rename article…')],
    ['Breaks in one article', () => app.chooseMenu('Story', 'Ad policy…')],
  ] as const;
  for (const [field, ask] of asking) {
    await words.selectText();
    await ask();
    await window.getByRole('textbox', { name: field }).fill('7');
    await window.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(window.getByRole('dialog')).toHaveCount(0);
  }
  await window.keyboard.press('Control+S');
  await expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  expect(app.desk.article('tides').body).toEqual(story.body);
});

test('search finds by headline and says when nothing matches', async ({ launch }) => {
  const app = await launch({
    articles: [story, article({ slug: 'bridge', headline: 'Bridge closed' }, p('Shut.'))],
  });
  await expect(articles(app)).toHaveCount(2);
  await app.window.keyboard.press('Control+Shift+F');
  await expect(app.window.getByRole('searchbox', { name: 'Search articles' })).toBeFocused();
  await app.window.keyboard.type('bri');
  await expect(articles(app)).toHaveCount(1);
  await app.window.keyboard.type('zzz');
  await expect(app.window.getByText('Nothing matches “brizzz”.')).toBeVisible();
});

test('settings of the desk are written to desk.json; house style comes in from a CSV file', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await expect(app.window.getByText('The sea rose.')).toBeVisible();
  await app.window.keyboard.press('Control+,');
  const dialog = app.window.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('tab', { name: 'Masthead' }).click();
  await dialog.getByRole('textbox', { name: 'Masthead' }).fill('The Wick Courier');
  await dialog.getByRole('tab', { name: 'Desk' }).click();
  await dialog.getByRole('textbox', { name: 'Address of published articles' }).fill('wick');
  await expect(dialog.getByRole('button', { name: 'Save settings' })).toBeDisabled();
  await dialog
    .getByRole('textbox', { name: 'Address of published articles' })
    .fill('https://example.org/news/');
  await dialog
    .getByRole('combobox', { name: 'Links that are pasted or imported' })
    .selectOption({ label: 'As they are' });
  await dialog.getByRole('tab', { name: 'House style' }).click();
  const list = join(app.desk.path, '..', 'style.csv');
  writeFileSync(list, 'avoid,prefer,reason\nutilise,use,shorter\n(a+)+$,b,never ends\n');
  await dialog.locator('input[type=file]').setInputFiles(list);
  await expect(dialog.getByRole('status')).toContainText('1 rule read.');
  await expect(dialog.getByRole('status')).toContainText('Line 3:');
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await expect(dialog).toHaveCount(0);
  const desk = JSON.parse(readFileSync(join(app.desk.path, 'desk.json'), 'utf8'));
  expect(desk).toMatchObject({
    masthead: { name: 'The Wick Courier' },
    canonicalBase: 'https://example.org/news/',
    houseStyle: [{ avoid: 'utilise', prefer: 'use', reason: 'shorter' }],
  });
  expect(desk.cleanLinks).toBe(false);
});

test('settings that a colleague changes while the dialog is open are shown in it and stay', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await expect(app.window.getByText('The sea rose.')).toBeVisible();
  await app.window.keyboard.press('Control+,');
  const dialog = app.window.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('tab', { name: 'Masthead' }).click();
  await dialog.getByRole('textbox', { name: 'Tagline' }).fill('News of the north');
  const present = JSON.parse(app.desk.text('desk.json'));
  const rule = { avoid: 'utilise', prefer: 'use', reason: 'shorter' };
  app.desk.put('desk.json', JSON.stringify({ ...present, houseStyle: [rule], words: ['zorblat'] }));
  await dialog.getByRole('tab', { name: 'House style' }).click();
  await expect(dialog.getByRole('textbox').first()).toHaveValue('utilise');
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await expect(dialog).toHaveCount(0);
  expect(JSON.parse(app.desk.text('desk.json'))).toMatchObject({
    masthead: { tagline: 'News of the north' },
    houseStyle: [rule],
    words: ['zorblat'],
  });
});

test('another program changes the open article: both versions are shown, and the writer chooses', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const body = app.window.getByRole('textbox', { name: 'Article body' });
  await expect(body).toContainText('The sea rose.');
  // A clean article follows what stands on the disk.
  app.desk.putArticle({ ...story, body: [p('Changed by git.')] });
  await expect(body).toContainText('Changed by git.');
  await expect(app.window.getByText('Another program changed this article.')).toBeVisible();
  // A dirty one does not: the change lands before the words here are saved.
  await body.click();
  await app.window.keyboard.press('Control+End');
  await app.window.keyboard.type(' Mine.');
  app.desk.putArticle({ ...story, body: [p('Theirs.')] });
  const state = app.window.getByRole('status', { name: 'Save state' });
  await expect(state).toHaveText('Conflict');
  await expect(app.window.getByText('Another program changed this article.')).toHaveCount(0);
  await app.window.getByRole('button', { name: 'Compare' }).click();
  const dialog = app.window.getByRole('dialog');
  await expect(dialog.locator('ins')).toContainText('Mine.');
  await expect(dialog.locator('del')).toContainText('Theirs.');
  await dialog.getByRole('button', { name: 'Yours' }).click();
  await dialog.getByRole('button', { name: 'Save this' }).click();
  await expect(state).toHaveText('Saved');
  expect(JSON.stringify(app.desk.article('tides').body)).toContain('Mine.');
});

test('what holds on this machine stands apart from what holds for the desk', async ({ launch }) => {
  const app = await launch();
  await app.window.keyboard.press('Control+,');
  const tabs = app.window.getByRole('dialog', { name: 'Settings' }).getByRole('tab');
  await expect(tabs).toHaveCount(9);
  const gaps = await tabs.evaluateAll((all) =>
    all.map((tab, at) => {
      const above = all[at - 1]?.getBoundingClientRect().bottom;
      return {
        name: tab.textContent,
        apart: above !== undefined && tab.getBoundingClientRect().top - above > 8,
      };
    }),
  );
  expect(gaps.filter(({ apart }) => apart).map(({ name }) => name)).toEqual(['Typography']);
  expect(gaps.slice(-3).map(({ name }) => name)).toEqual(['Typography', 'Appearance', 'Keys']);
});
