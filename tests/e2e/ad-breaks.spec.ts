import { adBreak, article, p } from '../../shared/article/build';
import type { StandfirstApp } from './driver/app';
import { fillClipboard } from './driver/clipboard';
import { body, caretAtEnd } from './driver/page';
import { expect, test } from './driver/test';

const paragraph = (index: number) =>
  p(
    `Paragraph ${index}. ${'The council voted to raise the harbour wall after a night of flooding. '.repeat(5)}`,
  );
const long = article(
  { slug: 'long', headline: 'Long' },
  ...Array.from({ length: 24 }, (_, index) => paragraph(index)),
);

const region = (app: StandfirstApp) => app.window.getByRole('region', { name: 'Ad breaks' });
const kinds = (app: StandfirstApp, slug: string) => app.desk.article(slug).body.map((block) => block.kind);

test('automatic placement sets breaks, one undo takes them all back', async ({ launch }) => {
  const app = await launch({ articles: [long] });
  await region(app).getByRole('button', { name: 'Place ad breaks automatically' }).click();
  await expect.poll(() => kinds(app, 'long').filter((kind) => kind === 'adBreak').length).toBeGreaterThan(1);
  await expect(app.window.getByRole('status', { name: 'Message' })).toContainText(
    'ad breaks set automatically',
  );
  await expect(region(app)).toContainText(/\d+\.\d % of 30 %/);
  await body(app).focus();
  await app.window.keyboard.press('Control+Z');
  await expect(app.window.getByRole('group', { name: 'Ad break' })).toHaveCount(0);
});

test('why each break stands where it does is told of the breaks that are there', async ({ launch }) => {
  const app = await launch({ articles: [long] });
  const breaks = app.window.getByRole('group', { name: 'Ad break' });
  await region(app).getByRole('button', { name: 'Place ad breaks automatically' }).click();
  await expect(breaks).toHaveCount(7);
  // Which of the seven it is, for the ear.
  await expect(region(app).getByRole('button', { name: 'Next break' }).first()).toHaveAccessibleDescription(
    /^201 words, about/,
  );
  await region(app).getByText('Why each break stands where it does').click();
  const reasons = region(app).getByRole('group').getByRole('listitem');
  await expect(reasons).toHaveCount(7);
  await breaks.first().click({ position: { x: 4, y: 4 } });
  await app.window.keyboard.press('Delete');
  await expect(reasons).toHaveCount(6);
  await caretAtEnd(app, 'Paragraph 0.');
  await app.window.keyboard.press('Control+Shift+A');
  await expect(reasons).toHaveCount(7);
  await expect(reasons.first()).toHaveText('You set this ad break; it stays.');
});

test('a break that is moved by itself stays where it was put when breaks are placed anew', async ({
  launch,
}) => {
  const app = await launch({ articles: [long] });
  const { keyboard, mouse } = app.window;
  const breaks = app.window.getByRole('group', { name: 'Ad break' });
  const place = () => region(app).getByRole('button', { name: 'Place ad breaks automatically' }).click();
  const placed = () =>
    app.desk.article('long').body.flatMap((block) => ('placed' in block ? block.placed : []));
  await place();
  await expect(breaks).toHaveCount(7);
  await breaks.first().click({ position: { x: 4, y: 4 } });
  await keyboard.press('Alt+ArrowDown');
  await expect.poll(() => kinds(app, 'long').indexOf('adBreak')).toBe(4);
  await expect.poll(placed).toEqual(['hand', ...Array.from({ length: 6 }, () => 'auto')]);
  await place();
  await expect.poll(() => kinds(app, 'long').indexOf('adBreak')).toBe(4);

  // By its handle as well; a paragraph that is moved past a break leaves it as it is.
  await breaks.nth(1).scrollIntoViewIfNeeded();
  const box = (await breaks.nth(1).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await mouse.move(box.x + 40, box.y + box.height / 2);
  const handle = (await app.window.locator('.block-handle').boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  await mouse.move(handle.x + 4, handle.y + 4);
  await mouse.down();
  await mouse.move(handle.x + 4, handle.y - 120, { steps: 5 });
  await mouse.up();
  await expect.poll(() => placed().slice(0, 3)).toEqual(['hand', 'hand', 'auto']);
});

test('long words for readers and for the ad server stay on one line, within the page', async ({ launch }) => {
  const long = adBreak({
    label: 'Advertisement by our sponsors '.repeat(8),
    slot: `front/${'x'.repeat(60)}`,
    size: '320x100',
  });
  const app = await launch({
    articles: [article({ slug: 'ads', headline: 'Ads' }, p('Before.'), long, p('After.'))],
  });
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  );
  const card = app.window.getByRole('group', { name: 'Ad break' });
  await expect(card).toBeVisible();
  await expect.poll(() => app.window.evaluate(() => innerWidth)).toBe(900);
  const inside = await card.evaluate((element) => {
    const line = element.querySelector('.ad-break-line');
    const size = element.querySelector('.ad-break-size');
    return {
      over: (line?.scrollWidth ?? 0) - element.clientWidth,
      height: size?.getBoundingClientRect().height ?? 0,
    };
  });
  expect(inside.over).toBeLessThanOrEqual(0);
  expect(inside.height).toBeLessThan(30);
});

test('a break against the policy is shown with its reason, and one key mends it', async ({ launch }) => {
  const early = article(
    { slug: 'early', headline: 'Early', deck: 'Deck', dateline: 'WICK', bylines: [{ name: 'Ada Field' }] },
    adBreak(),
    ...long.body,
  );
  const app = await launch({ articles: [early] });
  const checks = app.window.getByRole('region', { name: 'Checks' });
  const finding = checks
    .getByRole('listitem')
    .filter({ hasText: /ad break/i })
    .first();
  await expect(finding).toBeVisible();
  // Seen at its place too, not only in the list.
  await expect(app.window.locator('.card[data-finding]')).toHaveCount(1);
  await finding.getByRole('button', { name: /(Move|Remove) this ad break/ }).click();
  await expect.poll(() => kinds(app, 'early')[0]).toBe('paragraph');
});

test('the policy dialog explains every figure and refuses impossible ones', async ({ launch }) => {
  const app = await launch({ articles: [long] });
  await region(app).getByRole('button', { name: 'Ad policy…' }).click();
  const dialog = app.window.getByRole('dialog', { name: 'Ad policy' });
  const density = dialog.getByRole('textbox', { name: /Share of the page/ });
  await expect(density).toHaveValue('30');
  await density.fill('300');
  await expect(dialog.getByRole('alert')).toContainText('Share of the page');
  await expect(dialog.getByRole('button', { name: 'Save policy' })).toBeDisabled();
  await density.fill('20');
  await dialog.getByRole('textbox', { name: /Breaks in one article/ }).fill('1');
  await dialog.getByRole('button', { name: 'Save policy' }).click();
  await expect
    .poll(() => JSON.parse(app.desk.text('desk.json')).adPolicy)
    .toMatchObject({ density: 0.2, mostBreaks: 1 });
  await region(app).getByRole('button', { name: 'Place ad breaks automatically' }).click();
  await expect.poll(() => kinds(app, 'long').filter((kind) => kind === 'adBreak').length).toBe(1);
});

test('lines that stand for a break become one, typed or pasted, and undo gives the words back', async ({
  launch,
}) => {
  const app = await launch({ articles: [article({ slug: 'lines', headline: 'Lines' }, p('Before.'))] });
  await caretAtEnd(app, 'Before.');
  await app.window.keyboard.press('Enter');
  await app.window.keyboard.type('Article continues after advertisement');
  await app.window.keyboard.press('Enter');
  await expect(app.window.getByRole('group', { name: 'Ad break' })).toHaveCount(1);
  await app.window.keyboard.press('Control+Z');
  await expect(body(app)).toContainText('Article continues after advertisement');
  await app.window.keyboard.press('Control+Y');
  await app.window.keyboard.type('Between.');
  await app.window.keyboard.press('Enter');
  await fillClipboard(app.electron, { text: 'One.\n\nADVERTISEMENT\n\nTwo advertisements were pulled.' });
  await app.window.keyboard.press('Control+V');
  await expect
    .poll(() => kinds(app, 'lines'))
    .toEqual(['paragraph', 'adBreak', 'paragraph', 'paragraph', 'adBreak', 'paragraph']);
});
