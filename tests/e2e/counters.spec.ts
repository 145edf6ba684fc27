import type { Article } from '../../shared/article/article';
import { article, p, quote } from '../../shared/article/build';
import { newQuotation } from '../../shared/article/quotation';
import { newSource } from '../../shared/article/source';
import type { StandfirstApp } from './driver/app';
import { body, drawn } from './driver/page';
import { expect, test } from './driver/test';

/*
 * What a key costs, in figures that no clock has a part in: they are the same in a long article and a short one, or typing
 * is not flat any more. Blocks converted are counted in tests/unit/editor, calls and bytes between the processes in
 * tests/unit/ipc.
 */

const sentence =
  'The sea came in over the wall that had been promised for years, and nobody was told of it at all. ';

/** An article of about `words` words with a quotation in every fourth paragraph. */
function story(words: number) {
  const paragraphs = Math.round(words / 60);
  const quoted = Array.from({ length: Math.ceil(paragraphs / 4) }, (_, index) => `q${index}`);
  return article(
    {
      slug: `words-${words}`,
      headline: `A story of ${words} words`,
      quotations: quoted.map((id) => newQuotation(id, 's')),
      sources: [newSource('s', 'Mary Sinclair')],
    },
    ...Array.from({ length: paragraphs }, (_, index) =>
      index % 4 === 0
        ? p(sentence.repeat(2), quote(`q${index / 4}`, `“We were told of nothing, number ${index}.”`))
        : p(`${sentence.repeat(3)}Paragraph ${index}.`),
    ),
  );
}

interface Cost {
  /** Commits of React, in all panes. */
  readonly commits: number;
  /** Changes of the window's elements. */
  readonly changes: number;
  /** How often a block was asked for its words by Lexical, which once joined those of all. */
  readonly asked: number;
}

/** What one key costs at the end of a paragraph in the middle, at the least of several tries: a save may fall into one. */
async function costOfKey(app: StandfirstApp, { headline, body: { length: count } }: Article): Promise<Cost> {
  const { window } = app;
  await window.getByRole('option', { name: headline }).click();
  await expect(window.getByRole('textbox', { name: 'Headline' })).toHaveValue(headline);
  const paragraphs = body(app).locator('p');
  await expect.poll(() => paragraphs.count()).toBe(count);
  await paragraphs.nth(Math.floor(count / 8) * 4 + 1).click();
  await window.keyboard.press('End');
  await window.keyboard.type('word');
  await drawn(app);
  return window.evaluate(async () => {
    const counted = globalThis as unknown as { commits: number };
    let [changes, asked] = [0, 0];
    for (const block of document.querySelectorAll('.body p')) {
      let words = (block as { __lexicalTextContent?: string }).__lexicalTextContent;
      Object.defineProperty(block, '__lexicalTextContent', {
        get() {
          asked += 1;
          return words;
        },
        set(now: string) {
          words = now;
        },
      });
    }
    const observer = new MutationObserver((records) => {
      changes += records.length;
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const costs: Cost[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      [counted.commits, changes, asked] = [0, 0, 0];
      document.execCommand('insertText', false, 'e');
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      costs.push({ commits: counted.commits, changes, asked });
    }
    observer.disconnect();
    const least = (what: keyof Cost) => Math.min(...costs.map((cost) => cost[what]));
    return { commits: least('commits'), changes: least('changes'), asked: least('asked') };
  });
}

test('a key draws as much at 50,000 words as at 1,000: its own letter, and no pane', async ({ launch }) => {
  const [short, long] = [story(1_000), story(50_000)];
  const app = await launch({ articles: [short, long] });
  // React tells its developers' tools of every commit, where there are such tools.
  await app.window.addInitScript(() => {
    const counted = globalThis as unknown as { commits: number; __REACT_DEVTOOLS_GLOBAL_HOOK__: unknown };
    counted.commits = 0;
    counted.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberRoot() {
        counted.commits += 1;
      },
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot() {},
    };
  });
  await app.window.reload();
  await app.window.getByRole('option', { name: short.headline }).waitFor();
  // The counter counts: choosing an article is drawn by React.
  expect(
    await app.window.evaluate(() => (globalThis as unknown as { commits: number }).commits),
  ).toBeGreaterThan(0);

  const inShort = await costOfKey(app, short);
  const inLong = await costOfKey(app, long);
  expect(inLong).toEqual(inShort);
  expect(inShort.commits).toBe(0);
  expect(inShort.changes).toBeGreaterThan(0);
  expect(inShort.changes).toBeLessThanOrEqual(4);
  expect(inShort.asked).toBeGreaterThan(0);
});
