import { $createRangeSelection, $getRoot, $setSelection, type TextNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $selectedContent, blocksOf, quoteIds } from '../../../renderer/editor/clipboard-content';
import type { Block } from '../../../shared/article/block';
import { bold, link, p, quote } from '../../../shared/article/build';
import type { Inline } from '../../../shared/article/inline';
import { inlineRuns, inlineText } from '../../../shared/article/traverse';
import { pageEditor } from '../../builders/page-editor';

/** A place in the text node that reads `text`. */
interface Spot {
  readonly text: string;
  readonly offset: number;
}

/** What is copied when the words between two places of `body` are selected. */
function copied(body: readonly Block[], from: Spot, to: Spot): readonly Block[] {
  const page = pageEditor();
  page.body.load(body);
  let blocks: readonly Block[] = [];
  page.lexical.update(
    () => {
      const nodes = $getRoot().getAllTextNodes();
      const nodeOf = ({ text }: Spot) => nodes.find((node) => node.getTextContent() === text) as TextNode;
      const selection = $createRangeSelection();
      selection.anchor.set(nodeOf(from).getKey(), from.offset, 'text');
      selection.focus.set(nodeOf(to).getKey(), to.offset, 'text');
      $setSelection(selection);
      const content = $selectedContent(page.lexical, page.conversion);
      blocks = content ? blocksOf(content) : [];
    },
    { discrete: true },
  );
  return blocks;
}

const words = (blocks: readonly Block[]): string => blocks.flatMap(inlineRuns).map(inlineText).join('');

describe('what is copied', () => {
  const body = [p('Before ', quote('q', '“one ', bold('two'), ' three”'), ' after')];

  it.each([
    ['some words of a text', { text: '“one ', offset: 1 }, { text: '“one ', offset: 4 }, 'one'],
    ['all words of it', { text: '“one ', offset: 0 }, { text: ' three”', offset: 7 }, '“one two three”'],
    ['words across marks', { text: '“one ', offset: 1 }, { text: 'two', offset: 3 }, 'one two'],
    ['words in bold', { text: 'two', offset: 1 }, { text: 'two', offset: 3 }, 'wo'],
    ['words before it as well', { text: 'Before ', offset: 2 }, { text: 'two', offset: 1 }, 'fore “one t'],
  ])('keeps the tag of a quotation when %s are selected within it', (_, from, to, text) => {
    const blocks = copied(body, from, to);
    expect(words(blocks)).toBe(text);
    expect([...quoteIds(blocks)]).toEqual(['q']);
  });

  it('keeps every tag around words that are quoted within a quotation or linked', () => {
    const nested = [
      p('a ', quote('q', 'xy ', quote('r', 'inner', link('https://example.org/', 'link'))), ' b'),
    ];
    const within = (text: string) => copied(nested, { text, offset: 1 }, { text, offset: 3 });
    expect([...quoteIds(within('inner'))]).toEqual(['q', 'r']);
    expect([...quoteIds(within('link'))]).toEqual(['q', 'r']);
  });
});

it('words of a quotation that are put into it are a part of it, those of another one stay another', () => {
  const page = pageEditor();
  page.body.load([p(quote('q', 'one five'))]);
  const put = (...inlines: readonly Inline[]) =>
    page.lexical.update(
      () => {
        const text = $getRoot().getAllTextNodes().at(-1);
        text?.select(4, 4).insertNodes(page.conversion.$inlinesToNodes(inlines));
      },
      { discrete: true },
    );
  put(quote('q', 'two '));
  expect(page.body.read()).toEqual([p(quote('q', 'one two five'))]);
  put(quote('r', 'and '));
  expect(page.body.read()).toEqual([p(quote('q', 'one '), quote('r', 'and '), quote('q', 'two five'))]);
});
