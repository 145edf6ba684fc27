import { article, image, p } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import type { StandfirstApp } from './driver/app';
import { body } from './driver/page';
import { expect, test } from './driver/test';

const head = {
  headline: 'The tide turns',
  deck: 'At last.',
  dateline: 'WICK',
  bylines: [{ name: 'Ada Field' }],
};
const region = (app: StandfirstApp) => app.window.getByRole('region', { name: 'Checks' });
const finding = (app: StandfirstApp, words: string | RegExp) =>
  region(app).getByRole('listitem').filter({ hasText: words });

test('finds words run together, splits them with one key, and undo gives them back', async ({ launch }) => {
  const app = await launch({
    articles: [
      article(
        { ...head, slug: 'joined' },
        p('The bill passed theSenate on Monday with threeEU members watching from the gallery.'),
      ),
    ],
  });
  await finding(app, 'theSenate')
    .getByRole('button', { name: /the Senate/ })
    .click();
  await expect(body(app)).toContainText('passed the Senate on Monday');
  await finding(app, 'threeEU')
    .getByRole('button', { name: /three EU/ })
    .click();
  await expect
    .poll(() => app.desk.article('joined').body[0])
    .toEqual(p('The bill passed the Senate on Monday with three EU members watching from the gallery.'));
  await body(app).focus();
  await app.window.keyboard.press('Control+Z');
  await expect(body(app)).toContainText('threeEU');
});

test('shows the place of a finding', async ({ launch }) => {
  const app = await launch({ articles: [article({ ...head, slug: 'twice' }, p('It was the the wall.'))] });
  await finding(app, /the the/)
    .getByRole('button', { name: 'Show' })
    .click();
  await expect(body(app)).toBeFocused();
  expect(await app.window.evaluate(() => window.getSelection()?.toString())).toMatch(/the/);
});

test('an image without its file is told by the name a writer knows, and no longer once the file is back', async ({
  launch,
}) => {
  const picture = image('0a1b2c-quay.png', { alt: 'The quay', credit: 'Ann' });
  const app = await launch({ articles: [article({ ...head, slug: 'quay' }, picture, p('It held.'))] });
  const missing = finding(app, 'The file of this image is missing');
  await expect(missing).toContainText('The quay');
  await missing.getByRole('button', { name: 'Show' }).click();
  app.desk.put('quay/media/0a1b2c-quay.png', 'the picture');
  await app.window.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(missing).toHaveCount(0);
});

test('the keyboard goes from a finding that was mended to the next one', async ({ launch }) => {
  const app = await launch({
    articles: [
      article({ ...head, slug: 'thrice' }, p('It was the the wall.'), p('It is a a wall.'), p('End.')),
    ],
  });
  const remove = (word: string) => region(app).getByRole('button', { name: `Remove one “${word}”` });
  await remove('the').focus();
  await app.window.keyboard.press('Enter');
  await expect(remove('the')).toHaveCount(0);
  await expect(finding(app, /a a/).getByRole('button', { name: 'Show' })).toBeFocused();
  await remove('a').focus();
  await app.window.keyboard.press('Enter');
  await expect(region(app)).toContainText('Nothing to mend.');
  await expect(region(app)).toBeFocused();
});

test('whoever does not want to leave a finding after all gets out of it with Escape', async ({ launch }) => {
  const app = await launch({ articles: [article({ ...head, slug: 'twice' }, p('It was the the wall.'))] });
  const leave = finding(app, /the the/).getByRole('button', { name: 'Leave it…' });
  await leave.click();
  await expect(region(app).getByRole('textbox', { name: 'Why it may stay' })).toBeFocused();
  await app.window.keyboard.press('Escape');
  await expect(region(app).getByRole('textbox')).toHaveCount(0);
  await expect(leave).toBeFocused();
});

test('a finding that may stay is left with a reason, kept in the article', async ({ launch }) => {
  const app = await launch({ articles: [article({ ...head, slug: 'left' }, p('It was the the wall.'))] });
  await finding(app, /the the/)
    .getByRole('button', { name: 'Leave it…' })
    .click();
  await region(app).getByRole('textbox', { name: 'Why it may stay' }).fill('A title of a song');
  await app.window.keyboard.press('Enter');
  await expect(finding(app, /the the/)).toHaveCount(0);
  await expect
    .poll(() => app.desk.article('left').ignoredChecks)
    .toMatchObject([{ reason: 'A title of a song' }]);
  await app.restart();
  await expect(body(app)).toContainText('the the');
  await expect(region(app)).toContainText('Nothing to mend.');
  // The decision can be seen, and taken back.
  await region(app).getByText('1 left as it is').click();
  await expect(region(app)).toContainText('Left: A title of a song');
  await region(app).getByRole('button', { name: 'Look at it again' }).click();
  await expect(finding(app, /the the/).getByRole('button', { name: 'Show' })).toBeVisible();
  await expect(region(app).getByText('left as it is')).toHaveCount(0);
  await expect.poll(() => app.desk.article('left').ignoredChecks).toEqual([]);
});

test('words off the record are an error that no reason can silence', async ({ launch }) => {
  const app = await launch({
    articles: [
      article(
        {
          ...head,
          slug: 'secret',
          quotations: [newQuotation('q1', 's1')],
          sources: [
            { ...newSource('s1', 'N. N.'), terms: 'off-the-record', reasonUnnamed: 'Fears for the job' },
          ],
        },
        p(
          {
            kind: 'quotation',
            quoteId: 'q1',
            children: [{ kind: 'text', text: '“It was planned,”', marks: [] }],
          },
          ' they said.',
        ),
      ),
    ],
  });
  const error = finding(app, /off the record/).first();
  await expect(error.getByRole('img', { name: 'Error' })).toBeVisible();
  await expect(error.getByRole('button', { name: 'Leave it…' })).toHaveCount(0);
});

test('the list follows the typing', async ({ launch }) => {
  const app = await launch({ articles: [article({ ...head, slug: 'typed' }, p('A quiet day.'))] });
  await expect(region(app)).toContainText('Nothing to mend.');
  await body(app).getByText('A quiet day.').click();
  await app.window.keyboard.press('End');
  await app.window.keyboard.type(' And and so on.');
  await expect(finding(app, /and/i)).toHaveCount(1);
});

test('spelling: suggestions, a word that is learned, names of sources are never errors', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article(
        { ...head, slug: 'spelt', sources: [newSource('s1', 'mary oconnor')] },
        p('The goverment met mary oconnor and the zorblat.'),
      ),
    ],
  });
  await finding(app, '“goverment” is not').getByRole('button', { name: 'government' }).click();
  await expect(body(app)).toContainText('The government met');
  await finding(app, '“zorblat” is not').getByRole('button', { name: 'Add to dictionary' }).click();
  await expect(finding(app, '“zorblat” is not')).toHaveCount(0);
  await expect(finding(app, '“oconnor” is not')).toHaveCount(0);
  await expect.poll(() => JSON.parse(app.desk.text('desk.json')).words).toEqual(['zorblat']);
});

test('words that are learned one right after the other are all kept', async ({ launch }) => {
  const app = await launch({
    articles: [article({ ...head, slug: 'learned' }, p('The zorblat met the quibnix and a flarn.'))],
  });
  const learn = region(app).getByRole('button', { name: 'Add to dictionary' });
  await expect(learn).toHaveCount(3);
  await learn.evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLButtonElement).click();
  });
  await expect
    .poll(() => JSON.parse(app.desk.text('desk.json')).words)
    .toEqual(['flarn', 'quibnix', 'zorblat']);
});
