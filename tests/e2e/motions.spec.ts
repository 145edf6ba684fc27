import { adBreak, article, link, mention, p, quote, text as run } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { publishedPieces } from '../../shared/article/traverse';
import type { StandfirstApp } from './driver/app';
import { body, caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

/* Word and line motions as the platform has them, over the seams of tags, links, gaps and cards. */

const story = article(
  {
    slug: 'tides',
    headline: 'Tides',
    quotations: [newQuotation('q1', 's1')],
    sources: [newSource('s1', 'Mary Sinclair')],
  },
  p(
    'Then ',
    mention('s1', 'Mary Sinclair'),
    ' said ',
    quote('q1', '“It rose fast,”'),
    ' of ',
    link('https://example.org/', 'the sea'),
    ' on ',
    { kind: 'tk', text: 'TK' },
    ' again.',
  ),
  adBreak(),
  p('Below the break.'),
);
const line = 'Then Mary Sinclair said “It rose fast,” of the sea on TK again.';

async function press(app: StandfirstApp, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await app.window.keyboard.press(key);
    await drawn(app);
  }
}

/** Offset of the caret (the moving end of a selection) in the text of its paragraph. */
const caret = (app: StandfirstApp) =>
  app.window.evaluate(() => {
    const selection = getSelection();
    const focus = selection?.focusNode;
    const paragraph = (focus instanceof Element ? focus : focus?.parentElement)?.closest('p');
    if (!selection || !focus || !paragraph) return null;
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(focus, selection.focusOffset);
    return range.toString().length;
  });
const selected = (app: StandfirstApp) => app.window.evaluate(() => getSelection()?.toString() ?? '');
const first = (app: StandfirstApp) => body(app).locator('p').first();

test('Ctrl with the arrows goes from word to word through tags, links and gaps, both ways, and selects with Shift', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await caretAtEnd(app, 'Then');
  await press(app, 'Home');
  const stops: number[] = [];
  for (let step = 0; step < 40 && stops.at(-1) !== line.length; step += 1) {
    await press(app, 'Control+ArrowRight');
    const at = await caret(app);
    if (at === null || at === stops.at(-1)) break;
    stops.push(at);
  }
  // Every word is a stop, on Linux at its beginning or its end; none is passed over and none is met twice.
  const words = [...line.matchAll(/[\p{L}]+/gu)];
  for (const { index, 0: word } of words.slice(1)) {
    expect(stops.filter((stop) => stop >= index && stop <= index + word.length).length, word).toBeGreaterThan(
      0,
    );
  }
  expect([...new Set(stops)]).toEqual(stops);
  expect(stops.at(-1)).toBe(line.length);
  const back: number[] = [];
  for (let step = 0; step < 40 && back.at(-1) !== 0; step += 1) {
    await press(app, 'Control+ArrowLeft');
    back.push((await caret(app)) ?? -1);
  }
  expect(back).toEqual([...back].sort((one, other) => other - one));
  for (const { index } of words) expect(back).toContain(index);

  await press(
    app,
    'Home',
    'Control+Shift+ArrowRight',
    'Control+Shift+ArrowRight',
    'Control+Shift+ArrowRight',
  );
  expect((await selected(app)).trim()).toBe('Then Mary Sinclair');
  await press(app, 'Shift+End');
  expect(await selected(app)).toBe(line);
  await press(app, 'End', 'Shift+Home');
  expect(await selected(app)).toBe(line);
});

test('Ctrl+Backspace and Ctrl+Delete take a word, also at the seams; undo gives it back with its tag', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await caretAtEnd(app, 'Then');
  const expected = [
    'Then Mary Sinclair said “It rose fast,” of the sea on TK ',
    'Then Mary Sinclair said “It rose fast,” of the sea on ',
    'Then Mary Sinclair said “It rose fast,” of the sea ',
    'Then Mary Sinclair said “It rose fast,” of the ',
    'Then Mary Sinclair said “It rose fast,” of ',
    'Then Mary Sinclair said “It rose fast,” ',
  ];
  await press(app, 'Control+Backspace');
  // The full stop is a word of its own to the platform, or goes with the one before it.
  if ((await first(app).textContent()) !== expected[0]) await press(app, 'Control+Backspace');
  for (const words of expected.slice(1)) {
    await expect(first(app)).toHaveText(expected[expected.indexOf(words) - 1] ?? '', { useInnerText: false });
    await press(app, 'Control+Backspace');
    expect(await first(app).textContent()).toBe(words);
  }
  for (let step = 0; step < 12 && (await first(app).textContent()) !== line; step += 1)
    await press(app, 'Control+Z');
  expect(await first(app).textContent()).toBe(line);
  await expect(first(app).getByRole('group', { name: /Mary Sinclair/ })).toHaveCount(1);
  await press(app, 'Home');
  await press(app, 'Control+Delete');
  expect((await first(app).textContent())?.trimStart()).toBe(line.slice('Then '.length));
  await press(app, 'Control+Delete');
  expect((await first(app).textContent())?.trimStart()).toBe(
    'Sinclair said “It rose fast,” of the sea on TK again.',
  );
});

test('Home, End and their Ctrl variants lead to line and page; words do not run over a card', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await caretAtEnd(app, 'Below');
  await press(app, 'Control+Home');
  await app.window.keyboard.type('A ');
  await expect(first(app)).toHaveText(`A ${line}`);
  await press(app, 'Control+End');
  await app.window.keyboard.type(' End.');
  await expect(body(app).locator('p').last()).toHaveText('Below the break. End.');
  await press(app, 'Control+Shift+Home');
  expect(await selected(app)).toContain('Below the break. End.');
  expect(await selected(app)).toContain('A Then');
  // At the beginning behind a card, a word is not taken from before it: the card is selected first.
  await caretAtEnd(app, 'Below');
  await press(app, 'Home', 'Control+Backspace');
  const pieces = () => app.desk.article('tides').body.flatMap(publishedPieces);
  await expect.poll(pieces).toEqual([`A ${line.replace(' TK', ' ')}`, 'Below the break. End.']);
  expect(app.problems).toEqual([]);
});

test('what is one character to a reader is one at the seams of marks and tags as well', async ({
  launch,
}) => {
  const family = '👩‍👩‍👧‍👦';
  const flag = '🇩🇰';
  const accent = 'e\u0301';
  const app = await launch({
    articles: [
      article(
        {
          slug: 'tides',
          headline: 'B',
          quotations: [newQuotation('q1', 's1')],
          sources: [newSource('s1', 'Mary')],
        },
        p('a', quote('q1', `“${family}”`), run(flag, 'bold'), `${accent}z`),
      ),
    ],
  });
  await caretAtEnd(app, 'a');
  const all = `a“${family}”${flag}${accent}z`;
  expect(await first(app).textContent()).toBe(all);
  const stops: (number | null)[] = [await caret(app)];
  for (let step = 0; step < 7; step += 1) {
    await press(app, 'ArrowLeft');
    stops.push(await caret(app));
  }
  const bounds = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(all)].map(
    ({ index }) => index,
  );
  expect([...new Set(stops)]).toEqual([all.length, ...bounds.reverse()].slice(0, stops.length));
  await press(app, 'End', 'ArrowLeft', 'Backspace');
  expect(await first(app).textContent()).toBe(`a“${family}”${flag}z`);
  await press(app, 'Backspace');
  expect(await first(app).textContent()).toBe(`a“${family}”z`);
  await press(app, 'Backspace', 'Backspace');
  expect(await first(app).textContent()).toBe('a“z');
});
