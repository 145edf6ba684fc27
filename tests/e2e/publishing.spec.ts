import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article, image, p } from '../../shared/article/build';
import { parseDeskSettings } from '../../shared/article/desk-settings';
import { pictureInfo } from '../../shared/export/word/picture-size';
import { jpegWith, pngWith } from '../builders/pictures';
import type { StandfirstApp } from './driver/app';
import { expect, test } from './driver/test';

const story = article(
  {
    slug: 'tides',
    headline: 'The tide turns',
    deck: 'It rose.',
    bylines: [{ name: 'Ada Field' }],
    dateline: 'WICK',
    corrections: [
      {
        type: 'correction',
        date: '2026-01-02T00:00:00Z',
        text: [{ kind: 'text', text: 'It rose by 41 cm.', marks: [] }],
      },
    ],
  },
  p('Nobody was hurt.'),
);

async function openSettings(app: StandfirstApp) {
  await expect(app.window.getByText('Nobody was hurt.')).toBeVisible();
  await app.chooseMenu('File', 'Settings…');
  const settings = app.window.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Publishing' }).click();
  return settings;
}
async function openExport(app: StandfirstApp) {
  await app.window.keyboard.press('Control+Shift+E');
  const dialog = app.window.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  return dialog;
}
const preview = (app: StandfirstApp) => app.window.frameLocator('iframe[title="Preview"]');

test('a house stylesheet is chosen, seen in the preview, told about, and taken away again', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const css = join(app.desk.path, '..', 'paper.css');
  writeFileSync(
    css,
    'h1 { color: rgb(0, 128, 0) } h1::after { position: fixed } @import "https://example.org/x.css";',
  );
  await app.answer({ openPath: css });
  const settings = await openSettings(app);
  await settings.getByRole('button', { name: 'Choose a CSS file…' }).click();
  await expect(settings.getByRole('region', { name: 'House stylesheet' }).getByRole('status')).toContainText(
    'In use',
  );
  await expect(settings).toContainText('2 parts of the house stylesheet are ignored');
  await app.window.keyboard.press('Escape');
  expect(app.desk.text('house.css')).toContain('rgb(0, 128, 0)');

  const dialog = await openExport(app);
  await expect(preview(app).getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 128, 0)');
  await dialog.getByText('2 parts of the house stylesheet are ignored').click();
  await expect(dialog).toContainText('@import "https://example.org/x.css";');
  const path = join(app.desk.path, '..', 'out.html');
  await app.answer({ savePath: path });
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog).toContainText('Written to');
  expect(readFileSync(path, 'utf8')).toContain('rgb(0, 128, 0)');
  expect(readFileSync(path, 'utf8')).not.toMatch(/example\.org|fixed/);
  await app.window.keyboard.press('Escape');

  const again = await openSettings(app);
  await again.getByRole('button', { name: 'Stop using it' }).click();
  await expect(again).toContainText('None: pages have the look above.');
  expect(app.desk.text('house.before.css')).toContain('rgb(0, 128, 0)');
  // What is no stylesheet is refused in words.
  writeFileSync(css, Buffer.from([0xff, 0xfe, 0x00]));
  await app.answer({ openPath: css });
  await again.getByRole('button', { name: 'Choose a CSS file…' }).click();
  await expect(again.getByRole('alert')).toContainText('not text');
  expect(app.problems).toEqual([]);
});

test('what the desk has set is where an export begins; what was chosen for an article stays', async ({
  launch,
}) => {
  const other = { ...story, id: '6c5b1c0e-0000-4000-8000-000000000002', slug: 'other', headline: 'Other' };
  const app = await launch({ articles: [story, other] });
  const settings = await openSettings(app);
  await settings.getByLabel('Look of pages').selectOption('Wire');
  await settings.getByLabel('Ad breaks become').selectOption('AMP');
  await settings.getByLabel('Corrections stand').selectOption('At the top of the article');
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await expect(settings).toBeHidden();
  const saved = parseDeskSettings(app.desk.text('desk.json'));
  expect(saved).toMatchObject({
    ok: true,
    value: { exportLook: 'wire', adTarget: 'amp', correctionsAt: 'top' },
  });

  await app.window.getByRole('option', { name: 'The tide turns' }).click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveText('The tide turns');
  const dialog = await openExport(app);
  await expect(dialog.getByLabel('Look')).toHaveValue('wire');
  await expect(dialog.getByLabel('Ad breaks')).toHaveValue('amp');
  await expect
    .poll(async () => (await preview(app).locator('article').textContent())?.replace(/\s+/g, ' '))
    .toMatch(/It rose by 41 cm\..*Nobody was hurt\./);
  await dialog.getByLabel('Look').selectOption('Review');
  await app.window.keyboard.press('Escape');
  await app.restart();
  await app.window.getByRole('option', { name: 'The tide turns' }).click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveText('The tide turns');
  await expect((await openExport(app)).getByLabel('Look')).toHaveValue('review');
  await app.window.keyboard.press('Escape');
  await app.window.getByRole('option', { name: 'Other' }).click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveText('Other');
  await expect((await openExport(app)).getByLabel('Look')).toHaveValue('wire');
});

test('the lead image goes along in three ratios, upright, with no word of its metadata', async ({
  launch,
}) => {
  const led = {
    ...story,
    leadImage: image('a1-wall.png', { alt: 'The wall', credit: 'Field', width: 800, height: 500 }),
    body: [
      p('Nobody was hurt.'),
      image('b2-sea.jpg', { alt: 'The sea', credit: 'Field', width: 3, height: 1 }),
      p('After.'),
    ],
  };
  const app = await launch({ articles: [led] });
  // A photograph of three pixels by one, which lies on its side.
  const side = await app.window.evaluate(async () => {
    const canvas = new OffscreenCanvas(1, 3);
    canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())];
  });
  app.desk.put('tides/media/a1-wall.png', pngWith('zqx-place', 800, 500));
  app.desk.put('tides/media/b2-sea.jpg', jpegWith('zqx-place', 6, new Uint8Array(side)));
  const folder = join(app.desk.path, '..', 'out');
  mkdirSync(folder);
  await app.answer({ openPath: folder });
  await expect(app.window.getByText('After.')).toBeVisible();
  const dialog = await openExport(app);
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog).toContainText('Written to');
  const media = join(folder, 'media');
  const sizes = readdirSync(media).map((name) => {
    const bytes = readFileSync(join(media, name));
    expect(bytes.toString('latin1')).not.toMatch(/zqx|GPS|Exif/);
    const size = pictureInfo(bytes);
    return `${name} ${size?.width}x${size?.height}`;
  });
  expect(sizes).toEqual([
    'a1-wall-16x9.png 800x450',
    'a1-wall-1x1.png 500x500',
    'a1-wall-4x3.png 667x500',
    'a1-wall.png 800x500',
    'b2-sea.jpg 3x1',
  ]);
  const html = readFileSync(join(folder, 'tides.html'), 'utf8');
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as {
    image: { url: string; width: number; height: number }[];
  };
  expect(data.image.map(({ url, width, height }) => `${url} ${width}x${height}`)).toEqual([
    'media/a1-wall.png 800x500',
    'media/a1-wall-16x9.png 800x450',
    'media/a1-wall-4x3.png 667x500',
    'media/a1-wall-1x1.png 500x500',
    'media/b2-sea.jpg 3x1',
  ]);
  // The record of what left can be kept.
  await dialog.getByText('6 files left the desk').click();
  await dialog.getByRole('button', { name: 'Copy this list' }).click();
  await expect(dialog).toContainText('Copied');
});
