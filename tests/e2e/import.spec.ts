import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { linkAddress } from '../../shared/article/address';
import { article, p } from '../../shared/article/build';
import { addressShapes, scriptShapes, unsafeAddresses } from '../unit/import/evasion-cases';
import type { StandfirstApp } from './driver/app';
import { fillClipboard, fillClipboardWithPicture } from './driver/clipboard';
import { dragOver, drop } from './driver/drops';
import { body, caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

const page =
  '<title>Tides</title><p>Subscribe to our newsletter</p><h1>The tide turns</h1><p>It rose<script>window.hacked=1</script> by a hand.</p>';
const flood = 'Flood warning\n\nThe sea rose by a hand on Monday.\n\nNobody was hurt.\n';
/** 8 × 8 pixels, long enough not to be taken for a spacer. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAA00lEQVR4nAHIADf/AAAoADUoHWoodJ8oBdQo0Ako1T4oFHMojQBbKEOQOWDFSrf6W0gvbBNkfRiZjlfOn9AAtiiG60qjIGz6VY6LirBWv9Jb9PSaKRYTABEoyUZb5nuOPbDBzuX0mRonnk9a3YSNVgBsKAyhbCnWsIAL9BFAONx1fOGqwCDfBJkAxyhP/H1sMdLDZidUm3wf0NEkBSZjOnvcACIokleOr4z0BsFal/bAYismZ2CMppXyHwB9KNWyn/LnFkkcjdpRBKWGe6q78unwaWKnaFmRAvgfegAAAABJRU5ErkJggg==';
const pictureBytes = [...Buffer.from(png, 'base64')];
const bytesOf = (text: string) => [...Buffer.from(text)];

const report = (app: StandfirstApp) => app.window.getByRole('dialog');
const openStory = () => article({ slug: 'open', headline: 'Open' }, p('Here: '));
const message = (app: StandfirstApp) => app.window.getByRole('status', { name: 'Message' });

test('several files are chosen: one is broken, the others become articles, and the report tells', async ({
  launch,
}) => {
  const app = await launch({
    articles: [openStory()],
    files: {
      '../in/tides.html': page,
      '../in/broken.docx': 'PK\x03\x04 cut off',
      '../in/flood.txt': flood,
    },
  });
  const given = (name: string) => join(app.desk.path, '..', 'in', name);
  await app.answer({ openPaths: [given('tides.html'), given('broken.docx'), given('flood.txt')] });
  await expect(body(app)).toContainText('Here');
  await app.chooseMenu('File', 'Import…');
  await expect(report(app)).toContainText('2 of 3 files imported');
  await expect(report(app)).toContainText('broken.docx is not a Word document');
  await expect(report(app)).toContainText('1 script or style left out.');
  await expect(report(app)).toContainText('stands in the private notes');
  await app.window.getByRole('button', { name: 'Done' }).click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue('The tide turns');
  expect(app.desk.article('the-tide-turns').notes).toContain('Subscribe to our newsletter');
  expect(app.desk.article('flood-warning').body).toHaveLength(2);
  await expect(app.window.getByRole('option', { name: /Flood warning/ })).toBeVisible();
});

test('documents dropped anywhere on the window are imported; dragging shows where', async ({ launch }) => {
  const app = await launch({ articles: [openStory()] });
  await expect(body(app)).toContainText('Here');
  const files = [
    { name: 'flood.txt', type: 'text/plain', bytes: bytesOf(flood) },
    { name: 'empty.md', type: 'text/markdown', bytes: [] },
    { name: 'tides.html', type: 'text/html', bytes: bytesOf(page) },
  ];
  // The part of the window that takes files is fetched when the window is first idle.
  await expect(async () => {
    await dragOver(app, 'header', { files });
    await expect(app.window.getByText('Drop documents to import them')).toBeVisible({ timeout: 200 });
  }).toPass();
  await drop(app, 'header', { x: 5, y: 5 }, { files });
  await expect(report(app)).toContainText('2 of 3 files imported');
  await expect(report(app)).toContainText('empty.md is empty');
  await expect(app.window.getByText('Drop documents to import them')).toHaveCount(0);
  await report(app).getByRole('button', { name: 'The tide turns' }).click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue('The tide turns');
  expect(app.desk.article('flood-warning').headline).toBe('Flood warning');
  expect(app.problems).toEqual([]);
});

test('a picture that is dropped or pasted is stored with the article; what is none is refused', async ({
  launch,
}) => {
  const app = await launch({ articles: [openStory()] });
  const stored = () =>
    app.desk.article('open').body.flatMap((block) => (block.kind === 'image' ? [block.file] : []));
  await caretAtEnd(app, 'Here:');
  await drop(
    app,
    '[aria-label="Article body"]',
    { x: 20, y: 10 },
    {
      files: [{ name: 'Harbour wall.png', type: 'image/png', bytes: pictureBytes }],
    },
  );
  await expect.poll(stored).toEqual([expect.stringMatching(/^[0-9a-f]{12}-harbour-wall\.png$/)]);
  expect(readdirSync(join(app.desk.path, 'open', 'media'))).toEqual(stored());

  await fillClipboardWithPicture(app.electron, `data:image/png;base64,${png}`);
  await caretAtEnd(app, 'Here:');
  await app.window.keyboard.press('Control+V');
  await expect.poll(() => stored().length).toBe(2);

  await drop(
    app,
    '[aria-label="Article body"]',
    { x: 20, y: 10 },
    {
      files: [{ name: 'drawing.svg', type: 'image/svg+xml', bytes: bytesOf('<svg onload="hacked=1"/>') }],
    },
  );
  await expect(message(app)).toContainText('“drawing.svg” was not taken: an SVG drawing can hold programs');
  expect(stored()).toHaveLength(2);
  expect(app.problems).toEqual([]);
});

test('pictures inside pasted HTML are stored, and nothing is fetched', async ({ launch }) => {
  const app = await launch({ articles: [openStory()] });
  await fillClipboard(app.electron, {
    html: `<p>Before</p><img alt="The wall" src="data:image/png;base64,${png}"><p>After<img src="https://tracker.example/wall.png" alt="Far"></p>`,
    text: 'Before After',
  });
  await caretAtEnd(app, 'Here:');
  await app.window.keyboard.press('Control+V');
  await expect
    .poll(() => app.desk.article('open').body.map(({ kind }) => kind))
    .toEqual(expect.arrayContaining(['image', 'deskNote']));
  const image = app.desk.article('open').body.find((block) => block.kind === 'image');
  expect(image?.alt).toBe('The wall');
  expect(existsSync(join(app.desk.path, 'open', 'media', image?.file ?? ''))).toBe(true);
  expect(app.problems).toEqual([]);
});

test('HTML dropped on the page comes in by the reader, at the point, and by no other way', async ({
  launch,
}) => {
  const app = await launch({ articles: [openStory()] });
  await caretAtEnd(app, 'Here:');
  const lexical = JSON.stringify({
    namespace: 'standfirst',
    nodes: [{ type: 'text', text: 'smuggled', version: 1 }],
  });
  await drop(
    app,
    '[aria-label="Article body"] p',
    { x: 400, y: 8 },
    {
      data: {
        'text/html':
          '<p>Raise <b style="color:red">the</b> wall<svg onload="window.hacked=1"></svg><script>window.hacked=1</script> <a href="javascript:alert(1)">now</a></p>',
        'text/plain': 'never used',
        'application/x-lexical-editor': lexical,
        'application/x-standfirst-token': 'made up',
      },
    },
  );
  await expect
    .poll(() => app.desk.article('open').body)
    .toMatchObject([
      { children: [{ text: 'Here: Raise ' }, { text: 'the', marks: ['bold'] }, { text: ' wall now' }] },
    ]);
  expect(await app.window.evaluate(() => 'hacked' in window)).toBe(false);
  expect(JSON.stringify(app.desk.article('open'))).not.toMatch(/smuggled|javascript|color/);
});

test('words dragged inside the page move, with their marks, in one step of undo', async ({ launch }) => {
  const story = article({ slug: 'open', headline: 'Open' }, p('Alpha beta'), p('Gamma delta'));
  const app = await launch({ articles: [story] });
  const words = (index: number) => app.window.locator('[aria-label="Article body"] p').nth(index);
  await expect(words(1)).toHaveText('Gamma delta');
  await words(0).dblclick({ position: { x: 10, y: 10 } });
  const from = await words(0).boundingBox();
  const to = await words(1).boundingBox();
  if (!from || !to) throw new Error('The page shows no paragraphs');
  await app.window.mouse.move(from.x + 12, from.y + 12);
  await app.window.mouse.down();
  await app.window.mouse.move(to.x + 200, to.y + 12, { steps: 8 });
  await app.window.mouse.move(to.x + 400, to.y + 12, { steps: 4 });
  await app.window.mouse.up();
  const shown = () => app.window.locator('[aria-label="Article body"] p').allTextContents();
  await expect.poll(async () => (await shown()).join(' ')).toMatch(/^ ?beta Gamma delta ?Alpha/);
  await app.window.keyboard.press('Control+Z');
  await expect(words(0)).toHaveText('Alpha beta');
});

/** Addresses anywhere in the article. */
function addressesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) =>
    key === 'url' && typeof field === 'string' ? [field] : addressesIn(field),
  );
}

test('no evasion that is pasted runs, and no unsafe address is in the saved article', async ({ launch }) => {
  test.slow();
  const app = await launch({ articles: [openStory()] });
  await app.window.evaluate(() => {
    Object.assign(window, {
      ran: [] as string[],
      alert: (word: unknown) => (window as unknown as { ran: unknown[] }).ran.push(word),
    });
  });
  const hostile = [
    ...scriptShapes,
    ...addressShapes.map((shape) =>
      unsafeAddresses
        .map((address) => `<div>${shape.replaceAll('U', address.replaceAll('"', '&quot;'))}</div>`)
        .join('\n'),
    ),
  ];
  await caretAtEnd(app, 'Here:');
  for (const [index, html] of hostile.entries()) {
    await app.window.evaluate(
      ([given, mark]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', `${given}`);
        clipboardData.setData('text/plain', mark);
        const target = document.querySelector('[aria-label="Article body"]');
        target?.dispatchEvent(
          new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
        );
      },
      [html, `plain ${index}`] as const,
    );
  }
  await fillClipboard(app.electron, { html: '<p>The end of the table</p>', text: 'end' });
  await app.window.keyboard.press('Control+V');
  await expect(body(app)).toContainText('The end of the table');
  await drawn(app);
  await app.window.keyboard.press('Control+S');
  await expect.poll(() => JSON.stringify(app.desk.article('open').body)).toContain('The end of the table');
  const saved = app.desk.article('open');
  expect(JSON.stringify(saved.body)).toContain('SAFE');
  for (const address of addressesIn(saved.body)) {
    expect(linkAddress(address), address).toBe(address);
    expect(address).toMatch(/^(?:https?|mailto|tel):/i);
  }
  expect(await app.window.evaluate(() => (window as unknown as { ran: unknown[] }).ran)).toEqual([]);
  const strange = await app.window.evaluate(() =>
    [...document.querySelectorAll('[aria-label="Article body"] *')]
      .filter(
        (element) =>
          /^(?:script|iframe|object|embed|svg|math|style|link|meta|form|base)$/i.test(element.localName) ||
          [...element.attributes].some(({ name }) => name.startsWith('on')),
      )
      .map((element) => element.outerHTML.slice(0, 200)),
  );
  expect(strange).toEqual([]);
  expect(app.problems).toEqual([]);
});

test('twenty megabytes pasted: the window lives, tells how far it is, and Escape stops it', async ({
  launch,
}) => {
  test.slow();
  const app = await launch({ articles: [openStory()] });
  await caretAtEnd(app, 'Here:');
  const paste = (paragraphs: number) =>
    app.window.evaluate((count) => {
      const style = 'style="margin-left:0cm;mso-style-name:Body;font-family:Calibri;color:#000000"';
      const html = Array.from(
        { length: count },
        (_, index) => `<p ${style.repeat(1)} data-x="${'x'.repeat(1800)}">Paragraph ${index}</p>`,
      ).join('\n');
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      const target = document.querySelector('[aria-label="Article body"]');
      target?.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
      return html.length;
    }, paragraphs);

  expect(await paste(10_500)).toBeGreaterThan(20_000_000);
  await expect(message(app)).toContainText('Reading what was pasted');
  await app.window.keyboard.press('Escape');
  await expect(message(app)).toContainText('Nothing was pasted');
  await expect(body(app)).not.toContainText('Paragraph');

  await paste(10_500);
  await expect(message(app)).toContainText('Reading what was pasted');
  // The page still takes words while the paste is read.
  await app.window.getByRole('textbox', { name: 'Deck' }).fill('Alive');
  await expect(app.window.getByRole('textbox', { name: 'Deck' })).toHaveValue('Alive');
  await expect.poll(() => app.desk.article('open').body.length, { timeout: 60_000 }).toBe(10_500);
  const { body: blocks } = app.desk.article('open');
  expect(blocks[0]).toMatchObject({ children: [{ text: 'Here: Paragraph 0' }] });
  expect(blocks.at(-1)).toMatchObject({ children: [{ text: 'Paragraph 10499' }] });
  await body(app).focus();
  await app.window.keyboard.press('Control+Z');
  await expect(body(app)).not.toContainText('Paragraph');

  await paste(10_500);
  await expect(message(app)).toContainText('Putting in what was pasted');
  await app.window.keyboard.press('Escape');
  await expect(message(app)).not.toContainText('Putting in');
  await expect(body(app)).not.toContainText('Paragraph');
});

test('a paste over the limit is refused with words, and comes in as plain text where the writer wants', async ({
  launch,
}) => {
  test.slow();
  const app = await launch({ articles: [openStory()] });
  await caretAtEnd(app, 'Here:');
  await app.window.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', `<p>${'x'.repeat(41_000_000)}</p>`);
    clipboardData.setData('text/plain', 'the plain words');
    const target = document.querySelector('[aria-label="Article body"]');
    target?.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  });
  await expect(message(app)).toContainText('at most 40 million can be read');
  await app.window.getByRole('button', { name: 'Paste as plain text' }).click();
  await expect(body(app)).toContainText('Here: the plain words');
});
