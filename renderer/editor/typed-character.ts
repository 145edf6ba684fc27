import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMPOSITION_END_TAG,
  type LexicalEditor,
  mergeRegister,
  type TextNode,
} from 'lexical';
import { atEndOfTurn } from './end-of-turn';
import { substitutionTag } from './history/history';

/** The caret right behind a character that was just typed. */
export interface TypedCharacter {
  readonly character: string;
  readonly node: TextNode;
  /** Of the caret in `node`, UTF-16 code units. */
  readonly offset: number;
}

/**
 * Calls `$find` after each single character that was typed in running text, never in code and never while an input
 * method composes. What it answers is done as a step of its own: undo right after it gives back what was typed.
 */
export function followTyping(
  editor: LexicalEditor,
  $find: (typed: TypedCharacter) => (() => void) | null,
): () => void {
  let typed: string | null = null;
  const hear = (event: Event) => {
    const character = charactersOf(event);
    if (character === null) return;
    typed = character;
    // It belongs to the update of this turn of the window; later ones have other reasons.
    atEndOfTurn(() => {
      if (typed === character) typed = null;
    });
  };
  return mergeRegister(
    editor.registerRootListener((root, previous) => {
      for (const name of ['beforeinput', 'compositionend']) {
        previous?.removeEventListener(name, hear, true);
        root?.addEventListener(name, hear, true);
      }
    }),
    editor.registerUpdateListener(({ editorState, dirtyLeaves, tags }) => {
      if (typed === null || dirtyLeaves.size === 0) return;
      if (editor.isComposing() && !tags.has(COMPOSITION_END_TAG)) return;
      const character = typed;
      const $act = editorState.read(() => {
        const found = $typedAtCaret(character);
        return found ? $find(found) : null;
      });
      if (!$act) return;
      typed = null;
      editor.update($act, { tag: substitutionTag });
    }),
  );
}

/** The one character an event types; null for everything else. Quotation marks may come from a dead key. */
function charactersOf(event: Event): string | null {
  if (event instanceof CompositionEvent) return /^["']$/.test(event.data) ? event.data : null;
  if (!(event instanceof InputEvent) || event.inputType !== 'insertText' || event.isComposing) return null;
  return event.data?.length === 1 ? event.data : null;
}

function $typedAtCaret(character: string): TypedCharacter | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  if (!$isTextNode(node) || node.hasFormat('code') || !node.isSimpleText()) return null;
  return node.getTextContent()[offset - 1] === character ? { character, node, offset } : null;
}
