import { article, p } from '../../shared/article/build';
import type { StandfirstApp } from './driver/app';
import { body, drawn } from './driver/page';
import { sampleOnScreens } from './driver/screen';
import { expect, test } from './driver/test';

const story = article(
  { slug: 'tides', headline: 'The tide turns' },
  p('The wall held on Monday, said Mary Sinclair, the harbour master. “It rose by a hand,” she said.'),
  p('“We were not told,” said Ben Okri, a fisherman. He added: “Nobody rang the bell.”'),
  p('The council did not answer.'),
);

const panel = (app: StandfirstApp) => app.window.getByRole('dialog', { name: 'Suggest quotes' });

test('walks the untagged quotations by keyboard: Enter accepts, arrows choose and walk, Escape leaves', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const { keyboard } = app.window;
  await body(app).click();
  await keyboard.press('Control+Home');
  await app.window.getByRole('button', { name: 'Suggest quotes' }).focus();
  await keyboard.press('Enter');
  await expect(panel(app)).toContainText('Quotation 1 of 3');
  await expect(panel(app)).toContainText('“It rose by a hand,”');
  await expect(panel(app).getByRole('option', { selected: true })).toContainText('Mary Sinclair');
  await keyboard.press('Enter');
  await expect(panel(app)).toContainText('Quotation 1 of 2');
  await keyboard.press('ArrowRight');
  await expect(panel(app)).toContainText('“Nobody rang the bell.”');
  await expect(panel(app).getByRole('option', { selected: true })).toContainText('Ben Okri');
  await keyboard.press('ArrowDown');
  await expect(panel(app).getByRole('option', { selected: true })).toContainText('Mary Sinclair');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await expect(panel(app)).toContainText('“We were not told,”');
  await keyboard.press('Escape');
  await expect(panel(app)).toHaveCount(0);
  await expect(body(app)).toBeFocused();

  await expect.poll(() => app.desk.article('tides').quotations).toHaveLength(2);
  const { sources } = app.desk.article('tides');
  expect(sources.map(({ name, role }) => [name, role])).toEqual([
    ['Mary Sinclair', 'the harbour master'],
    ['Ben Okri', 'a fisherman'],
  ]);
  // The caret is where the walk began.
  await keyboard.type('Yes: ');
  await expect(body(app).locator('p').first()).toHaveText(/^Yes: The wall held/);
  await keyboard.press('Control+Z');
  await keyboard.press('Control+Z');
  await expect(body(app).getByRole('group')).toHaveCount(1);
});

test('accepts all sure ones at once, and one undo takes them back', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await app.window.getByRole('button', { name: 'Suggest quotes' }).click();
  await panel(app)
    .getByRole('button', { name: /^Accept \d sure ones/ })
    .click();
  await expect.poll(() => body(app).getByRole('group').count()).toBeGreaterThan(1);
  await app.window.keyboard.press('Escape');
  await app.window.keyboard.press('Control+Z');
  await expect(body(app).getByRole('group')).toHaveCount(0);
});

test('goes with the words when somebody writes elsewhere, and passes over words that were changed', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await app.window.getByRole('button', { name: 'Suggest quotes' }).click();
  await expect(panel(app)).toContainText('Quotation 1 of 3');
  await body(app).getByText('The wall held').click();
  await app.window.keyboard.press('ControlOrMeta+Home');
  await app.window.keyboard.type('Late on Sunday night it rained. ');
  await panel(app)
    .getByRole('button', { name: /^Accept \d sure ones/ })
    .click();
  await expect(body(app).getByRole('group')).toHaveText(['“We were not told,”', '“Nobody rang the bell.”']);
});

test('says so when everything is tagged', async ({ launch }) => {
  const app = await launch({ articles: [article({ slug: 'quiet', headline: 'Quiet' }, p('Nobody spoke.'))] });
  await app.window.getByRole('button', { name: 'Suggest quotes' }).click();
  await expect(panel(app)).toContainText('Every quotation in this article is tagged.');
});

test('the quotation in question is never behind the panel, in a small window either', async ({ launch }) => {
  const app = await launch({ articles: [sampleOnScreens()] });
  const { window } = app;
  await window.setViewportSize({ width: 900, height: 600 });
  await app.chooseMenu('Story', 'Suggest quotes');
  for (let at = 1; at <= 8; at += 1) {
    await expect(panel(app)).toContainText(`Quotation ${at} of 8`);
    await drawn(app);
    const end = await window.evaluate(() => {
      const [range] = CSS.highlights.get('suggestion') ?? [];
      return range instanceof Range ? range.getBoundingClientRect().bottom : Number.NaN;
    });
    expect(end).toBeLessThanOrEqual((await panel(app).boundingBox())?.y ?? 0);
    await window.keyboard.press('ArrowRight');
  }
});
