import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { article, p, quote } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource, type Source } from '../../shared/article/source';
import { emptySourceBook, parseSourceBook, serialiseSourceBook } from '../../shared/sources/book';
import type { StandfirstApp } from './driver/app';
import { expect, test } from './driver/test';

const kerry: Source = { ...newSource('s1', 'John Kerry'), role: 'a senator', contact: '+1 202 000000' };
const short: Source = { ...newSource('s2', 'J. Kerry'), organisation: 'the Senate' };
const tides = article(
  { slug: 'tides', headline: 'Tides', sources: [kerry], quotations: [newQuotation('q1', 's1')] },
  p('The wall held. ', quote('q1', '“It rose by a hand,”'), ' said John Kerry.'),
  p('Nobody else was there.'),
);
const wind = {
  ...article(
    { slug: 'wind', headline: 'Wind', sources: [short], quotations: [newQuotation('q2', 's2')] },
    p(quote('q2', '“It blew all night,”'), ' said J. Kerry.'),
  ),
  id: '00000000-0000-4000-8000-000000000002',
  modified: '2025-01-01T00:00:00Z',
};
const bookOf = (...sources: readonly Source[]) => serialiseSourceBook({ ...emptySourceBook, sources });
const desk = { articles: [tides, wind], files: { 'sources.json': bookOf(kerry, short) } };

const body = ({ window }: StandfirstApp) => window.getByRole('textbox', { name: 'Article body' });
const region = ({ window }: StandfirstApp) => window.getByRole('region', { name: 'Sources' });
const saved = ({ window }: StandfirstApp) =>
  expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
function bookOnDisk(app: StandfirstApp) {
  const parsed = parseSourceBook(app.desk.text('sources.json'));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}
async function openBook(app: StandfirstApp) {
  await app.chooseMenu('Story', 'Source book');
  return app.window.getByRole('dialog', { name: 'Source book' });
}
async function openArticle(app: StandfirstApp, headline: string): Promise<void> {
  await app.window.getByRole('option', { name: headline }).click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue(headline);
}
/** Chooses a command by its name, by keyboard. */
async function command(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+Shift+P');
  await expect(window.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await window.keyboard.type(name);
  await window.keyboard.press('Enter');
}
/** Goes on with Tab until the element has the keyboard. */
async function tabTo(window: Page, role: 'button' | 'textbox' | 'searchbox', name: string): Promise<void> {
  const wanted = window.getByRole(role, { name, exact: true }).last();
  for (let step = 0; step < 40; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await window.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

test('tags, checks, notices changed words, reads the sheet and merges sources without a mouse; every step is heard', async ({
  launch,
}) => {
  test.slow();
  const spoken = article(
    { slug: 'tides', headline: 'Tides' },
    p('“It rose by a hand,” said Mary Sinclair, the harbour master. Nobody else was there.'),
  );
  const app = await launch({ articles: [spoken], files: { 'sources.json': bookOf(kerry, short) } });
  const { window } = app;
  const { keyboard } = window;
  const heard = window.getByRole('log');
  await expect(body(app)).toContainText('It rose');
  await tabTo(window, 'textbox', 'Article body');
  await keyboard.press('Control+Home');
  for (let step = 0; step < 3; step += 1) await keyboard.press('ArrowRight');
  await keyboard.press('Control+Shift+U');
  await expect(window.getByRole('combobox', { name: 'Speaker' })).toHaveValue('Mary Sinclair');
  await expect(window.getByRole('textbox', { name: 'Role' })).toHaveValue('the harbour master');
  await keyboard.press('Enter');
  await expect(heard).toHaveText('Quotation tagged: Mary Sinclair');

  await keyboard.press('Control+End');
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(heard).toHaveText('Mary Sinclair, on the record');
  await keyboard.press('Control+End');
  await expect(heard).toHaveText('');
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowRight');
  await expect(heard).toHaveText('Mary Sinclair, on the record');

  await keyboard.press('Control+Shift+U');
  await expect(window.getByRole('dialog', { name: 'Quotation' })).toBeVisible();
  await tabTo(window, 'button', 'Add evidence');
  await keyboard.press('Enter');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await expect(window.getByRole('textbox', { name: 'Where it is' })).toBeFocused();
  await keyboard.type('tape 3');
  await tabTo(window, 'textbox', 'Checked by');
  await keyboard.type('Ada Field');
  await tabTo(window, 'button', 'Mark as checked');
  await keyboard.press('Enter');
  await tabTo(window, 'button', 'Save changes');
  await keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(body(app)).toBeFocused();
  await expect(body(app).getByRole('group', { name: 'Mary Sinclair, on the record, checked' })).toBeVisible();
  await expect(region(app)).toContainText('checked');

  await keyboard.press('Control+ArrowRight');
  await keyboard.type('never ');
  await expect(
    body(app).getByRole('group', { name: 'Mary Sinclair, on the record, changed since it was checked' }),
  ).toBeVisible();
  await expect(region(app)).toContainText('Words changed since they were checked');
  await keyboard.press('Control+Shift+U');
  await expect(window.getByRole('alert')).toContainText('The words changed since Ada Field checked them');
  await expect(window.getByRole('group', { name: 'What changed' }).locator('ins')).toContainText('never');
  await keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);

  await saved(app);
  const [record] = app.desk.article('tides').quotations;
  expect(record).toMatchObject({
    evidence: [{ kind: 'recording', reference: 'tape 3' }],
    checked: { by: 'Ada Field', text: '“It rose by a hand,”' },
  });

  await command(window, 'Source sheet');
  const sheet = window.getByRole('dialog', { name: 'Source sheet' });
  await expect(sheet.frameLocator('iframe').getByText('Changed since the check')).toBeVisible();
  await expect(sheet.frameLocator('iframe').getByText('Not for publication')).toBeVisible();
  await keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await command(window, 'Source book');
  const book = window.getByRole('dialog', { name: 'Source book' });
  await expect(book.getByRole('searchbox')).toBeFocused();
  await expect(book).toContainText('Is J. Kerry the same as John Kerry?');
  await tabTo(window, 'button', 'Merge');
  await keyboard.press('Enter');
  await expect(book.getByRole('status')).toContainText('J. Kerry is now John Kerry.');
  await tabTo(window, 'button', 'Undo');
  await keyboard.press('Enter');
  await expect
    .poll(() =>
      bookOnDisk(app)
        .sources.map(({ name }) => name)
        .sort(),
    )
    .toEqual(['J. Kerry', 'John Kerry', 'Mary Sinclair']);
  await keyboard.press('Escape');
  await expect(book).toHaveCount(0);
  expect(app.problems).toEqual([]);
});

test('the source book finds, shows where a source is quoted, and leads there', async ({ launch }) => {
  const app = await launch(desk);
  await openArticle(app, 'Tides');
  const book = await openBook(app);
  await book.getByRole('searchbox').fill('kerry senate');
  await expect(book.getByRole('list', { name: 'Sources of this desk' }).getByRole('button')).toHaveCount(1);
  await book.getByRole('button', { name: /^J\. Kerry/ }).click();
  await expect(book).toContainText('1 quotation in 1 article');
  await book.getByRole('button', { name: /It blew all night/ }).click();
  await expect(app.window.getByRole('textbox', { name: 'Headline' })).toHaveValue('Wind');
  await expect(app.window.getByRole('log')).toHaveText('J. Kerry, on the record');
});

test('a merge reaches the articles when they are opened, and its undo as well', async ({ launch }) => {
  const app = await launch(desk);
  await openArticle(app, 'Tides');
  const book = await openBook(app);
  await book.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(book.getByRole('button', { name: /^John Kerry/ })).toContainText('2 quotations in 2 articles');
  await expect(
    book.getByRole('list', { name: 'Quotations across articles' }).getByRole('button'),
  ).toHaveCount(2);
  await app.window.keyboard.press('Escape');
  await openArticle(app, 'Wind');
  await expect(region(app)).toContainText('John Kerry');
  await saved(app);
  await expect.poll(() => app.desk.article('wind').sources[0]?.name).toBe('John Kerry');

  const again = await openBook(app);
  await again.getByRole('button', { name: /^John Kerry/ }).click();
  await again.getByRole('button', { name: 'Separate again' }).click();
  await app.window.keyboard.press('Escape');
  await expect(region(app)).toContainText('J. Kerry');
  await expect.poll(() => app.desk.article('wind').sources).toEqual([short]);
});

test('the sources of another article come with what they said, never with "0 quotations" first', async ({
  launch,
}) => {
  const app = await launch(desk);
  const { window } = app;
  await openArticle(app, 'Tides');
  await expect(region(app)).toContainText('“It rose by a hand,”');
  await region(app).evaluate((element) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => seen.push(element.textContent ?? '')).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await openArticle(app, 'Wind');
  await expect(region(app)).toContainText('“It blew all night,”');
  const seen = await window.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(seen.at(-1)).toContain('J. Kerry');
  for (const text of seen) expect(text).not.toContain('0 quotations');
});

test('a merge says whose words are attributed otherwise from then on', async ({ launch }) => {
  const unnamed = { ...short, terms: 'on-background', publishedAs: 'a ministry aide' } as const;
  const other = { ...kerry, terms: 'on-background', publishedAs: 'a senior official' } as const;
  const app = await launch({ articles: [tides], files: { 'sources.json': bookOf(other, unnamed) } });
  await openArticle(app, 'Tides');
  const book = await openBook(app);
  await book.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(book.getByRole('status', { name: 'Source book' })).toContainText(
    'What was attributed to “a ministry aide” will be attributed to “a senior official”.',
  );
});

test('a source of the book is edited in one place and changes in the open article; private fields say so', async ({
  launch,
}) => {
  const app = await launch(desk);
  await openArticle(app, 'Tides');
  const book = await openBook(app);
  await book.getByRole('button', { name: /^John Kerry/ }).click();
  await expect(book).toContainText('Private. Never leaves this desk.');
  await book.getByRole('button', { name: 'Edit…' }).click();
  await app.window.getByRole('textbox', { name: 'Role' }).fill('an envoy');
  await app.window.getByRole('button', { name: 'Save source' }).click();
  await expect(book).toContainText('an envoy');
  await app.window.keyboard.press('Escape');
  await expect(region(app)).toContainText('an envoy');
  await expect.poll(() => app.desk.article('tides').sources[0]?.role).toBe('an envoy');
  expect(bookOnDisk(app).sources[0]).toEqual({ ...kerry, role: 'an envoy' });
});

test('a source that is deleted while it is used keeps its name in the articles, and comes back by undo', async ({
  launch,
}) => {
  const app = await launch(desk);
  await openArticle(app, 'Tides');
  const book = await openBook(app);
  await book.getByRole('button', { name: /^John Kerry/ }).click();
  await book.getByRole('button', { name: 'Delete' }).click();
  await expect(book.getByRole('status')).toContainText('Articles that quote the source keep the name.');
  await expect
    .poll(() => app.desk.article('tides').sources[0])
    .toMatchObject({
      name: 'John Kerry',
      contact: '',
      deleted: true,
    });
  // Behind the open dialog, the window is hidden from assistive technology.
  const behind = app.window.getByRole('region', { name: 'Sources', includeHidden: true });
  await expect(behind).toContainText('Deleted from the source book');
  await expect(behind).toContainText('John Kerry');
  await book.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => bookOnDisk(app).sources.find(({ id }) => id === 's1')).toEqual(kerry);
  await expect(behind).not.toContainText('Deleted from the source book');
});

test('a source that another article knows is offered by name, with its role and its id', async ({
  launch,
}) => {
  const storm = {
    ...article({ slug: 'storm', headline: 'Storm' }, p('“It came late,” said Senator John Kerry.')),
    id: '00000000-0000-4000-8000-000000000003',
  };
  const app = await launch({ ...desk, articles: [...desk.articles, storm] });
  await openArticle(app, 'Storm');
  await body(app).getByText('It came late').dblclick();
  await app.window.keyboard.press('Control+Shift+U');
  await app.window.getByRole('combobox', { name: 'Speaker' }).fill('John K');
  await app.window.getByRole('option', { name: /John Kerry.*a senator/ }).click();
  await expect.poll(() => app.desk.article('storm').sources).toEqual([kerry]);
  await expect(region(app)).toContainText('a senator');
});

test('a damaged book is told and not touched; the articles go on; it is begun anew when the writer says so', async ({
  launch,
}) => {
  const app = await launch({ articles: desk.articles, files: { 'sources.json': '{"format": {' } });
  await openArticle(app, 'Tides');
  await expect(app.window.getByRole('status', { name: 'Message' })).toContainText(
    'The source book (sources.json) cannot be used: the file is cut off or damaged.',
  );
  await body(app).getByText('Nobody else').click();
  await app.window.keyboard.type('x');
  await saved(app);
  expect(app.desk.text('sources.json')).toBe('{"format": {');
  // The terms of its sources are not known: the article stays, by every way out.
  const termsUnknown = 'It holds the terms of your sources, so nothing leaves the desk without it.';
  await app.chooseMenu('File', 'Export');
  const exporting = app.window.getByRole('dialog', { name: 'Export' });
  await expect(exporting.getByRole('alert')).toContainText(termsUnknown);
  await expect(exporting.getByRole('button')).toHaveCount(1);
  await app.window.keyboard.press('Escape');
  await app.chooseMenu('File', 'Send out several articles…');
  const sending = app.window.getByRole('dialog', { name: 'Send out several articles' });
  await app.answer({ openPath: app.desk.path });
  await sending.getByRole('button', { name: 'Choose all 2' }).click();
  await sending.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(sending.getByRole('alert')).toContainText(termsUnknown);
  await app.window.keyboard.press('Escape');
  await body(app).locator('p').first().dblclick();
  await app.window.keyboard.press('Control+C');
  await expect(app.window.getByRole('status', { name: 'Message' })).toContainText(
    'Copied for this window only',
  );
  const book = await openBook(app);
  await expect(book.getByRole('alert')).toContainText('The file was left as it is.');
  await book.getByRole('button', { name: 'Keep it aside and begin anew from the articles' }).click();
  await expect(book.getByRole('button', { name: /^John Kerry/ })).toBeVisible();
  expect(
    bookOnDisk(app)
      .sources.map(({ id }) => id)
      .sort(),
  ).toEqual(['s1', 's2']);
});

test('a book that another program changes while it is open is read again, and the open article follows', async ({
  launch,
}) => {
  const app = await launch(desk);
  await openArticle(app, 'Tides');
  const book = await openBook(app);
  await expect(book.getByRole('button', { name: /^J\. Kerry/ })).toBeVisible();
  app.desk.put('sources.json', bookOf({ ...kerry, role: 'a former senator' }, newSource('s9', 'Ben Okri')));
  await expect(book.getByRole('button', { name: /^Ben Okri/ })).toBeVisible();
  await app.window.keyboard.press('Escape');
  await expect(region(app)).toContainText('a former senator');
  await expect.poll(() => app.desk.article('tides').sources[0]?.role).toBe('a former senator');
});

test('a checked quotation that is copied into another article keeps its source and its mark', async ({
  launch,
}) => {
  const checked = {
    ...newQuotation('q1', 's1'),
    checked: { by: 'Ada Field', at: '2026-01-02T00:00:00Z', text: '“It rose by a hand,”' },
  };
  const app = await launch({ articles: [{ ...tides, quotations: [checked] }, wind] });
  await openArticle(app, 'Tides');
  await body(app).getByText('The wall held.').click();
  await app.window.keyboard.press('Control+a');
  await app.window.keyboard.press('Control+c');
  await openArticle(app, 'Wind');
  await body(app).getByText('said J. Kerry').click();
  await app.window.keyboard.press('Control+End');
  await app.window.keyboard.press('Control+v');
  await expect(body(app).getByRole('group', { name: 'John Kerry, on the record, checked' })).toBeVisible();
  await expect.poll(() => app.desk.article('wind').quotations).toEqual([newQuotation('q2', 's2'), checked]);
  expect(app.desk.article('wind').sources).toEqual([short, kerry]);
});

test('a document is kept with its hash, and a copy that was changed is told', async ({ launch }) => {
  const report = newSource('s1', 'Flood report');
  const app = await launch({
    articles: [{ ...tides, sources: [report] }],
  });
  const path = join(app.home, 'The Report.pdf');
  writeFileSync(path, 'words of the report');
  await app.answer({ openPath: path });
  const edit = () => app.window.getByRole('button', { name: 'Edit Flood report' }).click();
  await edit();
  await app.window.getByLabel('Kind').selectOption('document');
  await app.window.getByRole('textbox', { name: 'Title' }).fill('The flood report');
  await app.window.getByRole('textbox', { name: 'Address' }).fill('example.org/report');
  await expect(app.window.getByRole('button', { name: 'Save source' })).toBeDisabled();
  await app.window.getByRole('textbox', { name: 'Address' }).fill('https://example.org/report.pdf');
  await app.window.getByRole('button', { name: 'Store a copy…' }).click();
  await expect(app.window.getByText('The copy is unchanged since it was stored.')).toBeVisible();
  await app.window.getByRole('button', { name: 'Save source' }).click();
  await expect
    .poll(() => app.desk.article('tides').sources[0]?.file)
    .toMatch(/^[0-9a-f]{12}-the-report\.pdf$/);
  const { file } = app.desk.article('tides').sources[0] ?? report;
  expect(app.desk.text(`sources.files/${file}`)).toBe('words of the report');

  app.desk.put(`sources.files/${file}`, 'other words');
  await edit();
  await expect(app.window.getByRole('alert')).toContainText('The copy was changed since it was stored.');
});

test('the source sheet is saved and printed, and is not for publication', async ({ launch }) => {
  const app = await launch(desk);
  await openArticle(app, 'Tides');
  const path = join(app.home, 'sheet.html');
  await app.answer({ savePath: path });
  await app.electron.evaluate(({ app: electron }) => {
    let printed = 0;
    electron.on('browser-window-created', (_, window) => {
      const lay = async (done?: (printed: boolean, reason: string) => void) => {
        const pdf = await window.webContents.printToPDF({});
        printed += 1;
        if (printed > 1) done?.(false, 'Print job canceled');
        else done?.(pdf.length > 1000, 'no pages');
      };
      window.webContents.print = (_options, done) => void lay(done);
    });
  });
  await app.chooseMenu('Story', 'Source sheet…');
  const sheet = app.window.getByRole('dialog', { name: 'Source sheet' });
  await sheet.getByRole('button', { name: 'Save…' }).click();
  await expect(sheet.getByRole('status')).toHaveText(`Written to ${path}`);
  expect((await app.dialogs()).suggestedNames).toEqual(['tides.source-sheet.html']);
  await sheet.getByRole('button', { name: 'Print…' }).click();
  await expect(sheet.getByRole('status')).toHaveText('Handed to the printer');
  // Nothing is said to be printed when the system's dialog was left.
  await sheet.getByRole('button', { name: 'Print…' }).click();
  await expect(sheet.getByRole('status')).toHaveText('');
});

test('the strip beside the text shows who speaks where, and leads there', async ({ launch }) => {
  const app = await launch({
    articles: [
      article(
        {
          slug: 'tides',
          headline: 'Tides',
          sources: [kerry, newSource('s2', 'Ben Okri')],
          quotations: [newQuotation('q1', 's1'), newQuotation('q2', 's2')],
        },
        p(quote('q1', '“It rose,”'), ' said John Kerry.'),
        ...Array.from({ length: 30 }, (_, index) => p(`Paragraph ${index} of a long story about the sea.`)),
        p(quote('q2', '“Not again,”'), ' said Ben Okri.'),
      ),
    ],
  });
  const marks = app.window.locator('main [aria-hidden] > [data-quote]');
  await expect(marks).toHaveText(['JK', 'BO']);
  const [words, mark] = [body(app).getByText('“Not again,”'), marks.last()];
  const [wordsBox, markBox] = [await words.boundingBox(), await mark.boundingBox()];
  expect(Math.abs((wordsBox?.y ?? 0) - (markBox?.y ?? 999))).toBeLessThan(12);
  await expect(words).not.toBeInViewport();
  await mark.dispatchEvent('click');
  await expect(words).toBeInViewport();
  await expect(app.window.getByRole('log')).toHaveText('Ben Okri, on the record');
});
