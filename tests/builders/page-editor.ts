import { $getRoot, type TextNode } from 'lexical';
import { type ArticleEditor, createArticleEditor } from '../../renderer/editor/article-editor';

/** The editor of a page, with no window and no desk around it. A mistake inside it fails the test. */
export function pageEditor(): ArticleEditor {
  return createArticleEditor({
    mediaAddress: (file) => `app://standfirst/${file}`,
    isAdLine: () => false,
    typography: () => null,
    pictures: { choose: async () => null, makeLead: () => null },
    askAddress: () => undefined,
    clipboard: {
      leave: () => null,
      enter: async () => 'nothing',
      readPlain: async () => [],
      keepPicture: async () => null,
      flattened: () => undefined,
      failed: () => undefined,
      standing: () => new Set(),
      sources: () => [],
      adopt: () => undefined,
    },
    onError: (error) => {
      throw error;
    },
  });
}

/** The text that reads `words`, in the page or in a card of it; undefined where there is none. Within an update or a read. */
export const $textThatReads = (words: string): TextNode | undefined =>
  $getRoot()
    .getAllTextNodes()
    .find((text) => text.getTextContent() === words);
