import type { Locator } from '@playwright/test';
import { adBreak, article, deskNote, p, tk } from '../../shared/article/build';
import type { StandfirstApp } from './driver/app';
import { body, caretAtEnd, drawn } from './driver/page';
import { sampleOnScreens } from './driver/screen';
import { leave, screens } from './driver/screens';
import { expect, test } from './driver/test';

const story = article(
  { slug: 'tides', headline: 'The tide turns' },
  p('The sea rose. It fell again. Nobody was hurt.'),
  adBreak(),
  p('A second paragraph with ', tk('TK'), ' to come.'),
  deskNote('n1', 'Ask the harbour master again.'),
);

/** What is pressed stands within the width of the window, in CSS pixels. */
async function expectInReach(controls: Locator, width: number): Promise<void> {
  await expect(controls.first()).toBeVisible();
  for (const control of await controls.all()) {
    const box = await control.boundingBox();
    expect(box?.x, await control.ariaSnapshot()).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0), await control.ariaSnapshot()).toBeLessThanOrEqual(width);
  }
}

const count = (app: StandfirstApp) => app.window.getByRole('status', { name: 'Word count' });

/** What is kept dark by the focus mode. */
const inFocus = (app: StandfirstApp) =>
  app.window.evaluate(() =>
    [...(CSS.highlights.get('in-focus') ?? [])].map((range) => (range as Range).toString()).join('|'),
  );

/** Whether the item of the menu "View" has its check mark. */
const isMarked = (app: StandfirstApp, label: string) =>
  app.electron.evaluate(({ Menu }, wanted) => {
    const items = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] =>
      menu?.items.flatMap((entry) => [entry, ...items(entry.submenu)]) ?? [];
    return items(Menu.getApplicationMenu()).find((entry) => entry.label === wanted)?.checked;
  }, label);

test('focus keeps the sentence or the paragraph dark, touches no document and is remembered', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await caretAtEnd(app, 'The sea rose.');
  await app.window.keyboard.press('Control+Alt+S');
  await expect.poll(() => inFocus(app)).toBe('Nobody was hurt.');
  expect(await isMarked(app, 'Focus on the sentence')).toBe(true);
  const inkInFocus = () =>
    app.window.evaluate(() => getComputedStyle(document.body, '::highlight(in-focus)').color);
  await app.chooseMenu('View', 'Dark appearance');
  await expect.poll(inkInFocus).toBe('rgb(233, 230, 225)');
  await app.chooseMenu('View', 'Light appearance');
  await expect.poll(inkInFocus).toBe('rgb(31, 29, 26)');
  await app.window.keyboard.press('Home');
  await expect.poll(() => inFocus(app)).toBe('The sea rose.');
  await app.window.keyboard.type('Yes. ');
  await expect.poll(() => inFocus(app)).toBe('The sea rose.');
  await app.chooseMenu('View', 'Focus on the paragraph');
  await expect.poll(() => inFocus(app)).toBe('Yes. The sea rose. It fell again. Nobody was hurt.');
  expect(await isMarked(app, 'Focus on the sentence')).toBe(false);
  await app.window.keyboard.press('Control+End');
  await expect(app.window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  expect(app.desk.article('tides').body).toEqual([
    p('Yes. The sea rose. It fell again. Nobody was hurt.'),
    ...story.body.slice(1),
  ]);
  await app.restart();
  await caretAtEnd(app, 'A second paragraph');
  await expect.poll(() => inFocus(app)).toBe('A second paragraph with TK to come.');
  await app.window.keyboard.press('Control+Alt+P');
  await expect.poll(() => inFocus(app)).toBe('');
});

test('typewriter scrolling keeps the line at its height', async ({ launch }) => {
  const lines = Array.from({ length: 60 }, (_, index) => p(`Paragraph number ${index}.`));
  const app = await launch({ articles: [article({ slug: 'long', headline: 'Long' }, ...lines)] });
  await caretAtEnd(app, 'Paragraph number 20.');
  await app.chooseMenu('View', 'Typewriter scrolling');
  // It is fetched when it is first chosen.
  await expect
    .poll(() => app.window.evaluate(() => 'typewriter' in document.documentElement.dataset))
    .toBe(true);
  const lineTop = async () => {
    await drawn(app);
    return app.window.evaluate(() =>
      Math.round(getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0),
    );
  };
  await app.window.keyboard.press('ArrowDown');
  const held = await lineTop();
  for (let step = 0; step < 5; step += 1) await app.window.keyboard.press('ArrowDown');
  await expect.poll(async () => Math.abs((await lineTop()) - held)).toBeLessThanOrEqual(2);
  await app.window.keyboard.press('Control+End');
  await expect.poll(async () => Math.abs((await lineTop()) - held)).toBeLessThanOrEqual(2);
  await app.window.keyboard.press('Enter');
  await app.window.keyboard.type('And one more.');
  await expect.poll(async () => Math.abs((await lineTop()) - held)).toBeLessThanOrEqual(2);
});

test('the preview shows what is published at three widths, and Escape leads back to the caret', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await caretAtEnd(app, 'The sea rose.');
  await app.window.keyboard.press('Control+Alt+V');
  const preview = app.window.getByRole('region', { name: 'Preview' });
  const frame = preview.locator('iframe');
  await expect(frame.contentFrame().getByRole('heading', { level: 1 })).toHaveText('The tide turns');
  await expect(frame.contentFrame().getByText('Ask the harbour master')).toHaveCount(0);
  await preview.getByRole('button', { name: 'On a phone' }).click();
  await expect.poll(async () => (await frame.boundingBox())?.width).toBeCloseTo(360, 0);
  // What lies behind cannot be reached.
  await expect(body(app)).not.toBeFocused();
  await app.window.keyboard.type('not on the page');
  await app.window.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
  await expect(body(app)).toBeFocused();
  await app.window.keyboard.type(' Really.');
  await expect(body(app)).toContainText('Nobody was hurt. Really.');
  await expect(body(app)).not.toContainText('not on the page');
  // The width is remembered; a click into the frame does not keep Escape there.
  await app.chooseMenu('View', 'Preview as published');
  await expect(preview.getByRole('button', { name: 'On a phone' })).toHaveAttribute('aria-pressed', 'true');
  await frame.contentFrame().getByText('Nobody was hurt. Really.').click();
  await expect(frame).toBeFocused();
  // As the system sends it: a key of the driver goes to the page alone.
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Escape' }),
  );
  await expect(preview).toHaveCount(0);
  await expect(body(app)).toBeFocused();
});

test('typeface, width of the text and appearance are chosen in the menu or the settings, and remembered', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const style = () =>
    body(app).evaluate((element) => {
      const { fontFamily, colorScheme } = getComputedStyle(element);
      return { face: fontFamily.split(',')[0]?.replaceAll('"', ''), width: element.clientWidth, colorScheme };
    });
  await expect(body(app)).toBeVisible();
  const usual = await style();
  expect(usual.face).toBe('Source Serif 4');
  await app.chooseMenu('View', 'Typewriter typeface');
  await expect.poll(async () => (await style()).face).toBe('IBM Plex Mono');
  await expect.poll(() => app.window.evaluate(() => document.fonts.check('16px "IBM Plex Mono"'))).toBe(true);
  await app.chooseMenu('View', 'Narrow text');
  await expect.poll(async () => (await style()).width).toBeLessThan(usual.width);
  await app.window.keyboard.press('Control+,');
  const dialog = app.window.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('tab', { name: 'Appearance' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Typeface of the page' })).toHaveValue('mono');
  await dialog.getByRole('combobox', { name: 'Light or dark' }).selectOption('dark');
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect((await style()).colorScheme).toBe('dark');
  expect(await isMarked(app, 'Dark appearance')).toBe(true);
  await app.restart();
  await expect.poll(async () => (await style()).face).toBe('IBM Plex Mono');
  expect((await style()).colorScheme).toBe('dark');
});

test('words and characters are counted for the whole and the selection, without notes, breaks and TK', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  // 9 words and 45 characters, 6 words and 33 characters: what stands for readers, and nothing else.
  await expect(count(app)).toHaveText('15 words · 78 characters · 1 min read');
  await body(app).getByText('The sea rose.').click();
  await app.window.keyboard.press('Home');
  for (let step = 0; step < 'The sea rose.'.length; step += 1)
    await app.window.keyboard.press('Shift+ArrowRight');
  await expect(count(app)).toHaveText('3 of 15 words · 13 characters selected');
  await app.window.keyboard.press('Control+A');
  await expect(count(app)).toHaveText('15 of 15 words · 78 characters selected');
  await app.window.keyboard.press('ArrowRight');
  await expect(count(app)).toHaveText('15 words · 78 characters · 1 min read');

  await app.chooseMenu('Story', 'Target length…');
  const dialog = app.window.getByRole('dialog', { name: 'Length' });
  const target = dialog.getByRole('textbox', { name: 'Target length in words' });
  await target.fill('a lot');
  await expect(dialog.getByRole('button', { name: 'Set target' })).toBeDisabled();
  await target.fill('1,000');
  await expect(dialog).toContainText('985 words to go.');
  await app.window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(body(app)).toBeFocused();
  await expect(count(app)).toHaveText('15 of 1,000 words · 78 characters · 1 min read');
  await expect.poll(() => app.desk.article('tides').targetWords).toBe(1000);

  // A table in which the caret stands is what is selected; without words in it, nothing is.
  await caretAtEnd(app, 'The sea rose.');
  await app.window.keyboard.press('Enter');
  await app.window.keyboard.type('/table');
  await expect(app.window.getByRole('option', { name: 'Table' })).toBeVisible();
  await app.window.keyboard.press('Enter');
  await expect(body(app).getByRole('textbox', { name: 'Row 1, column 1' })).toBeFocused();
  await app.window.keyboard.type('x');
  await expect(count(app)).toHaveText('1 of 16 words · 1 character selected');
  await app.window.keyboard.press('Backspace');
  await expect(count(app)).toHaveText('15 of 1,000 words · 78 characters · 1 min read');
});

test('a full screen shows the page alone; what is asked for comes back', async ({ launch }) => {
  const { window } = await launch({ articles: [story] });
  const library = window.getByRole('complementary', { name: 'Articles' });
  const inspector = window.getByRole('complementary', { name: 'Inspector' });
  await expect(library).toBeVisible();
  await window.keyboard.press('F11');
  await expect(library).toHaveCount(0);
  await expect(inspector).toHaveCount(0);
  await window.keyboard.press('Control+Enter');
  await expect(inspector).toBeVisible();
  await window.keyboard.press('F11');
  await expect(library).toBeVisible();
  await expect(inspector).toBeVisible();
});

test('in the smallest window at twice the size every button is in reach and the page scrolls one way alone', async ({
  launch,
}) => {
  const { window } = await launch({ articles: [sampleOnScreens()] });
  await expect(window.getByText('The last boat')).toBeVisible();
  // 720 by 480 at 200 %.
  await window.setViewportSize({ width: 360, height: 240 });
  await expectInReach(window.getByRole('banner').getByRole('button'), 360);
  await expect(window.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
  const tooWide = await window
    .locator('[data-scroll]')
    .evaluate((page) => page.scrollWidth - page.clientWidth);
  expect(tooWide).toBe(0);
});

test('at twice the size the ways out of find, preview and suggestions are in reach', async ({ launch }) => {
  const app = await launch({ articles: [sampleOnScreens()] });
  const { window } = app;
  await expect(window.getByText('The last boat')).toBeVisible();
  for (const [width, height] of [
    [640, 400],
    [450, 300],
  ] as const) {
    await window.setViewportSize({ width, height });
    await window.keyboard.press('Control+Alt+Shift+F');
    const find = window.getByRole('search', { name: 'Find and replace' });
    await find.getByRole('textbox', { name: 'Find', exact: true }).fill('ferry');
    await expect(find.getByRole('status', { name: 'Matches' })).toContainText('of');
    await expectInReach(find.locator('button, input'), width);
    await window.keyboard.press('Escape');
    await app.chooseMenu('View', 'Preview on a desktop');
    const preview = window.getByRole('region', { name: 'Preview' });
    await expectInReach(preview.getByRole('button'), width);
    await preview.getByRole('button', { name: 'Close the preview' }).click();
    await app.chooseMenu('Story', 'Suggest quotes');
    const suggestions = window.getByRole('dialog', { name: 'Suggest quotes' });
    await expect(suggestions.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
    await expectInReach(suggestions.getByRole('button'), width);
    await suggestions.getByRole('button', { name: 'Done' }).click();
  }
});

test('in the smallest window at twice the size recovered words can be saved, and an article that cannot be read be moved away', async ({
  launch,
}) => {
  const app = await launch({ articles: [sampleOnScreens()] });
  const { window } = app;
  await expect(window.getByText('The last boat')).toBeVisible();
  await expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  for (const [name, button] of [
    ['Compare (words that could not be saved)', 'Save this'],
    ['An article that cannot be read', 'Move article to bin…'],
  ] as const) {
    const screen = screens.find((candidate) => candidate.name === name);
    if (!screen) throw new Error(`No screen is called ${name}`);
    await screen.reach(app);
    await window.setViewportSize({ width: 360, height: 240 });
    const out = window.getByRole('main').or(window.getByRole('dialog')).getByRole('button', { name: button });
    await out.last().scrollIntoViewIfNeeded();
    await expect(out.last()).toBeInViewport({ ratio: 1 });
    await window.setViewportSize({ width: 1280, height: 800 });
    await leave(app, screen);
  }
});
