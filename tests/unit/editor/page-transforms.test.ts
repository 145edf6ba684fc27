import { $createLinkNode } from '@lexical/link';
import { $createParagraphNode, $createTextNode, $getRoot, ElementNode, RootNode } from 'lexical';
import { describe, expect, it, vi } from 'vitest';
import { link, p } from '../../../shared/article/build';
import { pageEditor } from '../../builders/page-editor';

describe('what Lexical does for the page itself', () => {
  it('is done where something comes among the blocks that is none', () => {
    const page = pageEditor();
    page.body.load([p('One'), p('Two')]);
    page.lexical.update(
      () =>
        void $getRoot().append($createLinkNode('https://example.org/').append($createTextNode('elsewhere'))),
      { discrete: true },
    );
    expect(page.body.read()).toEqual([p('One'), p('Two'), p(link('https://example.org/', 'elsewhere'))]);
  });

  it('is not done where somebody types', () => {
    const page = pageEditor();
    page.body.load([p('One'), p('Two')]);
    const getChildren: unknown = Object.getOwnPropertyDescriptor(ElementNode.prototype, 'getChildren')?.value;
    let walks = 0;
    const walked = vi.spyOn(RootNode.prototype, 'getChildren').mockImplementation(function (this: RootNode) {
      // Without a window Lexical gathers the words anew after each change.
      if (!new Error().stack?.includes('getTextContent')) walks += 1;
      return typeof getChildren === 'function' ? getChildren.call(this) : [];
    });
    page.lexical.update(() => $getRoot().getAllTextNodes()[0]?.setTextContent('One!'), { discrete: true });
    expect(walks).toBe(0);
    // It does count.
    page.lexical.update(() => void $getRoot().append($createParagraphNode()), { discrete: true });
    expect(walks).toBeGreaterThan(0);
    walked.mockRestore();
    expect(page.body.read()).toEqual([p('One!'), p('Two'), p()]);
  });
});
