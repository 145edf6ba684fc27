import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { $articleText, $selectionsOf } from '../../../renderer/editor/article-text';
import { $replaceText } from '../../../renderer/editor/replace-text';
import type { Block } from '../../../shared/article/block';
import { bold, br, bullets, link, mention, note, p, quote, text, tk } from '../../../shared/article/build';
import { pageEditor } from '../../builders/page-editor';

/** The body after `found` was replaced by `words` wherever it stands. */
function replaced(body: readonly Block[], found: string, words: string): readonly Block[] {
  const { body: page, lexical } = pageEditor();
  page.load(body);
  lexical.update(
    () => {
      const article = $articleText();
      let end = article.text.length;
      for (let at = article.text.lastIndexOf(found); at >= 0; at = article.text.lastIndexOf(found, end - 1)) {
        $replaceText(article, { start: at, end: at + found.length }, (isCode) =>
          isCode ? `${words}()` : words,
        );
        end = at;
        if (end === 0) break;
      }
    },
    { discrete: true },
  );
  return page.read();
}

describe('words put in place of others', () => {
  it.each<[string, Block, string, string, Block]>([
    [
      'all of a link',
      p('see ', link('https://a.org', 'it'), '.'),
      'it',
      'X',
      p('see ', link('https://a.org', 'X'), '.'),
    ],
    ['all of a quotation', p(quote('q1', '“No”'), ' so'), '“No”', '“Yes”', p(quote('q1', '“Yes”'), ' so')],
    [
      'its first word',
      p('a ', quote('q1', 'We go'), '.'),
      'We',
      'They',
      p('a ', quote('q1', 'They go'), '.'),
    ],
    ['a name', p(mention('s1', 'Bo Li'), ' left'), 'Bo', 'Ada', p(mention('s1', 'Ada Li'), ' left')],
    [
      'commented words',
      p('a ', note('n1', 'why', 'b'), ' c'),
      'b',
      'X',
      p('a ', note('n1', 'why', 'X'), ' c'),
    ],
    ['over a mark', p('one ', bold('two'), ' on'), 'e two o', 'X', p('onXn')],
    ['nothing for a link', p('see ', link('https://a.org', 'it'), ' so'), 'it ', '', p('see so')],
    ['a line break', p('a', br, 'b'), '\n', ', ', p('a, b')],
    ['a line break at the beginning', p(br, 'b'), '\nb', 'X', p('X')],
    ['twice', p('a-a'), 'a', 'aa', p('aa-aa')],
    ['a gap is filled', p('a ', tk(), ' c'), 'TK', 'X', p('a X c')],
    ['code', p(text('a X', 'code')), 'X', 'y', p(text('a y()', 'code'))],
    ['an item', bullets('a', 'b a'), 'a', 'X', bullets('X', 'b X')],
  ])('%s', (_, block, found, words, expected) => {
    expect(replaced([block, p('End.')], found, words)).toEqual([expected, p('End.')]);
  });

  it('move the caret with the words it stands in', () => {
    const { body, lexical } = pageEditor();
    body.load([p('one two three')]);
    lexical.update(
      () => {
        const [node] = $getRoot().getAllTextNodes();
        if (!$isTextNode(node)) throw new Error('no words');
        const selection = $createRangeSelection();
        selection.setTextNodeRange(node, 5, node, 13);
        $setSelection(selection);
        $replaceText($articleText(), { start: 4, end: 7 }, () => 'X');
      },
      { discrete: true },
    );
    const offsets = lexical.read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) ? [selection.anchor.offset, selection.focus.offset] : [];
    });
    expect(offsets).toEqual([5, 11]);
  });
});

it('no selection begins before its words, also at a line break', () => {
  const { body, lexical } = pageEditor();
  body.load([p('a', br, br, 'b')]);
  lexical.read(() => {
    for (const [start, end] of [
      [1, 2],
      [1, 4],
      [2, 3],
    ] as const) {
      for (const { anchor, focus } of $selectionsOf($articleText(), start, end))
        expect(Math.min(anchor.offset, focus.offset)).toBeGreaterThanOrEqual(0);
    }
  });
});
