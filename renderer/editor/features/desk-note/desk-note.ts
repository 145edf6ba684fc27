import type { ParagraphNode, RangeSelection } from 'lexical';
import { $create, $createParagraphNode, $getState, $setState, createState, ElementNode } from 'lexical';
import { $turnInto } from '../../block-type';
import { blockConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';

const idState = createState('noteId', { parse: (value) => (typeof value === 'string' ? value : '') });
const authorState = createState('noteAuthor', { parse: (value) => (typeof value === 'string' ? value : '') });
const resolvedState = createState('noteResolved', { parse: (value) => value === true });

/** A note for the desk between two blocks. Never published. */
export class DeskNoteNode extends ElementNode {
  override $config() {
    return this.config('desk-note', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'desk-note';
    element.dataset.resolved = String($getState(this, resolvedState));
    return element;
  }

  override updateDOM(_previous: this, element: HTMLElement): boolean {
    element.dataset.resolved = String($getState(this, resolvedState));
    return false;
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }
}

export const deskNoteFeature: Feature = {
  name: 'desk-note',
  extensions: [{ name: 'standfirst/desk-note', nodes: () => [DeskNoteNode] }],
  blocks: [
    blockConversion({
      kind: 'deskNote',
      nodeType: 'desk-note',
      $toNode(block, convert) {
        const node = $create(DeskNoteNode).append(...convert.$inlinesToNodes(block.children));
        $setState(node, idState, block.id);
        $setState(node, authorState, block.author);
        return $setState(node, resolvedState, block.resolved);
      },
      $toBlock: (node, convert) => ({
        kind: 'deskNote',
        id: $getState(node, idState),
        author: $getState(node, authorState),
        resolved: $getState(node, resolvedState),
        children: convert.$childrenToInlines(node),
      }),
    }),
  ],
  slash: [
    {
      id: 'desk-note',
      title: 'Desk note',
      hint: 'For the desk only, never published',
      keywords: ['note', 'comment', 'private'],
      run: (editor) =>
        editor.update(() => $turnInto(() => $setState($create(DeskNoteNode), idState, crypto.randomUUID()))),
    },
  ],
};
