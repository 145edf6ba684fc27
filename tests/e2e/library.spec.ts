import { rmSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Article } from '../../shared/article/article';
import { article, p } from '../../shared/article/build';
import { newSource } from '../../shared/article/source';
import type { StandfirstApp } from './driver/app';
import { expect, test } from './driver/test';

const moment = (day: number) => new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString();

/** A desk of 400 articles: more than any window shows. */
const many: readonly Article[] = Array.from({ length: 400 }, (_, number) => ({
  ...article(
    {
      slug: `story-${number}`,
      headline: `Story ${number} of the harbour`,
      section: number % 2 ? 'City' : 'Sport',
    },
    p(`Paragraph ${number} tells of nothing.`),
  ),
  id: `id-${number}`,
  status: number % 10 === 0 ? ('ready' as const) : ('draft' as const),
  modified: moment(number),
}));
const muller: Article = {
  ...article(
    { slug: 'muller', headline: 'The baker’s bread', section: 'City' },
    p('Late bread and the night ferry.'),
  ),
  id: 'muller-id',
  modified: moment(-5),
  sources: [newSource('m', 'Jürgen Müller')],
};

const search = (app: StandfirstApp) => app.window.getByRole('searchbox', { name: 'Search articles' });
const list = (app: StandfirstApp) => app.window.getByRole('listbox', { name: 'Articles' });
const options = (app: StandfirstApp) => list(app).getByRole('option');
const shown = (app: StandfirstApp) => app.window.getByRole('status', { name: 'Articles shown' });

test('a long list is walked by keyboard and tells its length, without being drawn as a whole', async ({
  launch,
}) => {
  const app = await launch({ articles: [...many, muller] });
  await expect(shown(app)).toHaveText('401 articles');
  // Which article is opened first, and scrolled to, depends on how much of the list was read by then.
  await list(app).evaluate((element) => element.scrollTo(0, 0));
  const first = options(app).first();
  await expect(first).toHaveAccessibleName('Story 399 of the harbour');
  await expect(first).toHaveAttribute('aria-setsize', '401');
  await expect(first).toHaveAttribute('aria-posinset', '1');
  expect(await options(app).count()).toBeLessThan(60);

  await first.focus();
  await app.window.keyboard.press('ArrowDown');
  await expect(app.window.locator(':focus')).toHaveAccessibleName('Story 398 of the harbour');
  await app.window.keyboard.press('End');
  await expect(app.window.locator(':focus')).toHaveAccessibleName('The baker’s bread');
  await expect(app.window.locator(':focus')).toHaveAttribute('aria-posinset', '401');
  await app.window.keyboard.press('Home');
  await expect(app.window.locator(':focus')).toHaveAttribute('aria-posinset', '1');
  await app.window.keyboard.type('story 12');
  await expect(app.window.locator(':focus')).toHaveAccessibleName(/^Story 12/);
  const found = (await app.window.locator(':focus').getAttribute('aria-label')) ?? '';
  await app.window.keyboard.press('Enter');
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue(found);
});

test('search goes through texts and sources, ranks, marks and opens by keyboard', async ({ launch }) => {
  const app = await launch({ articles: [...many, muller] });
  await search(app).fill('muller bread');
  await expect(options(app)).toHaveCount(1);
  await expect(options(app)).toHaveAccessibleName('The baker’s bread');
  await expect(options(app).locator('mark')).toHaveText(['bread', 'Müller']);
  await search(app).fill('"night ferry"');
  await expect(options(app).locator('mark')).toHaveText(['night ferry']);
  await search(app).fill('zebra');
  await expect(app.window.getByText('Nothing matches “zebra”.')).toBeVisible();

  await search(app).fill('harbour');
  await expect(shown(app)).toHaveText('400 of 401');
  await search(app).press('ArrowDown');
  await expect(app.window.locator(':focus')).toHaveAccessibleName('Story 399 of the harbour');
  await search(app).fill('night');
  await expect(options(app)).toHaveCount(1);
  await search(app).press('Enter');
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue('The baker’s bread');
  await search(app).press('Escape');
  await expect(shown(app)).toHaveText('401 articles');
  expect(app.problems).toEqual([]);
});

test('Enter before the answer opens what these words find, not what the words before found', async ({
  launch,
}) => {
  const app = await launch({ articles: [...many, muller] });
  await search(app).fill('harbour');
  await expect(shown(app)).toHaveText('400 of 401');
  await search(app).focus();
  // In one turn of the window: no answer can come between the letters and the key.
  await search(app).evaluate((field: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'night ferry');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await expect(shown(app)).toHaveText('1 of 401');
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue('The baker’s bread');
});

test('the search follows what is saved and what another program changes', async ({ launch }) => {
  const app = await launch({ articles: [muller] });
  await search(app).fill('herring');
  await expect(options(app)).toHaveCount(0);
  app.desk.putArticle({ ...many[0], headline: 'Herring come', body: [] } as Article);
  await expect(options(app)).toHaveText([/Herring come/]);
  await app.window.getByRole('textbox', { name: 'Headline' }).fill('The baker’s herring');
  await expect(options(app)).toHaveCount(2);
  rmSync(join(app.desk.path, 'story-0'), { recursive: true });
  await expect(options(app)).toHaveCount(1);
  await expect(options(app)).toHaveAccessibleName('The baker’s herring');
});

test('filters narrow the list down, say so while they are out of sight, and are taken off by one button', async ({
  launch,
}) => {
  const app = await launch({ articles: [...many, muller] });
  const { window } = app;
  const filters = window.getByRole('group', { name: 'Filters' });
  await window.getByRole('button', { name: 'Filter articles' }).click();
  await filters.getByRole('combobox', { name: 'Status' }).selectOption('Ready');
  await expect(shown(app)).toHaveText('40 of 401');
  await filters.getByRole('combobox', { name: 'Section' }).selectOption('City');
  await expect(window.getByText('No article fits the filters.')).toBeVisible();
  await filters.getByRole('combobox', { name: 'Status' }).selectOption('Any');
  await filters.getByRole('combobox', { name: 'Source' }).fill('muller');
  await expect(options(app)).toHaveAccessibleName('The baker’s bread');
  await filters.getByRole('combobox', { name: 'Findings' }).selectOption('With errors');
  await expect(window.getByText('Spelling is not counted here.')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    .include('aside')
    .analyze();
  expect(violations).toEqual([]);
  await filters.getByRole('combobox', { name: 'Findings' }).selectOption('Any');

  await window.getByRole('button', { name: 'Filter articles' }).click();
  await expect(window.getByText('City · muller')).toBeVisible();
  await window.getByRole('button', { name: 'Clear filters' }).click();
  await expect(shown(app)).toHaveText('401 articles');

  await window.getByRole('button', { name: 'Filter articles' }).click();
  await window.getByRole('combobox', { name: 'Order' }).selectOption('Headline');
  await expect(options(app).first()).toHaveAccessibleName('Story 0 of the harbour');
});

test('what is mended leaves the list of articles with errors, and a new source is found by its name', async ({
  launch,
}) => {
  const bare = { ...article({ slug: 'bare', headline: '' }, p('Text.')), id: 'bare-id', modified: moment(9) };
  const app = await launch({ articles: [bare, muller] });
  const { window } = app;
  await window.getByRole('button', { name: 'Filter articles' }).click();
  const findings = window.getByRole('combobox', { name: 'Findings' });
  await findings.selectOption('With errors');
  await expect(options(app)).toHaveCount(1);
  await window.getByRole('textbox', { name: 'Headline' }).fill('A headline');
  await expect(window.getByText('No article fits the filters.')).toBeVisible();

  await findings.selectOption('Any');
  await window.getByRole('combobox', { name: 'Source' }).fill('quist');
  await expect(options(app)).toHaveCount(0);
  app.desk.putArticle({ ...muller, sources: [newSource('m', 'Zebulon Quist')] });
  await expect(options(app)).toHaveAccessibleName('The baker’s bread');
});

test('the remembered list may be deleted or damaged at any time', async ({ launch }) => {
  const app = await launch({ articles: [muller] });
  // The list is remembered by the thread that searches.
  await expect(options(app)).toHaveCount(1);
  await search(app).fill('zebra');
  await expect(options(app)).toHaveCount(0);
  await app.close();
  rmSync(join(app.userData, 'desks'), { recursive: true });
  await app.start();
  await expect(options(app)).toHaveAccessibleName('The baker’s bread');
});

test('on a desk without articles everything can be asked for, and the page offers how to begin', async ({
  launch,
}) => {
  const app = await launch();
  const { window } = app;
  await expect(window.getByText('There are no articles on this desk yet.')).toBeVisible();
  await expect(window.getByRole('main').getByRole('button', { name: 'Import…' })).toBeVisible();
  for (const [key, name] of [
    ['Control+,', 'Settings'],
    ['Control+Shift+P', 'Command palette'],
    ['F1', 'Keyboard shortcuts'],
  ] as const) {
    await window.keyboard.press(key);
    await expect(window.getByRole('dialog', { name })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  }
  await window.getByRole('main').getByRole('button', { name: 'New article' }).click();
  await expect(window.getByRole('textbox', { name: 'Headline' })).toBeFocused();
  expect(app.problems).toEqual([]);
});
