import type { Locator } from '@playwright/test';
import { article, h, mention, p, quote } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { caretAtEnd } from './driver/page';
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
