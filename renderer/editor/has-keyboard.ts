import type { LexicalEditor } from 'lexical';

/**
 * Whether the keyboard is on the page of `editor`. Where it is not, an update that changes the page must not take it there
 * (`SKIP_DOM_SELECTION_TAG`).
 */
export const hasKeyboard = (editor: LexicalEditor): boolean =>
  editor.getRootElement()?.contains(document.activeElement) ?? false;
