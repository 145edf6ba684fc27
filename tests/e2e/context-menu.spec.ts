import { article, p } from '../../shared/article/build';
import type { StandfirstApp } from './driver/app';
import { fillClipboard } from './driver/clipboard';
import { body } from './driver/page';
import { expect, test } from './driver/test';

const words = 'She said, “It rose fast,” on Monday.';
const story = article({ slug: 'tides', headline: 'Tides' }, p(words));

interface Popped {
  popped?: Electron.Menu;
}

/** Keeps the menu that pops up next instead of showing it: outside the page nobody could close it. */
const keepMenus = (app: StandfirstApp) =>
  app.electron.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      (globalThis as Popped).popped = this;
    };
  });

/** The labels of the menu that came last, those that are off in brackets; empty where none came since it was asked for. */
const labels = (app: StandfirstApp) =>
  app.electron.evaluate(() => {
    const { popped } = globalThis as Popped;
    delete (globalThis as Popped).popped;
    return (popped?.items ?? [])
      .filter(({ type }) => type !== 'separator')
      .map(({ label, enabled }) => (enabled ? label : `(${label})`));
  });

const popped = (app: StandfirstApp) =>
  app.electron.evaluate(() => (globalThis as Popped).popped !== undefined);

const choose = (app: StandfirstApp, label: string) =>
  app.electron.evaluate((_, wanted) => {
    const item = (globalThis as Popped).popped?.items.find((entry) => entry.label === wanted);
    item?.click(undefined, undefined, undefined);
  }, label);

test('a right click on words offers what can be done with them, and does it', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await keepMenus(app);
  await fillClipboard(app.electron, { text: 'Later.' });
  await body(app).getByText(words).click({ button: 'right' });
  await expect.poll(() => labels(app)).toContain('Tag quote');

  await body(app).getByText('rose').selectText();
  await body(app).getByText('rose').click({ button: 'right' });
  const offered = [
    'Cut',
    'Copy',
    'Paste',
    'Paste and Match Style',
    'Tag quote',
    'Link',
    'Comment',
    'Select All',
  ];
  await expect.poll(() => labels(app)).toEqual(offered);
  await body(app).getByText('rose').click({ button: 'right' });
  await choose(app, 'Comment');
  await expect(app.window.getByRole('textbox', { name: 'Words for the desk' })).toBeVisible();
});

test('a right click in a field offers its edits, on words that are selected elsewhere their copy', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await keepMenus(app);
  await fillClipboard(app.electron, { text: 'Later.' });
  const search = app.window.getByRole('searchbox', { name: 'Search articles' });
  await search.click({ button: 'right' });
  await expect.poll(() => labels(app)).toEqual(['(Cut)', '(Copy)', 'Paste', 'Select All']);
  const sources = app.window.getByText('No sources yet');
  await sources.selectText();
  await sources.click({ button: 'right' });
  await expect.poll(() => labels(app)).toEqual(['Copy']);
});

test('a row of the list offers what can be done with its article, by pointer and by key', async ({
  launch,
}) => {
  const other = { ...article({ slug: 'ferry', headline: 'The ferry' }, p('It sails.')), id: 'other' };
  const app = await launch({ articles: [story, other] });
  await keepMenus(app);
  const row = (name: string) => app.window.getByRole('option', { name });
  const headline = app.window.getByRole('textbox', { name: 'Headline' });
  await row('Tides').click();
  await expect(headline).toHaveValue('Tides');
  await row('The ferry').click({ button: 'right' });
  const offered = ['Duplicate article', 'Rename article…', 'Versions', 'Export', 'Move article to bin…'];
  await expect.poll(() => labels(app)).toEqual(offered);
  await expect(headline).toHaveValue('The ferry');

  await row('Tides').focus();
  await app.window.keyboard.press('Shift+F10');
  await expect(headline).toHaveValue('Tides');
  await expect.poll(() => popped(app)).toBe(true);
  await choose(app, 'Move article to bin…');
  await expect(app.window.getByRole('dialog')).toContainText('Tides');
  await app.window.keyboard.press('Escape');
  await expect(row('Tides')).toBeFocused();
});
