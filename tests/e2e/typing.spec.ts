import type { Locator } from '@playwright/test';
import {
  article,
  factBox,
  image,
  link,
  mention,
  note,
  p,
  quote,
  text as run,
} from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import type { StandfirstApp } from './driver/app';
import { body, caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

const blank = (language: string) => article({ slug: 'blank', headline: '', language }, p('x'));
const text = (app: StandfirstApp) => body(app).locator('p').first();

/** Types each key as a person does: the window has drawn one before the next comes. */
async function typeSlowly(app: StandfirstApp, keys: string): Promise<void> {
  for (const key of keys) {
    await app.window.keyboard.type(key);
    await drawn(app);
  }
}

test('quotation marks and dashes follow the language; undo right after gives back what was typed', async ({
  launch,
}) => {
  const app = await launch({ articles: [blank('en')] });
  const { keyboard } = app.window;
  await caretAtEnd(app, 'x');
  await keyboard.type(` "It rose," she said -- in the '90s...`);
  await expect(text(app)).toHaveText('x “It rose,” she said — in the ’90s…');
  await keyboard.press('Control+Z');
  await expect(text(app)).toHaveText('x “It rose,” she said — in the ’90s...');
  await keyboard.press('Control+Shift+Z');
  await expect(text(app)).toHaveText('x “It rose,” she said — in the ’90s…');
  // A mark that was taken back stays as it was typed, and later steps do not stop at what nobody meant.
  await keyboard.type(' "');
  await keyboard.press('Control+Z');
  await keyboard.type('Yes');
  await expect(text(app)).toHaveText('x “It rose,” she said — in the ’90s… "Yes');
  await expect
    .poll(() => JSON.stringify(app.desk.article('blank').body))
    .toContain('x “It rose,” she said — in the ’90s… \\"Yes');
  // The headline is set the same way.
  const headline = app.window.getByRole('textbox', { name: 'Headline' });
  await headline.click();
  await keyboard.type(`"Tide" -- it's here`);
  await expect(headline).toHaveValue('“Tide” — it’s here');
  await headline.press('Home');
  await keyboard.type('"');
  await expect(headline).toHaveValue('““Tide” — it’s here');
  await keyboard.press('Control+Z');
  await expect(headline).toHaveValue('"“Tide” — it’s here');
  expect(app.problems).toEqual([]);
});

test('French spaces and German marks, each in its own article', async ({ launch }) => {
  const app = await launch({
    articles: [blank('fr'), article({ slug: 'zwei', headline: 'Zwei', language: 'de' }, p('y'))],
  });
  await app.window.getByRole('option', { name: 'Zwei' }).click();
  await caretAtEnd(app, 'y');
  await app.window.keyboard.type(` "Es stieg", sagte sie.`);
  await expect(body(app)).toHaveText('y „Es stieg“, sagte sie.');
  await app.window.getByRole('option', { name: 'Untitled' }).click();
  await caretAtEnd(app, 'x');
  await app.window.keyboard.type(` "Elle monte" : quoi ?`);
  await expect
    .poll(() => app.desk.article('blank').body)
    .toMatchObject([{ children: [{ text: 'x «\u00a0Elle monte\u00a0»\u00a0: quoi\u202f?' }] }]);
});

test('typography stays out of code, of pasted words, and of the page when it is turned off', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'blank', headline: 'B' }, p(run('x', 'code')), p('y'))],
  });
  const { keyboard } = app.window;
  await caretAtEnd(app, 'x');
  await keyboard.type(`"a--b"`);
  await expect(text(app)).toHaveText('x"a--b"');
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText(`"straight" -- it's...`));
  await caretAtEnd(app, 'y');
  await keyboard.press('Control+V');
  await expect(body(app).locator('p').last()).toHaveText(`y"straight" -- it's...`);
  await app.chooseMenu('Edit', 'Smart quotes and dashes on or off');
  await keyboard.type(` "off"`);
  await expect(body(app).locator('p').last()).toHaveText(`y"straight" -- it's... "off"`);
});

test('addresses become links as they are typed, or pasted over words', async ({ launch }) => {
  const app = await launch({
    articles: [article({ slug: 'blank', headline: 'B' }, p('See'), p('these words'))],
  });
  const { keyboard } = app.window;
  await caretAtEnd(app, 'See');
  await keyboard.type(' https://example.org/a--b, then www.example.com');
  await keyboard.press('Enter');
  await keyboard.type('on');
  await caretAtEnd(app, 'these words');
  await keyboard.press('Shift+Home');
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('https://example.net/'));
  await drawn(app);
  await keyboard.press('Control+V');
  const words = (text: string) => ({ kind: 'text', text });
  await expect
    .poll(() => app.desk.article('blank').body)
    .toMatchObject([
      {
        children: [
          words('See '),
          { kind: 'link', url: 'https://example.org/a--b', children: [words('https://example.org/a--b')] },
          words(', then '),
          { kind: 'link', url: 'https://www.example.com', children: [words('www.example.com')] },
        ],
      },
      { children: [words('on')] },
      { children: [{ kind: 'link', url: 'https://example.net/', children: [words('these words')] }] },
    ]);
  await keyboard.press('Control+Z');
  await expect(body(app).getByRole('link')).toHaveCount(2);
});

test('an input method composes in peace, in one step of undo', async ({ launch }) => {
  const app = await launch({ articles: [blank('en')] });
  const session = await app.window.context().newCDPSession(app.window);
  await caretAtEnd(app, 'x');
  for (const composed of ['に', 'にほ', 'にほん', '日本']) {
    await session.send('Input.imeSetComposition', {
      text: composed,
      selectionStart: composed.length,
      selectionEnd: composed.length,
    });
    await drawn(app);
  }
  await session.send('Input.insertText', { text: '日本' });
  await expect(text(app)).toHaveText('x日本');
  // Quotation marks in what an input method is composing are its own.
  await session.send('Input.imeSetComposition', { text: '"a', selectionStart: 2, selectionEnd: 2 });
  await drawn(app);
  await session.send('Input.insertText', { text: '"ab' });
  await expect(text(app)).toHaveText('x日本"ab');
  await expect
    .poll(() => app.desk.article('blank').body)
    .toMatchObject([{ children: [{ text: 'x日本"ab' }] }]);
  // A dead key: the accent alone, then the letter with it.
  await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
  await drawn(app);
  await session.send('Input.insertText', { text: 'é' });
  await expect(text(app)).toHaveText('x日本"abé');
  // Undo never shows what was only being composed.
  const seen: (string | null)[] = [];
  while ((await text(app).textContent()) !== 'x') {
    seen.push(await text(app).textContent());
    await app.window.keyboard.press('Control+Z');
    await drawn(app);
  }
  expect(['x日本"abé', 'x日本"ab', 'x日本']).toEqual(expect.arrayContaining(seen));
  expect(app.problems).toEqual([]);
});

test('what a reader sees as one character is one to the arrows and to Backspace', async ({ launch }) => {
  const family = '👩‍👩‍👧‍👦';
  const flag = '🇩🇰';
  const skin = '👍🏽';
  const accent = 'e\u0301';
  const app = await launch({
    articles: [article({ slug: 'blank', headline: 'B' }, p(`a${family}${flag}${skin}${accent}`))],
  });
  const { keyboard } = app.window;
  await caretAtEnd(app, 'a');
  const rest = () => text(app).textContent();
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await drawn(app);
  await typeSlowly(app, '|');
  expect(await rest()).toBe(`a${family}${flag}|${skin}${accent}`);
  await keyboard.press('Backspace');
  await drawn(app);
  await keyboard.press('Backspace');
  await drawn(app);
  expect(await rest()).toBe(`a${family}${skin}${accent}`);
  await keyboard.press('Backspace');
  await drawn(app);
  expect(await rest()).toBe(`a${skin}${accent}`);
  await keyboard.press('Delete');
  await drawn(app);
  expect(await rest()).toBe(`a${accent}`);
  await keyboard.press('Delete');
  await drawn(app);
  expect(await rest()).toBe('a');
});

test('each block takes the direction of its words', async ({ launch }) => {
  const app = await launch({
    articles: [article({ slug: 'blank', headline: 'B' }, p('English words'), p('שלום עולם'), p('مرحبا'))],
  });
  const direction = (words: string) =>
    body(app)
      .getByText(words, { exact: true })
      .evaluate((element) => getComputedStyle(element.closest('p') ?? element).direction);
  expect(await direction('English words')).toBe('ltr');
  expect(await direction('שלום עולם')).toBe('rtl');
  expect(await direction('مرحبا')).toBe('rtl');
  await app.window.getByRole('textbox', { name: 'Headline' }).fill('עולם');
  expect(
    await app.window
      .getByRole('textbox', { name: 'Headline' })
      .evaluate((element) => getComputedStyle(element).direction),
  ).toBe('rtl');
  await caretAtEnd(app, 'English words');
  await app.window.keyboard.press('Enter');
  await app.window.keyboard.type('שלום');
  expect(await direction('שלום')).toBe('rtl');
});

test('every Markdown-like start makes its block, undo gives back what was typed, lists nest and end', async ({
  launch,
}) => {
  const app = await launch({ articles: [article({ slug: 'blank', headline: 'B' }, p('x'))] });
  const { keyboard } = app.window;
  const first = () =>
    body(app)
      .locator(':scope h2, :scope h3, :scope h4, :scope blockquote, :scope ul, :scope ol, :scope hr')
      .first();
  await caretAtEnd(app, 'x');
  await keyboard.press('Backspace');
  for (const [start, tag] of [
    ['# ', 'H2'],
    ['## ', 'H2'],
    ['### ', 'H3'],
    ['#### ', 'H4'],
    ['> ', 'BLOCKQUOTE'],
    ['- ', 'UL'],
    ['* ', 'UL'],
    ['+ ', 'UL'],
    ['1. ', 'OL'],
    ['7) ', 'OL'],
    ['--- ', 'HR'],
  ] as const) {
    await keyboard.type(start);
    await expect(first()).toHaveJSProperty('tagName', tag);
    await keyboard.press('Control+Z');
    await expect(body(app).locator('p')).toHaveText(start);
    await drawn(app);
    for (const _ of start) await keyboard.press('Backspace');
    await expect(body(app).locator('p')).toHaveText('');
  }
  await keyboard.type('1. one');
  await keyboard.press('Enter');
  await keyboard.type('two');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await keyboard.type('three');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('Behind.');
  await expect
    .poll(() => app.desk.article('blank').body)
    .toMatchObject([
      {
        ordered: true,
        items: [
          { children: [{ text: 'one' }], lists: [{ items: [{ children: [{ text: 'two' }] }] }] },
          { children: [{ text: 'three' }] },
        ],
      },
      { kind: 'paragraph', children: [{ text: 'Behind.' }] },
    ]);
  const last = body(app).locator(':scope p, :scope h2').last();
  await keyboard.type(' ## no');
  await expect(last).toHaveText('Behind. ## no');
  await keyboard.press('Home');
  await keyboard.type('## Far ');
  await expect(last).toHaveJSProperty('tagName', 'H2');
  await expect(last).toHaveText('Far Behind. ## no');
});

test('an input method composes in the headline, in a caption and in a field, and a dead key with them', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article(
        { slug: 'blank', headline: 'B' },
        p('x'),
        image('gone.png', { alt: 'A', width: 2, height: 1 }),
        factBox('Box', p('Inside')),
      ),
    ],
  });
  const session = await app.window.context().newCDPSession(app.window);
  const compose = async (steps: readonly string[], end: string) => {
    for (const text of steps) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await drawn(app);
    }
    await session.send('Input.insertText', { text: end });
    await drawn(app);
  };
  const places = [
    app.window.getByRole('textbox', { name: 'Headline' }),
    body(app).getByRole('textbox', { name: 'Caption' }),
    body(app).getByRole('textbox', { name: 'Fact box title' }),
    body(app).getByRole('textbox', { name: 'Fact box text' }),
  ];
  for (const place of places) {
    await place.click();
    await drawn(app);
    await app.window.keyboard.press('End');
    await compose(['に', 'にほん'], '日本');
    await compose(['´'], 'é');
    await app.window.keyboard.type('!');
  }
  await expect
    .poll(() => app.desk.article('blank'))
    .toMatchObject({
      headline: 'B日本é!',
      body: [
        {},
        { caption: [{ text: '日本é!' }] },
        { title: 'Box日本é!', body: [{ children: [{ text: 'Inside日本é!' }] }] },
      ],
    });
  expect(app.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
});

test('words from right to left are written, erased and walked through as they are read', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'blank', headline: 'B' }, p('שלום עולם'), factBox('', p('مرحبا')))],
  });
  const { keyboard } = app.window;
  await caretAtEnd(app, 'שלום');
  await typeSlowly(app, '!');
  await keyboard.press('Control+Backspace');
  await drawn(app);
  if ((await text(app).textContent()) === 'שלום עולם') await keyboard.press('Control+Backspace');
  await drawn(app);
  await expect(text(app)).toHaveText(/^שלום ?$/);
  await keyboard.press('Home');
  await drawn(app);
  // In such a line the arrow to the left leads on.
  await keyboard.press('ArrowLeft');
  await drawn(app);
  await typeSlowly(app, '|');
  await expect(text(app)).toHaveText(/^ש\|לום ?$/);
  const box = body(app).getByRole('textbox', { name: 'Fact box text' });
  const title = body(app).getByRole('textbox', { name: 'Fact box title' });
  const direction = (place: Locator) => place.evaluate((element) => getComputedStyle(element).direction);
  expect(await direction(box.locator('p'))).toBe('rtl');
  await box.click();
  await keyboard.press('End');
  await typeSlowly(app, '!');
  expect(await direction(box.locator('p'))).toBe('rtl');
  await title.fill('عنوان');
  expect(await direction(title)).toBe('rtl');
});

test('keys that wait behind a busy moment act where the caret stands, not on what was selected before', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'tides' }, p('The tide turns.'), p('It turns again.'))],
  });
  const { keyboard } = app.window;
  const words = () => body(app).locator('p').allTextContents();
  const inARow = async (...keys: readonly string[]) => {
    await keyboard.press('Control+a');
    await expect.poll(() => app.window.evaluate(() => getSelection()?.toString())).toContain('again');
    await drawn(app);
    await app.window.evaluate(() => {
      setTimeout(() => {
        const until = performance.now() + 300;
        while (performance.now() < until);
      });
    });
    const sent = keys.flatMap((key) => {
      const parts = key.split('+');
      return [
        ...parts.map((part) => keyboard.down(part)),
        ...parts.reverse().map((part) => keyboard.up(part)),
      ];
    });
    await Promise.all(sent);
  };
  await body(app).click();

  await inARow('Control+End', 'Enter', 'a');
  await expect.poll(words).toEqual(['The tide turns.', 'It turns again.', 'a']);
  await inARow('Control+End', 'Backspace');
  await expect.poll(words).toEqual(['The tide turns.', 'It turns again.', '']);
  await inARow('Control+Home', 'Delete');
  await expect.poll(words).toEqual(['he tide turns.', 'It turns again.', '']);
  await inARow('Control+Home', 'Control+b', 'T');
  await expect.poll(words).toEqual(['The tide turns.', 'It turns again.', '']);
});

test('what is composed at the edge of a quotation, a mention, a link or a comment stands beside it, whole', async ({
  launch,
}) => {
  const tagged = article(
    {
      slug: 'edges',
      headline: 'Edges',
      quotations: [newQuotation('q1', 's1')],
      sources: [newSource('s1', 'Mary Sinclair')],
    },
    p(note('n1', 'Ask.', 'First'), ' of ', link('https://example.org/', 'all'), '.'),
    p(quote('q1', '“It rose,”'), ' said ', mention('s1', 'Mary'), ' again.'),
    factBox('Box', p(link('https://example.org/box', 'Inside'), ' it.')),
  );
  const app = await launch({ articles: [tagged] });
  const session = await app.window.context().newCDPSession(app.window);
  const compose = async (...steps: readonly string[]) => {
    for (const text of steps) {
      const [selectionStart, selectionEnd] = [text.length, text.length];
      await session.send('Input.imeSetComposition', { text, selectionStart, selectionEnd });
      await drawn(app);
    }
  };
  /** Puts the caret before or behind these words, as a click there does. */
  const caretAt = async (words: string, isBehind: boolean) => {
    await body(app)
      .getByText(words, { exact: true })
      .evaluate((element, isEnd) => {
        const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
        element.closest<HTMLElement>('[contenteditable]')?.focus();
        document.getSelection()?.collapse(text, isEnd ? text.length : 0);
      }, isBehind);
    await drawn(app);
  };
  for (const words of ['First', 'all', '“It rose,”', 'Mary', 'Inside']) {
    if (words === 'Inside') await body(app).getByRole('textbox', { name: 'Fact box text' }).click();
    for (const isBehind of [true, false]) {
      await caretAt(words, isBehind);
      await compose('´');
      await session.send('Input.insertText', { text: 'é' });
      await compose('に', 'にほ');
      await session.send('Input.insertText', { text: '日本' });
      await compose('に', '');
      await app.window.keyboard.type('!');
      await drawn(app);
    }
  }
  const added = 'é日本!';
  await expect
    .poll(() => app.desk.article('edges').body)
    .toMatchObject([
      {
        children: [
          { text: added },
          { kind: 'note', children: [{ text: 'First' }] },
          { text: `${added} of ${added}` },
          { kind: 'link', children: [{ text: 'all' }] },
          { text: `${added}.` },
        ],
      },
      {
        children: [
          { text: added },
          { kind: 'quotation', children: [{ text: '“It rose,”' }] },
          { text: `${added} said ${added}` },
          { kind: 'mention', children: [{ text: 'Mary' }] },
          { text: `${added} again.` },
        ],
      },
      {
        body: [
          {
            children: [
              { text: added },
              { kind: 'link', children: [{ text: 'Inside' }] },
              { text: `${added} it.` },
            ],
          },
        ],
      },
    ]);
});
