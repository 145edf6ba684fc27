import { article, image, p } from '../../shared/article/build';
import { pngWith } from '../builders/pictures';
import { expect, test } from './driver/test';

/** What this version does not know, with words in it. */
const newer = [
  { kind: 'text', text: 'The quay ' },
  { kind: 'time', children: [{ kind: 'text', text: 'at noon' }] },
];

test('a caption and a correction of a newer version are shown and kept as they are while the rest is edited', async ({
  launch,
}) => {
  const story = article(
    {
      slug: 'tides',
      headline: 'The tide turns',
      leadImage: image('wick.png', { alt: 'The quay', extra: { caption: newer } }),
      corrections: [{ type: 'correction', date: '2026-01-02T00:00:00Z', text: [], extra: { text: newer } }],
    },
    p('Nobody was hurt.'),
  );
  const app = await launch({ articles: [story], files: { 'tides/media/wick.png': pngWith('', 40, 30) } });
  const lead = app.window.getByRole('group', { name: 'Lead image' });
  await expect(lead).toContainText('The quay at noon (made by a newer version of Standfirst');
  await expect(lead.getByRole('textbox', { name: 'Caption' })).toBeHidden();
  await lead.getByLabel('Credit').fill('Ada Field');
  const saved = () => JSON.parse(app.desk.text('tides/article.json'));
  await expect.poll(() => saved().leadImage).toMatchObject({ credit: 'Ada Field', caption: newer });
  await app.chooseMenu('Story', 'Corrections…');
  const dialog = app.window.getByRole('dialog', { name: 'Corrections' });
  await expect(dialog).toContainText('The quay at noon (made by a newer version');
  await dialog.getByLabel('What was wrong, and what is right').fill('It rose.');
  await dialog.getByRole('button', { name: 'Add correction' }).click();
  await expect
    .poll(() => saved().corrections)
    .toMatchObject([{ text: newer }, { text: [{ text: 'It rose.' }] }]);
  await app.window.keyboard.press('Escape');

  // Moved into the story it is a block of a newer version, with all that it was.
  await lead.getByRole('button', { name: 'Move lead image into the story' }).click();
  await expect(app.window.getByRole('group', { name: 'Block of a newer version: image' })).toContainText(
    'at noon',
  );
  await expect
    .poll(() => saved().body[0])
    .toMatchObject({ kind: 'image', credit: 'Ada Field', caption: newer });
  expect(app.problems).toEqual([]);
});
