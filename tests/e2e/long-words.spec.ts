import type { Locator } from '@playwright/test';
import { article, h, image, mention, p, quote, table } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { body, caretAtEnd } from './driver/page';
import { expect, test } from './driver/test';

/** By how many pixels what stands in an element is wider than the element. */
const sticksOut = (element: Locator): Promise<number> =>
  element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);

test('long words, headings and roles widen nothing', async ({ launch }) => {
  const heading = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
  const source = {
    ...newSource('s1', 'Bartholomew Featherstonehaugh-Cholmondeley'),
    role: 'the foreman of the bakery and a former member of the council of the north-eastern district',
  };
  const story = article(
    { slug: 'long', headline: heading, sources: [source], quotations: [newQuotation('q1', 's1')] },
    p(quote('q1', '“We wait,”'), ' said ', mention('s1', source.name), '.'),
    h(2, heading, ' and what becomes of it'),
    p('End.'),
  );
  const app = await launch({ articles: [story] });
  await app.window.setViewportSize({ width: 1280, height: 800 });
  const outline = app.window.getByRole('region', { name: 'Outline' }).getByRole('list');
  await expect(outline).toBeVisible();
  expect(await sticksOut(outline)).toBeLessThanOrEqual(0);
  const inList = app.window.getByRole('listbox').getByText(heading);
  expect(await sticksOut(inList)).toBeLessThanOrEqual(0);
  await app.window.setViewportSize({ width: 900, height: 600 });
  await caretAtEnd(app, '“We wait,”');
  await app.window.keyboard.press('Home');
  await app.window.keyboard.press('ArrowRight');
  await app.window.keyboard.press('ArrowRight');
  await app.window.keyboard.press('Control+Shift+U');
  const dialog = app.window.getByRole('dialog', { name: 'Quotation' });
  await expect(dialog.getByText(source.role)).toBeVisible();
  const date = dialog.getByLabel('Date');
  const [inside, outside] = [await date.boundingBox(), await dialog.boundingBox()];
  expect((inside?.x ?? 0) + (inside?.width ?? 0)).toBeLessThan((outside?.x ?? 0) + (outside?.width ?? 0));
});

test('the words and figures of a table are not parted, and a long credit is read whole', async ({
  launch,
}) => {
  const names = ['Year', 'Passengers', 'Cars', 'Bicycles', 'Dogs', 'Income', 'Expenditure', 'Subsidy'];
  const figures = ['2021', '1,104,233', '12,000', '3,120', '88', '1,203,000', '2,204,000', '1,001,000'];
  const credit = 'Jonathan Featherstonehaugh-Cholmondeley / Associated Coastal Press Agency';
  const story = article(
    { slug: 'wide', headline: 'Wide' },
    p('Above.'),
    table(true, names, figures),
    image('gone.png', { credit }),
    p('End.'),
  );
  const app = await launch({ articles: [story] });
  await app.window.setViewportSize({ width: 1280, height: 800 });
  const cells = body(app).locator('.card :is(td, th) .card-text');
  await expect(cells).toHaveCount(16);
  /** The cells whose words need more than one line. */
  const parted = () =>
    cells.evaluateAll((all) =>
      all
        .filter((cell) => cell.clientHeight > 1.8 * Number.parseFloat(getComputedStyle(cell).lineHeight))
        .map((cell) => cell.textContent),
    );
  expect(await parted()).toEqual([]);
  // Lexical has its own mind about where words break in what is being typed in.
  await cells.nth(6).click();
  await expect(cells.nth(6)).toBeFocused();
  expect(await parted()).toEqual([]);

  const field = body(app).getByRole('textbox', { name: 'Credit' });
  await expect(field).toHaveValue(credit);
  expect(await sticksOut(field)).toBeLessThanOrEqual(0);
});

test('a word longer than the line stays in dialogs, in the panes of sources and on the source sheet', async ({
  launch,
}) => {
  const word = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';
  const source = { ...newSource('s1', `Ivo von ${word}`), role: 'a harbour master' };
  const story = article(
    {
      slug: 'long',
      headline: `The ${word} closes`,
      sources: [source],
      quotations: [newQuotation('q1', 's1')],
    },
    p(quote('q1', '“We wait,”'), ' said ', mention('s1', source.name), '.'),
  );
  const app = await launch({ articles: [story] });
  const region = app.window.getByRole('region', { name: 'Sources' });
  await expect(region).toContainText('Ivo von');
  expect(await sticksOut(region)).toBeLessThanOrEqual(0);
  expect(await sticksOut(region.getByRole('list').first())).toBeLessThanOrEqual(0);
  const { keyboard } = app.window;
  await app.chooseMenu('File', 'Move article to bin…');
  const question = app.window.getByRole('alertdialog').or(app.window.getByRole('dialog'));
  await expect(question).toContainText(word);
  expect(await sticksOut(question)).toBeLessThanOrEqual(0);
  expect(await sticksOut(question.getByRole('heading'))).toBeLessThanOrEqual(0);
  await keyboard.press('Escape');
  await app.chooseMenu('Story', 'Source book');
  const gather = app.window.getByRole('button', { name: 'Take in' });
  const entry = app.window.getByRole('button', { name: /^Ivo von.*article/ });
  await gather.or(entry).first().waitFor();
  if (await gather.isVisible()) await gather.click();
  await entry.click();
  await expect(app.window.getByRole('heading', { name: /^Ivo von/ })).toBeVisible();
  const widest = (selector: string) =>
    app.window
      .locator(selector)
      .evaluateAll((all) => Math.max(...all.map((one) => one.scrollWidth - one.clientWidth)));
  expect(await widest('[role="dialog"] :is(ul, h3)')).toBeLessThanOrEqual(0);
  await keyboard.press('Escape');
  await app.chooseMenu('Story', 'Source sheet…');
  const sheet = app.window.frameLocator('iframe');
  await expect(sheet.locator('.story')).toContainText(word);
  expect(await sticksOut(sheet.locator('.story'))).toBeLessThanOrEqual(0);
});
