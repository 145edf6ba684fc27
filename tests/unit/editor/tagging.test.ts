import { $createRangeSelection, $getRoot, $setSelection, type RangeSelection } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $addNote } from '../../../renderer/editor/features/note/note';
import { $tagWords } from '../../../renderer/editor/features/quotation/tagging';
import type { Block } from '../../../shared/article/block';
import { bold, bullets, item, link, note, p, quote } from '../../../shared/article/build';
import { newQuotation } from '../../../shared/article/quotation';
import { pageEditor } from '../../builders/page-editor';

/** A text and an offset in it. */
type Spot = readonly [string, number];

/** The body after `$change` of the words from one place to another. */
function changed(body: readonly Block[], from: Spot, to: Spot, $change: (selection: RangeSelection) => void) {
  const page = pageEditor();
  page.quotations.offer([newQuotation('old', 's1')]);
  page.body.load(body);
  page.lexical.update(
    () => {
      const keyOf = (text: string) =>
        $getRoot()
          .getAllTextNodes()
          .find((node) => node.getTextContent() === text)
          ?.getKey() ?? '';
      const selection = $createRangeSelection();
      selection.anchor.set(keyOf(from[0]), from[1], 'text');
      selection.focus.set(keyOf(to[0]), to[1], 'text');
      $setSelection(selection);
      $change(selection);
    },
    { discrete: true },
  );
  return page.body.read();
}

/** The body after the words were tagged as quotation "new". */
const tagged = (body: readonly Block[], from: Spot, to: Spot) =>
  changed(body, from, to, (selection) => $tagWords(selection, newQuotation('new', 's2')));

/** The body after the words got a comment "new". */
const commented = (body: readonly Block[], from: Spot, to: Spot) =>
  changed(body, from, to, () => $addNote({ id: 'new', note: 'Why?', author: '', resolved: false }));

describe('a comment on words', () => {
  it('stands around them once, though a link or another comment among them has several texts', () => {
    const parts = [
      link('https://example.org/', 'it ', bold('rose')),
      note('n', 'Sure?', ' very ', bold('fast')),
    ];
    expect(commented([p('Now ', ...parts, ' here')], ['Now ', 0], [' here', 5])).toEqual([
      p(note('new', 'Why?', 'Now ', ...parts, ' here')),
    ]);
    expect(commented([p(...parts)], ['it ', 0], ['fast', 4])).toEqual([p(note('new', 'Why?', ...parts))]);
  });
});

describe('words that are tagged over a quotation that is there', () => {
  it('leave the words that were not selected in their quotation, whose terms bind them', () => {
    expect(
      tagged([p('She said ', quote('old', 'it rose fast'))], ['She said ', 4], ['it rose fast', 7]),
    ).toEqual([p('She ', quote('new', 'said it rose'), quote('old', ' fast'))]);
    expect(
      tagged([p(quote('old', 'it rose fast'), ' she said')], ['it rose fast', 3], [' she said', 4]),
    ).toEqual([p(quote('old', 'it '), quote('new', 'rose fast she'), ' said')]);
  });

  it('leave the other paragraphs of that quotation alone', () => {
    const body = [p('Now ', quote('old', 'it rose')), p(quote('old', 'and fell'))];
    expect(tagged(body, ['Now ', 0], ['it rose', 2])).toEqual([
      p(quote('new', 'Now it'), quote('old', ' rose')),
      p(quote('old', 'and fell')),
    ]);
  });

  it('take the place of a quotation that is selected whole', () => {
    expect(tagged([p('Now ', quote('old', 'it rose'), ' here')], ['Now ', 0], [' here', 5])).toEqual([
      p(quote('new', 'Now it rose here')),
    ]);
  });

  it('keep links, marks and comments on both sides', () => {
    const body = [
      p(
        'Now ',
        quote('old', link('https://example.org/', 'it ', bold('rose fast')), note('n', 'Sure?', ' here')),
      ),
    ];
    expect(tagged(body, ['Now ', 0], ['rose fast', 4])).toEqual([
      p(
        quote('new', 'Now ', link('https://example.org/', 'it ', bold('rose'))),
        quote('old', link('https://example.org/', bold(' fast')), note('n', 'Sure?', ' here')),
      ),
    ]);
  });

  it('do so in the items of a list', () => {
    const body = [bullets(item(['First ', quote('old', 'it rose')]), 'Second.')];
    expect(tagged(body, ['it rose', 3], ['Second.', 7])).toEqual([
      bullets(item(['First ', quote('old', 'it '), quote('new', 'rose')]), item([quote('new', 'Second.')])),
    ]);
  });
});
