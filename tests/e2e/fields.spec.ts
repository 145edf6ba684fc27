import type { Article } from '../../shared/article/article';
import { adBreak, article, embed, factBox, image, p, pullQuote } from '../../shared/article/build';
import type { StandfirstApp } from './driver/app';
import { body, caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

/* Fields of cards and of the lead image: one line of undo with the page, its typography, its keys. */

const field = (app: StandfirstApp, name: string) => app.window.getByRole('textbox', { name, exact: true });
const { kind: _, ...lead } = image('lead.png', { alt: 'Harbour', credit: 'Field', width: 2, height: 1 });

const story: Article = {
  ...article(
    { slug: 'tides', headline: 'Tides', bylines: [{ name: 'Ada Field' }] },
    p('Before.'),
    image('gone.png', { alt: 'A wall', credit: 'Okri', width: 2, height: 1 }),
    p('Between.'),
    adBreak(),
    factBox('A box', p('Inside.')),
    embed('https://example.org/', { title: 'A page' }),
    p('After.'),
  ),
  leadImage: lead,
};

test('every field of a card is undone and redone on the line of the page, with the keyboard in it and outside', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  const inBody = (name: string) => body(app).getByRole('textbox', { name, exact: true });
  await caretAtEnd(app, 'Before.');
  await keyboard.type(' First.');
  const fields = [
    ['Image description', 'A wall'],
    ['Credit', 'Okri'],
    ['Ad label', ''],
    ['Ad slot', ''],
    ['Fact box title', 'A box'],
    ['Link title', 'A page'],
    ['Link description', ''],
    ['Site', ''],
  ] as const;
  for (const [name, before] of fields) {
    await inBody(name).click();
    await keyboard.press('End');
    await keyboard.type('-new');
    await expect(inBody(name)).toHaveValue(`${before}-new`);
  }
  // One undo a field, and the field that has the keyboard keeps it while its own words go.
  await keyboard.press('Control+Z');
  await expect(inBody('Site')).toHaveValue('');
  await expect(inBody('Site')).toBeFocused();
  await keyboard.press('Control+Shift+Z');
  await expect(inBody('Site')).toHaveValue('-new');
  for (const [name, before] of [...fields].reverse()) {
    await keyboard.press('Control+Z');
    await expect(inBody(name)).toHaveValue(before);
  }
  await keyboard.press('Control+Z');
  await expect(body(app)).not.toContainText('First.');
  await expect(body(app)).toBeFocused();
  for (let step = 0; step <= fields.length; step += 1) await keyboard.press('Control+Shift+Z');
  await expect
    .poll(() => app.desk.article('tides').body)
    .toMatchObject([
      { children: [{ text: 'Before. First.' }] },
      { alt: 'A wall-new', credit: 'Okri-new' },
      {},
      { label: '-new', slot: '-new' },
      { title: 'A box-new' },
      { title: 'A page-new', description: '-new', provider: '-new' },
      {},
    ]);
  expect(app.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
});

test('the lead image is on the line of undo: its fields, its caption, and its way into the story and back', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  const group = app.window.getByRole('group', { name: 'Lead image' });
  const inLead = (name: string) => group.getByRole('textbox', { name, exact: true });
  await caretAtEnd(app, 'Before.');
  await keyboard.type(' First.');
  await inLead('Credit').click();
  await keyboard.press('End');
  await keyboard.type(' & Co');
  await inLead('Caption').click();
  await keyboard.type('At noon');
  await expect.poll(() => app.desk.article('tides').leadImage).toMatchObject({ credit: 'Field & Co' });
  await keyboard.press('Control+Z');
  await expect(inLead('Caption')).toHaveText('');
  await keyboard.press('Control+Z');
  await expect(inLead('Credit')).toHaveValue('Field');
  await expect(inLead('Credit')).toBeFocused();
  await keyboard.press('Control+Z');
  await expect(body(app)).not.toContainText('First.');
  for (let step = 0; step < 3; step += 1) await keyboard.press('Control+Shift+Z');
  await expect(inLead('Caption')).toHaveText('At noon');
  await expect(inLead('Credit')).toHaveValue('Field & Co');

  const pictures = () => app.desk.article('tides').body.filter(({ kind }) => kind === 'image').length;
  await group.getByRole('button', { name: 'Move lead image into the story' }).click();
  await expect(group).toHaveCount(0);
  await expect.poll(() => [app.desk.article('tides').leadImage, pictures()]).toEqual([null, 2]);
  await keyboard.press('Control+Z');
  await expect(group).toHaveCount(1);
  await expect.poll(pictures).toBe(1);
  // Two pictures change places in one step, and back in one.
  await body(app).getByRole('textbox', { name: 'Credit', exact: true }).click();
  await body(app)
    .getByRole('group', { name: 'Image: A wall' })
    .getByRole('button', { name: 'Make lead image' })
    .click();
  await expect.poll(() => app.desk.article('tides').leadImage).toMatchObject({ alt: 'A wall' });
  await keyboard.press('Control+Z');
  await expect.poll(() => app.desk.article('tides').leadImage).toMatchObject({ alt: 'Harbour' });
  await expect.poll(() => app.desk.article('tides').body[1]).toMatchObject({ alt: 'A wall' });
  expect(app.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
});

test('typography works in byline and in every field of words in a card; undo gives back what was typed', async ({
  launch,
}) => {
  const app = await launch({ articles: [{ ...story, body: [...story.body, pullQuote('', 'It rose')] }] });
  const { keyboard } = app.window;
  const inBody = (name: string) => body(app).getByRole('textbox', { name, exact: true });
  await field(app, 'Byline').click();
  await keyboard.press('End');
  await keyboard.type(" and Sean O'Brien");
  await expect(field(app, 'Byline')).toHaveValue('By Ada Field and Sean O’Brien');
  await expect.poll(() => app.desk.article('tides').bylines.at(-1)?.name).toBe('Sean O’Brien');
  const fields = [
    'Fact box title',
    'Credit',
    'Image description',
    'Ad label',
    'Link title',
    'Link description',
    'Site',
    'Who is quoted',
  ];
  for (const name of fields) {
    await inBody(name).click();
    await keyboard.press('Control+A');
    await keyboard.type(`"It's`);
    await expect(inBody(name)).toHaveValue('“It’s');
    await keyboard.press('Control+Z');
    // The step before: what was typed behind the apostrophe is one with it.
    await keyboard.press('Control+Shift+Z');
    await expect(inBody(name)).toHaveValue('“It’s');
    await keyboard.type(' "');
    await expect(inBody(name)).toHaveValue('“It’s ”'.replace('”', '“'));
    await keyboard.press('Control+Z');
    await expect(inBody(name)).toHaveValue('“It’s "');
  }
  await app.chooseMenu('Edit', 'Smart quotes and dashes on or off');
  await inBody('Fact box title').click();
  await keyboard.press('Control+A');
  await keyboard.type(`"off"`);
  await expect(inBody('Fact box title')).toHaveValue('"off"');
  expect(app.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
});

test('the attribution of a pull quote is reached by Enter, Down, Up and Tab, and left by them', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article({ slug: 'tides', headline: 'Tides' }, p('Before.'), pullQuote('', 'It rose'), p('After.')),
    ],
  });
  const { keyboard } = app.window;
  const attribution = field(app, 'Who is quoted');
  await caretAtEnd(app, 'It rose');
  await keyboard.press('Enter');
  await expect(attribution).toBeFocused();
  await keyboard.type('Mary Sinclair');
  await keyboard.press('Enter');
  await expect(body(app)).toBeFocused();
  await keyboard.type('Below.');
  await expect
    .poll(() => app.desk.article('tides').body)
    .toMatchObject([
      {},
      { kind: 'pullQuote', children: [{ text: 'It rose' }], attribution: 'Mary Sinclair' },
      { kind: 'paragraph', children: [{ text: 'Below.' }] },
      { children: [{ text: 'After.' }] },
    ]);
  await drawn(app);
  await keyboard.press('ArrowUp');
  await expect(attribution).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(body(app)).toBeFocused();
  await keyboard.type('!');
  await expect(body(app).getByText('It rose!')).toBeVisible();
  await drawn(app);
  await keyboard.press('ArrowDown');
  await expect(attribution).toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(body(app)).toBeFocused();
  await drawn(app);
  await keyboard.press('Tab');
  await expect(attribution).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(body(app)).toBeFocused();
  await keyboard.type('Right ');
  await expect(body(app).getByText('Right Below.')).toBeVisible();
  // Inside the words Enter parts them, as before.
  await caretAtEnd(app, 'It rose!');
  await keyboard.press('ArrowLeft');
  await drawn(app);
  await keyboard.press('Enter');
  await expect(body(app).locator('.pull-quote')).toHaveCount(2);
});

test('the menu of a block offers to turn it into another only where it can be', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  const menu = app.window.getByRole('menu', { name: 'Block' });
  await body(app)
    .getByRole('group', { name: 'Ad break' })
    .click({ position: { x: 5, y: 5 } });
  await keyboard.press('Control+/');
  await expect(menu.getByRole('menuitem', { name: 'Duplicate block' })).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: 'Heading 2' })).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await caretAtEnd(app, 'Between.');
  await keyboard.press('Control+/');
  await menu.getByRole('menuitem', { name: 'Heading 2' }).click();
  await expect(body(app).getByRole('heading', { name: 'Between.' })).toBeVisible();
});
