import { $getRoot, defineExtension, getRegisteredNode, type LexicalNode } from 'lexical';

/*
 * Lexical looks at every block of the page after each key, lest an inline stands among them. That can only have come
 * about where blocks came or went, and then the page's node is another object than in the state before.
 */

/** Has what Lexical does for the page itself done only where its blocks are not those of the state before. */
export const PageTransformsExtension = defineExtension({
  name: 'standfirst/page-transforms',
  register(editor) {
    const transforms = getRegisteredNode(editor, 'root')?.transforms;
    if (!transforms) return () => {};
    const own = [...transforms];
    const asBefore = (page: LexicalNode): boolean =>
      editor.getEditorState().read($getRoot) === page.getLatest();
    const sparing = own.map((transform) => (page: LexicalNode) => {
      if (!asBefore(page)) transform(page);
    });
    transforms.clear();
    for (const transform of sparing) transforms.add(transform);
    return () => {
      transforms.clear();
      for (const transform of own) transforms.add(transform);
    };
  },
});
