import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $standsAtEnd } from './at-end';
import type { Way } from './card-text';

/*
 * The ends of a text in a card. The browser holds it and the page around it for one text: what deletes or leaps from an
 * end would take the keyboard to the page, where the card is selected, and the next Backspace the card away.
 */

/** Keeps the keys that delete, and those that leap, in the text. Answers how to stop. */
export function keepInText(editor: LexicalEditor): () => void {
  const $delete = (backward: boolean): boolean => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
    if (!$standsAtEnd($getRoot(), selection.anchor, !backward)) return false;
    const node = selection.anchor.getNode();
    // A list item becomes a paragraph.
    if (backward)
      [node, ...node.getParents()].some((block) => $isElementNode(block) && block.collapseAtStart(selection));
    return true;
  };
  const $leap = (event: KeyboardEvent): boolean => {
    const selection = $getSelection();
    if (event.shiftKey || !(event.ctrlKey || event.metaKey || event.altKey)) return false;
    if (!$isRangeSelection(selection)) return false;
    const { focus } = selection;
    const root = $getRoot();
    const toStart =
      event.key === 'ArrowUp' && !event.altKey
        ? $standsIn(root.getFirstChild(), focus)
        : event.key === 'ArrowLeft' && $standsAtEnd(root, focus, false);
    const toEnd =
      event.key === 'ArrowDown' && !event.altKey
        ? $standsIn(root.getLastChild(), focus)
        : event.key === 'ArrowRight' && $standsAtEnd(root, focus, true);
    if (!toStart && !toEnd) return false;
    event.preventDefault();
    if (toStart) root.selectStart();
    else root.selectEnd();
    return true;
  };
  return mergeRegister(
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $delete, COMMAND_PRIORITY_HIGH),
    ),
    editor.registerCommand(KEY_DOWN_COMMAND, $leap, COMMAND_PRIORITY_HIGH),
  );
}

/** Whether an arrow would leave the text: at its first or last character, in its first or last line. */
export function $isAtEdge(selection: RangeSelection, way: Way): boolean {
  if (!selection.isCollapsed()) return false;
  return (
    $standsAtEnd($getRoot(), selection.anchor, way === 'down' || way === 'right') ||
    ((way === 'up' || way === 'down') && isInEdgeLine(way))
  );
}

const $standsIn = (block: LexicalNode | null, point: PointType): boolean =>
  block?.is(point.getNode().getTopLevelElement()) ?? false;

/** Whether the caret stands in the first or last line as it is drawn. */
function isInEdgeLine(way: 'up' | 'down'): boolean {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return false;
  const caret = selection.getRangeAt(0).getBoundingClientRect();
  const text = selection.anchorNode?.parentElement?.closest('.card-text')?.getBoundingClientRect();
  if (!text || caret.height === 0) return false;
  return way === 'up' ? caret.top - text.top < caret.height : text.bottom - caret.bottom < caret.height;
}
