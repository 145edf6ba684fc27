import { $createRangeSelection, $getRoot, $setSelection } from 'lexical';
import { describe, expect, it } from 'vitest';
import {
  $selectedWithTerms,
  blocksOf,
  keepingTerms,
  quoteIds,
  type Tagged,
} from '../../../renderer/editor/clipboard-content';
import { $joinQuotations } from '../../../renderer/editor/features/quotation/node';
import type { Block } from '../../../shared/article/block';
import { bold, link, p, pullQuote, quote } from '../../../shared/article/build';
import type { Inline } from '../../../shared/article/inline';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource, type Source, type Terms } from '../../../shared/article/source';
import { inlineRuns, inlineText } from '../../../shared/article/traverse';
import { pageEditor } from '../../builders/page-editor';

/** A place in the text node that reads `text`. */
interface Spot {
  readonly text: string;
  readonly offset: number;
}

const source = (terms: Terms): Source => ({ ...newSource('s', 'Mary Sinclair'), terms });

/** What is copied when the words between two places of `body` are selected. */
function copiedWith(terms: Terms, body: readonly Block[], from: Spot, to: Spot): Tagged {
  const page = pageEditor();
  page.body.load(body);
  let copied: Tagged | null = null;
  page.lexical.update(
    () => {
      const nodes = $getRoot().getAllTextNodes();
      const keyOf = ({ text }: Spot) => nodes.find((node) => node.getTextContent() === text)?.getKey() ?? '';
      const selection = $createRangeSelection();
      selection.anchor.set(keyOf(from), from.offset, 'text');
      selection.focus.set(keyOf(to), to.offset, 'text');
      $setSelection(selection);
      copied = $selectedWithTerms(page.lexical, page.conversion, page.quotations.known(), [source(terms)]);
    },
    { discrete: true },
  );
  if (!copied) throw new Error('nothing is selected');
  return copied;
}

const copied = (body: readonly Block[], from: Spot, to: Spot): readonly Block[] =>
  blocksOf(copiedWith('on-the-record', body, from, to).content);

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

describe('the terms of words that are copied', () => {
  const quoted = { ...pullQuote('', 'It will sink'), sourceId: 's' };
  const spot = { text: 'It will sink', offset: 3 };

  it('go along out of the midst of a block quote, where its speaker may not be named', () => {
    const { content, quotations, sources } = copiedWith('off-the-record', [quoted], spot, {
      ...spot,
      offset: 7,
    });
    expect(words(blocksOf(content))).toBe('will');
    expect(quotations.map(({ id, sourceId, terms }) => ({ id, sourceId, terms }))).toEqual([
      { id: [...quoteIds(blocksOf(content))][0], sourceId: 's', terms: null },
    ]);
    expect(sources).toEqual([source('off-the-record')]);
    const open = copiedWith('on-the-record', [quoted], spot, { ...spot, offset: 7 });
    expect(open.quotations).toEqual([]);
  });

  it('stay in an article that has looser ones for the source', () => {
    const content = { blocks: [p(quote('q', 'Yes')), quoted] };
    const given = { content, quotations: [newQuotation('q', 's')], sources: [source('on-background')] };
    expect(keepingTerms(given, [])).toBe(given);
    expect(keepingTerms(given, [source('off-the-record')])).toBe(given);
    const kept = keepingTerms(given, [source('on-the-record')]);
    expect(kept.quotations.map(({ terms }) => terms)).toEqual(['on-background', 'on-background']);
    const [, tag] = kept.quotations;
    expect(blocksOf(kept.content)).toEqual([
      p(quote('q', 'Yes')),
      { ...quoted, children: [quote(tag?.id ?? '', 'It will sink')] },
    ]);
  });
});

it('words of a quotation that are put into it are a part of it, those of another one stay another', () => {
  const page = pageEditor();
  page.body.load([p(quote('q', 'one five'))]);
  const put = (...inlines: readonly Inline[]) =>
    page.lexical.update(
      () => {
        const text = $getRoot().getAllTextNodes().at(-1);
        const nodes = page.conversion.$inlinesToNodes(inlines);
        text?.select(4, 4).insertNodes(nodes);
        $joinQuotations(nodes);
      },
      { discrete: true },
    );
  put(quote('q', 'two '));
  expect(page.body.read()).toEqual([p(quote('q', 'one two five'))]);
  put(quote('r', 'and '));
  expect(page.body.read()).toEqual([p(quote('q', 'one '), quote('r', 'and '), quote('q', 'two five'))]);
});
