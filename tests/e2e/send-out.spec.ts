import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import type { Article } from '../../shared/article/article';
import { article, image, p, quote } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { canMount, mountSmallFolder } from '../builders/folders';
import { pngWith } from '../builders/pictures';
import type { StandfirstApp } from './driver/app';
import { expect, test } from './driver/test';

const story = (slug: string, headline: string, ...body: Article['body']): Article =>
  article(
    {
      slug,
      headline,
      deck: 'They rise.',
      bylines: [{ name: 'Ada Field' }],
      dateline: 'WICK',
      notes: 'private',
    },
    p('The sea rose.'),
    ...body,
  );
const secret: Article = {
  ...story('secret', 'What they said', p(quote('q1', '“They lied,”'), ' she said.')),
  quotations: [{ ...newQuotation('q1', 's1'), terms: 'off-the-record' }],
  sources: [newSource('s1', 'Mary Sinclair')],
};
const picture = (file: string) => image(file, { alt: 'The wall', credit: 'Field', width: 400, height: 400 });
const desk = [
  story('tides', 'Tides'),
  story('ferries', 'Ferries'),
  secret,
  story('unpictured', 'No picture', picture('gone.png'), p('After.')),
  story('torn', 'Torn picture', picture('torn.png'), p('After.')),
  story('pictured', 'Pictured', picture('a1-wall.png'), p('After.')),
];
const files = {
  'pictured/media/a1-wall.png': pngWith('planted', 400, 400),
  'torn/media/torn.png': pngWith('planted', 40, 40).subarray(0, 90),
};

const dialog = (app: StandfirstApp) => app.window.getByRole('dialog', { name: 'Send out several articles' });
const press = (app: StandfirstApp, name: string | RegExp) =>
  dialog(app).getByRole('button', { name }).click();
async function open(app: StandfirstApp): Promise<string> {
  const outbox = join(app.desk.path, '..', 'outbox');
  mkdirSync(outbox, { recursive: true });
  await app.answer({ openPath: outbox });
  await expect(app.window.getByText('The sea rose.')).toBeVisible();
  await app.chooseMenu('File', 'Send out several articles…');
  await expect(dialog(app)).toBeVisible();
  return outbox;
}
const manifests = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('manifest-'));

test('sends out all that may leave, and names what stays with its reason', async ({ launch }) => {
  const app = await launch({ articles: desk, files });
  const outbox = await open(app);
  await press(app, 'Choose all 6');
  await expect(dialog(app)).toContainText('6 of 6 chosen');
  await press(app, 'Choose a folder…');
  await expect(dialog(app)).toContainText(`3 articles are in ${outbox}`);
  const stayed = dialog(app).getByRole('region', { name: '3 articles stayed here' });
  await expect(stayed.getByRole('listitem').filter({ hasText: 'What they said' })).toContainText(
    'off the record: “They lied,”',
  );
  await expect(stayed.getByRole('listitem').filter({ hasText: 'No picture' })).toContainText(
    '“gone.png” is missing',
  );
  await expect(stayed.getByRole('listitem').filter({ hasText: 'Torn picture' })).toContainText(
    '“torn.png” is damaged',
  );

  expect(readdirSync(outbox).filter((name) => !name.startsWith('manifest-'))).toEqual([
    'ferries.html',
    'media',
    'pictured.html',
    'tides.html',
  ]);
  expect(readdirSync(join(outbox, 'media'))).toEqual(['a1-wall.png']);
  expect(readFileSync(join(outbox, 'media', 'a1-wall.png'), 'latin1')).not.toContain('planted');
  const [name] = manifests(outbox);
  const text = readFileSync(join(outbox, name ?? ''), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    as: 'page',
    total: { articles: 3, files: 4 },
    stayedAtTheDesk: 3,
  });
  // Neither which article stayed nor its words are anybody's business outside the desk.
  expect(text).not.toMatch(/secret|They lied/);
  await stayed.getByRole('button', { name: 'Open: What they said' }).click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveText('What they said');
  expect(app.problems).toEqual([]);
});

test('works by keyboard alone, keeps what is chosen while the list is narrowed, and passes axe', async ({
  launch,
}) => {
  const app = await launch({ articles: desk, files });
  const outbox = await open(app);
  const { keyboard } = app.window;
  await dialog(app).getByRole('textbox', { name: 'Show articles with' }).focus();
  await keyboard.type('ferr');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await dialog(app).getByRole('textbox', { name: 'Show articles with' }).fill('tides');
  await dialog(app)
    .getByRole('checkbox', { name: /^Tides/ })
    .press('Space');
  await expect(dialog(app)).toContainText('2 of 6 chosen');
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.window.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: app.window })
      .setLegacyMode(true)
      .include('[role=dialog]')
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await dialog(app).getByLabel('Format').selectOption('Plain text');
  await dialog(app).getByRole('button', { name: 'Choose a folder…' }).press('Enter');
  await expect(dialog(app).getByRole('button', { name: 'Done' })).toBeFocused();
  expect(readdirSync(outbox).filter((name) => name.endsWith('.txt'))).toEqual(['ferries.txt', 'tides.txt']);

  // Once more: the names are taken now.
  await press(app, 'Back to the list');
  await dialog(app)
    .getByRole('checkbox', { name: /^Tides/ })
    .uncheck();
  await dialog(app)
    .getByRole('checkbox', { name: /^Pictured/ })
    .check();
  await dialog(app).getByLabel('Format').selectOption('Plain text');
  writeFileSync(join(outbox, 'ferries.txt'), 'mine');
  await press(app, 'Choose a folder…');
  await expect(dialog(app).getByRole('alert')).toContainText('ferries.txt');
  await press(app, 'Leave those articles out');
  await expect(dialog(app)).toContainText('1 article is in');
  await expect(dialog(app).getByRole('listitem').filter({ hasText: 'Ferries' })).toContainText(
    'already there',
  );
  expect(readFileSync(join(outbox, 'ferries.txt'), 'utf8')).toBe('mine');
  await press(app, 'Back to the list');
  await press(app, 'Choose a folder…');
  await press(app, 'Replace');
  await expect(dialog(app)).toContainText('2 articles are in');
  expect(readFileSync(join(outbox, 'ferries.txt'), 'utf8')).toContain('The sea rose.');
});

test('stops after the article that is under way', async ({ launch }) => {
  const many = Array.from({ length: 60 }, (_, index) => story(`many-${index}`, `Many ${index}`));
  const app = await launch({ articles: many });
  const outbox = await open(app);
  await press(app, 'Choose all 60');
  await press(app, 'Choose a folder…');
  await press(app, 'Stop');
  await expect(dialog(app)).toContainText(/\d+ articles? (was|were) not reached\./);
  const written = readdirSync(outbox).filter((name) => name.endsWith('.html')).length;
  expect(written).toBeLessThan(60);
  if (written > 0) {
    const [name] = manifests(outbox);
    expect(JSON.parse(readFileSync(join(outbox, name ?? ''), 'utf8'))).toMatchObject({
      total: { articles: written },
    });
  }
});

test('as PDF and Word too, with the pictures in them', async ({ launch }) => {
  const app = await launch({ articles: desk, files });
  const outbox = await open(app);
  for (const [format, ending] of [
    ['PDF', '.pdf'],
    ['Word', '.docx'],
  ] as const) {
    await dialog(app).getByLabel('Format').selectOption(format);
    await dialog(app)
      .getByRole('checkbox', { name: /^Pictured/ })
      .check();
    await press(app, 'Choose a folder…');
    await expect(dialog(app)).toContainText('1 article is in');
    expect(readFileSync(join(outbox, `pictured${ending}`)).length).toBeGreaterThan(2000);
    await press(app, 'Back to the list');
  }
  expect(readFileSync(join(outbox, 'pictured.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
  const parts = Object.keys(unzipSync(readFileSync(join(outbox, 'pictured.docx'))));
  expect(parts.filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
});

test('a folder that vanished or is full is told article by article, and nothing is left half-written', async ({
  launch,
}) => {
  test.skip(!canMount, 'needs Linux and root to mount a small file system');
  const app = await launch({ articles: desk, files });
  await open(app);
  const disk = mountSmallFolder(4);
  try {
    await app.answer({ openPath: disk.path });
    await press(app, 'Choose all 6');
    await press(app, 'Choose a folder…');
    await expect(dialog(app)).toContainText('Nothing was written.');
    await expect(dialog(app).getByRole('listitem').filter({ hasText: 'Tides' })).toContainText(
      'the disk is full',
    );
    expect(readdirSync(disk.path)).toEqual([]);
  } finally {
    disk.unmount();
  }
  await press(app, 'Back to the list');
  const gone = join(app.desk.path, '..', 'gone');
  await app.answer({ openPath: gone });
  await press(app, 'Choose a folder…');
  await expect(dialog(app).getByRole('listitem').filter({ hasText: 'Tides' })).toContainText(
    'the folder is gone',
  );
  expect(existsSync(gone)).toBe(false);
});
