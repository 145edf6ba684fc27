import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { adBreak, article, deskNote, image, p, quote } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { jpegWith } from '../builders/pictures';
import type { StandfirstApp } from './driver/app';
import { readClipboard } from './driver/clipboard';
import { sampleOnScreens } from './driver/screen';
import { expect, test } from './driver/test';

const story = article(
  {
    slug: 'tides',
    headline: 'The tide turns',
    quotations: [newQuotation('q1', 's1')],
    sources: [{ ...newSource('s1', 'Mary Sinclair'), contact: 'secret number', role: 'the harbour master' }],
    notes: 'private thoughts',
  },
  p(quote('q1', '“It rose,”'), ' said Mary Sinclair.'),
  adBreak(),
  deskNote('d1', 'The lawyer has seen this.'),
  p('Nobody was hurt.'),
);

const open = (app: StandfirstApp) => app.window.keyboard.press('Control+Shift+E');
const dialog = (app: StandfirstApp) => app.window.getByRole('dialog', { name: 'Export' });

test('saves exactly what the preview shows, and nothing private', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const path = join(app.desk.path, '..', 'out.html');
  await app.answer({ savePath: path });
  await expect(app.window.getByText('Nobody was hurt.')).toBeVisible();
  await open(app);
  const preview = app.window.frameLocator('iframe[title="Preview"]');
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('The tide turns');
  const shown = await preview.locator('article').textContent();
  await dialog(app).getByRole('button', { name: 'Save…' }).click();
  await expect(dialog(app)).toContainText(`Written to ${path}`);
  const html = readFileSync(path, 'utf8');
  expect((await app.dialogs()).suggestedNames[0]).toMatch(/tides\.html$/);
  expect(html).toContain('data-ad-slot');
  expect(html).not.toMatch(/secret number|private thoughts|The lawyer has seen/);
  expect(shown).toContain('“It rose,” said Mary Sinclair.');
  await dialog(app).getByRole('button', { name: 'Save…' }).click();
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(html);
});

test('what keeps an article here is led to from the dialog', async ({ launch }) => {
  const app = await launch({
    articles: [
      {
        ...story,
        slug: 'secret',
        sources: [{ ...newSource('s1', 'Mary Sinclair'), terms: 'off-the-record' }],
      },
    ],
  });
  await expect(app.window.getByText('Nobody was hurt.')).toBeVisible();
  await open(app);
  await expect(dialog(app).getByRole('alert')).toContainText('off the record');
  await expect(dialog(app).getByRole('button', { name: 'Save…' })).toBeDisabled();
  await dialog(app).getByRole('button', { name: 'Show in the article' }).first().click();
  await expect(dialog(app)).toHaveCount(0);
  await expect(app.window.getByRole('textbox', { name: 'Article body' })).toBeFocused();
  await app.window.keyboard.type('Off: ');
  await expect(app.window.getByText('Off: “It rose,”')).toBeVisible();
});

test('an article without a headline stays here, and the dialog leads to the headline', async ({ launch }) => {
  const app = await launch({ articles: [{ ...story, headline: '' }] });
  await expect(app.window.getByText('Nobody was hurt.')).toBeVisible();
  await open(app);
  await dialog(app).getByRole('button', { name: 'Show in the article' }).click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toBeFocused();
});

test('copies the source, and the rich text', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const clipboard = () => readClipboard(app.electron);
  await expect(app.window.getByText('Nobody was hurt.')).toBeVisible();
  await open(app);
  await dialog(app).getByLabel('Format').selectOption({ label: 'HTML for a CMS (body only)' });
  await dialog(app).getByRole('button', { name: 'Copy HTML' }).click();
  await expect.poll(async () => (await clipboard()).text).toContain('<p>“It rose,” said Mary Sinclair.</p>');
  await dialog(app).getByRole('button', { name: 'Copy as rich text' }).click();
  await expect.poll(async () => (await clipboard()).html).toContain('<p>“It rose,” said Mary Sinclair.</p>');
});

test('refuses what is off the record and names the words', async ({ launch }) => {
  const app = await launch({
    articles: [{ ...story, sources: [{ ...newSource('s1', 'Mary Sinclair'), terms: 'off-the-record' }] }],
  });
  await expect(app.window.getByText('Nobody was hurt.')).toBeVisible();
  await open(app);
  await expect(dialog(app).getByRole('alert')).toContainText('off the record: “It rose,”');
  await expect(dialog(app).getByRole('button', { name: 'Save…' })).toBeDisabled();
  await expect(dialog(app).getByRole('button', { name: 'Copy HTML' })).toHaveCount(0);
});

test('pictures lie beside the page without the place where they were taken', async ({ launch }) => {
  const pictured = article(
    { slug: 'pictured', headline: 'Pictured' },
    p('Before.'),
    image('a1b2c3d4-wall.jpg', { alt: 'The wall', width: 1, height: 1 }),
    p('After.'),
  );
  const photograph = jpegWith('planted');
  const app = await launch({
    articles: [pictured],
    files: { 'pictured/media/a1b2c3d4-wall.jpg': photograph },
  });
  expect(Buffer.from(photograph).toString('latin1')).toContain('GPSLatitude');
  const folder = join(app.desk.path, '..');
  await app.answer({ openPath: folder, button: 'Replace' });
  await expect(app.window.getByText('After.')).toBeVisible();
  await open(app);
  await dialog(app).getByRole('button', { name: 'Save…' }).click();
  await expect(dialog(app)).toContainText('Written to');
  expect(readdirSync(join(folder, 'media'))).toEqual(['a1b2c3d4-wall.jpg']);
  const copied = readFileSync(join(folder, 'media', 'a1b2c3d4-wall.jpg'));
  expect(copied.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(copied.toString('latin1')).not.toMatch(/GPS|Exif|planted/);
  expect(readFileSync(join(folder, 'pictured.html'), 'utf8')).toContain('src="media/a1b2c3d4-wall.jpg"');
});

test('a missing picture stops the export and is named', async ({ launch }) => {
  const app = await launch({
    articles: [
      article(
        { slug: 'missing', headline: 'Missing' },
        p('Before.'),
        image('gone.jpg', { alt: 'Gone' }),
        p('After.'),
      ),
    ],
  });
  await expect(app.window.getByText('After.')).toBeVisible();
  await open(app);
  await dialog(app).getByRole('button', { name: 'Save…' }).click();
  await expect(dialog(app)).toContainText('the picture “gone.jpg” is missing');
  // What is told takes no room from the buttons: they stay in one row.
  const tops = await dialog(app)
    .getByRole('button', { name: /Copy|Print|PDF|Save/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
  expect(tops).toHaveLength(6);
  expect(new Set(tops).size).toBe(1);
});

test('saves a Word document with the words and nothing private', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const path = join(app.desk.path, '..', 'out.docx');
  await app.answer({ savePath: path });
  await expect(app.window.getByText('Nobody was hurt.')).toBeVisible();
  await open(app);
  await dialog(app).getByRole('button', { name: 'Save as Word…' }).click();
  await expect(dialog(app)).toContainText(`Written to ${path}`);
  const parts = unzipSync(readFileSync(path));
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(document).toContain('“It rose,”');
  expect(
    Object.values(parts)
      .map((part) => strFromU8(part))
      .join(''),
  ).not.toMatch(/secret number|private thoughts|The lawyer has seen/);
});

test('the checks are the gate: an error blocks the export, warnings are shown before it', async ({
  launch,
}) => {
  const gaps = article(
    { slug: 'gaps', headline: 'Gaps' },
    p('It cost ', { kind: 'tk', text: 'TK' }, ' crowns.'),
  );
  const app = await launch({ articles: [gaps] });
  await expect(app.window.getByText('It cost')).toBeVisible();
  await open(app);
  await expect(dialog(app).getByRole('alert')).toContainText('TK');
  await expect(dialog(app).getByRole('button', { name: 'Save…' })).toBeDisabled();
  await expect(dialog(app)).toContainText(/\d things? to look at before it leaves/);
});

test('a correction is told to readers, with its day', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await expect(app.window.getByText('Nobody was hurt.')).toBeVisible();
  await app.chooseMenu('Story', 'Corrections…');
  const corrections = app.window.getByRole('dialog', { name: 'Corrections' });
  await expect(corrections).toContainText('No corrections so far.');
  await corrections
    .getByRole('textbox', { name: 'What was wrong, and what is right' })
    .fill('The wall is 41 cm high, not 14.');
  await corrections.getByRole('button', { name: 'Add correction' }).click();
  await app.window.keyboard.press('Escape');
  await expect
    .poll(() => app.desk.article('tides').corrections)
    .toMatchObject([{ type: 'correction', text: [{ text: 'The wall is 41 cm high, not 14.' }] }]);
  await open(app);
  await expect(
    app.window.frameLocator('iframe[title="Preview"]').getByText('The wall is 41 cm high, not 14.'),
  ).toBeVisible();
});

test('corrections that stand in the text are known to the dialog', async ({ launch }) => {
  const app = await launch({ articles: [sampleOnScreens()] });
  await expect(app.window.getByText('The last boat')).toBeVisible();
  await app.chooseMenu('Story', 'Corrections…');
  const corrections = app.window.getByRole('dialog', { name: 'Corrections' });
  await expect(corrections).toContainText('1 correction stands in the text');
  await expect(corrections).not.toContainText('No corrections so far.');
});

test('a PDF holds its pictures without the place where they were taken', async ({ launch }) => {
  const pictured = article(
    { slug: 'pictured', headline: 'Pictured' },
    p('Before.'),
    image('a1b2c3d4-wall.jpg', { alt: 'The wall', width: 1, height: 1 }),
    p('After.'),
  );
  const app = await launch({
    articles: [pictured],
    files: { 'pictured/media/a1b2c3d4-wall.jpg': jpegWith('planted') },
  });
  const path = join(app.desk.path, '..', 'out.pdf');
  await app.answer({ savePath: path });
  await expect(app.window.getByText('After.')).toBeVisible();
  await open(app);
  await dialog(app).getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(dialog(app)).toContainText(`Written to ${path}`);
  const pdf = readFileSync(path).toString('latin1');
  // Chromium puts the file of a JPEG into a PDF as it is.
  expect(pdf).toContain('/DCTDecode');
  expect(pdf).not.toMatch(/GPS|Exif|planted/);
});

test('saves a PDF of the page', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const path = join(app.desk.path, '..', 'out.pdf');
  await app.answer({ savePath: path });
  await expect(app.window.getByText('Nobody was hurt.')).toBeVisible();
  await open(app);
  await dialog(app).getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(dialog(app)).toContainText(`Written to ${path}`);
  const pdf = readFileSync(path).toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).not.toMatch(/secret number|private thoughts/);
  // Nor what the machine runs on.
  expect(pdf).toContain('/Creator (Standfirst)');
  expect(pdf).not.toMatch(/Mozilla|Linux|Windows NT|Macintosh|Electron/);
});
