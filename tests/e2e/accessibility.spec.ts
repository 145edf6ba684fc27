import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { adBreak, article, bullets, h, p, pullQuote, quote } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import type { StandfirstApp } from './driver/app';
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
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.failureSummary}`),
  );
}

const screens: Readonly<Record<string, (app: StandfirstApp) => Promise<void>>> = {
  'the window': async () => undefined,
  'the tag dialog': async ({ window }) => {
    await window.getByRole('group', { name: 'Mary Sinclair' }).click();
    await window.keyboard.press('Control+Shift+U');
    await expect(window.getByRole('dialog')).toBeVisible();
  },
  'the source dialog': async ({ window }) => {
    await window.getByRole('button', { name: 'Edit N. N.' }).click();
    await expect(window.getByRole('dialog')).toBeVisible();
  },
  'the source book': async (app) => {
    await app.chooseMenu('Story', 'Source book');
    const gather = app.window.getByRole('button', { name: 'Take in' });
    const entry = app.window.getByRole('button', { name: /^Mary Sinclair.*article/ });
    await gather.or(entry).first().waitFor();
    if (await gather.isVisible()) await gather.click();
    await entry.click();
    await expect(app.window.getByRole('heading', { name: 'Mary Sinclair' })).toBeVisible();
  },
  'the source sheet': async (app) => {
    await app.chooseMenu('Story', 'Source sheet…');
    await expect(app.window.frameLocator('iframe').getByText('Not for publication')).toBeVisible();
  },
  'the command palette': async ({ window }) => {
    await window.keyboard.press('Control+Shift+P');
    await expect(window.getByRole('dialog')).toBeVisible();
  },
  'the export dialog': async ({ window }) => {
    await window.getByRole('button', { name: 'Export' }).click();
    await expect(window.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(
      'The tide turns',
    );
  },
  'the shortcuts': async ({ window }) => {
    await window.keyboard.press('F1');
    await expect(window.getByRole('dialog')).toBeVisible();
  },
  'the block menu': async ({ window }) => {
    await window.getByText('Raise the wall').click();
    await window.keyboard.press('Control+End');
    await window.keyboard.press('Enter');
    await window.keyboard.type('/');
    await expect(window.getByRole('listbox', { name: 'Insert block' })).toBeVisible();
  },
  'the floating toolbar': async ({ window }) => {
    await window.getByText('said Mary Sinclair').dblclick();
    await expect(window.getByRole('toolbar')).toBeVisible();
  },
  // Last, because another article is open behind it.
  'the import report': async (app) => {
    app.desk.put('../in/page.html', '<p>Subscribe to us</p><h1>Flood</h1><p>It rose<script>1</script>.</p>');
    app.desk.put('../in/broken.docx', 'cut off');
    const given = (name: string) => join(app.desk.path, '..', 'in', name);
    await app.answer({ openPaths: [given('page.html'), given('broken.docx')] });
    await app.chooseMenu('File', 'Import…');
    await expect(app.window.getByRole('dialog')).toContainText('1 of 2 files imported');
    await app.window.getByText('private notes').click();
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${colorScheme}`, async ({ launch }) => {
    test.slow();
    const app = await launch({ articles: [story] });
    await app.window.emulateMedia({ colorScheme });
    for (const [name, reach] of Object.entries(screens)) {
      await expect(app.window.getByRole('group', { name: 'Mary Sinclair' })).toBeVisible();
      await reach(app);
      expect(await violations(app.window), name).toEqual([]);
      await app.window.keyboard.press('Escape');
      await expect(app.window.getByRole('dialog')).toHaveCount(0);
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
