import type { Block } from '../../shared/article/block';
import { article, bullets, factBox, image, p, quote, table, text } from '../../shared/article/build';
import type { Inline } from '../../shared/article/inline';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { inlineRuns, inlineText, recordsNamedIn, visitInlines } from '../../shared/article/traverse';
import type { StandfirstApp } from './driver/app';
import { body, caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

/* Comments, links and tags on words in cards: made by the same keys as on the page, undone on the same line. */

const words = 'The wall held. “It rose fast,” said Mary Sinclair, the harbour master.';

const cards = [
  [
    'a caption',
    'Caption',
    image('gone.png', { alt: 'A wall', caption: p(words).children, width: 2, height: 1 }),
  ],
  ['a cell', 'Row 1, column 1', table(false, [words, 'Second'])],
  ['a fact box', 'Fact box text', factBox('Background', p(words))],
] as const satisfies readonly (readonly [string, string, Block])[];

/** Every inline of the card, spans and what is in them. */
function inlinesOf(app: StandfirstApp): readonly Inline[] {
  const found: Inline[] = [];
  const block = app.desk.article('tides').body[1];
  for (const run of block ? inlineRuns(block) : []) visitInlines(run, (inline) => found.push(inline));
  return found;
}

const spans = (app: StandfirstApp, kind: 'note' | 'link' | 'quotation') =>
  inlinesOf(app).flatMap((inline) =>
    inline.kind === kind && 'children' in inline ? [inlineText(inline.children)] : [],
  );

for (const [name, label, card] of cards) {
  test(`words in ${name} take a link, a comment and a speaker, and give them back by undo`, async ({
    launch,
  }) => {
    const app = await launch({
      articles: [article({ slug: 'tides', headline: 'Tides' }, p('Before.'), card)],
    });
    const { window } = app;
    const { keyboard } = window;
    const text = body(app)
      .getByRole('textbox', { name: new RegExp(`^${label}`) })
      .first();
    /** Selects so many characters from `from` on with the keyboard. */
    const select = async (from: number, count: number) => {
      await text.click();
      await keyboard.press('Control+Home');
      await drawn(app);
      for (let step = 0; step < from; step += 1) await keyboard.press('ArrowRight');
      await drawn(app);
      for (let step = 0; step < count; step += 1) await keyboard.press('Shift+ArrowRight');
      await drawn(app);
    };

    await select(4, 4);
    await keyboard.press('Control+K');
    await window.getByRole('textbox', { name: 'Address' }).fill('example.org/wall');
    await keyboard.press('Enter');
    await expect.poll(() => spans(app, 'link')).toEqual(['wall']);
    await expect(text).toBeFocused();

    await select(9, 4);
    await keyboard.press('Control+Alt+M');
    await window.getByRole('textbox', { name: 'Words for the desk' }).fill('How long?');
    await window.getByRole('button', { name: 'Save comment' }).click();
    await expect.poll(() => spans(app, 'note')).toEqual(['held']);
    await expect(window.getByRole('region', { name: 'Notes' })).toContainText('How long?');

    await select(words.indexOf('rose'), 0);
    await keyboard.press('Control+Shift+U');
    await expect(window.getByRole('combobox', { name: 'Speaker' })).toHaveValue('Mary Sinclair');
    await keyboard.press('Enter');
    await expect.poll(() => spans(app, 'quotation')).toEqual(['“It rose fast,”']);
    const [record] = app.desk.article('tides').quotations;
    const [source] = app.desk.article('tides').sources;
    expect(source).toMatchObject({ name: 'Mary Sinclair', role: 'the harbour master' });
    expect(record?.sourceId).toBe(source?.id);
    await expect(window.getByRole('region', { name: 'Sources' })).toContainText('Mary Sinclair');

    // All that was typed stays while the caret moves on, and each deed is one undo.
    await caretAtEnd(app, 'Before.');
    await keyboard.press('Control+Z');
    await expect.poll(() => spans(app, 'quotation')).toEqual([]);
    await keyboard.press('Control+Z');
    await expect.poll(() => spans(app, 'note')).toEqual([]);
    await keyboard.press('Control+Z');
    await expect.poll(() => spans(app, 'link')).toEqual([]);
    for (let step = 0; step < 3; step += 1) await keyboard.press('Control+Shift+Z');
    await expect.poll(() => spans(app, 'quotation')).toEqual(['“It rose fast,”']);
    await expect.poll(() => spans(app, 'link')).toEqual(['wall']);
    expect(app.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
  });
}

for (const [name, label, card] of cards) {
  test(`keys that delete or leap stay in ${name} at its ends`, async ({ launch }) => {
    const app = await launch({
      articles: [article({ slug: 'tides', headline: 'Tides' }, p('Before.'), card, p('After.'))],
    });
    const { keyboard } = app.window;
    const text = body(app)
      .getByRole('textbox', { name: new RegExp(`^${label}`) })
      .first();
    const stays = async (end: string, keys: readonly string[]) => {
      await text.click();
      for (const key of keys) {
        await keyboard.press(end);
        await keyboard.press(key);
        await drawn(app);
        await expect(text, key).toBeFocused();
      }
    };
    await stays('Control+End', ['Delete', 'Control+Delete', 'Control+ArrowRight', 'Control+ArrowDown']);
    await keyboard.type(' The end.');
    await stays('Control+Home', ['Backspace', 'Control+Backspace', 'Control+ArrowLeft', 'Control+ArrowUp']);
    await keyboard.type('First: ');
    await expect
      .poll(() => inlinesOf(app).flatMap((inline) => ('text' in inline ? [inline.text] : [])))
      .toContain(`First: ${words} The end.`);
    await keyboard.press('Control+A');
    for (let time = 0; time < 4; time += 1) await keyboard.press('Backspace');
    await expect
      .poll(() => inlinesOf(app).some((inline) => 'text' in inline && inline.text.includes('First')))
      .toBe(false);
    await expect(text).toBeFocused();
    expect(app.desk.article('tides').body[1]?.kind).toBe(card.kind);
  });
}

test('Backspace makes the first item of a list in a fact box a paragraph', async ({ launch }) => {
  const app = await launch({
    articles: [
      article({ slug: 'tides', headline: 'Tides' }, p('Before.'), factBox('Box', bullets('one', 'two'))),
    ],
  });
  const text = body(app).getByRole('textbox', { name: 'Fact box text' });
  await text.click();
  await app.window.keyboard.press('Control+Home');
  await app.window.keyboard.press('Backspace');
  await expect
    .poll(() => app.desk.article('tides').body[1])
    .toMatchObject({ body: [{ kind: 'paragraph' }, { kind: 'list' }] });
  await expect(text).toBeFocused();
});

test('from the words of a cell a drag and Shift with a click reach the page, and typing goes on', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'tides', headline: 'Tides' }, table(false, ['Cell', 'Second']), p('After.'))],
  });
  const { keyboard } = app.window;
  const card = body(app).locator('.card');
  const cell = card.getByRole('textbox', { name: /^Row 1, column 1/ });
  await cell.dragTo(body(app).getByText('After.'));
  await expect(cell).toBeFocused();
  await expect(card).toHaveAttribute('data-selected');
  await body(app)
    .getByText('After.')
    .click({ modifiers: ['Shift'] });
  await expect(body(app).locator('[data-chosen]')).toHaveText(['After.']);
  await expect(card).toHaveAttribute('data-selected');
  await keyboard.type(' All is well.');
  await expect
    .poll(() => inlinesOf(app).map((inline) => 'text' in inline && inline.text))
    .toEqual(['After. All is well.']);
});

const secret = { ...newSource('s1', 'Mary Sinclair'), publishedAs: 'an official' };
const record = { ...newQuotation('q1', 's1'), terms: 'off-the-record' as const };
const quoted = [quote('q1', '“It rose fast,”'), text(' she said.')].flat();
const pictured = image('gone.png', { alt: 'A wall', caption: quoted, width: 2, height: 1 });

for (const [name, card] of [
  ['a picture', pictured],
  ['a table', { ...table(false, ['One', 'Two']), rows: [[{ children: quoted }, { children: quoted }]] }],
  ['a fact box', factBox('Background', p(...quoted))],
] as const satisfies readonly (readonly [string, Block])[]) {
  test(`${name} that is duplicated or copied keeps who said its words, and on which terms`, async ({
    launch,
  }) => {
    const app = await launch({
      articles: [
        article(
          { slug: 'tides', headline: 'Tides', sources: [secret], quotations: [record] },
          p('Before.'),
          card,
          p('After.'),
        ),
      ],
    });
    const { keyboard } = app.window;
    const saved = () => app.desk.article('tides');
    const terms = () => saved().quotations.map(({ sourceId, terms }) => `${sourceId} ${terms}`);
    await caretAtEnd(app, 'After.');
    await keyboard.press('Escape');
    await keyboard.press('ArrowUp');
    await keyboard.press('Control+D');
    await expect
      .poll(() => saved().body.map(({ kind }) => kind))
      .toEqual(['paragraph', card.kind, card.kind, 'paragraph']);
    await expect.poll(terms).toEqual(['s1 off-the-record', 's1 off-the-record']);
    await keyboard.press('Control+C');
    await caretAtEnd(app, 'Before.');
    await keyboard.press('Control+V');
    await expect.poll(() => saved().body.filter(({ kind }) => kind === card.kind)).toHaveLength(3);
    await expect.poll(terms).toEqual(Array(3).fill('s1 off-the-record'));
  });
}

test('a picture that becomes the lead image keeps who said the words of its caption', async ({ launch }) => {
  const app = await launch({
    articles: [
      article(
        { slug: 'tides', headline: 'Tides', sources: [secret], quotations: [record] },
        p('Before.'),
        pictured,
      ),
    ],
  });
  await body(app).getByText('Before.').click();
  await app.window.getByRole('button', { name: 'Make lead image' }).focus();
  await app.window.keyboard.press('Enter');
  await expect.poll(() => app.desk.article('tides').leadImage?.file).toBe('gone.png');
  expect(app.desk.article('tides').quotations).toEqual([record]);
});

test('words of a quotation that are brought into a cell are one of their own, with the same speaker and terms', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article(
        { slug: 'tides', headline: 'Tides', sources: [secret], quotations: [record] },
        p(...quoted),
        table(false, ['Cell', 'Second']),
      ),
    ],
  });
  const { keyboard } = app.window;
  await caretAtEnd(app, '“It rose fast,”');
  for (let step = 0; step < 6; step += 1) await keyboard.press('ArrowLeft');
  for (let step = 0; step < 5; step += 1) await keyboard.press('Shift+ArrowLeft');
  await drawn(app);
  await keyboard.press('Control+X');
  await body(app)
    .getByRole('textbox', { name: /^Row 1, column 1/ })
    .click();
  await keyboard.press('Control+End');
  await keyboard.press('Control+V');
  const idsIn = (block: Block | undefined) => (block ? [...recordsNamedIn(block).quotations] : []);
  const saved = () => app.desk.article('tides');
  await expect.poll(() => idsIn(saved().body[1])).toHaveLength(1);
  expect(idsIn(saved().body[0])).toEqual(['q1']);
  expect(idsIn(saved().body[1])).not.toEqual(['q1']);
  const sameTerms = { sourceId: 's1', terms: 'off-the-record' };
  expect(saved().quotations).toMatchObject([sameTerms, sameTerms]);
});
