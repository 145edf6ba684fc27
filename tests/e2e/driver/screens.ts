import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { StandfirstApp } from './app';
import { otherVersionScreens } from './other-version-screens';
import { body, caretAtEnd, drawn } from './page';
import { dialog, dialogIsThere, type Screen } from './screen';

/** A screen that a key opens as a dialog. */
const byKey = (name: string, key: string): Screen => ({
  name,
  async reach(app) {
    await app.window.keyboard.press(key);
    await dialogIsThere(app);
  },
});

/** A screen that an item of a menu opens as a dialog. */
const byMenu = (name: string, menu: string, item: string): Screen => ({
  name,
  async reach(app) {
    await app.chooseMenu(menu, item);
    await dialogIsThere(app);
  },
});

const settingsSections = [
  'Desk',
  'Masthead',
  'Language',
  'Typography',
  'House style',
  'Publishing',
  'Advertising',
  'Appearance',
  'Keys',
];

const settings = (section: string): Screen => ({
  name: `Settings: ${section}`,
  async reach(app) {
    await app.window.keyboard.press('Control+,');
    await dialog(app, 'Settings').getByRole('tab', { name: section, exact: true }).click();
    await expect(dialog(app, 'Settings').getByRole('tabpanel', { name: section, exact: true })).toBeVisible();
  },
});

const chosenInMenu = (name: string, item: string, back: string, caretIn: string): Screen => ({
  name,
  async reach(app) {
    await app.chooseMenu('View', item);
    await caretAtEnd(app, caretIn);
    // Both are fetched when they are first chosen.
    const isThere = () =>
      app.window.evaluate(() => CSS.highlights.has('in-focus') || 'face' in document.documentElement.dataset);
    await expect.poll(isThere).toBe(true);
  },
  leave: (app) => app.chooseMenu('View', back),
});

const preview = (name: string, item: string): Screen => ({
  name,
  async reach(app) {
    await app.chooseMenu('View', item);
    const frame = app.window.getByRole('region', { name: 'Preview' }).locator('iframe');
    await expect(frame.contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  },
});

/** Every screen, dialog and menu of the page, in an order in which one can be reached after the other. */
export const screens: readonly Screen[] = [
  { name: 'The window', reach: () => Promise.resolve() },
  {
    name: 'Formatting',
    async reach(app) {
      await body(app).getByText('The crossing costs').dblclick();
      await expect(app.window.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
    },
    leave: ({ window }) => window.keyboard.press('ArrowRight'),
  },
  {
    name: 'Blocks (slash menu)',
    async reach(app) {
      await caretAtEnd(app, 'The crossing costs');
      await app.window.keyboard.press('Enter');
      await app.window.keyboard.type('/');
      await expect(app.window.getByRole('listbox', { name: 'Insert block' })).toBeVisible();
    },
    async leave({ window }) {
      await window.keyboard.press('Escape');
      await window.keyboard.press('Backspace');
      await window.keyboard.press('Backspace');
    },
  },
  {
    name: 'Find',
    async reach({ window }) {
      await window.keyboard.press('Control+F');
      await window.getByRole('textbox', { name: 'Find', exact: true }).fill('ferry');
      await expect(window.getByRole('status', { name: 'Matches' })).toContainText('of');
    },
  },
  {
    name: 'Find and replace',
    async reach({ window }) {
      await window.keyboard.press('Control+Alt+Shift+F');
      await window.getByRole('textbox', { name: 'Find', exact: true }).fill('ferry');
      await expect(window.getByRole('status', { name: 'Matches' })).toContainText('of');
    },
  },
  {
    name: 'Tag quote',
    async reach(app) {
      await body(app).getByText('A harbour that goes dark').click();
      await app.window.keyboard.press('Control+Shift+U');
      await dialogIsThere(app);
    },
  },
  {
    name: 'Suggest quotes',
    async reach(app) {
      await app.chooseMenu('Story', 'Suggest quotes');
      await expect(dialog(app, 'Suggest quotes')).toBeVisible();
    },
  },
  {
    name: 'A source',
    async reach(app) {
      await inspectorIn(app);
      await app.window.getByRole('button', { name: 'Edit Marta Kessling' }).click();
      await dialogIsThere(app);
    },
    async leave(app) {
      await app.window.keyboard.press('Escape');
      await expect(dialog(app)).toHaveCount(0);
      await inspectorAway(app);
    },
  },
  {
    name: 'Checks',
    async reach(app) {
      await app.window.keyboard.press('Control+Enter');
      await expect(app.window.getByRole('region', { name: 'Checks' })).toBeFocused();
    },
    leave: (app) => inspectorAway(app),
  },
  {
    name: 'Source book',
    async reach(app) {
      await app.chooseMenu('Story', 'Source book');
      const gather = app.window.getByRole('button', { name: 'Take in' });
      const entry = app.window.getByRole('button', { name: /^Marta Kessling.*article/ });
      await gather.or(entry).first().waitFor();
      if (await gather.isVisible()) await gather.click();
      await entry.click();
      await expect(app.window.getByRole('heading', { name: 'Marta Kessling' })).toBeVisible();
    },
  },
  {
    name: 'Source sheet',
    async reach(app) {
      await app.chooseMenu('Story', 'Source sheet…');
      await expect(app.window.frameLocator('iframe').getByText('Not for publication')).toBeVisible();
    },
  },
  byMenu('Ad policy', 'Story', 'Ad policy…'),
  byMenu('Length', 'Story', 'Target length…'),
  byMenu('Corrections', 'Story', 'Corrections…'),
  {
    name: 'Link',
    async reach(app) {
      await body(app).getByText('The crossing costs').dblclick();
      await app.window.keyboard.press('Control+K');
      await dialogIsThere(app);
    },
  },
  {
    name: 'Link card',
    async reach(app) {
      await caretAtEnd(app, 'The crossing costs');
      await app.window.keyboard.press('Enter');
      await app.window.keyboard.type('/link card');
      await expect(app.window.getByRole('option', { name: 'Link card' })).toBeVisible();
      await app.window.keyboard.press('Enter');
      await dialogIsThere(app);
    },
    async leave(app) {
      await app.window.keyboard.press('Escape');
      await expect(dialog(app)).toHaveCount(0);
      await app.window.keyboard.press('Backspace');
    },
  },
  {
    name: 'Comment',
    async reach(app) {
      await body(app).getByText('The crossing costs').dblclick();
      await app.window.keyboard.press('Control+Alt+M');
      await dialogIsThere(app);
    },
  },
  {
    name: 'Attribution of a quote',
    async reach(app) {
      await body(app).locator('blockquote:not(.pull-quote) .block-words').click();
      await app.window.keyboard.press('Control+Shift+U');
      await dialogIsThere(app);
    },
  },
  {
    name: 'Export',
    async reach({ window }) {
      await window.keyboard.press('Control+Shift+E');
      await expect(window.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  byKey('Command palette', 'Control+Shift+P'),
  byKey('Keyboard shortcuts', 'F1'),
  ...settingsSections.map(settings),
  byMenu('Versions', 'File', 'Versions'),
  byMenu('Send out several articles', 'File', 'Send out several articles…'),
  byMenu('Rename', 'File', 'Rename article…'),
  byMenu('Move to bin', 'File', 'Move article to bin…'),
  byMenu('Bin', 'File', 'Bin'),
  preview('Preview on a desktop', 'Preview on a desktop'),
  preview('Preview on a tablet', 'Preview on a tablet'),
  preview('Preview on a phone', 'Preview on a phone'),
  chosenInMenu('Focus on the paragraph', 'Focus on the paragraph', 'Focus on the paragraph', 'For two hours'),
  chosenInMenu('Focus on the sentence', 'Focus on the sentence', 'Focus on the sentence', 'For two hours'),
  chosenInMenu('Sans-serif typeface', 'Sans-serif typeface', 'Serif typeface', 'For two hours'),
  chosenInMenu('Typewriter typeface', 'Typewriter typeface', 'Serif typeface', 'For two hours'),
  {
    name: 'Full screen',
    reach: ({ window }) => window.keyboard.press('F11'),
    leave: ({ window }) => window.keyboard.press('F11'),
  },
  {
    name: 'Search without a match',
    async reach({ window }) {
      await window.keyboard.press('Control+Shift+F');
      await expect(window.getByRole('searchbox', { name: 'Search articles' })).toBeFocused();
      await window.keyboard.type('zeppelin');
      await expect(window.getByText('Nothing matches “zeppelin”.')).toBeVisible();
    },
    leave: ({ window }) => window.getByRole('searchbox', { name: 'Search articles' }).fill(''),
  },
  {
    name: 'A new article',
    async reach(app) {
      await app.window.keyboard.press('Control+N');
      await expect(app.window.getByRole('textbox', { name: 'Headline' })).toBeFocused();
    },
    leave: (app) => openSample(app),
  },
  ...otherVersionScreens,
  {
    name: 'An article that cannot be read',
    async reach(app) {
      app.desk.put('broken/article.json', '{"format":');
      await app.window.getByRole('option', { name: 'broken' }).click();
      await expect(app.window.getByRole('heading', { name: 'This article cannot be shown' })).toBeVisible();
    },
    leave: (app) => openSample(app),
  },
  // Last, because another article is open behind it.
  {
    name: 'Import report',
    async reach(app) {
      app.desk.put(
        '../in/page.html',
        '<p>Subscribe to us</p><h1>Flood</h1><p>It rose<script>1</script>.</p>',
      );
      app.desk.put('../in/broken.docx', 'cut off');
      const given = (name: string) => join(app.desk.path, '..', 'in', name);
      await app.answer({ openPaths: [given('page.html'), given('broken.docx')] });
      await app.chooseMenu('File', 'Import…');
      await expect(dialog(app)).toContainText('1 of 2 files imported');
      await app.window.getByText('private notes').click();
    },
  },
];

const isNarrow = ({ window }: StandfirstApp) => window.evaluate(() => innerWidth <= 1060);
const inspector = ({ window }: StandfirstApp) =>
  window.getByRole('complementary', { name: 'Inspector', exact: true });

/** In a narrow window the inspector is there only when it is asked for. */
async function inspectorIn(app: StandfirstApp): Promise<void> {
  if (!(await inspector(app).isVisible())) await app.chooseMenu('View', 'Show or hide inspector');
  await expect(inspector(app)).toBeVisible();
}

async function inspectorAway(app: StandfirstApp): Promise<void> {
  if (!(await isNarrow(app))) return;
  await app.chooseMenu('View', 'Show or hide inspector');
  await expect(inspector(app)).toHaveCount(0);
}

async function openSample(app: StandfirstApp): Promise<void> {
  await app.window.getByRole('option', { name: 'Port Ellery' }).click();
  await expect(body(app)).toContainText('The last boat to Sandholm');
}

/** Leads back from a screen to the window. */
export async function leave(app: StandfirstApp, screen: Screen): Promise<void> {
  if (screen.leave) await screen.leave(app);
  else await app.window.keyboard.press('Escape');
  await expect(dialog(app)).toHaveCount(0);
  await expect(app.window.getByRole('region', { name: 'Preview' })).toHaveCount(0);
  await drawn(app);
}

/** The three steps of a first start, for an app that was started without a desk. */
export const firstSteps: readonly Screen[] = [
  'Where your articles live',
  'Who publishes them',
  'How to begin',
].map((title, index) => ({
  name: `First start, step ${index + 1}: ${title}`,
  async reach({ window }) {
    if (index > 0) await window.getByRole('button', { name: 'Continue' }).click();
    await expect(window.getByRole('heading', { name: title })).toBeFocused();
  },
}));
