import fc from 'fast-check';
import { article, p } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import type { StandfirstApp } from './driver/app';
import { body, caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

const story = article(
  { slug: 'tides', headline: 'The tide turns', deck: 'Slowly.', bylines: [{ name: 'Ada Field' }] },
  p('The sea rose on Monday.'),
  p('Nobody was hurt.'),
);

const field = (app: StandfirstApp, name: string) => app.window.getByRole('textbox', { name, exact: true });
const onDisk = (app: StandfirstApp) => {
  const { headline, deck, bylines, body: blocks } = app.desk.article('tides');
  return `${headline}|${deck}|${bylines.map(({ name }) => name).join()}|${JSON.stringify(blocks)}`;
};

test('Undo and Redo can be chosen while there is something to undo or redo', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const possible = async () => ({
    buttons: [
      await app.window.getByRole('button', { name: 'Undo' }).isEnabled(),
      await app.window.getByRole('button', { name: 'Redo' }).isEnabled(),
    ],
    menu: await app.electron.evaluate(({ Menu }) =>
      ['edit.undo', 'edit.redo'].map((id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled),
    ),
  });
  const both = (...both: [undo: boolean, redo: boolean]) => ({ buttons: both, menu: both });
  await expect.poll(possible).toEqual(both(false, false));
  await caretAtEnd(app, 'Nobody was hurt.');
  await app.window.keyboard.type(' So far.');
  await expect.poll(possible).toEqual(both(true, false));
  await app.window.keyboard.press('Control+Z');
  await expect.poll(possible).toEqual(both(false, true));
});

test('one line of undo through headline, deck, byline and body, to the disk and back', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  await field(app, 'Headline').click();
  await keyboard.press('End');
  await keyboard.type(' again');
  await caretAtEnd(app, 'Nobody was hurt.');
  await keyboard.type(' So far.');
  await field(app, 'Deck').click();
  await keyboard.press('End');
  await keyboard.type(' Very.');
  await field(app, 'Byline').click();
  await keyboard.press('End');
  await keyboard.type(' and Ben Okri');
  await expect.poll(() => onDisk(app)).toMatch(/again\|Slowly\. Very\.\|Ada Field,Ben Okri\|.*So far/);
  // The Undo button acts on the same line as the key, and the keyboard goes where the change was.
  await app.window.getByRole('button', { name: 'Undo' }).click();
  await expect(field(app, 'Byline')).toHaveValue('By Ada Field');
  await expect(field(app, 'Byline')).toBeFocused();
  await keyboard.press('Control+Z');
  await expect(field(app, 'Deck')).toHaveValue('Slowly.');
  await expect(field(app, 'Deck')).toBeFocused();
  await keyboard.press('Control+Z');
  await expect(body(app)).not.toContainText('So far.');
  await expect(body(app)).toBeFocused();
  await app.chooseMenu('Edit', 'Undo');
  await expect(field(app, 'Headline')).toHaveValue('The tide turns');
  await expect(field(app, 'Headline')).toBeFocused();
  await expect.poll(() => onDisk(app)).toMatch(/^The tide turns\|Slowly\.\|Ada Field\|.*hurt\."/);
  // There is nothing before what was opened.
  await keyboard.press('Control+Z');
  await expect(field(app, 'Headline')).toHaveValue('The tide turns');
  for (let step = 0; step < 4; step += 1) await keyboard.press('Control+Shift+Z');
  await expect(field(app, 'Byline')).toHaveValue('By Ada Field and Ben Okri');
  await expect.poll(() => onDisk(app)).toMatch(/again\|Slowly\. Very\.\|Ada Field,Ben Okri\|.*So far/);
  // The caret came back too: typing goes on where it stood.
  await keyboard.press('Control+Z');
  await keyboard.press('Control+Z');
  await keyboard.type('!');
  await expect(field(app, 'Deck')).toHaveValue('Slowly.!');
  expect(app.problems).toEqual([]);
});

test('replace all is one step, headline and deck with it', async ({ launch }) => {
  const app = await launch({
    articles: [
      article({ slug: 'tides', headline: 'The tide', deck: 'A tide.' }, p('tide and tide'), p('tide')),
    ],
  });
  await expect(body(app)).toContainText('tide and tide');
  await app.window.keyboard.press('Control+Alt+Shift+F');
  await app.window.getByRole('textbox', { name: 'Find' }).fill('tide');
  await app.window.getByRole('textbox', { name: 'Replace with' }).fill('sea');
  await expect(app.window.getByRole('status', { name: 'Matches' })).toHaveText(/of 5/);
  await app.window.getByRole('button', { name: 'Replace all' }).click();
  await expect(field(app, 'Headline')).toHaveValue('The sea');
  await expect(body(app)).toContainText('sea and sea');
  await body(app).focus();
  await app.window.keyboard.press('Control+Z');
  await expect(field(app, 'Headline')).toHaveValue('The tide');
  await expect(field(app, 'Deck')).toHaveValue('A tide.');
  await expect(body(app)).toContainText('tide and tide');
  await expect.poll(() => onDisk(app)).toMatch(/^The tide\|A tide\.\|\|.*tide and tide/);
  await app.window.keyboard.press('Control+Shift+Z');
  await expect(field(app, 'Deck')).toHaveValue('A sea.');
});

test('typing before a tagged quotation is one step; what another program wrote is not undone', async ({
  launch,
}) => {
  const tagged = article(
    {
      slug: 'tides',
      headline: 'Tagged',
      quotations: [newQuotation('q1', 's1')],
      sources: [newSource('s1', 'Mary Sinclair')],
    },
    p(
      { kind: 'quotation', quoteId: 'q1', children: [{ kind: 'text', text: '“It rose,”', marks: [] }] },
      ' she said.',
    ),
  );
  const app = await launch({ articles: [tagged] });
  const { keyboard } = app.window;
  await body(app).getByText('she said.').click();
  await keyboard.press('Home');
  await drawn(app);
  await keyboard.type('Look: ');
  await expect(body(app)).toHaveText('Look: “It rose,” she said.');
  await keyboard.press('Control+Z');
  await expect(body(app)).toHaveText('“It rose,” she said.');
  await expect(body(app).getByRole('group', { name: 'Mary Sinclair' })).toHaveText('“It rose,”');
  await expect(app.window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');

  const theirs = app.desk.article('tides');
  app.desk.putArticle({ ...theirs, headline: 'From elsewhere', body: [p('Written by another program.')] });
  await expect(body(app)).toHaveText('Written by another program.');
  await body(app).click();
  await keyboard.press('Control+Z');
  await keyboard.press('Control+Shift+Z');
  await expect(body(app)).toHaveText('Written by another program.');
  await expect(field(app, 'Headline')).toHaveValue('From elsewhere');
});

test('a field beside the page undoes its own words', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await caretAtEnd(app, 'Nobody was hurt.');
  await app.window.keyboard.type(' So far.');
  await app.window.keyboard.press('Control+F');
  const find = app.window.getByRole('textbox', { name: 'Find' });
  await expect(find).toBeFocused();
  await app.window.keyboard.type('sea');
  await app.window.keyboard.press('Control+Z');
  await expect(find).toHaveValue('');
  await expect(body(app)).toContainText('So far.');
});

/** Something a writer may do, as keys; what it makes of the steps is the editor's business. */
const doings = fc.oneof(
  fc.record({ type: fc.constantFrom('sea', 'It rose, ', 'x', '– and then ') }),
  fc.record({
    press: fc.constantFrom(
      'Enter',
      'Backspace',
      'Delete',
      'Home',
      'ArrowUp',
      'ArrowLeft',
      'Control+B',
      'Control+Shift+A',
      'Control+Z',
      'Control+Shift+Z',
    ),
  }),
  fc.record({ into: fc.constantFrom('Headline', 'Deck', 'Article body') }),
);

test('whatever was typed, undo leads back to what was opened and redo returns through every state', async ({
  launch,
}) => {
  test.setTimeout(90_000);
  const app = await launch({ articles: [story] });
  await expect(body(app)).toContainText('The sea rose on Monday.');
  const state = () =>
    app.window.evaluate(() =>
      [
        ...[...document.querySelectorAll<HTMLInputElement>('.head-field')].map((element) => element.value),
        ...[...document.querySelectorAll('.body p, .body .card')].map(
          (element) =>
            `${element.tagName}:${element.classList.contains('card') ? 'card' : element.textContent}`,
        ),
      ].join('\n'),
    );
  const opened = await state();
  for (const doing of fc.sample(doings, { numRuns: 60, seed: 7 })) {
    if ('type' in doing) await app.window.keyboard.type(doing.type);
    else if ('press' in doing) await app.window.keyboard.press(doing.press);
    else await field(app, doing.into).focus();
    await drawn(app);
  }
  const written = await state();
  expect(written).not.toBe(opened);
  const walk = async (key: string) => {
    const seen = [await state()];
    for (;;) {
      await app.window.keyboard.press(key);
      await drawn(app);
      const next = await state();
      if (next === seen.at(-1)) return seen;
      seen.push(next);
    }
  };
  await walk('Control+Shift+Z');
  const back = await walk('Control+Z');
  expect(back.at(-1)).toBe(opened);
  expect(back.length).toBeGreaterThan(10);
  const forth = await walk('Control+Shift+Z');
  expect(forth).toEqual([...back].reverse());
  expect(app.problems).toEqual([]);
});
