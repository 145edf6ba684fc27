import fc from 'fast-check';
import { $getRoot, $isElementNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { AttributedNode } from '../../../renderer/editor/attribution';
import { $chosenBlocks, $selectBlocks } from '../../../renderer/editor/block-selection';
import { $articleBlocks } from '../../../renderer/editor/blocks';
import { $isQuotationNode } from '../../../renderer/editor/features/quotation/node';
import { $turnInto, type WordBlock } from '../../../renderer/editor/turn-into';
import type { Block } from '../../../shared/article/block';
import {
  adBreak,
  blockquote,
  bold,
  br,
  bullets,
  h,
  inlines,
  item,
  mention,
  numbers,
  p,
  pullQuote,
  quote,
  type Words,
} from '../../../shared/article/build';
import { inlineRuns, inlineText } from '../../../shared/article/traverse';
import { articles } from '../../builders/arbitrary-article';
import { $textThatReads, pageEditor } from '../../builders/page-editor';

const words = inlines('He said ', quote('q', '“', bold('no'), '”'), ' to ', mention('s', 'Ms. Kessling'));

/** What becomes of `body` when all of it is turned into `kind`. */
function turned(body: readonly Block[], ...kinds: readonly WordBlock[]): readonly Block[] {
  const page = pageEditor();
  page.body.load(body);
  for (const kind of kinds) {
    page.lexical.update(
      () => {
        $selectBlocks($articleBlocks());
        $turnInto(kind);
      },
      { discrete: true },
    );
  }
  return page.body.read();
}

/** The same, with the caret in the text `words`. */
function turnedAt(body: readonly Block[], wanted: string, kind: WordBlock): readonly Block[] {
  const page = pageEditor();
  page.body.load(body);
  page.lexical.update(
    () => {
      $textThatReads(wanted)?.select(1, 1);
      $turnInto(kind);
    },
    { discrete: true },
  );
  return page.body.read();
}

describe('turning a block into another kind', () => {
  it.each([
    'paragraph',
    'heading2',
    'heading3',
    'heading4',
    'blockquote',
    'pullQuote',
    'bullets',
    'numbers',
  ] as const)('keeps marks, quotations and mentions: %s and back', (kind) => {
    const [block] = turned([p(...words)], kind);
    expect(block && inlineRuns(block)[0]).toEqual(words);
    expect(turned([p(...words)], kind, 'paragraph')).toEqual([p(...words)]);
  });

  it('makes one list of several blocks, and several blocks of a list', () => {
    expect(turned([p('one'), h(2, 'two'), p('three')], 'numbers')).toEqual([numbers('one', 'two', 'three')]);
    expect(turned([numbers('one', item(['two'], bullets('deep')))], 'heading3')).toEqual([
      h(3, 'one'),
      h(3, 'two'),
      h(3, 'deep'),
    ]);
  });

  it('changes the kind of a list and keeps its nesting; the same kind again makes paragraphs', () => {
    const nested = (list: typeof bullets) => [list('one', item(['two'], list('deep')), 'three')];
    expect(turned(nested(bullets), 'numbers')).toEqual(nested(numbers));
    expect(turned([bullets('one', 'two')], 'bullets')).toEqual([p('one'), p('two')]);
    expect(turned([blockquote('', 'one')], 'blockquote')).toEqual([p('one')]);
  });

  it('turns one item of a list where the caret is; the others stay a list', () => {
    expect(turnedAt([bullets('one', 'two', 'three')], 'two', 'heading2')).toEqual([
      bullets('one'),
      h(2, 'two'),
      bullets('three'),
    ]);
  });

  it('tags the words of a quote with its source, which bound them: turned, or begun anew by Backspace', () => {
    const quoted = { ...pullQuote('', 'It rose.', br, br, 'It fell.'), sourceId: 's' };
    const bound = (kind: WordBlock | null) => {
      const page = pageEditor();
      page.body.load([quoted]);
      page.lexical.update(
        () => {
          $selectBlocks($articleBlocks());
          const [block] = $articleBlocks();
          if (kind) $turnInto(kind);
          else if (block instanceof AttributedNode) block.collapseAtStart();
        },
        { discrete: true },
      );
      const sources = page.lexical.read(() =>
        $articleBlocks()
          .flatMap((block) => ($isElementNode(block) ? block.getAllTextNodes() : []))
          .flatMap((node) => node.getParents().filter($isQuotationNode))
          .map((node) => node.getQuotation().sourceId),
      );
      return { read: page.body.read(), sources };
    };
    const tagged = (...given: Words) => quote(expect.any(String) as string, ...given);
    expect(bound('paragraph')).toEqual({
      read: [p(tagged('It rose.')), p(tagged('It fell.'))],
      sources: ['s', 's'],
    });
    expect(bound('bullets')).toEqual({
      read: [bullets(item([tagged('It rose.')]), item([tagged('It fell.')]))],
      sources: ['s', 's'],
    });
    expect(bound(null)).toEqual({ read: [p(tagged('It rose.', br, br, 'It fell.'))], sources: ['s', 's'] });
    expect(bound('blockquote')).toEqual({ read: [{ ...quoted, kind: 'blockquote' }], sources: [] });
  });

  it('keeps who is quoted: as such from quote to quote, in words elsewhere', () => {
    expect(turned([blockquote('Ada Field', 'It rose.')], 'pullQuote')).toEqual([
      pullQuote('Ada Field', 'It rose.'),
    ]);
    expect(turned([pullQuote('Ada Field', 'It rose.')], 'paragraph')).toEqual([
      p('It rose.'),
      p('— Ada Field'),
    ]);
  });

  it('parts the paragraphs of a block quote', () => {
    expect(turned([blockquote('', 'one', br, br, 'two', br, 'three')], 'paragraph')).toEqual([
      p('one'),
      p('two', br, 'three'),
    ]);
  });

  it('makes no step of undo where nothing is to be turned', () => {
    const page = pageEditor();
    page.body.load([p('One'), h(2, 'Two'), adBreak()]);
    const before = page.lexical.getEditorState();
    const states = (['paragraph', 'heading2', 'heading3'] as const).map((kind, index) => {
      page.lexical.update(
        () => {
          $selectBlocks($articleBlocks().slice(index, index + 1));
          $turnInto(kind);
        },
        { discrete: true },
      );
      return page.lexical.getEditorState();
    });
    for (const state of states) {
      for (const [key, node] of before._nodeMap) expect(state._nodeMap.get(key)).toBe(node);
      expect(state._nodeMap.size).toBe(before._nodeMap.size);
    }
  });

  it('makes an empty quote of an empty item', () => {
    expect(turned([bullets('')], 'blockquote')).toEqual([blockquote('')]);
    expect(turned([p('One'), bullets('', ''), p('Two')], 'pullQuote')).toEqual([
      pullQuote('', 'One'),
      pullQuote(''),
      pullQuote('', 'Two'),
    ]);
  });

  it('leaves cards as they are', () => {
    expect(turned([p('one'), adBreak(), p('two')], 'bullets')).toEqual([
      bullets('one'),
      adBreak(),
      bullets('two'),
    ]);
  });

  it('loses no word of any article', () => {
    const textOf = (body: readonly Block[]) =>
      body
        .flatMap((block) => inlineRuns(block).map(inlineText))
        .join('')
        .replace(/\s+/g, '');
    const plain = articles.map(({ body }) =>
      body.filter(({ kind }) => ['paragraph', 'heading', 'list'].includes(kind)),
    );
    const kinds = fc.constantFrom<WordBlock>('paragraph', 'heading2', 'bullets', 'numbers', 'blockquote');
    fc.assert(
      fc.property(plain, kinds, kinds, (body, one, other) => {
        expect(textOf(turned(body, one, other))).toBe(textOf(body));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the caret where it was', () => {
    const page = pageEditor();
    page.body.load([p('The sea rose.')]);
    page.lexical.update(
      () => {
        $getRoot().getAllTextNodes()[0]?.select(4, 7);
        $turnInto('heading2');
      },
      { discrete: true },
    );
    page.lexical.read(() => {
      const first = $articleBlocks()[0];
      expect($isElementNode(first) && first.getAllTextNodes()[0]?.isSelected()).toBe(true);
    });
  });

  it('leaves a card that is selected alone as it is, and selected', () => {
    const page = pageEditor();
    const body = [p('Before'), adBreak(), p('Behind')];
    page.body.load(body);
    page.lexical.update(
      () => {
        $selectBlocks($articleBlocks().slice(1, 2));
        $turnInto('blockquote');
        expect($chosenBlocks()?.map((block) => block.getKey())).toEqual([$articleBlocks()[1]?.getKey()]);
      },
      { discrete: true },
    );
    expect(page.body.read()).toEqual(body);
  });
});
