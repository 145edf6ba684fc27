import { article, bold, factBox, image, p, table } from '../../shared/article/build';
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
