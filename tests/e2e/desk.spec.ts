import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { article, image, p } from '../../shared/article/build';
import { serialiseArticle } from '../../shared/article/file';
import { canMount, mountSmallFolder, temporaryFolder } from '../builders/folders';
import type { StandfirstApp } from './driver/app';
import { expect, test } from './driver/test';

const story = article({ slug: 'tides', headline: 'The tide turns' }, p('Nobody was hurt.'));

const body = (app: StandfirstApp) => app.window.getByRole('textbox', { name: 'Article body' });
const saveState = (app: StandfirstApp) => app.window.getByRole('status', { name: 'Save state' });
const option = (app: StandfirstApp, name: string) => app.window.getByRole('option', { name });

async function typeAtTheEnd(app: StandfirstApp, words: string): Promise<void> {
  await body(app).getByText('Nobody was hurt.').click();
  await app.window.keyboard.press('End');
  await app.window.keyboard.type(words);
}

test.describe('the first start', () => {
  test('skipped makes a desk in Documents with the sample article, ready to write', async ({ launch }) => {
    const app = await launch({ firstStart: true });
    // Nothing is made before the writer was asked.
    await expect(app.window.getByRole('heading', { name: 'Where your articles live' })).toBeFocused();
    expect(existsSync(app.desk.path)).toBe(false);
    await app.window.getByRole('button', { name: 'Skip' }).click();
    await expect(option(app, 'Port Ellery keeps its night ferry, at least until the spring')).toBeVisible();
    await expect(body(app)).toContainText('The last boat to Sandholm');
    expect(readdirSync(app.desk.path).sort()).toContain('desk.json');
    expect(app.problems).toEqual([]);
  });

  test('asks for folder, masthead and beginning, all by keyboard', async ({ launch }) => {
    const app = await launch({ firstStart: true });
    const { window } = app;
    const folder = temporaryFolder();
    await expect(window.getByText(app.desk.path)).toBeVisible();
    await expect(window.getByRole('heading', { name: 'Where your articles live' })).toBeFocused();
    await app.answer({ openPath: join(folder, 'desk') });
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await expect(window.getByText(join(folder, 'desk'))).toBeVisible();
    await window.getByRole('button', { name: 'Continue' }).press('Enter');
    await expect(window.getByRole('heading', { name: 'Who publishes them' })).toBeFocused();
    await window.keyboard.press('Tab');
    await window.keyboard.type('The Wick Courier');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: 'How to begin' })).toBeFocused();
    await window.keyboard.press('Tab');
    await window.keyboard.press('ArrowDown');
    await expect(window.getByRole('radio', { name: 'With an empty page' })).toBeChecked();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('textbox', { name: 'Headline' })).toBeFocused();
    const desk = JSON.parse(readFileSync(join(folder, 'desk', 'desk.json'), 'utf8'));
    expect(desk.masthead.name).toBe('The Wick Courier');
    expect(existsSync(app.desk.path)).toBe(false);
    await window.keyboard.type('First words');
    await expect(saveState(app)).toHaveText('Saved');
    await app.close();
    rmSync(folder, { recursive: true });
  });

  test('agreed to with Enter alone, it ends with the caret at the beginning of the sample', async ({
    launch,
  }) => {
    const app = await launch({ firstStart: true });
    const { window } = app;
    for (const title of ['Where your articles live', 'Who publishes them', 'How to begin']) {
      await expect(window.getByRole('heading', { name: title })).toBeFocused();
      await window.keyboard.press('Enter');
    }
    await expect(body(app)).toBeFocused();
    await window.keyboard.type('Here: ');
    await expect(body(app)).toContainText('Here: The last boat to Sandholm');
  });

  test('is remembered: the next start opens the same desk and makes nothing new', async ({ launch }) => {
    const app = await launch({ firstStart: true });
    await app.window.getByRole('button', { name: 'Skip' }).click();
    await expect(body(app)).toContainText('The last boat to Sandholm');
    const before = readdirSync(app.desk.path).sort();
    await app.restart();
    await expect(body(app)).toContainText('The last boat to Sandholm');
    expect(readdirSync(app.desk.path).sort()).toEqual(before);
  });
});

test.describe('a desk that cannot be opened', () => {
  test('because it is missing is told, not made anew; another one can be chosen', async ({ launch }) => {
    const folder = temporaryFolder();
    const missing = join(folder, 'missing');
    const app = await launch({ deskPath: missing });
    rmSync(missing, { recursive: true });
    await app.restart();
    await expect(app.window.getByRole('alert')).toContainText(missing);
    await expect(app.window.getByRole('alert')).toContainText('the folder is gone');
    expect(existsSync(missing)).toBe(false);

    const other = join(folder, 'other');
    mkdirSync(join(other, 'tides'), { recursive: true });
    writeFileSync(join(other, 'tides', 'article.json'), serialiseArticle(story));
    await app.answer({ openPath: other });
    await app.window.getByRole('button', { name: 'Choose a folder…' }).click();
    await expect(option(app, 'The tide turns')).toBeVisible();
    await app.close();
    rmSync(folder, { recursive: true });
  });

  test('because it is a file is told', async ({ launch }) => {
    const folder = temporaryFolder();
    const path = join(folder, 'desk');
    const app = await launch({ deskPath: path });
    rmSync(path, { recursive: true });
    writeFileSync(path, 'not a folder');
    await app.restart();
    await expect(app.window.getByRole('alert')).toContainText('not a folder');
    expect(readFileSync(path, 'utf8')).toBe('not a folder');
    await app.close();
    rmSync(folder, { recursive: true });
  });
});

test('files that are no articles are listed with their problem and never touched', async ({ launch }) => {
  const files = {
    'empty/article.json': '',
    'cut/article.json': serialiseArticle(story).slice(0, 200),
    'binary/article.json': new Uint8Array([0, 255, 254, 137]),
    'newer/article.json': serialiseArticle(story).replace(/"version": "1\.\d+"/, '"version": "9.0"'),
  };
  const app = await launch({ articles: [story], files });
  const wanted = {
    empty: 'The file is empty',
    cut: 'cut off or damaged',
    binary: 'cut off or damaged',
    newer: 'newer version of Standfirst',
  };
  for (const [slug, words] of Object.entries(wanted)) {
    await option(app, slug).click();
    await expect(app.window.getByRole('heading', { name: 'This article cannot be shown' })).toBeVisible();
    await expect(app.window.getByText(words)).toBeVisible();
  }
  await option(app, 'The tide turns').click();
  await typeAtTheEnd(app, ' So far.');
  await expect.poll(() => JSON.stringify(app.desk.article('tides').body)).toContain('So far.');
  await app.close();
  for (const [name, content] of Object.entries(files)) {
    expect(readFileSync(join(app.desk.path, name))).toEqual(Buffer.from(content));
  }
});

test('the newest version of an article whose file is damaged becomes an article, with its pictures', async ({
  launch,
}) => {
  const picture = '0123456789ab-harbour.png';
  const kept = article({ slug: 'cut', headline: 'Cut off' }, p('All of it.'), image(picture));
  const files = {
    'cut/article.json': serialiseArticle(kept).slice(0, 200),
    'cut/.versions/20261126T101500000Z.json.gz': gzipSync(serialiseArticle(kept)),
    [`cut/media/${picture}`]: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  };
  const app = await launch({ articles: [story], files });
  await option(app, 'cut').click();
  await app.window.getByRole('button', { name: 'Open its newest version' }).click();
  await expect(body(app)).toContainText('All of it.');
  expect(app.desk.text('cut/article.json')).toBe(files['cut/article.json']);
  expect(existsSync(join(app.desk.path, 'cut-off', 'media', picture))).toBe(true);
});

test('blocks of a kind this version does not know survive writing around them', async ({ launch }) => {
  const poll = { kind: 'unknown' as const, raw: { kind: 'poll', question: 'Will the tide turn?' } };
  const app = await launch({ articles: [{ ...story, body: [...story.body, poll] }] });
  await typeAtTheEnd(app, ' So far.');
  await expect.poll(() => JSON.stringify(app.desk.article('tides').body)).toContain('So far.');
  expect(app.desk.article('tides').body.at(-1)).toEqual(poll);
});

test('a second start shows the first and ends', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });
  expect(await app.startAgain()).toBe(0);
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      ),
    )
    .toEqual([true]);
});

test('a second start with another desk opens it in the window, and nothing that was typed is lost', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const other = join(app.desk.path, '..', 'other');
  mkdirSync(join(other, 'dunes'), { recursive: true });
  const dunes = article({ slug: 'dunes', headline: 'The dunes move' }, p('It blew.'));
  writeFileSync(join(other, 'dunes', 'article.json'), serialiseArticle(dunes));
  await typeAtTheEnd(app, ' So far.');
  expect(await app.startAgain([`--desk=${other}`])).toBe(0);
  await expect(option(app, 'The dunes move')).toBeVisible();
  await expect(body(app)).toHaveText('It blew.');
  await expect(option(app, 'The tide turns')).toHaveCount(0);
  expect(JSON.stringify(app.desk.article('tides').body)).toContain('So far.');

  expect(await app.startAgain([`--desk=${join(other, 'missing')}`])).toBe(0);
  await expect(app.window.getByText(/missing/)).toBeVisible();
  await expect(body(app)).toHaveText('It blew.');
});

test('an unreadable settings file does not stop the app and is kept aside', async ({ launch }) => {
  const app = await launch({ articles: [story], settings: '{"preferences": ' });
  await expect(option(app, 'The tide turns')).toBeVisible();
  const aside = readdirSync(app.userData).find((name) => name.startsWith('settings.json.unreadable-'));
  expect(readFileSync(join(app.userData, aside ?? ''), 'utf8')).toBe('{"preferences": ');
});

test('the window stands where it stood', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const place = { x: 40, y: 60, width: 900, height: 640 };
  await app.electron.evaluate(({ BrowserWindow }, bounds) => {
    for (const window of BrowserWindow.getAllWindows()) window.setBounds(bounds);
  }, place);
  await app.restart();
  const [bounds] = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getBounds()),
  );
  expect(bounds).toEqual(place);
});

test('an item of the menu bar does what the window’s own button does', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await expect(body(app)).toContainText('Nobody was hurt.');
  await app.chooseMenu('File', 'New article');
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toBeFocused();
  await expect(app.window.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(2);
});

test.describe('words that cannot be saved', () => {
  test.skip(!canMount, 'needs a file system of its own');

  test('hold up closing with a question; after it they are saved when the disk can be written', async ({
    launch,
  }) => {
    const disk = mountSmallFolder(1024);
    try {
      disk.put('tides/article.json', serialiseArticle(story));
      const app = await launch({ deskPath: disk.path });
      await expect(body(app)).toContainText('Nobody was hurt.');
      disk.makeReadOnly();
      await typeAtTheEnd(app, ' So far.');
      await expect(saveState(app)).toContainText('Not saved: the folder is read-only');

      await app.answer({ button: 'Go back' });
      await app.electron.evaluate(({ app: running }) => running.quit());
      await expect
        .poll(async () => (await app.dialogs()).questions)
        .toEqual(['Some words are not saved. Close all the same?']);
      await expect(body(app)).toContainText('Nobody was hurt. So far.');

      disk.makeWritable();
      await app.close();
      expect(JSON.stringify(app.desk.article('tides').body)).toContain('So far.');
    } finally {
      disk.unmount();
    }
  });

  test('on a full disk are told; the file stays whole; room brings the save', async ({ launch }) => {
    const disk = mountSmallFolder(256);
    try {
      disk.put('tides/article.json', serialiseArticle(story));
      const app = await launch({ deskPath: disk.path });
      await expect(body(app)).toContainText('Nobody was hurt.');
      disk.fill();
      await typeAtTheEnd(app, ' So far.');
      await expect(saveState(app)).toContainText('Not saved: the disk is full');
      expect(app.desk.article('tides').body).toEqual(story.body);
      disk.empty();
      await expect(saveState(app)).toHaveText('Saved', { timeout: 30_000 });
      expect(JSON.stringify(app.desk.article('tides').body)).toContain('So far.');
    } finally {
      disk.unmount();
    }
  });
});

test.describe('words whose file or desk is gone', () => {
  test('keep the window with them until they are settled, and it says what to do', async ({ launch }) => {
    const id = '00000000-0000-4000-8000-000000000002';
    const other = article({ slug: 'floods', headline: 'Floods', id }, p('Water.'));
    const app = await launch({ articles: [story, other] });
    await option(app, story.headline).click();
    await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue(story.headline);
    rmSync(join(app.desk.path, story.slug), { recursive: true });
    await expect(saveState(app)).toContainText('Not saved');
    await option(app, other.headline).click();
    await expect(app.window.getByText('Write them again or close them first')).toBeVisible();
    await app.window.getByRole('button', { name: 'Write it again' }).click();
    await expect(app.window.getByText('Write them again or close them first')).toBeHidden();
    await option(app, other.headline).click();
    await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue(other.headline);
  });

  test('are let go where the folder was meant to go, and offered at the next start if somebody wrote them', async ({
    launch,
  }) => {
    const app = await launch({ articles: [story] });
    await typeAtTheEnd(app, ' So far.');
    await expect(saveState(app)).toHaveText('Saved');
    rmSync(join(app.desk.path, story.slug), { recursive: true });
    await app.window.getByRole('button', { name: 'Close it' }).click();
    await expect(app.window.getByText('It is offered at the next start')).toBeVisible();
    await expect(body(app)).toHaveCount(0);
    expect(existsSync(app.desk.articlePath(story.slug))).toBe(false);
    await app.restart();
    await expect(app.window.getByText(/could not be saved/)).toBeVisible();
  });

  test('do not hold the window on a desk that is gone: they are kept, and offered elsewhere', async ({
    launch,
  }) => {
    const app = await launch({ articles: [story] });
    const next = join(app.home, 'next');
    mkdirSync(next);
    await expect(body(app)).toContainText('Nobody was hurt.');
    rmSync(app.desk.path, { recursive: true });
    await typeAtTheEnd(app, ' Kept words.');
    await expect(saveState(app)).toContainText('Not saved');
    await app.answer({ openPath: next });
    await app.chooseMenu('File', 'Change desk folder…');
    await expect(app.window.getByText('Words that could not be saved are kept')).toBeVisible();
    await app.window.getByRole('button', { name: 'Compare' }).click();
    await app.window.getByRole('button', { name: 'Keep as an article of its own' }).click();
    await expect(body(app)).toContainText('Kept words.');
    expect(readFileSync(join(next, 'the-tide-turns', 'article.json'), 'utf8')).toContain('Kept words.');
  });
});
