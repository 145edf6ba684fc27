import { article, p } from '../../shared/article/build';
import type { StandfirstApp } from './driver/app';
import { body } from './driver/page';
import { expect, test } from './driver/test';

const story = article(
  {
    slug: 'budget',
    headline: 'The budget',
    deck: 'At last.',
    dateline: 'WICK',
    bylines: [{ name: 'Ada Field' }],
  },
  p('It rose.'),
);
const facts = ({ window }: StandfirstApp) => window.getByRole('region', { name: 'Article', exact: true });
const finding = ({ window }: StandfirstApp, words: string) =>
  window.getByRole('region', { name: 'Checks' }).getByRole('listitem').filter({ hasText: words });

test('an embargo is set, holds the article up, is led to by its finding, and is lifted', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const embargo = facts(app).getByLabel('Embargo until');
  await embargo.fill('2999-03-05T09:30');
  await expect
    .poll(() => Date.parse(app.desk.article('budget').embargo ?? ''))
    .toBe(new Date('2999-03-05T09:30').getTime());
  await body(app).click();
  await finding(app, 'Under embargo until 5 March 2999, 09:30').getByRole('button', { name: 'Show' }).click();
  await expect(embargo).toBeFocused();
  await embargo.fill('');
  await expect.poll(() => app.desk.article('budget').embargo).toBeNull();
  await expect(finding(app, 'Under embargo')).toHaveCount(0);
});

test('the language of an article is its own: the page says so, and its quotation marks follow', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await facts(app).getByRole('combobox', { name: 'Language' }).selectOption('German');
  await expect(app.window.locator('.page')).toHaveAttribute('lang', 'de');
  await body(app).getByText('It rose.').click();
  await app.window.keyboard.press('End');
  await app.window.keyboard.type(' "Ja"');
  await expect(body(app)).toContainText('It rose. „Ja“');
  await expect.poll(() => app.desk.article('budget').language).toBe('de');
});

test('subjects are written with commas; what is published the first time is published now', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await facts(app).getByRole('textbox', { name: 'Subjects' }).pressSequentially('ferries, town council');
  await expect.poll(() => app.desk.article('budget').subjects).toEqual(['ferries', 'town council']);
  await facts(app).getByRole('combobox', { name: 'Status' }).selectOption('Published');
  await expect(facts(app).getByLabel('Published on')).not.toHaveValue('');
  await expect.poll(() => app.desk.article('budget').published).not.toBeNull();
});

test('a finding about the whole article leads to the field that is missing', async ({ launch }) => {
  const app = await launch({ articles: [{ ...story, bylines: [], dateline: '' }] });
  await finding(app, 'Nobody is named').getByRole('button', { name: 'Show' }).click();
  await expect(app.window.getByRole('textbox', { name: 'Byline' })).toBeFocused();
  await finding(app, 'no dateline').getByRole('button', { name: 'Show' }).click();
  await expect(app.window.getByRole('textbox', { name: 'Dateline' })).toBeFocused();
});
