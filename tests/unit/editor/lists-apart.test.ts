import { $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import { restoreState } from '../../../renderer/editor/history/restore';
import { $insertApart } from '../../../renderer/editor/insert-apart';
import type { Block } from '../../../shared/article/block';
import { bullets, numbers, p } from '../../../shared/article/build';
import { pageEditor } from '../../builders/page-editor';

const from = (start: number, list: ReturnType<typeof numbers>) => ({ ...list, start });
const apart: readonly Block[] = [
  numbers('One', 'Two'),
  from(7, numbers('Seven')),
  bullets('Red'),
  bullets('Blue'),
];

function opened(blocks: readonly Block[]) {
  const page = pageEditor();
  page.body.load(blocks);
  return page;
}
const write = (page: ReturnType<typeof pageEditor>, change: () => void) =>
  page.lexical.update(change, { discrete: true });

describe('two lists of one kind side by side', () => {
  it('stay two with their first numbers when the article is opened', () => {
    expect(opened(apart).body.read()).toEqual(apart);
  });

  it('stay two while somebody writes in them', () => {
    const page = opened(apart);
    write(page, () => {
      for (const text of $getRoot().getAllTextNodes()) text.setTextContent(`${text.getTextContent()}!`);
    });
    expect(page.body.read()).toEqual([
      numbers('One!', 'Two!'),
      from(7, numbers('Seven!')),
      bullets('Red!'),
      bullets('Blue!'),
    ]);
  });

  it('stay two where the page is written anew, as by a version that is brought back', () => {
    const page = opened([p('Words')]);
    page.body.write(apart);
    expect(page.body.read()).toEqual(apart);
  });

  it('stay two where they are pasted as two, and become one with a list they are pasted beside', () => {
    const page = opened([p('Words'), p('End')]);
    write(page, () => {
      $getRoot().getFirstChild()?.selectEnd();
      $insertApart([p('Before'), ...apart].map((block) => page.conversion.$blockToNode(block)));
    });
    expect(page.body.read()).toEqual([p('WordsBefore'), ...apart, p('End')]);
    const beside = opened([bullets('Red'), p()]);
    write(beside, () => {
      $getRoot().getLastChild()?.selectEnd();
      $insertApart([beside.conversion.$blockToNode(bullets('Blue'))]);
    });
    expect(beside.body.read()).toEqual([bullets('Red', 'Blue')]);
  });

  it('become one when the writer takes out what stood between them, and two again by undo', () => {
    const body = [numbers('One'), p('Between'), from(7, numbers('Seven'))];
    const page = opened(body);
    const before = page.lexical.getEditorState();
    write(page, () => $getRoot().getChildAtIndex(1)?.remove());
    expect(page.body.read()).toEqual([numbers('One', 'Seven')]);
    restoreState(page.lexical, before);
    expect(page.body.read()).toEqual(body);
  });
});
