import { article, blockquote, deskNote, p } from '../../shared/article/build';
import { newSource } from '../../shared/article/source';
import { inlineText } from '../../shared/article/traverse';
import type { StandfirstApp } from './driver/app';
import { fillClipboard, readClipboard } from './driver/clipboard';
import { caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

/* What a key joins to the words before it stays bound to the source of the quote it was in. */

const joined: readonly (readonly [string, (app: StandfirstApp) => Promise<void>, string])[] = [
  ['Delete at the end of the paragraph before', (app) => app.window.keyboard.press('Delete'), 'Hidden words'],
  [
    'Backspace at its start',
    async ({ window: { keyboard } }) => {
      for (const key of ['ArrowRight', 'Backspace']) await keyboard.press(key);
    },
    'Hidden words',
  ],
  [
    'typing over what lies between',
    async ({ window: { keyboard } }) => {
      for (const key of ['Shift+ArrowDown', 'Shift+Home', 'Shift+ArrowRight']) await keyboard.press(key);
      await keyboard.type('x');
    },
    'idden words',
  ],
];

for (const [name, act, words] of joined) {
  test(`the words of a quote keep its source: ${name}`, async ({ launch }) => {
    const app = await launch({
      articles: [
        article(
          {
            slug: 'joined',
            headline: 'Joined',
            sources: [{ ...newSource('s1', 'Secret Name'), terms: 'off-the-record' }],
          },
          p('First'),
          { ...blockquote('', 'Hidden words'), sourceId: 's1' },
          p('Last'),
        ),
      ],
    });
    await caretAtEnd(app, 'First');
    await act(app);
    await expect.poll(() => app.desk.article('joined').body.length).toBe(2);
    const { body, quotations } = app.desk.article('joined');
    const [first] = body;
    const tagged =
      first?.kind === 'paragraph' ? first.children.filter(({ kind }) => kind === 'quotation') : [];
    expect(inlineText(tagged)).toBe(words);
    expect(quotations.map(({ sourceId }) => sourceId)).toEqual(['s1']);
    await app.window.keyboard.press('Control+Z');
    await drawn(app);
    await expect
      .poll(() => app.desk.article('joined').body[1])
      .toMatchObject({ kind: 'blockquote', sourceId: 's1' });
  });
}

test('Delete before a desk note selects it: what is never published does not join the text', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article({ slug: 'joined', headline: 'Joined' }, p('First'), deskNote('n', 'Ask her wife'), p('Last')),
    ],
  });
  await caretAtEnd(app, 'First');
  await app.window.keyboard.press('Delete');
  await expect(app.window.getByRole('group', { name: 'Desk note' })).toHaveAttribute('data-chosen', /.*/);
  await app.window.keyboard.press('Delete');
  await expect.poll(() => app.desk.article('joined').body).toMatchObject([p('First'), p('Last')]);
});

test('what is selected into a desk note is cut and pasted over without its rest becoming text', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article({ slug: 'joined', headline: 'Joined' }, p('First'), deskNote('n', 'Ask her wife'), p('Last')),
    ],
  });
  const { keyboard } = app.window;
  const kept = [p('Fi'), deskNote('n', 'her wife'), p('Last')];
  const select = async () => {
    await caretAtEnd(app, 'First');
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Shift+ArrowDown', 'Shift+Home'])
      await keyboard.press(key);
    for (const _ of 'Ask ') await keyboard.press('Shift+ArrowRight');
    await drawn(app);
  };
  await select();
  await keyboard.press('Control+X');
  await expect.poll(() => app.desk.article('joined').body).toEqual(kept);
  await keyboard.press('Control+Z');
  await expect.poll(() => app.desk.article('joined').body[0]).toEqual(p('First'));
  await fillClipboard(app.electron, { html: '<p>ne</p>', text: 'ne' });
  await select();
  await keyboard.press('Control+V');
  await expect.poll(() => app.desk.article('joined').body).toEqual([p('Fine'), ...kept.slice(1)]);
});

test('words of a desk note stay a note: not on the clipboard of others, and no list by two characters', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'noted', headline: 'Noted' }, p('First'), deskNote('n', 'Ask her wife'))],
  });
  const { keyboard } = app.window;
  await fillClipboard(app.electron, { text: 'what was there before' });
  await caretAtEnd(app, 'Ask her wife');
  await keyboard.press('Shift+Home');
  await drawn(app);
  await keyboard.press('Control+C');
  await expect.poll(() => readClipboard(app.electron)).toEqual({ html: '', text: '' });
  await expect(app.window.getByText('stand in a desk note')).toBeVisible();
  await caretAtEnd(app, 'Ask her wife');
  await keyboard.press('Home');
  await drawn(app);
  await keyboard.type('- ');
  await expect.poll(() => app.desk.article('noted').body[1]).toEqual(deskNote('n', '- Ask her wife'));
});
