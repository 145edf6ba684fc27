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
