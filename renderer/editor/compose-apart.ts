import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  COMPOSITION_START_COMMAND,
  type LexicalEditor,
  type PointType,
} from 'lexical';

/** What Lexical puts where a composition begins in a place of its own; it takes it away when the composition ends. */
const place = '\u200b';

/**
 * At the edge of a quotation, a mention, a note or a link what is typed goes on outside. A key's letter can be led there; what an
 * input method composes stands where the browser has put it, and was taken out again as not allowed, or written over by what
 * came next. So there is a place outside for it before it begins.
 */
export const registerComposingApart = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    COMPOSITION_START_COMMAND,
    () => {
      const selection = $getSelection();
      if (!editor.isComposing() && $isRangeSelection(selection) && selection.isCollapsed()) {
        if ($isAtEdge(selection.anchor)) selection.insertText(place);
      }
      return false;
    },
    COMMAND_PRIORITY_HIGH,
  );

/** Whether the browser might take the point for one inside an inline that does not take on words there. */
function $isAtEdge(point: PointType): boolean {
  const node = point.getNode();
  const { offset } = point;
  if (!$isTextNode(node)) return false;
  const parent = node.getParentOrThrow();
  const before = node.getPreviousSibling();
  const isBehindInline = $isElementNode(before) && !before.canInsertTextAfter();
  return (
    (offset === 0 && (isBehindInline || !parent.canInsertTextBefore())) ||
    (offset === node.getTextContentSize() && !parent.canInsertTextAfter())
  );
}
