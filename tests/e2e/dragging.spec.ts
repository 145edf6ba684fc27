import type { Locator } from '@playwright/test';
import { article, deskNote, p, quote } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import type { StandfirstApp } from './driver/app';
import { body, drawn } from './driver/page';
import { expect, test } from './driver/test';

const lines = (app: StandfirstApp) => body(app).getByRole('paragraph').allTextContents();

const boxOf = async (place: Locator) => (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

/** Drags the first word of a line to a point of another element, in CSS pixels from its corner. */
async function dragWord(app: StandfirstApp, line: Locator, to: Locator, x: number, y: number): Promise<void> {
  const { mouse } = app.window;
  await line.dblclick({ position: { x: 10, y: 10 } });
  await drawn(app);
  const [from, target] = [await boxOf(line), await boxOf(to)];
  await mouse.move(from.x + 12, from.y + 12);
  await mouse.down();
  await mouse.move(target.x + x - 10, target.y + y, { steps: 8 });
  await mouse.move(target.x + x, target.y + y, { steps: 4 });
  await mouse.up();
  await drawn(app);
}

test('words dragged from the page into a field stay in the article, those that no field may have too', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article(
        {
          slug: 'tides',
          headline: 'Tides',
          quotations: [newQuotation('q1', 's1')],
          sources: [{ ...newSource('s1', 'Ann Roe'), terms: 'off-the-record' }],
        },
        p('Alpha beta'),
        p(quote('q1', 'Hidden'), ' words'),
        deskNote('n1', 'Remember Monday'),
      ),
    ],
  });
  const headline = app.window.getByRole('textbox', { name: 'Headline' });
  const search = app.window.getByPlaceholder(/search/i).first();
  const paragraph = (index: number) => body(app).getByRole('paragraph').nth(index);
  await expect(paragraph(0)).toHaveText('Alpha beta');
  // The gate for what leaves comes behind the first frame; a drag before it would carry nothing.
  await expect(async () => {
    await dragWord(app, paragraph(0), headline, 300, 20);
    await expect(headline).toHaveValue(/Alpha/, { timeout: 500 });
  }).toPass();
  expect(await lines(app)).toEqual(expect.arrayContaining(['Alpha beta', 'Hidden words']));
  await app.window.keyboard.press('Control+Z');
  await expect(headline).toHaveValue('Tides');
  await dragWord(app, paragraph(0), search, 30, 8);
  await expect(search).toHaveValue(/Alpha/);
  await dragWord(app, paragraph(1), headline, 300, 20);
  await dragWord(app, body(app).getByText('Remember Monday'), headline, 300, 20);
  await expect(headline).toHaveValue('Tides');
  await expect(body(app)).toContainText('Remember Monday');
  expect(await lines(app)).toEqual(expect.arrayContaining(['Alpha beta', 'Hidden words']));
});

const many = article(
  { slug: 'tides', headline: 'Tides' },
  ...Array.from({ length: 80 }, (_, index) => p(`Line ${index}.`)),
);

/** Presses the handle beside a line; answers where, in CSS pixels of the window. */
async function takeHandle(app: StandfirstApp, line: string): Promise<{ x: number; y: number }> {
  const { mouse } = app.window;
  const handle = app.window.locator('.block-handle');
  const text = body(app).getByText(line, { exact: true });
  await expect(text).toBeVisible();
  // The code of the handle comes behind the first frame; the pointer that moves then shows it.
  await expect(async () => {
    const box = await boxOf(text);
    await mouse.move(box.x + 6, box.y + 6);
    await mouse.move(box.x + 5, box.y + 5);
    await expect(handle).toBeVisible({ timeout: 500 });
  }).toPass();
  const grip = await boxOf(handle);
  const at = { x: grip.x + 4, y: grip.y + 4 };
  await mouse.move(at.x, at.y);
  await mouse.down();
  return at;
}

test('a block that is dragged to the edge of the page scrolls it, and stands where it is let go', async ({
  launch,
}) => {
  const app = await launch({ articles: [many] });
  const { mouse } = app.window;
  const page = app.window.locator('[data-scroll]');
  const { x } = await takeHandle(app, 'Line 1.');
  const edge = await boxOf(page);
  await mouse.move(x, edge.y + edge.height / 2, { steps: 4 });
  await mouse.move(x, edge.y + edge.height - 3, { steps: 4 });
  await expect(body(app).getByText('Line 79.', { exact: true })).toBeInViewport();
  await expect
    .poll(() => page.evaluate((place) => place.scrollHeight - place.clientHeight - place.scrollTop))
    .toBeLessThan(2);
  const last = await boxOf(body(app).getByText('Line 79.', { exact: true }));
  await mouse.move(x, last.y + last.height - 2, { steps: 4 });
  await mouse.up();
  await expect.poll(async () => (await lines(app)).at(-1)).toBe('Line 1.');
  await app.window.keyboard.press('Control+Z');
  await expect.poll(async () => (await lines(app))[1]).toBe('Line 1.');
});

test('a wheel under a dragged block moves the line where it will stand', async ({ launch }) => {
  const app = await launch({ articles: [many] });
  const { mouse } = app.window;
  const page = app.window.locator('[data-scroll]');
  const { x } = await takeHandle(app, 'Line 1.');
  const edge = await boxOf(page);
  const middle = edge.y + edge.height / 2;
  await mouse.move(x, middle, { steps: 4 });
  await mouse.wheel(0, 900);
  await expect.poll(() => page.evaluate((place) => place.scrollTop)).toBeGreaterThan(700);
  const line = app.window.locator('.drop-line');
  await expect.poll(async () => Math.abs((await boxOf(line)).y - middle)).toBeLessThan(60);
  await mouse.up();
  await drawn(app);
  await expect
    .poll(async () => Math.abs((await boxOf(body(app).getByText('Line 1.', { exact: true }))).y - middle))
    .toBeLessThan(120);
});

test('a block that is let go beside the page stays, and the handle comes back', async ({ launch }) => {
  const app = await launch({ articles: [many] });
  const { mouse } = app.window;
  const { x, y } = await takeHandle(app, 'Line 1.');
  await mouse.move(x, y + 200, { steps: 4 });
  const line = app.window.locator('.drop-line');
  await expect(line).toBeVisible();
  const library = await boxOf(app.window.getByRole('option').first());
  await mouse.move(library.x + 20, y + 200, { steps: 4 });
  await expect(line).toHaveCount(0);
  await mouse.up();
  await drawn(app);
  expect((await lines(app))[1]).toBe('Line 1.');
  await expect(app.window.getByRole('menu')).toHaveCount(0);
});

test('words that change while a block is dragged do not take its handle away', async ({ launch }) => {
  const app = await launch({ articles: [many] });
  const { mouse, keyboard } = app.window;
  await body(app).getByText('Line 3.', { exact: true }).click();
  const { x, y } = await takeHandle(app, 'Line 1.');
  await mouse.move(x, y + 60, { steps: 4 });
  await keyboard.type('x');
  await expect(body(app)).toContainText(/Line 3\.x|x/);
  await expect(app.window.locator('.block-handle')).toHaveCount(1);
  await mouse.move(x, y + 200, { steps: 4 });
  await mouse.up();
  await expect.poll(async () => (await lines(app))[1]).toBe('Line 2.');
});

test('a drag beside the text that reaches the edge of the page selects further than the screen', async ({
  launch,
}) => {
  const app = await launch({ articles: [many] });
  const { mouse } = app.window;
  const page = app.window.locator('[data-scroll]');
  const first = body(app).getByText('Line 1.', { exact: true });
  await expect(first).toBeVisible();
  await drawn(app);
  const [from, text, edge] = [await boxOf(first), await boxOf(body(app)), await boxOf(page)];
  const beside = text.x + text.width + 10;
  const chosen = body(app).locator('[data-chosen]');
  // What selects beside the text comes with the handle, behind the first frame.
  await expect(async () => {
    await mouse.move(beside, from.y + 4);
    await mouse.down();
    await mouse.move(beside, from.y + 60, { steps: 4 });
    await expect(chosen.first())
      .toBeVisible({ timeout: 500 })
      .catch(async (error) => {
        await mouse.up();
        throw error;
      });
  }).toPass();
  await mouse.move(beside, edge.y + edge.height - 2, { steps: 4 });
  await expect(chosen.filter({ hasText: 'Line 79.' })).toHaveCount(1);
  await mouse.up();
  await expect(chosen).toHaveCount(79);
});
