import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article, p } from '../../shared/article/build';
import { temporaryFolder } from '../builders/folders';
import { expect, test } from './driver/test';

const story = article({ slug: 'tides', headline: 'The tide turns' }, p('Nobody was hurt.'));

test('an article that is open on another machine says so, above the page and in the library, and stays writable', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const note = app.window.getByRole('status', { name: 'Open elsewhere' });
  const option = app.window.getByRole('option', { name: 'The tide turns' });
  await expect(app.window.getByRole('textbox', { name: 'Article body' })).toContainText('Nobody was hurt.');
  const folder = join(app.desk.path, '.open');
  await expect.poll(() => (existsSync(folder) ? readdirSync(folder).length : 0)).toBe(1);
  const [own = ''] = readdirSync(folder);
  expect(JSON.parse(readFileSync(join(folder, own), 'utf8'))).toMatchObject({ article: 'tides' });
  await expect(note).toHaveText('');

  const file = { host: 'studio-2', user: 'mara', article: 'tides', time: new Date().toISOString() };
  writeFileSync(join(folder, 'studio-2.json'), JSON.stringify(file));
  await expect(note).toHaveText('Also open on studio-2 (mara)');
  await expect(option).toHaveAccessibleDescription(/Also open on studio-2 \(mara\)/);
  await app.window.getByRole('textbox', { name: 'Deck' }).fill('Still mine to write');
  await expect.poll(() => app.desk.article('tides').deck).toBe('Still mine to write');
  rmSync(join(folder, 'studio-2.json'));
  await expect(note).toHaveText('');

  await app.close();
  expect(readdirSync(folder)).toEqual([]);
});

test('a desk is packed, read back, and unpacked into a new folder that opens', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await expect(app.window.getByRole('textbox', { name: 'Article body' })).toContainText('Nobody was hurt.');
  const folder = temporaryFolder();
  const pack = join(folder, 'desk.zip');
  await app.answer({ savePath: pack });
  await app.chooseMenu('File', 'Pack desk…');
  await expect(app.window.getByText(/The desk is packed and was read back: 2 files/)).toBeVisible();

  const target = join(folder, 'again');
  await app.answer({ openPath: pack, savePath: target });
  await app.chooseMenu('File', 'Unpack desk…');
  await expect(app.window.getByText(`The desk is unpacked in ${target}.`)).toBeVisible();
  expect(readdirSync(target).sort()).toEqual(['desk.json', 'tides']);
  await app.window.getByRole('button', { name: 'Open it' }).click();
  // At once, as fast as a machine: it goes into the desk that was asked for, though both hold an article of this name.
  await app.window.getByRole('textbox', { name: 'Deck' }).click();
  await app.window.keyboard.type('In the new folder');
  await expect
    .poll(() => readFileSync(join(target, 'tides', 'article.json'), 'utf8'))
    .toContain('In the new folder');
  expect(app.desk.article('tides').deck).toBe('');

  mkdirSync(join(folder, 'busy'));
  writeFileSync(join(folder, 'busy', 'mine.txt'), '');
  await app.answer({ openPath: pack, savePath: join(folder, 'busy') });
  await app.chooseMenu('File', 'Unpack desk…');
  await expect(app.window.getByText(/there is something of that name already/)).toBeVisible();
  expect(readdirSync(join(folder, 'busy'))).toEqual(['mine.txt']);
  await app.close();
  rmSync(folder, { recursive: true });
});
