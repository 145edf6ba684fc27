import type { EditorConfig, LexicalEditor, RangeSelection } from 'lexical';
import {
  $copyNode,
  $create,
  $createParagraphNode,
  $getNodeByKey,
  $getState,
  $setState,
  createState,
  ElementNode,
} from 'lexical';
import { $standsAtEnd } from '../../at-end';
import { cardButton, drawn } from '../../card-field';
import { blockConversion } from '../../conversion/conversion';
import { editInPlace, withFields, wordsOf } from '../../edit-in-place';
import type { Feature } from '../../feature';
import { $makeBlock } from '../../insert-block';
import './desk-note.css';

const idState = createState('noteId', { parse: (value) => (typeof value === 'string' ? value : '') });
const authorState = createState('noteAuthor', { parse: (value) => (typeof value === 'string' ? value : '') });
const resolvedState = createState('noteResolved', { parse: (value) => value === true });

/** A note for the desk between two blocks. Never published. */
export class DeskNoteNode extends ElementNode {
  override $config() {
    return this.config('desk-note', { extends: ElementNode });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const key = this.getKey();
    const resolve = cardButton('', () =>
      editInPlace(editor, key, 'resolved', (node) => $setState(node, resolvedState, (resolved) => !resolved)),
    );
    const element = drawn('div', 'desk-note');
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', 'Desk note');
    const head = drawn('div', 'desk-note-head', drawn('span', 'desk-note-title'), resolve);
    return this.show(
      withFields(element, head, 'head', () => {
        editor.getRootElement()?.focus({ preventScroll: true });
        editor.update(() => void $getNodeByKey<DeskNoteNode>(key)?.selectEnd());
      }),
    );
  }

  override getDOMSlot(element: HTMLElement) {
    return super.getDOMSlot(element).withElement(wordsOf(element));
  }

  override updateDOM(_previous: this, element: HTMLElement): boolean {
    this.show(element);
    return false;
  }

  private show(element: HTMLElement): HTMLElement {
    const resolved = $getState(this, resolvedState);
    const author = $getState(this, authorState);
    element.dataset.resolved = String(resolved);
    const [title, button] = [element.querySelector('.desk-note-title'), element.querySelector('button')];
    if (title)
      title.textContent = ['Desk note, never published', author, resolved ? 'resolved' : '']
        .filter(Boolean)
        .join(' · ');
    if (button) button.textContent = resolved ? 'Open desk note again' : 'Resolve desk note';
    return element;
  }

  /** Only an empty one comes here: the words of a note never become those of the text by a key (`keep-bound.ts`). */
  override collapseAtStart(): true {
    this.replace($createParagraphNode());
    return true;
  }

  /** Enter at the end goes on below in the text; elsewhere it parts the note in two. */
  override insertNewAfter(selection: RangeSelection, restoreSelection: boolean): ElementNode {
    const next = $standsAtEnd(this, selection.anchor, true)
      ? $createParagraphNode()
      : $setState($copyNode(this), idState, crypto.randomUUID());
    this.insertAfter(next, restoreSelection);
    return next;
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
        editor.update(() => $makeBlock(() => $setState($create(DeskNoteNode), idState, crypto.randomUUID()))),
    },
  ],
};
