import {
  $getNodeByKey,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { substitutionTag } from './history/history';

/** The last edit in a field of each editor: in which block, in which of its places, when (milliseconds). */
const lastEdits = new WeakMap<LexicalEditor, { key: NodeKey; place: string; at: number }>();

/** As long as typing goes on without such a pause it is one undo, as on the page (milliseconds). */
const undoPause = 600;

/** What an edit is that is under way: typed in a field, or what the editor makes of what was just typed there. */
let typing: 'typed' | 'substitution' | null = null;

const during = (kind: 'typed' | 'substitution') => (change: () => void) => {
  typing = kind;
  change();
  typing = null;
};

/** Whether what is edited just now is what the editor makes of what was typed. */
export const isSubstitution = (): boolean => typing === 'substitution';

/** The edits that `change` makes were typed. */
export const asTyped = during('typed');

/** The edits that `change` makes are what the editor makes of what was just typed: undo gives that back. */
export const asSubstitution = during('substitution');

/**
 * Changes the block `key` by what was typed in one of its fields, and leaves the keyboard there. Changes of the same
 * `place` in quick succession are one undo.
 */
export function editInPlace(
  editor: LexicalEditor,
  key: NodeKey,
  place: string,
  $change: (node: LexicalNode) => void,
): void {
  const last = lastEdits.get(editor);
  const at = Date.now();
  const goesOn = last?.key === key && last.place === place && at - last.at < undoPause;
  lastEdits.set(editor, { key, place, at });
  const step = typing === 'substitution' ? substitutionTag : goesOn ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG;
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if (node) $change(node);
    },
    // A substitution is a step behind what was typed: the two may not become one update.
    { tag: [SKIP_DOM_SELECTION_TAG, step], ...(typing === null ? {} : { discrete: true }) },
  );
}

/** What is typed next is an undo of its own. */
export const endEdit = (editor: LexicalEditor): void => void lastEdits.delete(editor);

/**
 * The element of a block whose words are Lexical's and whose `head` or `foot` is ours: fields and buttons that the caret
 * does not enter. Escape and Enter in a field lead back to the words.
 */
export function withFields(
  element: HTMLElement,
  fields: HTMLElement,
  at: 'head' | 'foot',
  toWords: () => void,
): HTMLElement {
  const words = document.createElement('div');
  words.className = 'block-words';
  fields.classList.add('block-fields');
  fields.contentEditable = 'false';
  fields.addEventListener('card-escape', toWords);
  fields.addEventListener('card-enter', toWords);
  if (at === 'head') element.append(fields, words);
  else element.append(words, fields);
  return element;
}

/** Where Lexical puts the words of an element that `withFields` made. */
export const wordsOf = (element: HTMLElement): HTMLElement =>
  element.querySelector<HTMLElement>(':scope > .block-words') ?? element;
