import {
  $getEditor,
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $chosenBlocks } from './block-selection';
import { isField } from './card-keys';

/** Has a block that a key selected or moved seen: the window by itself follows a caret alone. */
export function $reveal(block: LexicalNode): void {
  const editor = $getEditor();
  $onUpdate(() => reveal(editor, block));
}

/** The same for a block that whoever hears this key next selects. */
export function $revealChosen(): boolean {
  const editor = $getEditor();
  $onUpdate(() => {
    const [block, ...others] = editor.getEditorState().read($chosenBlocks) ?? [];
    if (block && others.length === 0) reveal(editor, block);
  });
  return false;
}

const reveal = (editor: LexicalEditor, block: LexicalNode): void =>
  editor.getElementByKey(block.getKey())?.scrollIntoView({ block: 'nearest' });

/**
 * Has the end of a selection seen that a key moves: the browser forgets it where the end comes to the first place of a line, or
 * to a place between blocks. Answers how to stop.
 */
export function revealEndOfSelection(editor: LexicalEditor): () => void {
  let frame = 0;
  const follow = ({ key, shiftKey, target }: KeyboardEvent) => {
    if (!shiftKey || !/^(?:Arrow|Page|Home$|End$)/.test(key) || isField(target)) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      revealEnd(editor);
      // What was not laid out before is as high as it is by now.
      frame = requestAnimationFrame(() => revealEnd(editor));
    });
  };
  return editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('keydown', follow, true);
    root?.addEventListener('keydown', follow, true);
  });
}

function revealEnd(editor: LexicalEditor): void {
  const selection = editor.getRootElement()?.ownerDocument.getSelection();
  const scroller = editor.getRootElement()?.closest('[data-scroll]');
  const isOfWords = editor.getEditorState().read(() => $isRangeSelection($getSelection()));
  if (!selection || selection.isCollapsed || !scroller || !isOfWords) return;
  const end = placeOfEnd(selection);
  const view = scroller.getBoundingClientRect();
  if (!end) return;
  if (end.bottom > view.bottom) scroller.scrollTop += end.bottom - view.bottom;
  else if (end.top < view.top) scroller.scrollTop -= view.top - end.top;
}

/** Where the moving end of a selection stands; for a place between blocks, the block that was selected last. */
function placeOfEnd(selection: Selection): DOMRect | undefined {
  const { focusNode, focusOffset } = selection;
  if (!focusNode) return undefined;
  if (!(focusNode instanceof Element)) {
    const place = document.createRange();
    place.setStart(focusNode, focusOffset);
    return place.getClientRects()[0];
  }
  const range = selection.getRangeAt(0);
  const isBackward = range.startContainer === focusNode && range.startOffset === focusOffset;
  const inside = focusNode.childNodes[isBackward ? focusOffset : focusOffset - 1];
  return (inside instanceof Element ? inside : focusNode).getBoundingClientRect();
}
