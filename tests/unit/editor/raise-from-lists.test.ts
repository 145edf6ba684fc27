import fc from 'fast-check';
import { $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $insertApart } from '../../../renderer/editor/insert-apart';
import { raiseFromLists } from '../../../renderer/editor/raise-from-lists';
import type { Block } from '../../../shared/article/block';
import {
  blockquote,
  bullets,
  deskNote,
  divider,
  h,
  item,
  numbers,
  p,
  table,
} from '../../../shared/article/build';
import { inlineRuns, inlineText } from '../../../shared/article/traverse';
import { $textThatReads, pageEditor } from '../../builders/page-editor';

/** The page after `put` came in at `offset` of the text `words`. */
function pasted(
  body: readonly Block[],
  words: string,
  offset: number,
  put: readonly Block[],
): readonly Block[] {
  const page = pageEditor();
  raiseFromLists(page.lexical);
  page.body.load(body);
  page.lexical.update(
    () => {
      $textThatReads(words)?.select(offset, offset);
      $insertApart(put.map((block) => page.conversion.$blockToNode(block)));
    },
    { discrete: true },
  );
  return page.body.read();
}

const from = (start: number, list: ReturnType<typeof numbers>) => ({ ...list, start });

describe('blocks that are pasted into a nested list', () => {
  const body = [
    numbers('one', item(['two'], bullets('redblue', 'green', item(['grey'], bullets('black')))), 'three'),
  ];

  it('follow the list, and what was behind them follows them', () => {
    expect(pasted(body, 'redblue', 3, [p('First'), table(false, ['a', 'b']), p('Last')])).toEqual([
      numbers('one', item(['two'], bullets('redFirst'))),
      table(false, ['a', 'b']),
      p('Lastblue'),
      bullets('green', item(['grey'], bullets('black'))),
      from(3, numbers('three')),
    ]);
  });

  it('take the lists along that were nested below the item', () => {
    expect(pasted(body, 'grey', 4, [p('First'), p('Last')])).toEqual([
      numbers('one', item(['two'], bullets('redblue', 'green', 'greyFirst'))),
      p('Last'),
      bullets('black'),
      from(3, numbers('three')),
    ]);
  });

  it('stay in the list where they are items themselves', () => {
    expect(pasted(body, 'redblue', 3, [bullets('a', 'b')])).toEqual([
      numbers(
        'one',
        item(['two'], bullets('red', 'a', 'bblue', 'green', item(['grey'], bullets('black')))),
        'three',
      ),
    ]);
  });
});

const words = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.kind === 'divider' ? ['/'] : inlineRuns(block).map((run) => inlineText(run))))
    .join('');

it('no word is lost or moved, whatever is pasted wherever into a list', () => {
  const lists = fc.letrec<{ list: ReturnType<typeof bullets>; item: ReturnType<typeof item> }>((tie) => ({
    list: fc
      .tuple(fc.boolean(), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([ordered, items]) => (ordered ? numbers(...items) : bullets(...items))),
    item: fc
      .tuple(
        fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 4 }),
        fc.option(tie('list'), { nil: null, depthSize: 'small' }),
      )
      .map(([text, list]) => (list ? item([text], list) : item([text]))),
  }));
  const put = fc.array(
    fc.constantFrom<Block>(
      p('PPP'),
      h(2, 'HHH'),
      divider,
      bullets('LLL'),
      table(false, ['T', 'U']),
      deskNote('n', 'NNN'),
      blockquote('', 'QQQ'),
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(lists.list, put, fc.nat(), fc.nat(), (list, blocks, at, in_) => {
      const page = pageEditor();
      raiseFromLists(page.lexical);
      page.body.load([list, p('end')]);
      let before = '';
      page.lexical.update(
        () => {
          const texts = $getRoot().getAllTextNodes().slice(0, -1);
          const node = texts[at % texts.length];
          const offset = in_ % ((node?.getTextContentSize() ?? 0) + 1);
          node?.select(offset, offset);
          const all = texts.map((text) => text.getTextContent());
          before = [...all.slice(0, at % texts.length), node?.getTextContent().slice(0, offset)].join('');
          $insertApart(blocks.map((block) => page.conversion.$blockToNode(block)));
        },
        { discrete: true },
      );
      const whole = words([list, p('end')]);
      expect(words(page.body.read())).toBe(before + words(blocks) + whole.slice(before.length));
    }),
    { numRuns: 300 },
  );
});
