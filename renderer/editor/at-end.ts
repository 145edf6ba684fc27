import { $isElementNode, type ElementNode, type LexicalNode, type PointType } from 'lexical';

/**
 * Whether nothing of `text`, in which `point` stands, is behind the point; where not `forward`, before it. The point may stand
 * in a word or between the nodes of an element.
 */
export function $standsAtEnd(text: ElementNode, point: PointType, forward: boolean): boolean {
  let node: LexicalNode | null = point.getNode();
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  if (point.offset !== (forward ? size : 0)) return false;
  for (; node && !node.is(text); node = node.getParent()) {
    if (forward ? node.getNextSibling() : node.getPreviousSibling()) return false;
  }
  return true;
}
