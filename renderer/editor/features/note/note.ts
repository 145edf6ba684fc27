import { $create, $getState, $setState, createState } from 'lexical';
import { inlineConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { SpanNode } from '../../span';

interface NoteContent {
  readonly id: string;
  readonly note: string;
  readonly author: string;
  readonly resolved: boolean;
}

const blank: NoteContent = { id: '', note: '', author: '', resolved: false };

// Set only from a note of the document model, so the shape is known.
const contentState = createState('note', { parse: (value) => (value as NoteContent | undefined) ?? blank });

/** A comment on words. The words are published, the comment never is. */
export class NoteNode extends SpanNode {
  override $config() {
    return this.config('note', { extends: SpanNode });
  }

  override createDOM(): HTMLElement {
    const content = $getState(this, contentState);
    const element = document.createElement('span');
    element.className = 'note';
    element.title = content.note;
    element.dataset.resolved = String(content.resolved);
    return element;
  }
}

export const noteFeature: Feature = {
  name: 'note',
  inCards: true,
  extensions: [{ name: 'standfirst/note', nodes: () => [NoteNode] }],
  inlines: [
    inlineConversion({
      kind: 'note',
      nodeTypes: ['note'],
      $toNode: (inline, convert) =>
        $setState($create(NoteNode).append(...convert.$inlinesToNodes(inline.children)), contentState, {
          id: inline.id,
          note: inline.note,
          author: inline.author,
          resolved: inline.resolved,
        }),
      $toInline: (node, convert) => ({
        kind: 'note',
        ...$getState(node, contentState),
        children: convert.$childrenToInlines(node),
      }),
    }),
  ],
};
