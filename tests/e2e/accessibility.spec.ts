import { rmSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { adBreak, article, bullets, h, p, pullQuote, quote } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { sampleOnScreens } from './driver/screen';
import { firstSteps, leave, screens } from './driver/screens';
import { expect, test } from './driver/test';

const story = article(
  {
    slug: 'tides',
    kicker: 'Coast',
    headline: 'The tide turns',
    deck: 'Slowly.',
    quotations: [newQuotation('q1', 's1'), newQuotation('q2', 's2')],
    sources: [
      { ...newSource('s1', 'Mary Sinclair'), role: 'the harbour master' },
      { ...newSource('s2', 'N. N.'), terms: 'on-background', publishedAs: 'an engineer' },
    ],
  },
  p(quote('q1', '“It rose,”'), ' said Mary Sinclair. ', quote('q2', '“Not again,”'), ' said an engineer.'),
  h(2, 'Two plans'),
  bullets('Raise the wall', 'Move the market'),
  adBreak(),
  pullQuote('Mary Sinclair', 'It rose'),
);

/** Axe's findings in the window as it stands, in words. */
async function violations(page: Page, rules: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations: found } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.failureSummary}`),
  );
}

/** In the dark only the colours differ. No rules means all of them. */
const themes = [
  ['light', []],
  ['dark', ['color-contrast']],
] as const;

for (const [colorScheme, rules] of themes) {
  test(`axe finds nothing on any screen, ${colorScheme}`, async ({ launch }) => {
    test.setTimeout(300_000);
    const app = await launch({ articles: [sampleOnScreens()] });
    await app.window.emulateMedia({ colorScheme });
    await expect(app.window.getByRole('textbox', { name: 'Article body' })).toContainText('The last boat');
    const found: Record<string, readonly string[]> = {};
    for (const screen of screens) {
      await screen.reach(app);
      const own = await violations(app.window, rules);
      if (own.length > 0) found[screen.name] = own;
      await leave(app, screen);
    }
    expect(found).toEqual({});
  });

  test(`axe finds nothing in the steps of a first start, ${colorScheme}`, async ({ launch }) => {
    const app = await launch({ firstStart: true });
    await app.window.emulateMedia({ colorScheme });
    for (const screen of firstSteps) {
      await screen.reach(app);
      expect(await violations(app.window, rules), screen.name).toEqual([]);
    }
  });
}

test('every field and button that the design names is there under its exact name', async ({ launch }) => {
  const { window } = await launch({ articles: [story] });
  for (const name of ['Headline', 'Deck', 'Byline', 'Dateline', 'Article body']) {
    await expect(window.getByRole('textbox', { name, exact: true }), name).toBeVisible();
  }
  for (const name of [
    'New article',
    'Insert ad break',
    'Tag quote',
    'Suggest quotes',
    'Check',
    'Export',
    'Undo',
    'Redo',
  ]) {
    await expect(window.getByRole('button', { name, exact: true }), name).toBeVisible();
  }
  await expect(window.getByRole('listbox', { name: 'Articles' })).toBeVisible();
  await expect(window.getByRole('searchbox', { name: 'Search articles' })).toBeVisible();
  await expect(window.getByRole('region', { name: 'Sources' })).toBeVisible();
  await expect(window.getByRole('region', { name: 'Checks' })).toBeVisible();
  await expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  await expect(window.getByRole('status', { name: 'Word count' })).toHaveText(/words/);
});

test('the keyboard is never trapped in the page: Tab goes on, and comes back after a dialog', async ({
  launch,
}) => {
  const { window } = await launch({ articles: [story] });
  const body = window.getByRole('textbox', { name: 'Article body' });
  await window.getByText('said Mary Sinclair').click();
  await expect(body).toBeFocused();
  await window.keyboard.press('Control+Shift+P');
  await expect(window.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(body).toBeFocused();
  await window.keyboard.press('Tab');
  await expect(body).not.toBeFocused();
});

test('Tab leads out of a page with fields and quotes in it, past the quotes, and on through the window', async ({
  launch,
}) => {
  const app = await launch({ articles: [sampleOnScreens()] });
  const { window } = app;
  const body = window.getByRole('textbox', { name: 'Article body' });
  const inspector = window.getByRole('complementary', { name: 'Inspector', exact: true });
  const inInspector = () => inspector.evaluate((pane) => pane.contains(document.activeElement));
  await expect(inspector.getByRole('button', { name: 'A vote nobody dared to predict' })).toBeVisible();
  // Above all fields, and between them: from the words there is one step, wherever the caret stands.
  for (const words of ['The last boat', 'Not everybody was moved']) {
    await body.getByText(words).click();
    await window.keyboard.press('Tab');
    await expect.poll(inInspector, words).toBe(true);
  }
  // A quote takes Tab for its attribution, and goes on below; from there it is the same step.
  await body.locator('blockquote .block-words').first().click();
  await window.keyboard.press('Tab');
  await expect(body.getByRole('textbox', { name: 'Who is quoted' }).first()).toBeFocused();
  await window.keyboard.press('Tab');
  await expect(body).toBeFocused();
  await window.keyboard.press('Tab');
  await expect.poll(inInspector).toBe(true);
});

test('F6 leads from pane to pane and back to where one was; Escape leads from a pane to the words', async ({
  launch,
}) => {
  const app = await launch({ articles: [sampleOnScreens()] });
  const { window } = app;
  const { keyboard } = window;
  const body = window.getByRole('textbox', { name: 'Article body' });
  const heading = window.getByRole('button', { name: 'A vote nobody dared to predict' });
  // The inspector comes behind the first frame.
  await expect(heading).toBeVisible();
  await body.getByText('Not everybody was moved').click();
  await keyboard.press('F6');
  await expect(heading).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('F6');
  await expect(window.getByRole('button', { name: 'Show or hide library' })).toBeFocused();
  await keyboard.press('F6');
  await expect(window.getByRole('option', { name: 'Port Ellery' })).toBeFocused();
  await keyboard.press('F6');
  await expect(body).toBeFocused();
  await keyboard.press('F6');
  await expect(window.getByRole('button', { name: 'Money for one season' })).toBeFocused();
  await keyboard.press('Shift+F6');
  await expect(body).toBeFocused();
  // The panes beside the page: Check leads into one, the search into the other.
  await keyboard.press('Control+Enter');
  await expect(window.getByRole('region', { name: 'Checks' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(body).toBeFocused();
  await keyboard.press('Control+Shift+F');
  await keyboard.type('ferry');
  await keyboard.press('Escape');
  await expect(window.getByRole('searchbox', { name: 'Search articles' })).toHaveValue('');
  await keyboard.press('Escape');
  await expect(body).toBeFocused();
});

test('what is chosen can be told from the rest where the system forces its own colours', async ({
  launch,
}) => {
  const { window } = await launch({ articles: [sampleOnScreens(), story] });
  await window.emulateMedia({ forcedColors: 'active' });
  const ground = (element: Locator) => element.evaluate((each) => getComputedStyle(each).backgroundColor);
  const articles = window.getByRole('listbox', { name: 'Articles' });
  await articles.getByRole('option', { name: 'Port Ellery' }).click();
  const chosen = articles.getByRole('option', { selected: true });
  await expect(chosen).toHaveCount(1);
  expect(await ground(chosen)).not.toBe(await ground(articles.getByRole('option', { selected: false })));
  await window.keyboard.press('Control+Shift+P');
  const commands = window.getByRole('listbox').getByRole('option');
  await expect(commands.first()).toHaveAttribute('data-highlighted');
  expect(await ground(commands.first())).not.toBe(await ground(commands.nth(1)));
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+,');
  const tab = (selected: boolean) => window.getByRole('tab', { selected }).first();
  expect(await ground(tab(true))).not.toBe(await ground(tab(false)));
});

test('nothing is read out because an article was opened; a heading that is made is read out once', async ({
  launch,
}) => {
  const { window } = await launch({ articles: [sampleOnScreens(), story] });
  const regions = window.locator('[aria-live="polite"], [role="log"], [role="status"]:not([aria-label])');
  const heard = async () => (await regions.allTextContents()).filter(Boolean);
  const body = window.getByRole('textbox', { name: 'Article body' });
  for (const headline of ['The tide turns', 'Port Ellery keeps']) {
    await window.getByRole('option', { name: headline }).click();
    await expect(window.getByRole('textbox', { name: 'Headline' })).toHaveValue(new RegExp(headline));
    await expect(body.getByRole('heading').first()).toBeVisible();
    expect(await heard()).toEqual([]);
  }
  await body.getByText('The last boat').click();
  await window.keyboard.press('Control+Alt+2');
  await expect.poll(heard).toEqual(['Heading 2']);
});

test('a screen reader hears what becomes of blocks, and at once that words are not saved', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const { window } = app;
  const heard = window.getByRole('log');
  await window.getByRole('textbox', { name: 'Article body' }).getByText('Two plans').click();
  // News of blocks are listened for when the window has had time, which on a busy machine takes a moment.
  await expect(async () => {
    await window.keyboard.press('Control+Alt+3');
    await window.keyboard.press('Control+Alt+0');
    await expect(heard).toHaveText('Paragraph', { timeout: 500 });
  }).toPass();
  await window.keyboard.press('Control+Alt+3');
  await expect(heard).toHaveText('Heading 3');
  await window.keyboard.press('Alt+ArrowUp');
  await expect(heard).toHaveText(/^Moved: block 1 of \d+$/);
  await window.keyboard.press('Control+Shift+A');
  await expect(heard).toHaveText(/Ad break.* put in/);
  await expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  rmSync(app.desk.articlePath('tides'));
  await expect(window.locator('[aria-live="assertive"]').filter({ hasText: 'Not saved' })).toHaveCount(1);
});

test('the keyboard is never lost when what had it goes away', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const { window } = app;
  const body = window.getByRole('textbox', { name: 'Article body' });
  // A pane is hidden.
  await window.getByRole('searchbox', { name: 'Search articles' }).focus();
  await window.keyboard.press('Control+Alt+L');
  await expect(body).toBeFocused();
  await window.getByRole('textbox', { name: 'Notes (private)' }).focus();
  await app.chooseMenu('View', 'Show or hide inspector');
  await expect(body).toBeFocused();
  // A message is closed by its own button.
  await app.chooseMenu('Story', 'Place ad breaks automatically');
  await window.getByRole('contentinfo').getByRole('button', { name: 'Close' }).press('Enter');
  await expect(body).toBeFocused();
  // Dialogs give it back, whoever opened them.
  const length = window.getByRole('button', { name: 'Length and target…' });
  await length.focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'Length' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(body).toBeFocused();
  await window.keyboard.press('Control+,');
  await expect(window.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(body).toBeFocused();
});

test('information goes by itself, but not while somebody is at it; what went wrong stays', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const { window } = app;
  const message = window.getByRole('status', { name: 'Message' });
  await expect(window.getByRole('group', { name: 'Mary Sinclair' })).toBeVisible();
  await window.clock.install();
  await app.chooseMenu('Story', 'Place ad breaks automatically');
  await expect(message).not.toBeEmpty();
  await window.getByRole('contentinfo').getByRole('button', { name: 'Close' }).focus();
  await window.clock.fastForward(120_000);
  await expect(message).not.toBeEmpty();
  await window.getByText('said Mary Sinclair').click();
  await window.clock.fastForward(120_000);
  await expect(message).toBeEmpty();
  // Something to mend stays until it is closed.
  await window.getByRole('textbox', { name: 'Article body' }).getByText('Two plans').click();
  await window.keyboard.press('Control+Shift+U');
  await expect(message).toHaveText(/\w/);
  await window.clock.fastForward(120_000);
  await expect(message).toHaveText(/\w/);
});
