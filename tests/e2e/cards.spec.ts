import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  adBreak,
  article,
  bold,
  divider,
  factBox,
  image,
  inlines,
  link,
  p,
  pullQuote,
  quote,
  table,
} from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { blackPng } from '../builders/pictures';
import type { StandfirstApp } from './driver/app';
import { fillClipboard, fillClipboardWithPicture } from './driver/clipboard';
import { body, caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

/** A PNG of 2 by 1 pixels. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==',
  'base64',
);

const caption = inlines(
  'The harbour at ',
  bold('noon'),
  ', seen from ',
  link('https://example.org/', 'the pier'),
);

const block = (app: StandfirstApp, slug: string, index: number) => () => app.desk.article(slug).body[index];

/** Types a "/" command into a new paragraph behind `words`. */
async function slash(app: StandfirstApp, words: string, command: string): Promise<void> {
  await caretAtEnd(app, words);
  await app.window.keyboard.press('Enter');
  await app.window.keyboard.type(`/${command}`);
  await expect(
    app.window.getByRole('listbox', { name: 'Insert block' }).getByRole('option').first(),
  ).toBeVisible();
  await app.window.keyboard.press('Enter');
}

test('a caption is written in place and keeps its marks and links; undo, redo and Escape keep the keyboard', async ({
  launch,
}) => {
  const story = article(
    { slug: 'tides', headline: 'Tides' },
    p('Before.'),
    image('gone.png', { caption, width: 2, height: 1 }),
    p('After.'),
  );
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  const field = app.window.getByRole('textbox', { name: 'Caption' });
  await field.click();
  await keyboard.press('Control+End');
  await keyboard.type(' in May');
  await expect.poll(block(app, 'tides', 1)).toMatchObject({
    caption: [
      { text: 'The harbour at ' },
      { text: 'noon', marks: ['bold'] },
      { text: ', seen from ' },
      { kind: 'link', url: 'https://example.org/' },
      { text: ' in May' },
    ],
  });
  await keyboard.press('Control+Z');
  await expect(field).toHaveText('The harbour at noon, seen from the pier');
  await expect(field).toBeFocused();
  await keyboard.press('Control+Y');
  await expect(field).toHaveText(/in May$/);
  await keyboard.press('Escape');
  await expect(body(app)).toBeFocused();
  // A selected card takes no letters; Enter goes into it again, an arrow passes it.
  await keyboard.type('x');
  await keyboard.press('Enter');
  await expect(field).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('ArrowDown');
  await keyboard.type('Then: ');
  await expect.poll(block(app, 'tides', 2)).toMatchObject({ children: [{ text: 'Then: After.' }] });
  expect(app.desk.article('tides').body[0]).toMatchObject({ children: [{ text: 'Before.' }] });
});

test('a table pasted into a fact box comes as lines, and that is told', async ({ launch }) => {
  const app = await launch({
    articles: [article({ slug: 'tides', headline: 'Tides' }, factBox('Spring tides', p('High')))],
  });
  await app.window.getByRole('textbox', { name: 'Fact box text' }).click();
  await app.window.keyboard.press('Control+End');
  await app.window.keyboard.press('Enter');
  await fillClipboard(app.electron, {
    html: '<table><tr><td>Monday</td><td>3 m</td></tr><tr><td>Friday</td><td>4 m</td></tr></table>',
    text: 'Monday 3 m',
  });
  await app.window.keyboard.press('Control+V');
  await expect.poll(block(app, 'tides', 0)).toMatchObject({
    body: [p('High'), p('Monday'), p('3 m'), p('Friday'), p('4 m')],
  });
  await expect(app.window.getByText('its words came in as lines')).toBeVisible();
});

test('a fact box is made and written in place, and quotations in it keep their speaker', async ({
  launch,
}) => {
  const story = article(
    {
      slug: 'tides',
      headline: 'Tides',
      quotations: [newQuotation('q1', 's1')],
      sources: [newSource('s1', 'Mary Sinclair')],
    },
    p('Before.'),
    factBox('Spring tides', p(quote('q1', '“Twice a month,”'), ' she said.')),
  );
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  await app.window.getByRole('textbox', { name: 'Fact box text' }).click();
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.type('More.');
  await expect
    .poll(block(app, 'tides', 1))
    .toMatchObject({ body: [{ kind: 'paragraph' }, { children: [{ text: 'More.' }] }] });
  expect(app.desk.article('tides').quotations).toMatchObject([{ id: 'q1', sourceId: 's1' }]);

  await slash(app, 'Before.', 'fact');
  await expect(app.window.getByRole('textbox', { name: 'Fact box title' }).first()).toBeFocused();
  await keyboard.type('Neap tides');
  await keyboard.press('Enter');
  await keyboard.type('Lower.');
  await expect
    .poll(block(app, 'tides', 1))
    .toMatchObject({ kind: 'factBox', title: 'Neap tides', body: [{ children: [{ text: 'Lower.' }] }] });
});

test('a table is made, written with Tab, grows and shrinks; one undo a change', async ({ launch }) => {
  const app = await launch({ articles: [article({ slug: 'tides', headline: 'Tides' }, p('Before.'))] });
  const { keyboard } = app.window;
  const rows = () => {
    const found = app.desk.article('tides').body.find((entry) => entry.kind === 'table');
    return found?.rows.map((row) =>
      row.map((cell) => cell.children.map((inline) => ('text' in inline ? inline.text : '')).join('')),
    );
  };
  await slash(app, 'Before.', 'table');
  await expect(app.window.getByRole('textbox', { name: 'Row 1, column 1' })).toBeFocused();
  for (const words of ['Day', 'High', 'Low', 'Monday']) {
    await keyboard.type(words);
    await keyboard.press('Tab');
  }
  await keyboard.press('Shift+Tab');
  await keyboard.press('ArrowDown');
  await keyboard.type('Tuesday');
  await expect.poll(rows).toEqual([
    ['Day', 'High', 'Low'],
    ['Monday', '', ''],
    ['Tuesday', '', ''],
  ]);
  await app.window.getByRole('button', { name: 'Remove column' }).click();
  await app.window.getByRole('button', { name: 'Add row' }).click();
  await expect.poll(rows).toEqual([
    ['High', 'Low'],
    ['', ''],
    ['', ''],
    ['', ''],
  ]);
  await keyboard.press('Control+Z');
  await keyboard.press('Control+Z');
  await expect.poll(() => rows()?.[2]).toEqual(['Tuesday', '', '']);
});

test('what is typed at once behind a new row or column goes into its cell', async ({ launch }) => {
  const story = article(
    { slug: 'votes', headline: 'Votes' },
    p('Before.'),
    table(true, ['Name', 'Votes'], ['Ada', '12']),
  );
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  const tools = app.window.getByRole('toolbar', { name: 'Table' });
  const saved = (...rows: readonly (readonly string[])[]) =>
    expect.poll(block(app, 'votes', 1)).toEqual(table(true, ...rows));
  await body(app).getByText('12', { exact: true }).click();
  await keyboard.press('Tab');
  await keyboard.type('Bea');
  await saved(['Name', 'Votes'], ['Ada', '12'], ['Bea', '']);
  await tools.getByRole('button', { name: 'Add column' }).click();
  await keyboard.type('new');
  await saved(['Name', '', 'Votes'], ['Ada', '', '12'], ['Bea', 'new', '']);
  await tools.getByRole('button', { name: 'Remove column' }).click();
  await keyboard.type('!');
  await saved(['Name', 'Votes'], ['Ada', '12'], ['Bea!', '']);
  await tools.getByRole('button', { name: 'Remove row' }).click();
  await keyboard.type('?');
  await saved(['Name', 'Votes'], ['Ada?', '12']);
  // The last row and the last column stay, and the buttons say so.
  await tools.getByRole('button', { name: 'Remove row' }).click();
  await expect(tools.getByRole('button', { name: 'Remove row' })).toBeDisabled();
  await tools.getByRole('button', { name: 'Remove column' }).click();
  await expect(tools.getByRole('button', { name: 'Remove column' })).toBeDisabled();
  await expect(body(app).getByRole('group', { name: 'Table, 1 row, 1 column', exact: true })).toBeVisible();
});

test('cells of a spreadsheet pasted into a cell fill the table from there on, one undo; one cell is words', async ({
  launch,
}) => {
  const before = table(true, ['Name', 'Votes'], ['Ada', '12']);
  const app = await launch({
    articles: [article({ slug: 'votes', headline: 'Votes' }, p('Before.'), before)],
  });
  const { keyboard } = app.window;
  const saved = (...rows: readonly (readonly string[])[]) =>
    expect.poll(block(app, 'votes', 1)).toEqual(table(true, ...rows));
  await fillClipboard(app.electron, {
    text: 'Bea\t7\nCora\t31',
    html: '<table><tr><td>Bea</td><td>7</td></tr><tr><td>Cora</td><td>31</td></tr></table>',
  });
  await body(app).getByText('12', { exact: true }).click();
  await keyboard.press('Control+V');
  await saved(['Name', 'Votes', ''], ['Ada', 'Bea', '7'], ['', 'Cora', '31']);
  await expect(app.window.getByRole('textbox', { name: 'Row 2, column 2' })).toBeFocused();
  await keyboard.press('Control+Z');
  await saved(['Name', 'Votes'], ['Ada', '12']);
  await keyboard.press('Control+Shift+Z');
  await saved(['Name', 'Votes', ''], ['Ada', 'Bea', '7'], ['', 'Cora', '31']);
  await fillClipboard(app.electron, { text: 'Eva\t5\n' });
  await body(app).getByText('Ada').click();
  await keyboard.press('Control+V');
  await saved(['Name', 'Votes', ''], ['Eva', '5', '7'], ['', 'Cora', '31']);
  await fillClipboard(app.electron, { text: '!', html: '<table><tr><td>!</td></tr></table>' });
  await body(app).getByText('Cora').click();
  await keyboard.press('End');
  await keyboard.press('Control+V');
  await saved(['Name', 'Votes', ''], ['Eva', '5', '7'], ['', 'Cora!', '31']);
  // A picture cannot stand in a cell: it goes behind the table, and the keyboard stays.
  await fillClipboardWithPicture(app.electron, `data:image/png;base64,${png.toString('base64')}`);
  await keyboard.press('Control+V');
  await expect
    .poll(() => app.desk.article('votes').body.map(({ kind }) => kind))
    .toEqual(['paragraph', 'table', 'image']);
  await keyboard.type('?');
  await saved(['Name', 'Votes', ''], ['Eva', '5', '7'], ['', 'Cora!?', '31']);
});

test('a link on words with cards among them is set on the words alone, and the article is saved', async ({
  launch,
}) => {
  const story = article({ slug: 'tides', headline: 'Tides' }, p('Before.'), adBreak(), divider, p('After.'));
  const app = await launch({ articles: [story] });
  const address = 'https://example.org/';
  const linked = [p(link(address, 'Before.')), adBreak(), divider, p(link(address, 'After.'))];
  const saved = () => app.desk.article('tides').body;
  await body(app).getByText('Before.').click();
  await app.window.keyboard.press('Control+A');
  await app.window.keyboard.press('Control+K');
  await app.window.getByRole('textbox', { name: 'Address' }).fill(address);
  await app.window.keyboard.press('Enter');
  await expect.poll(saved).toEqual(linked);
  await app.window.keyboard.press('Control+Z');
  await expect.poll(saved).toEqual(story.body);
  // An address that is pasted over words is a link on them, too.
  await fillClipboard(app.electron, { text: address });
  await app.window.keyboard.press('Control+A');
  await app.window.keyboard.press('Control+V');
  await expect.poll(saved).toEqual(linked);
  expect(app.problems).toEqual([]);
});

test('a click from a cell into a paragraph sets the caret there', async ({ launch }) => {
  const story = article(
    { slug: 'cells', headline: 'Cells' },
    p('First.'),
    p('Second.'),
    table(false, ['one', 'two']),
    p('Last.'),
  );
  const app = await launch({ articles: [story] });
  await app.window.getByRole('textbox', { name: 'Row 1, column 2' }).click();
  await app.window.keyboard.type('!');
  await body(app).getByText('Second.').click();
  await app.window.keyboard.press('End');
  await drawn(app);
  await app.window.keyboard.type(' Here.');
  await expect.poll(block(app, 'cells', 1)).toEqual(p('Second. Here.'));
  expect(app.desk.article('cells').body[0]).toEqual(p('First.'));
});

test('a table of 10,000 rows is shown in part, written in, and nothing of it is lost', async ({ launch }) => {
  const lines = Array.from({ length: 10_000 }, (_, index) => [`Row ${index}`, String(index)]);
  const app = await launch({
    articles: [
      article({ slug: 'tides', headline: 'Tides' }, p('Before.'), table(true, ...lines), p('After.')),
    ],
  });
  // So long a file is read after the window has opened: it is opened by hand.
  await app.window.getByRole('option', { name: 'Tides' }).click();
  const group = app.window.getByRole('group', { name: 'Table, 10000 rows' });
  await expect(group).toContainText('200 of 10,000 rows are shown. All are kept, saved and exported.');
  await app.window.getByRole('textbox', { name: 'Row 2, column 2' }).click();
  await app.window.keyboard.type('!');
  await expect
    .poll(() => {
      const found = block(app, 'tides', 1)();
      return found?.kind === 'table'
        ? [found.rows.length, found.rows[1]?.[1]?.children, found.rows[9999]]
        : null;
    })
    .toMatchObject([10_000, [{ text: '1!' }], [{ children: [{ text: 'Row 9999' }] }, {}]]);
  await app.window.getByRole('button', { name: 'Show 200 more rows' }).click();
  await expect(group).toContainText('400 of 10,000 rows are shown.');
});

test('a link card, a correction, a desk note and an attribution are made and written in place', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'tides', headline: 'Tides' }, p('Before.'), pullQuote('', 'It rose'))],
  });
  const { keyboard } = app.window;
  const find = (kind: string) => () => app.desk.article('tides').body.find((entry) => entry.kind === kind);
  await app.window.getByRole('textbox', { name: 'Who is quoted' }).click();
  await keyboard.type('Mary Sinclair');
  await expect
    .poll(find('pullQuote'))
    .toMatchObject({ attribution: 'Mary Sinclair', children: [{ text: 'It rose' }] });

  await slash(app, 'Before.', 'link card');
  const address = app.window.getByRole('textbox', { name: 'Address', exact: true });
  await address.fill('javascript:alert(1)');
  await expect(app.window.getByRole('button', { name: 'Insert link card' })).toBeDisabled();
  await address.fill('example.org/report');
  await keyboard.press('Enter');
  await expect(app.window.getByRole('textbox', { name: 'Link title' })).toBeFocused();
  await keyboard.type('The report');
  await app.window.getByRole('textbox', { name: 'Link address' }).fill('ftp://example.org');
  await expect(app.window.getByText('The card keeps the one it had.')).toBeVisible();
  await expect.poll(find('embed')).toMatchObject({ url: 'https://example.org/report', title: 'The report' });

  await slash(app, 'Before.', 'correction');
  await keyboard.type('The day was wrong.');
  await app.window
    .getByRole('textbox', { name: 'Day of the correction' })
    .or(app.window.getByLabel('Day of the correction'))
    .first()
    .fill('2026-03-01');
  await app.window.getByLabel('Correction or clarification').selectOption('clarification');
  await expect.poll(find('correction')).toMatchObject({
    type: 'clarification',
    date: expect.stringMatching(/^2026-03-01T/),
    children: [{ text: 'The day was wrong.' }],
  });

  await slash(app, 'Before.', 'desk note');
  await keyboard.type('Ask the port.');
  await app.window.getByRole('button', { name: 'Resolve desk note' }).click();
  await expect
    .poll(find('deskNote'))
    .toMatchObject({ resolved: true, children: [{ text: 'Ask the port.' }] });
});

test('a picture is chosen, described, made the lead; what is no picture is refused with a sentence', async ({
  launch,
}) => {
  const app = await launch({ articles: [article({ slug: 'tides', headline: 'Tides' }, p('Before.'))] });
  const { window } = app;
  const file = (name: string) => join(app.desk.path, '..', name);
  const message = (words: string | RegExp) => expect(window.getByText(words)).toBeVisible();
  const choose = async (name: string) => {
    await app.answer({ openPath: file(name) });
    await slash(app, 'Before.', 'image');
  };
  writeFileSync(file('one.png'), 'x');
  writeFileSync(file('words.jpg'), 'These are words and no picture at all.');
  writeFileSync(
    file('drawing.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  const huge = openSync(file('huge.jpg'), 'w');
  ftruncateSync(huge, 200_000_000);
  closeSync(huge);
  writeFileSync(file('harbour.png'), png);

  await choose('one.png');
  await message(/“one.png” is not a picture/);
  await choose('words.jpg');
  await message(/“words.jpg” is not a picture/);
  await choose('drawing.svg');
  await message(/“drawing.svg” was not taken: an SVG drawing can hold programs/);
  await choose('huge.jpg');
  await message(/it has 200 MB, and at most 100 MB fit an article/);
  await expect(window.getByRole('group', { name: 'Image' })).toHaveCount(0);

  await choose('harbour.png');
  await expect(window.getByRole('group', { name: 'Image without description' })).toBeVisible();
  await window.getByRole('textbox', { name: 'Image description' }).fill('A harbour');
  const picture = () => app.desk.article('tides').body.find((entry) => entry.kind === 'image');
  await expect.poll(picture).toMatchObject({ alt: 'A harbour', width: 2, height: 1 });
  await window.getByRole('button', { name: 'Make lead image' }).click();
  await expect.poll(() => app.desk.article('tides').leadImage).toMatchObject({ alt: 'A harbour', width: 2 });
  expect(picture()).toBeUndefined();
});

test('a photograph of 40 megapixels is shown small, keeps its place while it loads, and stays whole in its file', async ({
  launch,
}) => {
  const photograph = blackPng(8000, 5000);
  const file = 'a1b2c3d4-wall.png';
  const story = article(
    { slug: 'wall', headline: 'The wall' },
    p('Before.'),
    image(file, { alt: 'A wall', width: 8000, height: 5000 }),
    p('After.'),
  );
  const app = await launch({ articles: [story], files: { [`wall/media/${file}`]: photograph } });
  const picture = body(app).getByRole('img', { name: 'A wall' });
  const sizes = () =>
    picture.evaluate((element) => {
      if (!(element instanceof HTMLImageElement)) throw new Error('No picture.');
      const { width, height } = element.getBoundingClientRect();
      return { pixels: element.naturalWidth, shape: Math.round((100 * width) / height) };
    });
  await expect.poll(sizes).toEqual({ pixels: 1600, shape: 160 });
  expect(readFileSync(join(app.desk.path, 'wall', 'media', file))).toEqual(Buffer.from(photograph));
  await caretAtEnd(app, 'Before.');
  await app.window.keyboard.type(' More.');
  await expect.poll(block(app, 'wall', 0)).toEqual(p('Before. More.'));
});

test('a comment is set on words by key, listed, resolved, undone; the next TK is one key away; nothing of it leaves', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article({ slug: 'tides', headline: 'Tides' }, p('The sea rose TK centimetres.'), p('Nobody was hurt.')),
    ],
  });
  const { window } = app;
  await caretAtEnd(app, 'Nobody was hurt.');
  await window.keyboard.press('Shift+Home');
  await window.keyboard.press('Control+Alt+M');
  await window.getByRole('textbox', { name: 'Words for the desk' }).fill('Is that sure?');
  await window.getByRole('button', { name: 'Save comment' }).click();
  const comment = () => app.desk.article('tides').body[1];
  await expect.poll(comment).toMatchObject({
    children: [
      { kind: 'note', note: 'Is that sure?', resolved: false, children: [{ text: 'Nobody was hurt.' }] },
    ],
  });
  const notes = window.getByRole('region', { name: 'Notes' });
  await expect(notes).toContainText('1 TK');
  await expect(notes).toContainText('Is that sure?');
  await notes.getByRole('button', { name: 'Resolve' }).click();
  await expect.poll(comment).toMatchObject({ children: [{ resolved: true }] });
  await expect(notes).not.toContainText('Is that sure?');
  await body(app).focus();
  await window.keyboard.press('Control+Z');
  await expect.poll(comment).toMatchObject({ children: [{ resolved: false }] });
  await window.keyboard.press('F8');
  await window.keyboard.type('twelve');
  await expect
    .poll(() => app.desk.article('tides').body[0])
    .toMatchObject({
      children: [{ text: 'The sea rose twelve centimetres.' }],
    });
  await expect(notes).not.toContainText('TK');
});

/** A GIF of one pixel that is black in its first frame and white in its second, for ever. */
const movingGif = Buffer.concat([
  Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff', 'latin1'),
  Buffer.from('!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00', 'latin1'),
  ...['\x44', '\x4c'].map((pixel) =>
    Buffer.from(
      `!\xf9\x04\x00\x05\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02${pixel}\x01\x00`,
      'latin1',
    ),
  ),
  Buffer.from(';'),
]);

test('a moving picture stands still beside the words until it is asked to play', async ({ launch }) => {
  const still = image('still.png', { alt: 'Still', width: 2, height: 1 });
  const moving = image('moving.gif', { alt: 'Moving', width: 40, height: 40 });
  const app = await launch({
    articles: [article({ slug: 'tides', headline: 'Tides' }, p('Before.'), moving, still)],
    files: { 'tides/media/moving.gif': movingGif, 'tides/media/still.png': png },
  });
  const picture = (name: string) => body(app).getByRole('group', { name: `Image: ${name}` });
  const play = picture('Moving').getByRole('button', { name: 'Play moving picture' });
  const shown = picture('Moving').locator('img');
  await expect(play).toBeVisible();
  await expect(shown).toHaveAttribute('src', /^blob:/);
  const pixel = () =>
    shown.evaluate(async (element) => {
      const bitmap = await createImageBitmap(element as HTMLImageElement);
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      context?.drawImage(bitmap, 0, 0, 1, 1);
      return context?.getImageData(0, 0, 1, 1).data[0];
    });
  await expect.poll(pixel).toBe(0);
  await play.click();
  await expect(shown).toHaveAttribute('src', /moving\.gif$/);
  await picture('Moving').getByRole('button', { name: 'Stop moving picture' }).click();
  await expect(shown).toHaveAttribute('src', /^blob:/);
  await expect(picture('Still').locator('img')).toHaveAttribute('src', /still\.png$/);
  await expect(picture('Still').getByRole('button', { name: /moving picture/ })).toHaveCount(0);
  expect(app.problems).toEqual([]);
});
