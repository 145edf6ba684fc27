import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { adBreak, article, h, p, quote } from '../../shared/article/build';
import { serialiseArticle } from '../../shared/article/file';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { canMount, mountSmallFolder } from '../builders/folders';
import type { StandfirstApp } from './driver/app';
import { body, caretAtEnd } from './driver/page';
import { expect, test } from './driver/test';

const story = article(
  { slug: 'ferry', headline: 'Board keeps the ferry' },
  p('The last boat will keep sailing through the winter.'),
  h(2, 'What it costs'),
  p('The cost is put at 240,000 crowns a season.'),
  adBreak(),
  p('A decision is expected in May.'),
);

const saveState = (app: StandfirstApp) => app.window.getByRole('status', { name: 'Save state' });
const dialog = (app: StandfirstApp) => app.window.getByRole('dialog');
const wordsOnDisk = (app: StandfirstApp) => JSON.stringify(app.desk.article('ferry').body);
const versionFiles = (app: StandfirstApp) => readdirSync(join(app.desk.path, 'ferry', '.versions')).sort();
const serious = async (app: StandfirstApp) => {
  const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

/** Types at the end of a line and waits until it is on the disk. */
async function writeAndSave(app: StandfirstApp, line: string, words: string): Promise<void> {
  await caretAtEnd(app, line);
  await app.window.keyboard.type(words);
  await expect.poll(() => wordsOnDisk(app)).toContain(words);
  await expect(saveState(app)).toHaveText('Saved');
}

test('what an article was when it was opened can be looked at by keyboard, named, and brought back block by block or whole', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await expect(body(app)).toContainText('A decision is expected');
  await writeAndSave(app, 'in May.', ' Nobody objected.');
  await writeAndSave(app, 'a season.', ' That is a third more.');
  await app.window.getByRole('textbox', { name: 'Headline' }).fill('Board saves the ferry');
  await app.window.getByRole('button', { name: 'Versions' }).click();

  const list = dialog(app).getByRole('listbox', { name: 'Former states of this article' });
  await expect(list).toBeFocused();
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list.getByRole('option')).toContainText('When it was opened');
  await expect(dialog(app).locator('ins')).toContainText([
    'saves',
    'That is a third more.',
    'Nobody objected.',
  ]);
  await expect(dialog(app).locator('del')).toContainText(['keeps']);
  expect(await serious(app)).toEqual([]);

  await app.window.keyboard.press('Alt+ArrowDown');
  await expect(dialog(app).getByRole('group', { name: 'Changed: Headline' })).toBeFocused();
  await app.window.keyboard.press('Alt+ArrowDown');
  const paragraph = dialog(app).getByRole('group', { name: 'Changed: Paragraph' });
  await expect(paragraph.first()).toBeFocused();

  await dialog(app).getByRole('textbox', { name: 'Name' }).fill('As sent to the lawyer');
  await dialog(app).getByRole('button', { name: 'Set name' }).click();
  await expect(list.getByRole('option')).toContainText('As sent to the lawyer');

  await paragraph.first().getByRole('button', { name: 'Put back' }).click();
  // The page lies behind the dialog, where no role is found.
  await expect(app.window.locator('.body')).not.toContainText('a third more');
  await expect(app.window.locator('.body')).toContainText('Nobody objected.');
  // What stood there before is a version now.
  await expect(list.getByRole('option')).toHaveCount(2);

  await list.getByRole('option').last().click();
  await dialog(app).getByRole('button', { name: 'Restore the whole article' }).click();
  await app.window.keyboard.press('Escape');
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue('Board keeps the ferry');
  await expect(saveState(app)).toHaveText('Saved');
  await expect.poll(() => app.desk.article('ferry').body).toEqual(story.body);
  expect(versionFiles(app)).toHaveLength(3);

  // The head and the body are two steps.
  await app.window.getByRole('button', { name: 'Undo' }).click();
  await app.window.getByRole('button', { name: 'Undo' }).click();
  await expect(body(app)).toContainText('Nobody objected.');
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue('Board saves the ferry');
  expect(app.problems).toEqual([]);
});

test('a version can be kept by hand, with a name; its words agree, and nothing is restored where nothing differs', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await expect(body(app)).toContainText('A decision is expected');
  await writeAndSave(app, 'in May.', ' Nobody objected.');
  await app.window.keyboard.press('Control+Shift+P');
  await app.window.keyboard.type('Keep a version now');
  await app.window.keyboard.press('Enter');
  await expect(app.window.getByText('A version is kept as it stands now.')).toBeVisible();
  await expect.poll(() => versionFiles(app)).toHaveLength(2);

  await app.window.keyboard.press('Control+Shift+H');
  const options = dialog(app).getByRole('option');
  await expect(options).toHaveCount(2);
  await expect(options.first()).toContainText('Kept by hand');
  // Two words more than when it was opened: the list, the heading and the text say the same.
  await expect(options.last()).toContainText('27 words');
  await expect(options.first()).toContainText('+2');
  await expect(options.first()).toContainText('29 words');
  await expect(dialog(app)).toContainText('2 words added and 0 removed since the version before');
  await expect(dialog(app)).toContainText('Nothing differs.');
  await expect(dialog(app)).toContainText('there is nothing to restore');
  const restore = dialog(app).getByRole('button', { name: 'Restore the whole article' });
  await expect(restore).toBeDisabled();
  expect(await serious(app)).toEqual([]);

  const name = dialog(app).getByRole('textbox', { name: 'What to call the new version (optional)' });
  await name.fill('As sent to the desk');
  await name.press('Enter');
  // The same words are not kept twice: the newest version gets the name.
  await expect(options).toHaveCount(2);
  await expect(options.first()).toContainText('As sent to the desk');
  await expect(app.window.getByText('A version is kept as “As sent to the desk”.')).toBeAttached();

  await options.last().click();
  await expect(restore).toBeEnabled();
  await expect(dialog(app)).toContainText('the oldest that is kept');
  await restore.click();
  await expect(dialog(app)).toContainText('there is nothing to restore');
  await expect(restore).toBeFocused();
  expect(versionFiles(app)).toHaveLength(2);
  expect(app.problems).toEqual([]);
});

test('in a small window the field for the name of a version and its button stay together', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const { window } = app;
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(860, 600),
  );
  await expect(body(app)).toContainText('A decision is expected');
  await writeAndSave(app, 'in May.', ' Nobody objected.');
  await app.chooseMenu('File', 'Keep a version now');
  await window.keyboard.press('Control+Shift+H');
  const middle = async (place: Locator) => {
    const { y, height } = (await place.boundingBox()) ?? { y: -1, height: 0 };
    return y + height / 2;
  };
  const button = dialog(app).getByRole('button', { name: 'Set name' });
  await expect(button).toBeVisible();
  const field = dialog(app).getByRole('textbox', { name: 'Name', exact: true });
  expect(await middle(field)).toBeCloseTo(await middle(button), 0);
});

test('a version file that is damaged is told and left; the others can be used', async ({ launch }) => {
  const app = await launch({
    articles: [story],
    files: { 'ferry/.versions/20260101T000000000Z.json.gz': 'not a version' },
  });
  await expect(body(app)).toContainText('A decision is expected');
  await app.window.keyboard.press('Control+Shift+H');
  await expect(dialog(app)).toContainText('1 file in the article’s .versions folder cannot be read');
  await expect.poll(() => versionFiles(app)).toHaveLength(2);
});

test('a conflict is settled block by block: the one, the other, both; the version of the other stays', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await expect(body(app)).toContainText('A decision is expected');
  await caretAtEnd(app, 'in May.');
  await app.window.keyboard.type(' Mine.');
  const [first, second, , ad, last] = story.body;
  const theirs = [
    first,
    second,
    p('The cost is put at 260,000 crowns a season.'),
    ad,
    p('A decision is due in May.'),
  ];
  app.desk.putArticle({
    ...story,
    headline: 'Their headline',
    body: theirs.flatMap((block) => (block ? [block] : [])),
  });
  await expect(saveState(app)).toHaveText('Conflict');
  await app.window.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog(app).getByRole('radio', { name: 'On the disk' }).first()).toBeChecked();
  expect(await serious(app)).toEqual([]);

  const lastRow = dialog(app).getByRole('group', { name: 'Changed: Paragraph' }).last();
  await expect(lastRow.getByRole('radio', { name: 'Both' })).toBeChecked();
  const costs = dialog(app).getByRole('group', { name: 'Changed: Paragraph' }).first();
  await costs.getByRole('radio', { name: 'Yours' }).check();
  await dialog(app).getByRole('button', { name: 'Save this' }).click();
  await expect(saveState(app)).toHaveText('Saved');
  expect(last).toBeDefined();
  expect(app.desk.article('ferry')).toMatchObject({
    headline: 'Their headline',
    body: [
      first,
      second,
      p('The cost is put at 240,000 crowns a season.'),
      ad,
      p('A decision is expected in May. Mine.'),
      p('A decision is due in May.'),
    ],
  });
  await app.window.getByRole('button', { name: 'Versions' }).click();
  await expect(dialog(app).getByRole('option', { name: 'Written by another program' })).toHaveCount(1);
});

test('a second copy by a sync client is offered beside the article and goes to the bin by the writer’s hand', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await expect(body(app)).toContainText('A decision is expected');
  const copy = 'article.sync-conflict-20261123-120301-ABCDEF7.json';
  writeFileSync(
    join(app.desk.path, 'ferry', copy),
    serialiseArticle({ ...story, body: [...story.body, p('Written on the other machine.')] }),
  );
  await expect(app.window.getByText('A sync client left a second copy of this article.')).toBeVisible();
  await app.window.getByRole('button', { name: 'Compare' }).click();
  await dialog(app).getByRole('button', { name: 'Save this' }).click();
  await expect(body(app)).toContainText('Written on the other machine.');
  await expect(app.window.getByText('A sync client left')).toHaveCount(0);
  await expect
    .poll(() => readdirSync(join(app.desk.path, 'ferry')).sort())
    .toEqual(['.versions', 'article.json']);
  expect(readdirSync(join(app.desk.path, '.bin'))).toHaveLength(1);
  expect(wordsOnDisk(app)).toContain('Written on the other machine.');
});

test('words that could not be saved are kept, and after a crash offered beside what is on the disk', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await expect(body(app)).toContainText('A decision is expected');
  const away = join(app.desk.path, '..', 'away');
  renameSync(join(app.desk.path, 'ferry'), away);
  await expect(saveState(app)).toContainText('Not saved');
  await caretAtEnd(app, 'in May.');
  await app.window.keyboard.type(' Kept words.');
  await expect(app.window.getByText('A copy is kept on this machine.')).toBeVisible();
  const copies = () => readdirSync(join(app.userData, 'recovery')).filter((name) => name.endsWith('.json'));
  await expect.poll(copies).toHaveLength(1);
  // Long enough for the last letter: a copy is made at most every 800 ms.
  await expect
    .poll(async () => JSON.stringify(await app.call('recovery', 'read', { name: copies()[0] ?? '' })))
    .toContain('Kept words.');
  await app.kill();
  renameSync(away, join(app.desk.path, 'ferry'));
  await app.start();
  await expect(body(app)).toContainText('A decision is expected in May.');
  await expect(body(app)).not.toContainText('Kept words.');
  await app.window.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog(app).locator('ins')).toContainText('Kept words.');
  await dialog(app).getByRole('button', { name: 'Save this' }).click();
  await expect(dialog(app)).toHaveCount(0);
  expect(wordsOnDisk(app)).toContain('Kept words.');
  expect(copies()).toEqual([]);
});

test('another program changes a clean article: the caret stays at its words', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await caretAtEnd(app, 'What it costs');
  app.desk.putArticle({ ...story, body: [p('A new first paragraph by git.'), ...story.body] });
  await expect(body(app)).toContainText('by git');
  await app.window.keyboard.type(' us');
  await expect(body(app)).toContainText('What it costs us');
  await expect.poll(() => wordsOnDisk(app)).toContain('What it costs us');
});

test.describe('on a read-only disk', () => {
  test.skip(!canMount, 'needs a file system of its own');

  test('leaving is a question that says where the words are', async ({ launch }) => {
    const disk = mountSmallFolder(1024);
    try {
      disk.put('ferry/article.json', serialiseArticle(story));
      const app = await launch({ deskPath: disk.path });
      await expect(body(app)).toContainText('A decision is expected');
      disk.makeReadOnly();
      await caretAtEnd(app, 'in May.');
      await app.window.keyboard.type(' Kept words.');
      await expect(app.window.getByText('A copy is kept on this machine.')).toBeVisible();
      await app.answer({ button: 'Close' });
      await app.close();
      disk.makeWritable();
      await app.start();
      await app.window.getByRole('button', { name: 'Compare' }).click();
      await dialog(app).getByRole('button', { name: 'Save this' }).click();
      await expect.poll(() => wordsOnDisk(app)).toContain('Kept words.');
    } finally {
      disk.unmount();
    }
  });
});

test('what was taken off the record since stays off it when an older version is restored', async ({
  launch,
}) => {
  const source = newSource('s', 'Zebulon Quist');
  const told = { slug: 'ferry', headline: 'Ferry', sources: [source], quotations: [newQuotation('q', 's')] };
  const then = article(told, p('He said ', quote('q', '“yes, always”'), ' to me.'));
  const app = await launch({ articles: [then] });
  await writeAndSave(app, 'to me.', ' Then he left.');
  const now = app.desk.article('ferry');
  app.desk.putArticle({
    ...now,
    quotations: now.quotations.map((quotation) => ({ ...quotation, terms: 'off-the-record' as const })),
  });
  await expect(app.window.getByRole('region', { name: 'Checks' })).toContainText('off the record');
  await app.window.getByRole('button', { name: 'Versions' }).click();
  await dialog(app).getByRole('listbox').getByRole('option').last().click();
  await dialog(app).getByRole('button', { name: 'Restore the whole article' }).click();
  await expect(dialog(app).getByRole('alert')).toContainText('Terms that bind more now');
  await expect.poll(() => wordsOnDisk(app)).not.toContain('Then he left');
  expect(app.desk.article('ferry').quotations).toMatchObject([{ id: 'q', terms: 'off-the-record' }]);
});
