import { $getEditor, $onUpdate, type LexicalEditor, type LexicalNode } from 'lexical';
import { $chosenBlocks } from './block-selection';

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
