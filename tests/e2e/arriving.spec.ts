import { existsSync, readdirSync } from 'node:fs';
import type { Article } from '../../shared/article/article';
import { article, p } from '../../shared/article/build';
import { publishedPieces } from '../../shared/article/traverse';
import type { StandfirstApp } from './driver/app';
import { fillClipboard } from './driver/clipboard';
import { body, caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

/*
 * Everything here is done at the speed of a machine: no key waits for the article before it. What is typed while an
 * article is on its way belongs to that article, whole.
 */

const list = (app: StandfirstApp) => app.window.getByRole('listbox', { name: 'Articles' });
const option = (app: StandfirstApp, name: string) => list(app).getByRole('option', { name, exact: true });
const two = [
  article({ slug: 'a', headline: 'Alpha' }, p('First of a')),
  article({ slug: 'b', headline: 'Beta' }, p('First of b')),
];

/** The articles on the desk. One whose folder is given another name while they are read is looked for once more. */
function articles(app: StandfirstApp): readonly Article[] {
  const { desk } = app;
  const names = readdirSync(desk.path).filter((name) => existsSync(desk.articlePath(name)));
  const read = names.flatMap((name) => {
    try {
      return [desk.article(name)];
    } catch (error) {
      if (existsSync(desk.articlePath(name))) throw error;
      return [];
    }
  });
  return read.length === names.length ? read : articles(app);
}

const words = ({ body: blocks }: Article) => blocks.flatMap(publishedPieces).join('\n');

async function saved({ window }: StandfirstApp): Promise<void> {
  await expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
}

test('after a start the keyboard is in the article that is open, and in the headline of one that has none', async ({
  launch,
}) => {
  const far = Array.from({ length: 80 }, (_, at) => p(`Paragraph ${at}`));
  const app = await launch({ articles: [article({ slug: 'a', headline: 'Alpha' }, p('First'), ...far)] });
  await expect(body(app)).toBeFocused();
  await app.window.keyboard.type('At ');
  await expect.poll(() => app.desk.article('a').body[0]).toEqual(p('At First'));
  expect(await app.window.locator('.page').evaluate((page) => page.scrollTop)).toBe(0);
  const untitled = await launch({ articles: [article({ slug: 'b', headline: '' })] });
  await expect(untitled.window.getByRole('textbox', { name: 'Headline' })).toBeFocused();
});

test('what is typed right after an article was chosen stands in that article, whole, twenty times', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch({ articles: two });
  await expect(list(app).getByRole('option')).toHaveCount(2);
  const typed = { a: 'First of a', b: 'First of b' };
  for (let round = 0; round < 20; round += 1) {
    const [slug, name] = round % 2 === 0 ? (['a', 'Alpha'] as const) : (['b', 'Beta'] as const);
    await option(app, name).click();
    await body(app).click();
    await app.window.keyboard.press('Control+End');
    await app.window.keyboard.type(` Word ${round}.`);
    typed[slug] += ` Word ${round}.`;
  }
  await saved(app);
  await expect
    .poll(() => [words(app.desk.article('a')), words(app.desk.article('b'))])
    .toEqual([typed.a, typed.b]);
  expect(app.problems).toEqual([]);
});

test('new articles, one right after the other, each hold their own words and are named after them', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch({ articles: two });
  await expect(list(app).getByRole('option')).toHaveCount(2);
  const { keyboard } = app.window;
  const rounds = Array.from({ length: 10 }, (_, round) => round);
  for (const round of rounds) {
    // From the page, from the search, from the list.
    if (round % 3 !== 0) await app.window.getByRole('searchbox', { name: 'Search articles' }).click();
    if (round % 3 === 2) await keyboard.press('ArrowDown');
    await keyboard.press('Control+N');
    for (const piece of [`Head ${round}`, `Deck ${round}`, 'Ann Field', 'TOWN']) {
      await keyboard.type(piece);
      await keyboard.press('Enter');
    }
    await keyboard.type(`Words of ${round}.`);
  }
  await saved(app);
  await expect
    .poll(() =>
      articles(app)
        .map(({ slug }) => slug)
        .sort(),
    )
    .toEqual(['a', 'b', ...rounds.map((round) => `head-${round}`)]);
  const madeIn = (round: number) => {
    const made = app.desk.article(`head-${round}`);
    return [made.headline, made.deck, made.bylines[0]?.name, made.dateline, words(made)];
  };
  // Of the last one, what was held may still be typed.
  for (const round of rounds.toReversed())
    await expect
      .poll(() => madeIn(round))
      .toEqual([`Head ${round}`, `Deck ${round}`, 'Ann Field', 'TOWN', `Words of ${round}.`]);
  expect(words(app.desk.article('a')) + words(app.desk.article('b'))).toBe('First of aFirst of b');
});

test('after restoring from the bin with a block selected, a new article takes its words, ten times', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch({ articles: two });
  const { keyboard } = app.window;
  const rounds = Array.from({ length: 10 }, (_, round) => round);
  for (const round of rounds) {
    await option(app, 'Beta').click();
    await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue('Beta');
    await app.chooseMenu('File', 'Move article to bin…');
    await app.window.getByRole('dialog').getByRole('button', { name: 'Move to bin' }).click();
    await expect(app.window.getByRole('dialog')).toHaveCount(0);
    await app.chooseMenu('File', 'Bin');
    await app.window.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await keyboard.press('Control+N');
    for (let times = 0; times < 4; times += 1) await keyboard.press('Enter');
    await keyboard.type(`Words of ${round}.`);
    await expect(body(app)).toHaveText(`Words of ${round}.`);
    await saved(app);
    // The block that is selected now is gone with the next article, and takes no keys with it.
    await keyboard.press('Escape');
  }
  const made = articles(app).filter(({ headline }) => headline === '');
  expect(made.map(words).sort()).toEqual(rounds.map((round) => `Words of ${round}.`).sort());
  expect(words(app.desk.article('b'))).toBe('First of b');
});

test('what is pasted while an article is on its way stands in it, between what is typed', async ({
  launch,
}) => {
  const app = await launch({ articles: two });
  await option(app, 'Alpha').click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue('Alpha');
  await fillClipboard(app.electron, { text: 'pasted' });
  await body(app).click();
  // The disk answers when the test lets it.
  await app.electron.evaluate(() => {
    const { promises } = process.getBuiltinModule('node:fs');
    const { readFile } = promises;
    const answers = new Promise<void>((letGo) => Object.assign(globalThis, { letGo }));
    Object.assign(promises, {
      readFile: (...given: Parameters<typeof readFile>) => answers.then(() => readFile(...given)),
    });
  });
  const { keyboard } = app.window;
  await option(app, 'Beta').click();
  await body(app).click();
  await keyboard.press('Control+Home');
  await keyboard.type('One ');
  await keyboard.press('Control+V');
  await keyboard.type(' two ');
  await keyboard.press('Control+V');
  await keyboard.type('. ');
  await expect(body(app)).toHaveText('First of a');
  await app.electron.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
  await expect(body(app)).toHaveText('One pasted two pasted. First of b');
  expect(app.problems).toEqual([]);
});

test('what is typed right after a dialog was asked for stands in it, and the selected words stay', async ({
  launch,
}) => {
  const story = article({ slug: 'tides' }, p('It said “yes, we turn” again, said Runa Haldorsen.'));
  for (const [keys, field, typed] of [
    ['Control+Shift+U', 'Speaker', 'Ada Byron'],
    ['Control+K', 'Address', 'https://example.org'],
    ['Control+Alt+M', 'Words for the desk', 'Really?'],
    ['Control+Shift+P', 'Find a command', 'Dark'],
  ] as const) {
    const app = await launch({ articles: [story] });
    await body(app).getByText('It said').click();
    await app.window.evaluate(() => {
      const words = document.querySelector('.body p [data-lexical-text]')?.firstChild;
      const start = words?.textContent?.indexOf('we turn') ?? -1;
      if (words) getSelection()?.setBaseAndExtent(words, start, words, start + 7);
    });
    await drawn(app);
    await app.window.keyboard.press(keys);
    await app.window.keyboard.type(typed);
    await expect(app.window.getByRole('dialog').getByLabel(field)).toHaveValue(typed);
    await app.window.keyboard.press('Escape');
    await expect(app.window.getByRole('dialog')).toHaveCount(0);
    await expect(body(app)).toHaveText('It said “yes, we turn” again, said Runa Haldorsen.');
    expect(app.problems).toEqual([]);
  }
});

test('a quotation is tagged by keys typed in one go, before its dialog is there', async ({ launch }) => {
  const app = await launch({ articles: [article({ slug: 'tides' }, p('It said “yes, we turn” again.'))] });
  await caretAtEnd(app, 'It said');
  const { keyboard } = app.window;
  for (let step = 0; step < 10; step += 1) await keyboard.press('ArrowLeft');
  await drawn(app);
  await keyboard.press('Control+Shift+U');
  await keyboard.type('Ada Byron');
  await keyboard.press('Tab');
  await keyboard.type('the mayor');
  await keyboard.press('Enter');
  await expect
    .poll(() => app.desk.article('tides').sources.map(({ name, role }) => [name, role]))
    .toEqual([['Ada Byron', 'the mayor']]);
  await expect(body(app)).toHaveText(/^It said “yes, we turn” again\.$/);
  // Where nothing is to be tagged no dialog comes, and what is typed stays in the text.
  await keyboard.press('Control+Home');
  await drawn(app);
  await keyboard.press('Control+Shift+U');
  await keyboard.type('Yet ');
  await expect(body(app)).toHaveText(/^Yet It said/);
  expect(app.problems).toEqual([]);
});

test('what is typed in one go with a pane, a card or the palette goes there, and none of it into the article', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'tides', headline: 'Tides' }, p('It said “yes, we turn” again.'), p('Last.'))],
  });
  const { keyboard } = app.window;
  const words = () => body(app).locator('p').allTextContents();
  await caretAtEnd(app, 'Last.');

  await keyboard.press('Control+Shift+F');
  await keyboard.type('zebra');
  await expect(app.window.getByRole('searchbox', { name: 'Search articles' })).toHaveValue('zebra');
  await caretAtEnd(app, 'Last.');
  await keyboard.press('Control+Shift+P');
  await keyboard.type('Suggest quotes');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await keyboard.type(' On.');
  await expect.poll(words).toEqual(['It said “yes, we turn” again.', 'Last. On.']);
  await keyboard.press('Enter');
  await keyboard.type('/fact');
  await keyboard.press('Enter');
  await keyboard.type('In short');
  await expect(app.window.getByRole('textbox', { name: 'Fact box title' })).toHaveValue('In short');
  await caretAtEnd(app, 'Last.');
  await keyboard.press('Control+Enter');
  await keyboard.type('x');
  await expect(app.window.getByRole('region', { name: 'Checks' })).toBeFocused();
  expect((await words())[1]).toBe('Last. On.');
  expect(app.problems).toEqual([]);
});

test('what is typed right after a paste stands behind it, also where the paste is read elsewhere', async ({
  launch,
}) => {
  const lines = Array.from({ length: 1500 }, (_, line) => `Line ${line} of the protocol of the council.`);
  const app = await launch({ articles: [article({ slug: 'tides', headline: 'Tides' }, p('Last'))] });
  await fillClipboard(app.electron, {
    text: lines.join('\n'),
    html: lines.map((line) => `<p>${line}</p>`).join(''),
  });
  await caretAtEnd(app, 'Last');
  const { keyboard } = app.window;
  await keyboard.press('Enter');
  await keyboard.press('Control+V');
  await keyboard.type(' Adjourned');
  await expect
    .poll(() => words(app.desk.article('tides')))
    .toBe(['Last', ...lines].join('\n').concat(' Adjourned'));
  expect(app.problems).toEqual([]);
});

test('an article that cannot be read swallows what was typed for it; the one before keeps its words', async ({
  launch,
}) => {
  const app = await launch({ articles: two, files: { 'broken/article.json': '{"format":' } });
  await option(app, 'Alpha').click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue('Alpha');
  await body(app).click();
  await list(app)
    .getByRole('option', { name: /^broken/ })
    .click();
  await app.window.keyboard.type('Nowhere.');
  await expect(app.window.getByRole('heading', { name: 'This article cannot be shown' })).toBeVisible();
  await option(app, 'Alpha').click();
  await expect(body(app)).toHaveText('First of a');
  expect(words(app.desk.article('a'))).toBe('First of a');
});

test('the folder follows the headline until it is named by hand', async ({ launch }) => {
  const app = await launch({ articles: two });
  const headline = app.window.getByRole('textbox', { name: 'Headline' });
  const slugs = () =>
    articles(app)
      .map(({ slug }) => slug)
      .filter((slug) => slug.length > 1);
  // The keyboard is in the search when the article is made, and never leaves the headline before the next is chosen.
  await app.window.getByRole('searchbox', { name: 'Search articles' }).click();
  await app.window.keyboard.press('Control+N');
  await app.window.keyboard.type('Fire');
  await option(app, 'Alpha').click();
  await expect(headline).toHaveValue('Alpha');
  await expect.poll(slugs).toEqual(['fire']);
  await expect(option(app, 'Fire')).toHaveCount(1);
  await option(app, 'Fire').click();
  await expect(headline).toHaveValue('Fire');
  await headline.fill('Fire at the harbour');
  await body(app).click();
  await expect.poll(slugs).toEqual(['fire-at-the-harbour']);
  await app.chooseMenu('File', 'Rename article…');
  await app.window.getByRole('textbox', { name: 'Folder name (slug)' }).fill('harbour');
  await app.window.keyboard.press('Enter');
  await expect.poll(slugs).toEqual(['harbour']);
  await headline.fill('Fire at the bakery');
  await body(app).click();
  await saved(app);
  await expect.poll(() => app.desk.article('harbour').headline).toBe('Fire at the bakery');
  expect(slugs()).toEqual(['harbour']);
});

test('an article is found again where it was left: what is in view, and the caret', async ({ launch }) => {
  const far = Array.from({ length: 80 }, (_, at) => p(`Paragraph ${at} of the long one`));
  const app = await launch({
    articles: [
      article({ slug: 'a', headline: 'Alpha' }, ...far),
      article({ slug: 'b', headline: 'Beta' }, ...far),
    ],
  });
  const { window } = app;
  const top = () => window.locator('[data-scroll]').evaluate((page) => page.scrollTop);
  const open = async (name: string) => {
    await window.getByRole('option', { name }).click();
    await expect(window.getByRole('textbox', { name: 'Headline' })).toHaveValue(name);
  };
  await open('Alpha');
  await caretAtEnd(app, 'Paragraph 40');
  await window.keyboard.type('.');
  await saved(app);
  const left = await top();
  expect(left).toBeGreaterThan(500);

  await open('Beta');
  expect(await top()).toBe(0);
  await open('Alpha');
  expect(Math.abs((await top()) - left)).toBeLessThan(3);
  await expect(window.getByRole('option', { name: 'Alpha' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(body(app)).toBeFocused();
  await window.keyboard.type('!');
  await expect.poll(() => words(app.desk.article('a'))).toContain('Paragraph 40 of the long one.!');
  expect(Math.abs((await top()) - left)).toBeLessThan(3);
});

test('a key that leads into an article which was just opened leads to its beginning', async ({ launch }) => {
  const far = Array.from({ length: 80 }, (_, at) => p(`Paragraph ${at}`));
  const app = await launch({
    articles: [
      article({ slug: 'a', headline: 'Alpha' }, ...far),
      article({ slug: 'b', headline: 'Beta' }, ...far),
    ],
  });
  for (const [name, slug, key] of [
    ['Beta', 'b', 'F6'],
    ['Alpha', 'a', 'Escape'],
  ] as const) {
    await app.window.getByRole('option', { name }).click();
    await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue(name);
    await app.window.keyboard.press(key);
    await expect(body(app)).toBeFocused();
    await app.window.keyboard.type('At ');
    await expect.poll(() => app.desk.article(slug).body[0]).toEqual(p('At Paragraph 0'));
  }
});
