import type { Block } from '../../shared/article/block';
import { article, factBox, image, p, table } from '../../shared/article/build';
import type { Inline } from '../../shared/article/inline';
import { inlineRuns, inlineText, visitInlines } from '../../shared/article/traverse';
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
