import {
  $create,
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  createState,
  type LexicalNode,
} from 'lexical';
import { inlineConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { $spanAround, $wrapWords, SpanNode } from '../../span';

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

const $isNoteNode = (node: LexicalNode): node is NoteNode => node instanceof NoteNode;

/** The comment the caret stands in; null elsewhere. */
export function $noteAtSelection(): { readonly id: string; readonly note: string } | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? $spanAround(selection.focus.getNode(), $isNoteNode) : null;
  if (!node) return null;
  const { id, note } = $getState(node, contentState);
  return { id, note };
}

/** Puts a comment on the selected words. */
export function $addNote(content: NoteContent): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  $wrapWords(selection, () => $setState($create(NoteNode), contentState, content))
    .at(-1)
    ?.selectEnd();
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
