import { deepestList } from '../../shared/article/block';
import { adBreak, article, bullets, divider, h, p, quote } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import type { StandfirstApp } from './driver/app';
import { body, caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

const story = article(
  {
    slug: 'tides',
    headline: 'Tides',
    quotations: [newQuotation('q1', 's1')],
    sources: [newSource('s1', 'Mary Sinclair')],
  },
  p('one'),
  p('two ', quote('q1', '“rose”')),
  p('three'),
  p('four'),
);

const words = (app: StandfirstApp) =>
  app.desk
    .article('tides')
    .body.map((block) =>
      'children' in block
        ? `${block.kind}:${JSON.stringify(block.children).match(/"text": ?"([^"]*)"/)?.[1] ?? ''}`
        : block.kind,
    );
const chosen = (app: StandfirstApp) => body(app).locator('[data-chosen]');

test('blocks that a key selects or moves stay in view', async ({ launch }) => {
  const lines = Array.from({ length: 60 }, (_, index) =>
    index % 30 === 29 ? adBreak() : p(`Line ${index}.`),
  );
  const app = await launch({ articles: [article({ slug: 'tides', headline: 'Tides' }, ...lines)] });
  const { keyboard } = app.window;
  const press = async (key: string, times: number) => {
    for (let time = 0; time < times; time += 1) await keyboard.press(key);
  };
  const line = (index: number) => body(app).getByText(`Line ${index}.`, { exact: true });
  await caretAtEnd(app, 'Line 2.');
  await press('Alt+ArrowDown', 22);
  await expect(line(2)).toBeInViewport({ ratio: 1 });
  await press('ArrowDown', 4);
  await expect(line(28)).toBeInViewport({ ratio: 1 });
  await press('Alt+ArrowUp', 26);
  await expect(line(28)).toBeInViewport({ ratio: 1 });
  await press('Escape', 1);
  await press('ArrowDown', 20);
  await expect(chosen(app)).toBeInViewport({ ratio: 1 });
  await press('Shift+ArrowUp', 20);
  await expect(chosen(app)).toHaveCount(21);
  await expect(chosen(app).first()).toBeInViewport({ ratio: 1 });
  await press('Control+D', 1);
  await expect(chosen(app).last()).toBeInViewport({ ratio: 1 });
});

test('a card that an arrow comes to is seen', async ({ launch }) => {
  const lines = Array.from({ length: 60 }, (_, index) => (index % 2 === 1 ? adBreak() : p(`Line ${index}.`)));
  const app = await launch({ articles: [article({ slug: 'tides', headline: 'Tides' }, ...lines)] });
  const { keyboard } = app.window;
  const selected = body(app).locator('.card[data-selected]');
  await caretAtEnd(app, 'Line 2.');
  for (let card = 0; card < 10; card += 1) {
    await keyboard.press('ArrowDown');
    await expect(selected).toBeInViewport({ ratio: 1 });
    await keyboard.press('ArrowDown');
    await expect(selected).toHaveCount(0);
    await drawn(app);
  }
});

test('from a selected block the keys for the ends of the page lead there, and typing goes on', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'tides', headline: 'Tides' }, p('one'), adBreak(), p('two'))],
  });
  const { keyboard } = app.window;
  await caretAtEnd(app, 'one');
  await keyboard.press('ArrowDown');
  await expect(body(app).locator('.card')).toHaveAttribute('data-selected');
  await keyboard.press('Control+End');
  await keyboard.type(' at the end');
  await expect.poll(() => words(app)).toEqual(['paragraph:one', 'adBreak', 'paragraph:two at the end']);
  await keyboard.press('Escape');
  await expect(chosen(app)).toHaveCount(1);
  await keyboard.press('Control+Home');
  await keyboard.type('First ');
  await expect.poll(() => words(app)).toEqual(['paragraph:First one', 'adBreak', 'paragraph:two at the end']);
});

test('from a selected block Home, End and Shift with an arrow lead nowhere else on the page', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'tides', headline: 'Tides' }, p('one'), p('two'), adBreak(), p('three'))],
  });
  const { keyboard } = app.window;
  const card = body(app).locator('.card');
  await caretAtEnd(app, 'two');
  for (const [key, typed] of [
    ['Home', 'a'],
    ['End', 'b'],
    ['Shift+End', 'c'],
  ] as const) {
    await keyboard.press('Escape');
    await expect(chosen(app)).toHaveText([/two/]);
    await keyboard.press(key);
    await keyboard.type(typed);
  }
  await keyboard.press('ArrowDown');
  await expect(card).toHaveAttribute('data-selected');
  for (const key of ['Home', 'End', 'Shift+Home']) {
    await keyboard.press(key);
    await drawn(app);
    await expect(card, key).toHaveAttribute('data-selected');
  }
  await keyboard.press('Shift+ArrowLeft');
  await expect(chosen(app)).toHaveText(['atwobc']);
  await keyboard.press('Shift+ArrowRight');
  await expect(chosen(app)).toHaveCount(0);
  await keyboard.press('Shift+ArrowRight');
  await expect(chosen(app)).toHaveText(['three']);
  await keyboard.type('d');
  await expect
    .poll(() => words(app))
    .toEqual(['paragraph:one', 'paragraph:atwobc', 'adBreak', 'paragraph:threed']);
});

test('Escape selects the block, Shift and the arrows more; keys act on all of them', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  await caretAtEnd(app, 'two');
  await keyboard.press('Escape');
  await expect(chosen(app)).toHaveCount(1);
  await expect(app.window.getByRole('log')).toHaveText(/1 block selected.*two/);
  await keyboard.press('Shift+ArrowDown');
  await expect(chosen(app)).toHaveText([/two/, 'three']);
  await keyboard.press('Shift+ArrowUp');
  await keyboard.press('Shift+ArrowUp');
  await expect(chosen(app)).toHaveText(['one', /two/]);
  await expect(app.window.getByRole('log')).toHaveText(/2 blocks selected/);

  await keyboard.press('Alt+ArrowDown');
  await expect
    .poll(() => words(app))
    .toEqual(['paragraph:three', 'paragraph:one', 'paragraph:two ', 'paragraph:four']);
  await expect(chosen(app)).toHaveText(['one', /two/]);

  await keyboard.press('Control+Alt+2');
  await expect
    .poll(() => words(app))
    .toEqual(['paragraph:three', 'heading:one', 'heading:two ', 'paragraph:four']);
  await expect(chosen(app)).toHaveCount(2);
  await expect(body(app).getByRole('group', { name: 'Mary Sinclair' })).toHaveText('“rose”');

  await keyboard.press('Control+D');
  await expect.poll(() => words(app)).toHaveLength(6);
  // The copy of a quotation is a quotation of its own, by the same speaker.
  const { quotations } = app.desk.article('tides');
  expect(new Set(quotations.map(({ id }) => id)).size).toBe(2);
  expect(quotations.map(({ sourceId }) => sourceId)).toEqual(['s1', 's1']);

  await keyboard.press('Delete');
  await expect.poll(() => words(app)).toHaveLength(4);
  await keyboard.press('Control+Z');
  await expect(chosen(app)).toHaveCount(2);
  await expect.poll(() => words(app)).toHaveLength(6);
  for (let step = 0; step < 3; step += 1) await keyboard.press('Control+Z');
  await expect
    .poll(() => words(app))
    .toEqual(['paragraph:one', 'paragraph:two ', 'paragraph:three', 'paragraph:four']);
  expect(app.problems).toEqual([]);
});

test('selected blocks are copied and cut whole; typing goes on in them and loses nothing', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  await caretAtEnd(app, 'three');
  await keyboard.press('Escape');
  await keyboard.press('Shift+ArrowDown');
  await expect(chosen(app)).toHaveCount(2);
  await keyboard.press('Control+X');
  await expect.poll(() => words(app)).toEqual(['paragraph:one', 'paragraph:two ']);
  await caretAtEnd(app, 'one');
  await keyboard.press('Control+V');
  await expect(body(app)).toContainText('three');
  await expect(body(app)).toContainText('four');
  await caretAtEnd(app, 'two');
  await keyboard.press('Escape');
  await expect(chosen(app)).toHaveCount(1);
  await keyboard.type('! Still');
  await expect(body(app)).toContainText('two “rose”! Still');
  await expect(chosen(app)).toHaveCount(0);
});

test('deleting from a text into a card selects the card; the next key takes it away', async ({ launch }) => {
  const story = article(
    { slug: 'cards', headline: 'Cards' },
    p('Before.'),
    adBreak(),
    p('Between.'),
    divider,
    p(''),
    p('After.'),
  );
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  const kinds = () => app.desk.article('cards').body.map(({ kind }) => kind);
  const adBreaks = app.window.getByRole('group', { name: 'Ad break' });
  await body(app).getByText('Between.').click();
  await keyboard.press('Home');
  await drawn(app);
  await keyboard.press('Backspace');
  await expect(adBreaks).toHaveAttribute('data-selected');
  await keyboard.press('Backspace');
  await expect.poll(kinds).toEqual(['paragraph', 'paragraph', 'divider', 'paragraph', 'paragraph']);
  await keyboard.press('Control+Z');
  await expect(adBreaks).toHaveCount(1);

  await caretAtEnd(app, 'Before.');
  await keyboard.press('Delete');
  await expect(adBreaks).toHaveAttribute('data-selected');
  await keyboard.press('ArrowDown');
  await keyboard.type('Still ');
  await expect.poll(() => app.desk.article('cards').body[2]).toEqual(p('Still Between.'));

  // An empty paragraph behind a card goes at once; the card is selected and stays.
  await body(app).getByText('After.').click();
  await keyboard.press('ArrowUp');
  await drawn(app);
  await keyboard.press('Backspace');
  await expect.poll(kinds).toEqual(['paragraph', 'adBreak', 'paragraph', 'divider', 'paragraph']);
});

test('Escape gives up the drag of a block by its handle: nothing is moved', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const { mouse, keyboard } = app.window;
  const box = (await body(app).getByText('one').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const drag = async () => {
    const handle = app.window.locator('.block-handle');
    // The code of the handle comes behind the first frame; the pointer that moves then shows it.
    await expect(async () => {
      await mouse.move(box.x + 6, box.y + 5);
      await mouse.move(box.x + 5, box.y + 5);
      await expect(handle).toBeVisible({ timeout: 500 });
    }).toPass();
    const grip = (await handle.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await mouse.move(grip.x + 4, grip.y + 4);
    await mouse.down();
    await mouse.move(grip.x + 4, grip.y + 110, { steps: 5 });
    await expect(app.window.locator('.drop-line')).toBeVisible();
  };
  await drag();
  await keyboard.press('Escape');
  await expect(app.window.locator('.drop-line')).toHaveCount(0);
  await mouse.up();
  await expect(body(app).getByRole('paragraph').first()).toHaveText('one');
  await expect(app.window.getByRole('menu')).toHaveCount(0);
  await drag();
  await mouse.up();
  await expect(body(app).getByRole('paragraph').first()).not.toHaveText('one');
});

test('a drag beside the text selects blocks', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await expect(body(app)).toContainText('four');
  await drawn(app);
  const box = async (words: string) =>
    (await body(app).getByText(words, { exact: true }).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [from, to] = [await box('one'), await box('three')];
  const page = (await body(app).boundingBox()) ?? { x: 0, width: 0 };
  const beside = page.x + page.width + 10;
  await app.window.mouse.move(beside, from.y + 4);
  await app.window.mouse.down();
  await app.window.mouse.move(beside, to.y + 4, { steps: 5 });
  await app.window.mouse.up();
  await expect(chosen(app)).toHaveText(['one', /two/, 'three']);
  await app.window.keyboard.press('Backspace');
  await expect.poll(() => words(app)).toEqual(['paragraph:four']);
});

test('Shift and a click reach from selected blocks, and typing goes on there', async ({ launch }) => {
  const lines = [p('one'), adBreak(), p('two'), p('three')];
  const app = await launch({ articles: [article({ slug: 'tides', headline: 'Tides' }, ...lines)] });
  const { keyboard } = app.window;
  const reach = (line: string) =>
    body(app)
      .getByText(line, { exact: true })
      .click({ modifiers: ['Shift'] });
  await caretAtEnd(app, 'two');
  await keyboard.press('Escape');
  await reach('one');
  await expect(chosen(app)).toHaveText(['one', 'two']);
  await reach('three');
  await expect(chosen(app)).toHaveText(['two', 'three']);
  await keyboard.press('Shift+ArrowUp');
  await expect(chosen(app)).toHaveText(['two']);
  await caretAtEnd(app, 'one');
  await keyboard.press('ArrowDown');
  await expect(body(app).locator('.card')).toHaveAttribute('data-selected');
  await reach('two');
  await expect(chosen(app)).toHaveText(['two']);
  await keyboard.type(' more');
  await expect
    .poll(() => words(app))
    .toEqual(['paragraph:one', 'adBreak', 'paragraph:two more', 'paragraph:three']);
});

test('a divider that is clicked while all is selected is selected alone', async ({ launch }) => {
  const app = await launch({
    articles: [article({ slug: 'tides', headline: 'Tides' }, p('one'), divider, p('two'))],
  });
  await caretAtEnd(app, 'one');
  await app.window.keyboard.press('Control+A');
  await drawn(app);
  await body(app).locator('hr').click();
  await expect(chosen(app)).toHaveCount(1);
  await app.window.keyboard.press('Backspace');
  await expect.poll(() => words(app)).toEqual(['paragraph:one', 'paragraph:two']);
});

test('the menu of a block: by its handle and by key', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  await caretAtEnd(app, 'three');
  await keyboard.press('Control+/');
  const menu = app.window.getByRole('menu');
  await expect(menu).toBeVisible();
  await menu.getByRole('menuitem', { name: 'Heading 3' }).click();
  await expect(app.window.getByRole('heading', { name: 'three', level: 3 })).toBeVisible();
  await expect(body(app)).toBeFocused();

  const box = (await body(app).getByText('one').boundingBox()) ?? { x: 0, y: 0 };
  await app.window.mouse.move(box.x + 5, box.y + 5);
  await app.window.locator('.block-handle').click();
  await expect(menu).toBeVisible();
  await expect(chosen(app)).toHaveText(['one']);
  await menu.getByRole('menuitem', { name: 'Move block down' }).click();
  await expect
    .poll(() => words(app))
    .toEqual(['paragraph:two ', 'paragraph:one', 'heading:three', 'paragraph:four']);
  await keyboard.press('Control+/');
  await keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(body(app)).toBeFocused();
  await keyboard.press('Control+/');
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect.poll(() => words(app)).toHaveLength(3);
});

test('the slash menu finds blocks by other words', async ({ launch }) => {
  const app = await launch({ articles: [article({ slug: 'tides', headline: 'B' }, p('x'))] });
  await caretAtEnd(app, 'x');
  await app.window.keyboard.press('Enter');
  const options = app.window.getByRole('listbox', { name: 'Insert block' }).getByRole('option');
  for (const [typed, title] of [
    ['/unordered', 'Bulleted list'],
    ['/separator', 'Divider'],
    ['/advert', 'Ad break'],
    ['/crosshead', 'Subhead'],
  ] as const) {
    await app.window.keyboard.type(typed);
    await expect(options.first()).toContainText(title);
    for (const _ of typed) await app.window.keyboard.press('Backspace');
  }
});

test('the outline lists two thousand headings, marks the present one and jumps', async ({ launch }) => {
  const long = article(
    { slug: 'tides', headline: 'Long' },
    ...Array.from({ length: 2000 }, (_, index) => [
      h(2, `Part ${index}`),
      p(`Words of part ${index}.`),
    ]).flat(),
  );
  const app = await launch({ articles: [long] });
  const outline = app.window.getByRole('region', { name: 'Outline' });
  // Waited for, not expected: an expectation that does not hold at once describes the whole page to itself, and that of
  // four thousand blocks takes seconds.
  await outline.getByRole('listitem').nth(1999).waitFor();
  await outline.getByRole('button', { name: 'Part 1500', exact: true }).click();
  await expect(body(app).getByRole('heading', { name: 'Part 1500', exact: true })).toBeInViewport();
  await expect(body(app)).toBeFocused();
  const present = outline.locator('[aria-current="location"]');
  await present.filter({ hasText: /^Part 1500$/ }).waitFor();
  await app.window.keyboard.type('New ');
  await present.filter({ hasText: /^New Part 1500$/ }).waitFor();
  expect(await outline.getByRole('listitem').count()).toBe(2000);
});

test('a headline of ten thousand characters is kept whole, shown, and undone', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const headline = app.window.getByRole('textbox', { name: 'Headline' });
  const long = 'Tides and walls, again and again. '.repeat(300).slice(0, 10_000);
  await headline.fill(long);
  await expect.poll(() => app.desk.article('tides').headline).toBe(long);
  await expect(app.window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  await headline.press('Control+Z');
  await expect(headline).toHaveValue('Tides');
  await headline.press('Control+Shift+Z');
  await expect(headline).toHaveValue(long);
  // The window stays usable around it.
  await expect(app.window.getByRole('button', { name: 'New article' })).toBeInViewport();
  await caretAtEnd(app, 'four');
  await app.window.keyboard.type('!');
  await expect(body(app)).toContainText('four!');
  expect(app.problems).toEqual([]);
});

test('Tab nests a list nine levels deep and no deeper, however long it is held', async ({ launch }) => {
  const app = await launch({ articles: [article({ slug: 'a', headline: 'Alpha' }, bullets('First'))] });
  await caretAtEnd(app, 'First');
  for (let press = 0; press < 60; press += 1) await app.window.keyboard.press('Tab');
  await app.window.keyboard.type('!');
  await expect.poll(() => JSON.stringify(app.desk.article('a').body)).toContain('First!');
  const written = JSON.stringify(app.desk.article('a').body);
  expect(written.split('"kind":"list"').length - 1).toBe(deepestList);
});
