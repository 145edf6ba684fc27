import { adBreak, article, p } from '../../shared/article/build';
import { inlineText } from '../../shared/article/traverse';
import type { StandfirstApp } from './driver/app';
import { body, drawn } from './driver/page';
import { expect, test } from './driver/test';

/*
 * A long page is parted into sections for speed. Nobody who writes may notice where one ends: these tests work across the
 * seams, and compare what stands on the page with what stands in the file.
 */

const paragraphs = Array.from(
  { length: 140 },
  (_, index) => `Line ${index} tells of the sea and of the wall.`,
);
const long = article({ slug: 'long', headline: 'A long story' }, ...paragraphs.map((words) => p(words)));

/** The sections of the page, each as the texts of its blocks. */
const sections = (app: StandfirstApp): Promise<readonly (readonly string[])[]> =>
  body(app).evaluate((element) =>
    [...element.querySelectorAll('.section')].map((section) =>
      [...section.children].map((block) => block.textContent ?? ''),
    ),
  );

/** The words of every paragraph of the file, in order. */
const saved = (app: StandfirstApp): readonly string[] =>
  app.desk
    .article('long')
    .body.map((block) => (block.kind === 'paragraph' ? inlineText(block.children) : block.kind));

const onPage = async (app: StandfirstApp) => (await sections(app)).flat();

/** Puts the caret at an edge of the paragraph with these words. */
async function caretAt(app: StandfirstApp, words: string, edge: 'Home' | 'End'): Promise<void> {
  await body(app).getByText(words, { exact: true }).click();
  await app.window.keyboard.press(edge);
  await drawn(app);
}

/** The last words before the first seam, and the first behind it. */
async function seam(app: StandfirstApp): Promise<{ readonly before: string; readonly behind: string }> {
  const [first, second] = await sections(app);
  const [before, behind] = [first?.at(-1), second?.[0]];
  if (!before || !behind) throw new Error('The page has no seam.');
  return { before, behind };
}

const secondId = '00000000-0000-4000-8000-000000000002';
const where = (words: string) => paragraphs.indexOf(words);

test('a very long page comes in parts, and the checks do not call for all of it at once', async ({
  launch,
}) => {
  const lines = Array.from({ length: 3000 }, (_, index) => p(`Line ${index} tells of the sea.`));
  const app = await launch({
    articles: [
      article({ slug: 'huge', headline: 'A huge story' }, ...lines),
      { ...article({ slug: 'short', headline: 'A short one' }, p('One line.')), id: secondId },
    ],
  });
  const { window } = app;
  await window.getByRole('option', { name: 'A short one' }).click();
  await expect(body(app)).toHaveText('One line.');
  await body(app).evaluate((element) => {
    const grown: number[] = [];
    Object.assign(globalThis, { grown });
    let [before, now] = [0, 0];
    new MutationObserver(() => {
      [before, now] = [now, element.querySelectorAll('p').length];
      grown.push(now - before);
    }).observe(element, { subtree: true, childList: true });
  });
  await window.getByRole('option', { name: 'A huge story' }).click();
  await expect(body(app).locator('p')).toHaveCount(lines.length, { timeout: 60_000 });
  const grown = await window.evaluate(() => (globalThis as unknown as { grown: number[] }).grown);
  // What one idle moment brings; the window looks after every task.
  expect(Math.max(...grown)).toBeLessThanOrEqual(128);
  await expect(window.getByRole('region', { name: 'Checks' })).not.toContainText('Checking');
});

test('a long page has several sections, a short one a single section', async ({ launch }) => {
  const app = await launch({
    articles: [long, article({ slug: 'short', headline: 'A short one' }, p('One line.'))],
  });
  await app.window.getByRole('option', { name: 'A long story' }).click();
  await expect.poll(async () => (await sections(app)).length).toBeGreaterThan(2);
  expect(await onPage(app)).toEqual(paragraphs);
  // The distance of two lines is the same over a seam and elsewhere.
  const distances = await body(app).evaluate((element) => {
    const lines = [...element.querySelectorAll('p')].slice(0, 60).map((line) => line.getBoundingClientRect());
    return lines.slice(1).map((line, index) => Math.round(line.top - (lines[index]?.bottom ?? 0)));
  });
  expect(new Set(distances).size).toBe(1);
  await app.window.getByRole('option', { name: 'A short one' }).click();
  await expect.poll(() => sections(app)).toEqual([['One line.']]);
});

test('what is not seen is not laid out, from the first frame on and wherever somebody writes', async ({
  launch,
}) => {
  const tall = paragraphs.map((words) => p(Array.from({ length: 12 }, () => words).join(' ')));
  const app = await launch({ articles: [article({ slug: 'tall', headline: 'A tall story' }, ...tall)] });
  await expect.poll(async () => (await onPage(app)).length).toBe(tall.length);
  /** Whether the first, the third and the last section are laid out. */
  const laidOut = () =>
    body(app).evaluate((element) => {
      const blocks = [...element.querySelectorAll('.section > :first-child')];
      return [blocks[0], blocks[2], blocks.at(-1)].map((block) =>
        block?.checkVisibility({ contentVisibilityAuto: true }),
      );
    });
  await expect.poll(laidOut).toEqual([true, false, false]);
  await body(app).getByText('Line 0').first().click();
  await app.window.keyboard.press('ControlOrMeta+End');
  await expect.poll(laidOut).toEqual([false, false, true]);
  await expect(body(app).getByText('Line 139')).toBeInViewport();
  await app.window.keyboard.press('Enter');
  await app.window.keyboard.type('One more.');
  await app.window.keyboard.press('ControlOrMeta+Home');
  await expect.poll(laidOut).toEqual([true, false, false]);
});

test('keys write, part, join and undo across a seam', async ({ launch }) => {
  const app = await launch({ articles: [long] });
  const { keyboard } = app.window;
  const { before, behind } = await seam(app);
  const at = where(behind);

  await caretAt(app, behind, 'Home');
  await keyboard.press('Backspace');
  await expect.poll(() => saved(app)[at - 1]).toBe(before + behind);
  await keyboard.press('Control+Z');
  await expect.poll(() => saved(app)).toEqual(paragraphs);

  await caretAt(app, before, 'End');
  await keyboard.press('Delete');
  await expect.poll(() => saved(app)[at - 1]).toBe(before + behind);
  await keyboard.press('Enter');
  await expect.poll(() => saved(app)).toEqual(paragraphs);

  await caretAt(app, behind, 'Home');
  await keyboard.press('ArrowLeft');
  await keyboard.type(' Here');
  await expect.poll(() => saved(app)[at - 1]).toBe(`${before} Here`);
  await keyboard.press('ArrowRight');
  await keyboard.type('There ');
  await expect.poll(() => saved(app)[at]).toBe(`There ${behind}`);
  await keyboard.press('ArrowUp');
  await keyboard.press('End');
  await keyboard.press('Enter');
  await keyboard.type('Between.');
  await expect
    .poll(() => saved(app).slice(at - 1, at + 2))
    .toEqual([`${before} Here`, 'Between.', `There ${behind}`]);
  expect(await onPage(app)).toEqual(saved(app));
});

test('a selection is made by key and by mouse, copied, replaced and moved across a seam', async ({
  launch,
}) => {
  const app = await launch({ articles: [long] });
  const { window } = app;
  const { before, behind } = await seam(app);
  const at = where(behind);

  // By key, upwards and down again.
  await caretAt(app, behind, 'End');
  await window.keyboard.press('Shift+ArrowUp');
  await window.keyboard.press('Shift+Home');
  await expect.poll(() => window.evaluate(() => getSelection()?.toString())).toBe(`${before}\n\n${behind}`);
  await window.keyboard.press('Control+C');
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(`${before}\n\n${behind}`);
  await window.keyboard.type('Both');
  await expect
    .poll(() => saved(app).slice(at - 2, at + 1))
    .toEqual([paragraphs[at - 2], 'Both', paragraphs[at + 1]]);
  await window.keyboard.press('Control+Z');
  await expect.poll(() => saved(app)).toEqual(paragraphs);

  // By mouse.
  const [from, to] = await Promise.all(
    [before, behind].map(async (words) => {
      const box = await body(app).getByText(words, { exact: true }).boundingBox();
      if (!box) throw new Error('The paragraph is not drawn.');
      return box;
    }),
  );
  if (!from || !to) throw new Error('The seam is not drawn.');
  await window.mouse.move(from.x + 40, from.y + from.height / 2);
  await window.mouse.down();
  await window.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 8 });
  await window.mouse.up();
  const chosen = await window.evaluate(() => getSelection()?.toString() ?? '');
  expect(chosen).toMatch(/\n/);
  await window.keyboard.press('Delete');
  await expect.poll(() => saved(app).length).toBe(paragraphs.length - 1);
  await window.keyboard.press('Control+Z');
  await expect.poll(() => saved(app)).toEqual(paragraphs);

  // A block goes over the seam and comes back.
  await caretAt(app, before, 'End');
  await window.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => saved(app).slice(at - 1, at + 1)).toEqual([behind, before]);
  expect(await onPage(app)).toEqual(saved(app));
  await window.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => saved(app)).toEqual(paragraphs);
  expect(await onPage(app)).toEqual(paragraphs);
});

test('all is selected, copied, deleted and given back, also with cards at both ends', async ({ launch }) => {
  const withCards = article(
    { slug: 'long', headline: 'A long story' },
    adBreak(),
    ...paragraphs.map((words) => p(words)),
    adBreak(),
  );
  const app = await launch({ articles: [withCards] });
  const { keyboard } = app.window;
  await caretAt(app, paragraphs[3] ?? '', 'End');
  await keyboard.press('Control+A');
  await keyboard.press('Control+C');
  const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain(paragraphs[139] ?? '');
  expect(await copied()).toContain(paragraphs[0] ?? '');
  // The keyboard leaves and comes back: what is selected stays selected.
  await keyboard.press('Control+Shift+P');
  await expect(app.window.getByRole('dialog')).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('Delete');
  await expect.poll(() => saved(app)).toEqual([]);
  await keyboard.type('Afresh');
  await expect.poll(() => saved(app)).toEqual(['Afresh']);
  await keyboard.press('Control+Z');
  await keyboard.press('Control+Z');
  await expect.poll(() => saved(app)).toEqual(['adBreak', ...paragraphs, 'adBreak']);
  expect(app.problems).toEqual([]);
});

test('an arrow ends a selection of all, also with cards at both ends', async ({ launch }) => {
  const app = await launch({
    articles: [
      article({ slug: 'long', headline: 'A long story' }, adBreak(), p('First.'), p('Last.'), adBreak()),
    ],
  });
  const { keyboard } = app.window;
  const breaks = body(app).getByRole('group', { name: 'Ad break' });
  for (const [key, reached] of [
    ['ArrowDown', 1],
    ['ArrowUp', 0],
    ['ArrowRight', 1],
    ['ArrowLeft', 0],
  ] as const) {
    await caretAt(app, 'First.', 'End');
    await keyboard.press('Control+A');
    await drawn(app);
    await keyboard.press(key);
    await expect(body(app).locator('.card[data-selected]')).toHaveCount(1);
    await expect(breaks.nth(reached)).toHaveAttribute('data-selected');
  }
  await keyboard.press('ArrowDown');
  await drawn(app);
  await keyboard.type('The ');
  await expect.poll(() => saved(app)).toEqual(['adBreak', 'The First.', 'Last.', 'adBreak']);
});

test('a key that moves the end of a selection leaves its beginning where it was', async ({ launch }) => {
  const app = await launch({ articles: [long] });
  const { keyboard } = app.window;
  for (const key of ['Shift+ArrowUp', 'Shift+ArrowLeft', 'Shift+Home']) {
    await caretAt(app, paragraphs[3] ?? '', 'End');
    await keyboard.press('Control+A');
    await drawn(app);
    // Its beginning goes out of sight, where it is not laid out.
    await keyboard.press('Shift+ArrowDown');
    await expect(body(app).getByText(paragraphs[139] ?? '', { exact: true })).toBeInViewport();
    await expect(body(app).getByText(paragraphs[0] ?? '', { exact: true })).not.toBeInViewport();
    await keyboard.press(key);
    await drawn(app);
    const beginning = await app.window.evaluate(() => {
      const { anchorNode, anchorOffset } = getSelection() as Selection;
      return [anchorNode?.textContent, anchorOffset];
    });
    expect(beginning, key).toEqual([paragraphs[0], 0]);
  }
  expect(app.problems).toEqual([]);
});

test('the end of a selection that a key moves is seen, also at the first place of a line and behind a card', async ({
  launch,
}) => {
  const withCards = article(
    { slug: 'long', headline: 'A long story' },
    adBreak(),
    ...paragraphs.map((words) => p(words)),
    adBreak(),
  );
  const app = await launch({ articles: [withCards] });
  const { keyboard } = app.window;
  await caretAt(app, paragraphs[3] ?? '', 'End');
  const lowest = await body(app).evaluate((element) => {
    const { bottom = 0 } = document.querySelector('[data-scroll]')?.getBoundingClientRect() ?? {};
    const seen = [...element.querySelectorAll('p')].filter(
      (each) => each.getBoundingClientRect().bottom <= bottom,
    );
    return seen.at(-1)?.textContent ?? '';
  });
  await caretAt(app, lowest, 'End');
  const next = body(app).getByText(paragraphs[where(lowest) + 1] ?? '', { exact: true });
  await keyboard.press('Shift+ArrowRight');
  await expect(next).toBeInViewport({ ratio: 0.6 });

  await keyboard.press('Control+Home');
  await keyboard.press('Control+A');
  await drawn(app);
  await keyboard.press('Shift+ArrowDown');
  await expect(body(app).getByRole('group', { name: 'Ad break' }).nth(1)).toBeInViewport();
  expect(app.problems).toEqual([]);
});

test('cards at a seam are passed by key, and text comes between them', async ({ launch }) => {
  const app = await launch({
    articles: [
      article(
        { slug: 'long', headline: 'A long story' },
        ...paragraphs.slice(0, 31).map((words) => p(words)),
        adBreak(),
        adBreak(),
        ...paragraphs.slice(31).map((words) => p(words)),
      ),
    ],
  });
  const { keyboard } = app.window;
  const breaks = body(app).getByRole('group', { name: 'Ad break' });
  await caretAt(app, paragraphs[30] ?? '', 'End');
  await keyboard.press('ArrowDown');
  await expect(breaks.nth(0)).toHaveAttribute('data-selected');
  // Between the two stands a caret of Lexical's own: a place of the page itself and of no block.
  await keyboard.press('ArrowDown');
  await expect(body(app).locator('[data-lexical-cursor]')).toHaveCount(1);
  await keyboard.type('Between.');
  await expect
    .poll(() => saved(app).slice(30, 35))
    .toEqual([paragraphs[30], 'adBreak', 'Between.', 'adBreak', paragraphs[31]]);
  await expect.poll(() => onPage(app)).toHaveLength(143);
  await expect(body(app).locator('[data-lexical-cursor]')).toHaveCount(0);
  expect(app.problems).toEqual([]);
});

test('keys go behind a card at the end of the page and before one at its beginning, and back', async ({
  launch,
}) => {
  const app = await launch({
    articles: [
      article({ slug: 'long', headline: 'A long story' }, adBreak(), p('First.'), p('Last.'), adBreak()),
    ],
  });
  const { keyboard } = app.window;
  const breaks = body(app).getByRole('group', { name: 'Ad break' });
  const behind = async () => {
    await caretAt(app, 'Last.', 'End');
    await keyboard.press('ArrowDown');
    await expect(breaks.nth(1)).toHaveAttribute('data-selected');
    await keyboard.press('ArrowDown');
    await expect(body(app).locator('[data-lexical-cursor]')).toHaveCount(1);
    await drawn(app);
  };
  await behind();
  await keyboard.press('ArrowUp');
  await expect(breaks.nth(1)).toHaveAttribute('data-selected');
  await keyboard.press('ArrowUp');
  await drawn(app);
  await keyboard.type(' Here.');
  await expect.poll(() => saved(app)).toEqual(['adBreak', 'First.', 'Last. Here.', 'adBreak']);
  await keyboard.press('Control+Z');
  await behind();
  await keyboard.type('After.');
  await expect.poll(() => saved(app)).toEqual(['adBreak', 'First.', 'Last.', 'adBreak', 'After.']);

  await caretAt(app, 'First.', 'Home');
  await keyboard.press('ArrowUp');
  await expect(breaks.nth(0)).toHaveAttribute('data-selected');
  await keyboard.press('ArrowUp');
  await expect(body(app).locator('[data-lexical-cursor]')).toHaveCount(1);
  await drawn(app);
  await keyboard.type('Before.');
  await expect.poll(() => saved(app)).toEqual(['Before.', 'adBreak', 'First.', 'Last.', 'adBreak', 'After.']);
  expect(await onPage(app)).toHaveLength(6);
  expect(app.problems).toEqual([]);
});

test('an input method composes at a seam', async ({ launch }) => {
  const app = await launch({ articles: [long] });
  const { behind } = await seam(app);
  await caretAt(app, behind, 'Home');
  const input = await app.window.context().newCDPSession(app.window);
  for (const text of ['に', 'にほ', '日本'])
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await input.send('Input.insertText', { text: '日本' });
  await expect.poll(() => saved(app)[where(behind)]).toBe(`日本${behind}`);
  expect(await onPage(app)).toEqual(saved(app));
});

test('a caret that was scrolled out of sight goes to the next line, also where a section ends', async ({
  launch,
}) => {
  const app = await launch({ articles: [long] });
  const { window } = app;
  const { before, behind } = await seam(app);
  const selected = () => window.evaluate(() => getSelection()?.toString() ?? '');
  /** Presses a key while the caret and what stands around it are far from what is seen. */
  const pressFromAfar = async (key: string) => {
    await window.evaluate(() => document.querySelector('[data-scroll]')?.scrollTo(0, 1e6));
    await expect
      .poll(() =>
        body(app).evaluate((element) =>
          element.querySelectorAll('.section')[1]?.firstElementChild?.checkVisibility({
            contentVisibilityAuto: true,
          }),
        ),
      )
      .toBe(false);
    await window.keyboard.press(key);
    await drawn(app);
  };

  await caretAt(app, before, 'End');
  await pressFromAfar('Shift+ArrowDown');
  await expect.poll(selected).toMatch(new RegExp(`^\\n+${behind}$`));
  await expect(body(app).getByText(behind, { exact: true })).toBeInViewport();
  await caretAt(app, before, 'End');
  await pressFromAfar('Control+ArrowRight');
  await window.keyboard.type('Here ');
  await expect.poll(() => saved(app)[where(behind)]).toBe(`Here ${behind}`);
  expect(await onPage(app)).toEqual(saved(app));
});

test('words that were never laid out are found, reached, heard and printed', async ({ launch }) => {
  const app = await launch({ articles: [long] });
  const { window } = app;
  await caretAt(app, paragraphs[0] ?? '', 'End');

  const accessibility = await window.context().newCDPSession(window);
  const { nodes } = await accessibility.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (id: string): readonly string[] => {
    const node = byId.get(id);
    const words = node?.role?.value === 'StaticText' ? [String(node.name?.value)] : [];
    return [...words, ...(node?.childIds ?? []).flatMap(read)];
  };
  const heard = read(nodes[0]?.nodeId ?? '').filter((words) => /^Line \d+ tells/.test(words));
  expect(heard).toEqual(paragraphs);

  await window.keyboard.press('Control+F');
  await expect(window.getByRole('textbox', { name: 'Find', exact: true })).toBeFocused();
  await window.keyboard.type('Line 120 ');
  await window.keyboard.press('Enter');
  await expect(body(app).getByText(paragraphs[120] ?? '')).toBeInViewport();
  await window.keyboard.press('Escape');

  await window.keyboard.press('Control+End');
  await window.keyboard.type(' The end.');
  await expect.poll(() => saved(app).at(-1)).toBe(`${paragraphs[139]} The end.`);
  await expect(body(app).getByText('The end.')).toBeInViewport();
  await window.keyboard.press('Control+Home');
  await window.keyboard.type('At first: ');
  await expect.poll(() => saved(app)[0]).toBe(`At first: ${paragraphs[0]}`);
  await expect(body(app).getByText('At first:')).toBeInViewport();

  await window.emulateMedia({ media: 'print' });
  await expect
    .poll(() =>
      body(app).evaluate((element) => {
        const all = [...element.querySelectorAll('p')];
        return all.filter((line) => line.getBoundingClientRect().height > 0).length;
      }),
    )
    .toBe(140);
});

test('a block that something else takes off the page comes back to its place, and nothing is to be saved or undone', async ({
  launch,
}) => {
  const app = await launch({ articles: [long] });
  const { keyboard } = app.window;
  await caretAt(app, paragraphs[2] ?? '', 'End');
  await keyboard.type(' Once.');
  await expect.poll(() => saved(app)[2]).toBe(`${paragraphs[2]} Once.`);
  await expect(app.window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  const { modified } = app.desk.article('long');
  // At the beginning, at both sides of a seam, in the middle and at the end.
  const present = await sections(app);
  const at = present[0]?.length ?? 0;
  for (const index of [0, at - 1, at, 70, 139]) {
    await body(app).evaluate((element, number) => element.querySelectorAll('p')[number]?.remove(), index);
    await expect.poll(() => onPage(app)).toEqual(saved(app));
  }
  expect(app.desk.article('long').modified).toBe(modified);
  await expect(app.window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
  await keyboard.press('Control+Z');
  await expect.poll(() => saved(app)).toEqual(paragraphs);
});

test('what is read stays where it is while sections above it are laid out', async ({ launch }) => {
  const app = await launch({
    articles: [
      article(
        { slug: 'long', headline: 'A long story' },
        // Long and short paragraphs: no guess of their height is right.
        ...paragraphs.map((words, index) => p(index % 3 === 0 ? words.repeat(12) : words)),
      ),
    ],
  });
  await caretAt(app, paragraphs[1] ?? '', 'End');
  const target = body(app).getByText(paragraphs[100] ?? '', { exact: true });
  await target.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await drawn(app);
  const place = async () => (await target.boundingBox())?.y ?? Number.NaN;
  const before = await place();
  // Upwards line by line, and back by as much: the words are where they were.
  const scroll = (pixels: number) =>
    app.window.evaluate((by) => document.querySelector('[data-scroll]')?.scrollBy(0, by), pixels);
  for (let step = 0; step < 30; step += 1) {
    await scroll(-200);
    await drawn(app);
  }
  for (let step = 0; step < 30; step += 1) {
    await scroll(200);
    await drawn(app);
  }
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
});

/** The same numbers for the same seed (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

test('whatever is done at the seams, the page shows what the file holds', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch({ articles: [long] });
  const { keyboard } = app.window;
  const next = numbers(20_261_125);
  const keys = [
    'Enter',
    'Enter',
    'Backspace',
    'Backspace',
    'Delete',
    'Shift+ArrowUp',
    'Shift+ArrowDown',
    'Alt+ArrowUp',
    'Alt+ArrowDown',
    'Control+Z',
    'Control+Shift+Z',
    'Control+X',
    'Control+V',
    'Control+D',
    'ArrowUp',
    'ArrowDown',
    'Control+Alt+2',
    'Control+Backspace',
  ];
  for (let round = 0; round < 12; round += 1) {
    const present = await sections(app);
    const section = present[next(present.length)] ?? [];
    const words = next(2) === 0 ? section[0] : section.at(-1);
    const line = body(app).locator('.section').nth(present.indexOf(section)).locator('> *');
    await (next(2) === 0 ? line.first() : line.last()).click();
    await keyboard.press(next(2) === 0 ? 'Home' : 'End');
    expect(words).toBeDefined();
    for (let step = 0; step < 12; step += 1) {
      if (next(3) === 0) await keyboard.type(`w${next(1000)} `);
      else await keyboard.press(keys[next(keys.length)] ?? 'Enter');
    }
    await drawn(app);
    await keyboard.press('Control+S');
    await expect(app.window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
    const file = app.desk
      .article('long')
      .body.map((block) => ('children' in block ? inlineText(block.children as never) : block.kind));
    expect(await onPage(app), `after round ${round}`).toEqual(file);
  }
  const sizes = (await sections(app)).map(({ length }) => length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
  expect(app.problems).toEqual([]);
});
