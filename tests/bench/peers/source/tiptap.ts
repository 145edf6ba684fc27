import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { caretToMiddleParagraph, type Peer } from './peer';

/** Tiptap with its starter kit. */
export function tiptap(): Peer {
  let body: HTMLElement;
  return {
    open(place, blocks) {
      const editor = new Editor({
        element: place,
        extensions: [StarterKit],
        content: {
          type: 'doc',
          content: blocks.map((block) =>
            block.kind === 'paragraph'
              ? { type: 'paragraph', content: [{ type: 'text', text: block.text }] }
              : { type: 'horizontalRule' },
          ),
        },
      });
      body = editor.view.dom;
    },
    caretToMiddle: () => caretToMiddleParagraph(body),
  };
}
