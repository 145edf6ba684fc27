import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Article } from '../../shared/article/article';
import { type DeskSettings, defaultDeskSettings, lookNames } from '../../shared/article/desk-settings';
import { type ExportOptions, exportArticle } from '../../shared/export/formats';
import { temporaryFolder } from '../builders/folders';
import { pngWith } from '../builders/pictures';
import { desk, everyBlock, oddStories, options } from '../unit/export/stories';
import { type Browser, openBrowser } from './driver/browser';

let browser: Browser;
let folder: string;
test.beforeAll(async () => {
  folder = temporaryFolder();
  browser = await openBrowser();
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the page of a story as a reader would, from its file with its pictures beside it. */
async function show(
  story: Article,
  chosen: Partial<ExportOptions>,
  settings: DeskSettings = desk,
): Promise<readonly string[]> {
  const exported = exportArticle(story, settings, 'page', { ...options, ...chosen });
  if (!exported.ok) throw new Error(JSON.stringify(exported.error));
  const { files, media } = exported.value;
  const path = join(folder, 'page.html');
  writeFileSync(path, files[0]?.text ?? '');
  mkdirSync(join(folder, 'media'), { recursive: true });
  for (const name of media) writeFileSync(join(folder, 'media', name), pngWith('', 60, 40));
  const asked: string[] = [];
  const listen = (request: { url(): string }) => void asked.push(request.url());
  browser.page.on('request', listen);
  await browser.page.goto(pathToFileURL(path).href, { waitUntil: 'load' });
  browser.page.off('request', listen);
  return asked;
}

const complaints = async () =>
  (await new AxeBuilder({ page: browser.page }).setLegacyMode(true).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
const wide = () => browser.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

for (const look of lookNames) {
  test(`the look ${look} passes axe in light and dark, and fits a telephone`, async () => {
    const asked = await show(everyBlock, { look });
    // The file, its pictures, and nobody else.
    expect(asked.every((url) => url.startsWith(pathToFileURL(folder).href))).toBe(true);
    expect(asked.length).toBeGreaterThan(3);
    for (const [colorScheme, width] of [
      ['light', 320],
      ['dark', 1280],
    ] as const) {
      await browser.page.emulateMedia({ media: 'screen', colorScheme });
      await browser.page.setViewportSize({ width, height: 900 });
      expect(await complaints()).toEqual([]);
      // WCAG 2.2, 1.4.10: nothing to scroll sideways at 320 CSS pixels.
      expect(await wide()).toBeLessThanOrEqual(0);
    }
    await browser.page.setViewportSize({ width: 320, height: 900 });
    await show(oddStories['long headline'] as Article, { look });
    expect(await wide()).toBeLessThanOrEqual(0);
  });
}

test('axe would see a page that cannot be read', async () => {
  await browser.page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await show(everyBlock, { houseStyle: 'p { color: #ddd; background: #fff }' });
  expect((await complaints()).join()).toContain('color-contrast');
});

test('on paper there is no advertisement, no colour, and every address is written out', async () => {
  await show(everyBlock, { look: 'wire' });
  await browser.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(browser.page.locator('aside[data-ad-slot]').first()).toBeHidden();
  await expect(browser.page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 0, 0)');
  const address = await browser.page
    .locator('a[href^="https://example.org/plan"]')
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('https://example.org/plan');
});

test('a hostile house stylesheet neither covers the article nor asks the network', async () => {
  await browser.page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  const hostile = `
    @import "https://example.org/x.css";
    body::after { content: "Lies"; position: fixed; inset: 0; background: white }
    body::before { --p: fixed; content: "Lies"; p\\6fsition: var(--p); inset: 0; z-index: 9 }
    h1 { background: url(https://example.org/seen.png); color: green }
    </style><script>document.title = 'owned'</script><style>
    p { color: darkgreen`;
  const asked = await show(everyBlock, { houseStyle: hostile });
  expect(asked.every((url) => url.startsWith(pathToFileURL(folder).href))).toBe(true);
  await expect(browser.page).toHaveTitle(/^Harbour wall/);
  await expect(browser.page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 128, 0)');
  for (const part of ['::before', '::after'] as const) {
    const position = await browser.page.evaluate(
      (name) => getComputedStyle(document.body, name).position,
      part,
    );
    expect(position).toBe('static');
  }
  // What a finger on the headline touches is the headline.
  const touched = await browser.page.locator('h1').evaluate((headline) => {
    headline.scrollIntoView();
    const { x, y, width, height } = headline.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.tagName;
  });
  expect(touched).toBe('H1');
});

test('corrections stand where the desk wants them', async () => {
  const corrected = { ...everyBlock, body: everyBlock.body.slice(0, 1) };
  const order = () =>
    browser.page.evaluate(() => {
      const [notes, words] = ['section[data-kind=corrections]', 'article > p'].map((name) =>
        document.querySelector(name),
      );
      return notes && words && (notes.compareDocumentPosition(words) & 4 ? 'notes first' : 'words first');
    });
  await show(corrected, {}, { ...defaultDeskSettings, correctionsAt: 'top' });
  expect(await order()).toBe('notes first');
  await show(corrected, {}, { ...defaultDeskSettings, correctionsAt: 'end' });
  expect(await order()).toBe('words first');
});
