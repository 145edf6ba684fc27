import {
  article,
  bold,
  br,
  embed,
  factBox,
  image,
  link,
  p,
  pullQuote,
  quote,
  text as run,
  table,
} from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import type { StandfirstApp } from './driver/app';
import { body } from './driver/page';
import { expect, test } from './driver/test';

const story = article(
  { slug: 'tides', headline: 'The tide turns', deck: 'A tide, at last.' },
  p('The tide rose. Another ', bold('tide'), ' came.'),
  p('“Tides,” said nobody.'),
);

const matches = (app: StandfirstApp) => app.window.getByRole('status', { name: 'Matches' });
const painted = (app: StandfirstApp) => app.window.evaluate(() => CSS.highlights.get('match')?.size ?? 0);

test('finds in headline, deck and body, paints without touching the document, walks by Enter', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await body(app).click();
  await app.window.keyboard.press('Control+F');
  await expect(app.window.getByRole('textbox', { name: 'Find', exact: true })).toBeFocused();
  await app.window.keyboard.type('tide');
  await expect(matches(app)).toHaveText('1 of 5');
  await expect.poll(() => painted(app)).toBe(3);
  await app.window.keyboard.press('Enter');
  await expect(matches(app)).toHaveText('2 of 5');
  await app.window.getByRole('checkbox', { name: 'Whole words' }).check();
  await expect(matches(app)).toHaveText('1 of 4');
  await app.window.keyboard.press('Escape');
  await expect.poll(() => painted(app)).toBe(0);
  await expect(app.window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  expect(app.desk.article('tides')).toEqual(story);
});

test('replaces all in one step of undo and keeps the marks', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await body(app).click();
  await app.window.keyboard.press('Control+Alt+Shift+F');
  await app.window.getByRole('textbox', { name: 'Find', exact: true }).fill('tide');
  await app.window.getByRole('checkbox', { name: 'Match case' }).check();
  await app.window.getByRole('textbox', { name: 'Replace with' }).fill('flood');
  await expect(matches(app)).toHaveText('1 of 4');
  await app.window.getByRole('button', { name: 'Replace all' }).click();
  await expect(matches(app)).toHaveText('No matches');
  await expect
    .poll(() => app.desk.article('tides').body[0])
    .toEqual(p('The flood rose. Another ', bold('flood'), ' came.'));
  expect(app.desk.article('tides')).toMatchObject({ headline: 'The flood turns', deck: 'A flood, at last.' });
  await app.window.keyboard.press('Escape');
  await body(app).focus();
  await app.window.keyboard.press('Control+Z');
  await expect(body(app)).toContainText('The tide rose. Another tide came.');
});

test('finds and replaces in captions, fact boxes and cells too, in the same step of undo', async ({
  launch,
}) => {
  const cards = article(
    { slug: 'cards', headline: 'Cards' },
    p('A tide came.'),
    image('a.jpg', { caption: p('The ', bold('tide'), ' at noon').children }),
    factBox('About it', p('One tide a day.'), p('A second tide.')),
    table(true, ['Day', 'tide'], ['Monday', 'high tide']),
    p('No more.'),
  );
  const app = await launch({ articles: [cards] });
  await body(app).click();
  await app.window.keyboard.press('Control+Alt+Shift+F');
  await app.window.getByRole('textbox', { name: 'Find', exact: true }).fill('tide');
  await app.window.getByRole('textbox', { name: 'Replace with' }).fill('flood');
  await expect(matches(app)).toHaveText('1 of 6');
  await expect.poll(() => painted(app)).toBe(6);
  const words = () =>
    app.window.evaluate(() =>
      [...(CSS.highlights.get('match') ?? [])].map((range) => (range as Range).toString()),
    );
  expect(await words()).toEqual(Array.from({ length: 6 }, () => 'tide'));
  await app.window.getByRole('button', { name: 'Replace all' }).click();
  await expect(matches(app)).toHaveText('No matches');
  await expect
    .poll(() => app.desk.article('cards').body.slice(0, 4))
    .toEqual([
      p('A flood came.'),
      image('a.jpg', { caption: p('The ', bold('flood'), ' at noon').children }),
      factBox('About it', p('One flood a day.'), p('A second flood.')),
      table(true, ['Day', 'flood'], ['Monday', 'high flood']),
    ]);
  await app.window.keyboard.press('Escape');
  await body(app).focus();
  await app.window.keyboard.press('Control+Z');
  await expect.poll(() => app.desk.article('cards').body).toEqual(cards.body);
});

test('what replaces stays in links and tags, also where somebody wrote since', async ({ launch }) => {
  const before = {
    ...article(
      { slug: 'tags', headline: 'Tags', quotations: [newQuotation('q1', null)] },
      p('Start. See ', link('https://example.org', 'Wick'), '.'),
      p(quote('q1', 'Wick waits'), ', she said in Wick.'),
    ),
  };
  const app = await launch({ articles: [before] });
  await body(app).getByText('Start.').click();
  await app.window.keyboard.press('Control+Alt+Shift+F');
  await app.window.getByRole('textbox', { name: 'Find', exact: true }).fill('Wick');
  await app.window.getByRole('textbox', { name: 'Replace with' }).fill('Thurso');
  await expect(matches(app)).toHaveText('1 of 3');
  await body(app).getByText('Start.').click();
  await app.window.keyboard.press('Home');
  await app.window.keyboard.type('Now ');
  // At once, before anything is looked for anew.
  await app.window.evaluate(() => {
    for (const button of document.querySelectorAll('button'))
      if (button.textContent === 'Replace all') button.click();
  });
  await expect
    .poll(() => app.desk.article('tags').body[1])
    .toEqual(p(quote('q1', 'Thurso waits'), ', she said in Thurso.'));
  // The paragraph that was written in is left, whole; another press does it.
  expect(app.desk.article('tags').body[0]).toEqual(
    p('Now Start. See ', link('https://example.org', 'Wick'), '.'),
  );
  await expect(matches(app)).toHaveText('1 of 1');
  await app.window.getByRole('button', { name: 'Replace all' }).click();
  await expect
    .poll(() => app.desk.article('tags').body[0])
    .toEqual(p('Now Start. See ', link('https://example.org', 'Thurso'), '.'));
});

test('a line break can be found and replaced', async ({ launch }) => {
  const app = await launch({
    articles: [article({ slug: 'lines', headline: 'Lines' }, p('One', br, 'two', br, 'three.'))],
  });
  await body(app).click();
  await app.window.keyboard.press('Control+Alt+Shift+F');
  await app.window.getByRole('checkbox', { name: 'Pattern' }).check();
  await app.window.getByRole('textbox', { name: 'Find', exact: true }).fill('\\n');
  await app.window.getByRole('textbox', { name: 'Replace with' }).fill(' ');
  await expect(matches(app)).toHaveText('1 of 2');
  await app.window.getByRole('button', { name: 'Replace all' }).click();
  await expect.poll(() => app.desk.article('lines').body[0]).toEqual(p('One two three.'));
});

test('a pattern that never ends is ended, and the window lives on', async ({ launch }) => {
  const app = await launch({
    articles: [article({ slug: 'long', headline: 'Long' }, p(`${'a'.repeat(60)}!`))],
  });
  await body(app).click();
  await app.window.keyboard.press('Control+F');
  await app.window.getByRole('checkbox', { name: 'Pattern' }).check();
  await app.window.getByRole('textbox', { name: 'Find', exact: true }).fill('(a+)+b');
  await expect(matches(app)).toHaveText('This pattern takes too long. Make it simpler.');
  await app.window.getByRole('textbox', { name: 'Find', exact: true }).fill('a{3}!');
  await expect(matches(app)).toHaveText('1 of 1');
});

test('finds and replaces in credit, description, titles, attributions and the lead image; shows each, undoes all', async ({
  launch,
}) => {
  const { kind: _, ...lead } = image('lead.png', {
    alt: 'The tide',
    credit: 'Tide desk',
    caption: p('Low tide').children,
  });
  const cards = {
    ...article(
      { slug: 'cards', headline: 'About water' },
      p('Before.'),
      image('a.jpg', { alt: 'A tide', credit: 'Tide Pictures' }),
      factBox('The tide', p('Nothing.')),
      embed('https://example.org/tide', {
        title: 'Tide tables',
        description: 'Every tide',
        provider: 'Tides',
      }),
      pullQuote('The tide office', 'It rose'),
    ),
    leadImage: lead,
  };
  const app = await launch({ articles: [cards] });
  const { keyboard } = app.window;
  await body(app).getByText('Before.').click();
  await keyboard.press('Control+Alt+Shift+F');
  await app.window.getByRole('textbox', { name: 'Find', exact: true }).fill('tide');
  await app.window.getByRole('textbox', { name: 'Replace with' }).fill('flood');
  // The address is no word of the page: it is not looked through.
  await expect(matches(app)).toHaveText('1 of 10');
  await expect(app.window.locator('[data-match]')).toHaveCount(9);
  const present = app.window.locator('[data-match="present"]');
  const shown: (string | null)[] = [];
  for (let step = 0; step < 10; step += 1) {
    await expect(matches(app)).toHaveText(`${step + 1} of 10`);
    shown.push((await present.count()) === 1 ? await present.getAttribute('aria-label') : null);
    if (shown.at(-1)) await expect(present).toBeInViewport();
    await app.window.getByRole('button', { name: 'Next match' }).click();
  }
  expect(shown).toEqual([
    null,
    'Credit',
    'Image description',
    'Credit',
    'Image description',
    'Fact box title',
    'Link title',
    'Link description',
    'Site',
    'Who is quoted',
  ]);
  await app.window.getByRole('button', { name: 'Replace all' }).click();
  await expect(matches(app)).toHaveText('No matches');
  await expect
    .poll(() => app.desk.article('cards'))
    .toMatchObject({
      leadImage: { alt: 'The flood', credit: 'flood desk', caption: [{ text: 'Low flood' }] },
      body: [
        {},
        { alt: 'A flood', credit: 'flood Pictures' },
        { title: 'The flood' },
        {
          title: 'flood tables',
          description: 'Every flood',
          provider: 'floods',
          url: 'https://example.org/tide',
        },
        { attribution: 'The flood office' },
      ],
    });
  await keyboard.press('Escape');
  await body(app).getByText('Before.').click();
  await keyboard.press('Control+Z');
  await expect.poll(() => app.desk.article('cards')).toMatchObject({ leadImage: lead, body: cards.body });
  // Leaving the bar goes to what was found.
  await keyboard.press('Control+F');
  await app.window.getByRole('textbox', { name: 'Find', exact: true }).fill('Tide Pict');
  await expect(matches(app)).toHaveText('1 of 1');
  await keyboard.press('Escape');
  await expect(body(app).getByRole('textbox', { name: 'Credit' })).toBeFocused();
  expect(await app.window.evaluate(() => getSelection()?.toString())).toBe('Tide Pict');
});

test('what replaces is set as if it were typed there, but for patterns and code', async ({ launch }) => {
  const app = await launch({
    articles: [
      article(
        { slug: 'marks', headline: 'An X here' },
        p('He said X yes.'),
        p('X'),
        p(run('a X', 'code')),
        image('a.jpg', { credit: 'X Field' }),
      ),
    ],
  });
  await body(app).getByText('He said').click();
  await app.window.keyboard.press('Control+Alt+Shift+F');
  const find = app.window.getByRole('textbox', { name: 'Find', exact: true });
  const replace = app.window.getByRole('textbox', { name: 'Replace with' });
  await find.fill('X');
  await replace.fill(`"it's -- so"`);
  await expect(matches(app)).toHaveText('1 of 5');
  await app.window.getByRole('button', { name: 'Replace all' }).click();
  const set = '“it’s — so”';
  await expect
    .poll(() => app.desk.article('marks'))
    .toMatchObject({
      headline: `An ${set} here`,
      body: [
        { children: [{ text: `He said ${set} yes.` }] },
        { children: [{ text: set }] },
        { children: [{ text: `a "it's -- so"`, marks: ['code'] }] },
        { credit: `${set} Field` },
      ],
    });
  await app.window.getByRole('checkbox', { name: 'Pattern' }).check();
  await find.fill('so.? Field');
  await replace.fill(`"`);
  await expect(matches(app)).toHaveText('1 of 1');
  await app.window.getByRole('button', { name: 'Replace all' }).click();
  await expect.poll(() => app.desk.article('marks').body[3]).toMatchObject({ credit: '“it’s — "' });
});

test('finds and replaces in everything of the head, and undo gives it back', async ({ launch }) => {
  const head = {
    kicker: 'Wick today',
    headline: 'Wick floods',
    deck: 'All of Wick.',
    bylines: [{ name: 'Ann Wick' }, { name: 'Ben Okri' }],
    dateline: 'WICK',
  };
  const app = await launch({ articles: [article({ slug: 'wick', ...head }, p('In Wick it rained.'))] });
  await body(app).getByText('rained').click();
  await app.window.keyboard.press('Control+Alt+Shift+F');
  await app.window.getByRole('textbox', { name: 'Find', exact: true }).fill('wick');
  await app.window.getByRole('textbox', { name: 'Replace with' }).fill('Thurso');
  await expect(matches(app)).toHaveText('1 of 6');
  await app.window.getByRole('button', { name: 'Replace all' }).click();
  await expect(matches(app)).toHaveText('No matches');
  await expect(app.window.getByRole('textbox', { name: 'Byline' })).toHaveValue('By Ann Thurso and Ben Okri');
  await expect
    .poll(() => app.desk.article('wick'))
    .toMatchObject({
      kicker: 'Thurso today',
      headline: 'Thurso floods',
      deck: 'All of Thurso.',
      bylines: [{ name: 'Ann Thurso' }, { name: 'Ben Okri' }],
      dateline: 'Thurso',
      body: [p('In Thurso it rained.')],
    });
  await app.window.keyboard.press('Escape');
  await body(app).getByText('rained').click();
  await app.window.keyboard.press('Control+Z');
  await expect.poll(() => app.desk.article('wick')).toMatchObject(head);
});

test('replacing one after the other goes on past what was written, and round from the last', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'ferry', headline: 'Boats' }, p('The ferry sails. A ferry sank. No ferry.'))],
  });
  await body(app).click();
  await app.window.keyboard.press('Control+Alt+Shift+F');
  await app.window.getByRole('textbox', { name: 'Find', exact: true }).fill('ferry');
  await expect(matches(app)).toHaveText('1 of 3');
  const replace = app.window.getByRole('textbox', { name: 'Replace with' });
  await replace.fill('ferry line');
  for (const shown of ['2 of 3', '3 of 3', '1 of 3']) {
    await replace.press('Enter');
    await expect(matches(app)).toHaveText(shown);
  }
  await expect(body(app)).toHaveText('The ferry line sails. A ferry line sank. No ferry line.');
  await replace.fill('boat');
  for (const shown of ['1 of 2', '1 of 1', 'No matches']) {
    await replace.press('Enter');
    await expect(matches(app)).toHaveText(shown);
  }
});
