import {
  article,
  blockquote,
  bold,
  bullets,
  deskNote,
  factBox,
  item,
  note,
  p,
  quote,
} from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import { fillClipboard, fillPrimarySelection, readClipboard, readPrimarySelection } from './driver/clipboard';
import { body, caretAtEnd, drawn } from './driver/page';
import { expect, test } from './driver/test';

test('HTML from elsewhere enters as blocks of the model: no script, no style, no space lost', async ({
  launch,
}) => {
  const app = await launch({ articles: [article({ slug: 'paste', headline: 'Paste' }, p('Here: '))] });
  await fillClipboard(app.electron, {
    html: '<h2 style="color:red">Plan</h2><p>Raise <b>the</b>\n wall<script>alert(1)</script> <a href="javascript:alert(1)">now</a></p><ul><li>one<ul><li>two</ul></ul><img src=x onerror="window.hacked=1">',
    text: 'never used',
  });
  await caretAtEnd(app, 'Here:');
  await app.window.keyboard.press('Enter');
  await app.window.keyboard.press('Control+V');
  await expect.poll(() => app.desk.article('paste').body.map((block) => block.kind)).toContain('list');
  const { body: blocks } = app.desk.article('paste');
  expect(JSON.stringify(blocks)).not.toMatch(/alert|javascript|color|onerror/);
  expect(blocks).toMatchObject([
    { kind: 'paragraph' },
    { kind: 'heading', children: [{ text: 'Plan' }] },
    {
      kind: 'paragraph',
      children: [{ text: 'Raise ' }, { text: 'the', marks: ['bold'] }, { text: ' wall now' }],
    },
    {
      kind: 'list',
      items: [{ children: [{ text: 'one' }], lists: [{ items: [{ children: [{ text: 'two' }] }] }] }],
    },
    {},
  ]);
  expect(await app.window.evaluate(() => 'hacked' in window)).toBe(false);
  await app.window.keyboard.press('Control+Z');
  await expect(body(app)).not.toContainText('Raise');
});

test('plain text enters as paragraphs', async ({ launch }) => {
  const app = await launch({ articles: [article({ slug: 'plain', headline: 'Plain' }, p('Here'))] });
  await fillClipboard(app.electron, { text: 'First line\nsame paragraph\n\nSecond <b>one</b>' });
  await caretAtEnd(app, 'Here');
  await app.window.keyboard.press('Enter');
  await app.window.keyboard.press('Control+V');
  await expect
    .poll(() => app.desk.article('plain').body)
    .toMatchObject([
      { children: [{ text: 'Here' }] },
      { children: [{ text: 'First line' }, { kind: 'lineBreak' }, { text: 'same paragraph' }] },
      { children: [{ text: 'Second <b>one</b>' }] },
    ]);
});

test('what leaves by the clipboard carries no notes, no tags, and nothing off the record', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article(
        {
          slug: 'private',
          headline: 'Private',
          quotations: [newQuotation('q1', 's1'), newQuotation('q2', 's2')],
          sources: [
            { ...newSource('s1', 'Mary Sinclair'), contact: '+44 555' },
            { ...newSource('s2', 'Secret Name'), terms: 'off-the-record' },
          ],
        },
        p(
          {
            kind: 'quotation',
            quoteId: 'q1',
            children: [{ kind: 'text', text: '“Open,”', marks: ['bold'] }],
          },
          ' she said',
          {
            kind: 'note',
            id: 'n1',
            note: 'ask her wife',
            author: '',
            resolved: false,
            children: [{ kind: 'text', text: ' twice', marks: [] }],
          },
          '.',
        ),
        p(
          {
            kind: 'quotation',
            quoteId: 'q2',
            children: [{ kind: 'text', text: '“Hidden words,”', marks: [] }],
          },
          ' end.',
        ),
      ),
    ],
  });
  await caretAtEnd(app, 'she said');
  await app.window.keyboard.press('Shift+Home');
  // The gate for what leaves is fetched when the window is first idle.
  await expect
    .poll(async () => {
      await app.window.keyboard.press('Control+C');
      return (await readClipboard(app.electron)).text;
    })
    .toContain('“Open,” she said twice.');
  const first = await readClipboard(app.electron);
  expect(first.html).toContain('<strong>“Open,”</strong>');
  expect(JSON.stringify(first)).not.toMatch(/ask her wife|555|quotation|data-/);

  await caretAtEnd(app, 'end.');
  await app.window.keyboard.press('Shift+Home');
  await app.window.keyboard.press('Control+C');
  await expect(app.window.getByRole('status', { name: 'Message' })).toContainText(
    'Copied for this window only',
  );
  expect(JSON.stringify(await readClipboard(app.electron))).not.toMatch(/Hidden words|Secret Name/);

  // Some of those words alone, without anything around them.
  await caretAtEnd(app, 'end.');
  await app.window.keyboard.press('Home');
  for (let letter = 0; letter < 3; letter += 1) await app.window.keyboard.press('ArrowRight');
  for (let letter = 0; letter < 4; letter += 1) await app.window.keyboard.press('Shift+ArrowRight');
  await app.window.keyboard.press('Control+C');
  await caretAtEnd(app, 'twice.');
  await app.window.keyboard.press('Control+V');
  await expect.poll(() => app.desk.article('private').quotations.length).toBe(3);
  expect((await readClipboard(app.electron)).text).toBe('');
});

test('words dragged out of the window carry no notes, no tags, and nothing off the record', async ({
  launch,
}) => {
  const secret = {
    kind: 'note',
    id: 'n1',
    note: 'ask her wife',
    author: '',
    resolved: false,
    children: [{ kind: 'text', text: 'twice', marks: [] }],
  } as const;
  const app = await launch({
    articles: [
      article(
        {
          slug: 'drag',
          headline: 'Drag',
          quotations: [newQuotation('q1', 's1')],
          sources: [{ ...newSource('s1', 'Secret Name'), terms: 'off-the-record' }],
        },
        p('It rose ', secret, ' today.'),
        p(
          {
            kind: 'quotation',
            quoteId: 'q1',
            children: [{ kind: 'text', text: '“Hidden words,”', marks: [] }],
          },
          ' end.',
        ),
      ),
    ],
  });
  const dragged = () =>
    app.window.evaluate(() => {
      const dataTransfer = new DataTransfer();
      const target = window.getSelection()?.anchorNode?.parentElement;
      target?.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer }));
      return dataTransfer.types.map((type) => `${type}: ${dataTransfer.getData(type)}`).join('\n');
    });
  await caretAtEnd(app, 'today.');
  await app.window.keyboard.press('Shift+Home');
  // The gate for what leaves is fetched when the window is first idle.
  await expect.poll(dragged).toContain('text/plain: It rose twice today.');
  expect(await dragged()).not.toMatch(/ask her wife|lexical|data-/);
  await caretAtEnd(app, 'end.');
  await app.window.keyboard.press('Shift+Home');
  await expect.poll(dragged).not.toContain('today');
  expect(await dragged()).not.toMatch(/Hidden words|Secret Name/);
});

test('selected blocks leave nothing private on the clipboard; a quote keeps its source and speaker in a card, a desk note stays away', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article(
        {
          slug: 'box',
          headline: 'Box',
          sources: [{ ...newSource('s1', 'Secret Name'), terms: 'off-the-record' }],
        },
        p('First'),
        { ...blockquote('', 'Hidden words'), sourceId: 's1' },
        deskNote('n1', 'Ask her wife'),
        blockquote('Ada Field', 'Open words'),
        factBox('Background', p('The wall')),
      ),
    ],
  });
  const { keyboard } = app.window;
  await caretAtEnd(app, 'Hidden words');
  await keyboard.press('Escape');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await fillClipboard(app.electron, { text: 'what was there before' });
  await keyboard.press('Control+C');
  await expect.poll(() => readClipboard(app.electron)).toEqual({ html: '', text: '' });
  await caretAtEnd(app, 'The wall');
  await keyboard.press('Enter');
  await keyboard.press('Control+V');
  await expect(app.window.getByRole('textbox', { name: 'Fact box text' })).toContainText('— Ada Field');
  await expect.poll(() => app.desk.article('box').quotations.map(({ sourceId }) => sourceId)).toEqual(['s1']);
  const saved = app.desk.article('box');
  expect(saved.body[4]).toMatchObject({
    body: [
      { children: [{ text: 'The wall' }] },
      { children: [{ kind: 'quotation', children: [{ text: 'Hidden words' }] }] },
      { children: [{ text: 'Open words' }] },
      { children: [{ text: '— Ada Field' }] },
    ],
  });
});

test('a passage that begins with a picture elsewhere does not make its desk note a part of the sentence', async ({
  launch,
}) => {
  const app = await launch({
    articles: [article({ slug: 'note', headline: 'Note' }, p('The sea.'), p('End.'))],
  });
  await fillClipboard(app.electron, {
    html: '<figure><img src="https://example.org/wall.jpg" alt="The wall"></figure><p>It rose.</p>',
    text: 'It rose.',
  });
  await caretAtEnd(app, 'The sea.');
  await app.window.keyboard.press('Control+V');
  await expect(body(app)).toContainText('It rose.');
  await expect
    .poll(() => app.desk.article('note').body)
    .toMatchObject([
      { kind: 'paragraph', children: [{ text: 'The sea.' }] },
      { kind: 'deskNote' },
      { kind: 'paragraph', children: [{ text: 'It rose.' }] },
      { kind: 'paragraph', children: [{ text: 'End.' }] },
    ]);
});

test('who copies before the editor has heard of the selection copies what is shown, and nothing private', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article(
        {
          slug: 'fast',
          headline: 'Fast',
          quotations: [newQuotation('q', 's')],
          sources: [{ ...newSource('s', 'Secret Name'), terms: 'off-the-record' }],
        },
        p('Open ', note('n', 'ask her wife', 'words.')),
        p(quote('q', '“Hidden words,”'), ' end.'),
      ),
    ],
  });
  await caretAtEnd(app, 'words.');
  const copyAll = (block: number) =>
    app.window.evaluate((at) => {
      const shown = document.querySelectorAll('[aria-label="Article body"] p')[at];
      if (shown) getSelection()?.selectAllChildren(shown);
      // The event that tells the editor comes when this has ended.
      document.execCommand('copy');
    }, block);
  await copyAll(0);
  await expect
    .poll(() => readClipboard(app.electron))
    .toEqual({ html: '<p>Open words.</p>\n', text: 'Open words.' });
  await copyAll(1);
  await expect.poll(() => readClipboard(app.electron)).toEqual({ html: '', text: '' });
});

test('what is only selected is not there for the middle click of other programs, and theirs comes in through the reader', async ({
  launch,
}) => {
  test.skip(process.platform !== 'linux', 'only Linux has a primary selection');
  const app = await launch({ articles: [article({ slug: 'sea', headline: 'Sea' }, p('The sea rose.'))] });
  const primary = () => readPrimarySelection(app.electron);
  const elsewhere = () =>
    fillPrimarySelection(app.electron, {
      text: 'They said',
      html: '<b onclick="x()">They</b> said<script>x()</script>',
    });
  await elsewhere();
  await caretAtEnd(app, 'The sea rose.');
  expect(await primary()).toBe('They said');
  await app.window.keyboard.press('Shift+Home');
  await expect.poll(primary).toBe('');
  await elsewhere();
  await body(app).getByText('rose').dblclick();
  await expect.poll(primary).toBe('');
  await elsewhere();
  await app.window.getByRole('textbox', { name: 'Headline' }).press('Control+A');
  await expect.poll(primary).toBe('');
  await caretAtEnd(app, 'The sea rose.');
  await app.window.keyboard.press('Enter');
  await drawn(app);
  await elsewhere();
  await body(app).locator('p').last().click({ button: 'middle' });
  await expect
    .poll(() => app.desk.article('sea').body)
    .toEqual([p('The sea rose.'), p(bold('They'), ' said')]);
});

test('what is pasted into a nested list is saved, whole and in its order, also where it comes in steps', async ({
  launch,
}) => {
  const list = bullets(item(['One'], bullets('Red', 'Blue')), 'Two');
  const app = await launch({ articles: [article({ slug: 'list', headline: 'List' }, list, p('End'))] });
  const lines = Array.from({ length: 450 }, (_, at) => `Line ${at}`);
  await fillClipboard(app.electron, { html: lines.map((line) => `<p>${line}</p>`).join(''), text: 'x' });
  await caretAtEnd(app, 'Red');
  await app.window.keyboard.press('Control+V');
  await expect.poll(() => app.desk.article('list').body.length).toBe(453);
  expect(app.desk.article('list').body).toEqual([
    bullets(item(['One'], bullets('RedLine 0'))),
    ...lines.slice(1).map((line) => p(line)),
    bullets('Blue'),
    bullets('Two'),
    p('End'),
  ]);
});
