import { article, blockquote, deskNote, p } from '../../shared/article/build';
import { newSource } from '../../shared/article/source';
import { inlineText } from '../../shared/article/traverse';
import type { StandfirstApp } from './driver/app';
import { caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

/* What a key joins to the words before it stays bound to the source of the quote it was in. */

const joined: readonly (readonly [string, (app: StandfirstApp) => Promise<void>, string])[] = [
  ['Delete at the end of the paragraph before', (app) => app.window.keyboard.press('Delete'), 'Hidden words'],
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
