import { $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $insertApart } from '../../../renderer/editor/insert-apart';
import type { Block } from '../../../shared/article/block';
import { blockquote, bullets, correction, deskNote, p } from '../../../shared/article/build';
import { $textThatReads, pageEditor } from '../../builders/page-editor';

/** What the page holds after `put` came in at `offset` of the text `words`, and "x" was typed. */
function pasted(
  body: readonly Block[],
  words: string,
  offset: number,
  put: readonly Block[],
): readonly Block[] {
  const page = pageEditor();
  page.body.load(body);
  page.lexical.update(
    () => {
      const node = $textThatReads(words);
      if (node) node.select(offset, offset);
      else $getRoot().selectEnd();
      $insertApart(put.map((block) => page.conversion.$blockToNode(block)));
      const caret = $getSelection();
      if ($isRangeSelection(caret)) caret.insertText('x');
    },
    { discrete: true },
  );
  return page.body.read();
}

const note = (words: string) => deskNote('n', words);
const said = (words: string) => ({ ...blockquote('Ada Field', words), sourceId: 's' });
const told = (words: string) => correction('2026-01-01T00:00:00Z', words);

describe('blocks that stand for more than their words', () => {
  it.each([
    ['a desk note', note],
    ['a quote', said],
    ['a correction', told],
  ])('join no words around the caret: %s', (_, make) => {
    const block = make('It rose.');
    expect(pasted([p('The sea')], 'The sea', 7, [block])).toEqual([p('The sea'), make('It rose.x')]);
    expect(pasted([p('The sea rose')], 'The sea rose', 8, [block])).toEqual([
      p('The sea '),
      block,
      p('xrose'),
    ]);
    expect(pasted([p('The sea rose')], 'The sea rose', 8, [block, p('and')])).toEqual([
      p('The sea '),
      block,
      p('andxrose'),
    ]);
    expect(pasted([p('The sea rose')], 'The sea rose', 8, [p('and'), block])).toEqual([
      p('The sea and'),
      block,
      p('xrose'),
    ]);
  });

  it.each([
    ['a desk note', note],
    ['a quote', said],
    ['a correction', told],
  ])('keep the words behind the caret where blocks come in: %s', (_, make) => {
    const kinds = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind);
    const block = make('It rose.');
    const parted = pasted([block, p('End')], 'It rose.', 3, [p('One'), p('Two')]);
    expect(kinds(parted)).toEqual([block.kind, 'paragraph', block.kind, 'paragraph']);
    expect(parted).toMatchObject([make('It One'), p('Twox'), { children: [{ text: 'rose.' }] }, p('End')]);
    if (block.kind === 'blockquote') expect(parted[2]).toMatchObject({ sourceId: 's' });
    expect(pasted([block, p('End')], 'It rose.', 8, [p('One'), p('Two')])).toEqual([
      make('It rose.One'),
      p('Twox'),
      p('End'),
    ]);
    const before = pasted([block], 'It rose.', 0, [p('One'), p('Two')]);
    expect(before).toMatchObject([
      p('One'),
      p('Twox'),
      { kind: block.kind, children: [{ text: 'It rose.' }] },
    ]);
  });

  it('take the place of an empty paragraph', () => {
    expect(pasted([p('One'), p()], '', 0, [note('A'), p('Two')])).toEqual([p('One'), note('A'), p('Twox')]);
  });

  it('part a list', () => {
    expect(pasted([bullets('one', 'two')], 'one', 3, [note('A')])).toEqual([
      bullets('one'),
      note('Ax'),
      bullets('two'),
    ]);
  });

  it('leave paragraphs to join as ever', () => {
    expect(pasted([p('The sea rose')], 'The sea rose', 8, [p('and '), p('land ')])).toEqual([
      p('The sea and '),
      p('land xrose'),
    ]);
  });
});
