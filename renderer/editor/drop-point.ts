import { caretFromPoint } from '@lexical/clipboard';
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $holdsBlocks } from './blocks';
import { $insertApart } from './insert-apart';
import { $keepBound } from './keep-bound';

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The caret at a point of the page; null where no text is near. */
function $caretAt(editor: LexicalEditor, { x, y }: Point): RangeSelection | null {
  const caret = caretFromPoint(x, y, editor.getRootElement());
  const node = caret && $getNearestNodeFromDOMNode(caret.node);
  if (!caret || !node) return null;
  const selection = $createRangeSelection();
  const set = (key: string, offset: number, type: 'text' | 'element') => {
    selection.anchor.set(key, offset, type);
    selection.focus.set(key, offset, type);
  };
  const parent = node.getParent();
  if ($isTextNode(node)) {
    const offset = caret.node.nodeType === Node.TEXT_NODE ? caret.offset : 0;
    set(node.getKey(), Math.min(offset, node.getTextContentSize()), 'text');
  } else if ($isElementNode(node)) {
    set(node.getKey(), Math.min(caret.offset, node.getChildrenSize()), 'element');
  } else if (parent && $isDecoratorNode(node)) {
    set(parent.getKey(), node.getIndexWithinParent() + 1, 'element');
  } else return null;
  return selection;
}

/** Puts the caret at a point of the page; where no text is near it stays. */
export function $selectPoint(editor: LexicalEditor, point: Point): void {
  const selection = $caretAt(editor, point);
  if (selection) $setSelection(selection);
}

/** Moves what is selected to a point; `nodes` are its copy. A point inside the selection moves nothing. */
export function $move(editor: LexicalEditor, point: Point, nodes: LexicalNode[]): void {
  const target = $caretAt(editor, point);
  const dragged = $getSelection();
  if (!dragged || !target || isInsideSelection(editor, point)) return;
  // A mark keeps the place while what was dragged is taken away; the selection follows the mark's coming in.
  const mark = $createTextNode('\u2060');
  $putAt(target.anchor, mark);
  $keepBound();
  const left = $getSelection();
  if ($isRangeSelection(left)) left.removeText();
  else if ($isNodeSelection(left)) for (const node of left.getNodes()) node.remove();
  if (!mark.isAttached()) return;
  mark.select(0, 1);
  $insertApart(nodes);
}

function $putAt(point: PointType, mark: LexicalNode): void {
  const node = point.getNode();
  if ($isTextNode(node)) {
    if (point.offset === 0) node.insertBefore(mark);
    else if (point.offset >= node.getTextContentSize()) node.insertAfter(mark);
    else node.splitText(point.offset)[0]?.insertAfter(mark);
    return;
  }
  if (!$isElementNode(node)) return;
  const put = $holdsBlocks(node) ? $createParagraphNode().append(mark) : mark;
  const next = node.getChildAtIndex(point.offset);
  if (next) next.insertBefore(put);
  else node.append(put);
}

function isInsideSelection(editor: LexicalEditor, { x, y }: Point): boolean {
  const caret = caretFromPoint(x, y, editor.getRootElement());
  const selection = window.getSelection();
  if (!caret || !selection || selection.rangeCount === 0) return false;
  return selection.getRangeAt(0).isPointInRange(caret.node, caret.offset);
}
