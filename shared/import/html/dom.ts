import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Document = DefaultTreeAdapterTypes.Document;

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const isTextNode = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

export const isComment = (node: Node): node is DefaultTreeAdapterTypes.CommentNode =>
  node.nodeName === '#comment';

/** The value of an attribute, or "" when it is absent. */
export function attribute(element: Element, name: string): string {
  for (const { name: given, value } of element.attrs) if (given === name) return value;
  return '';
}

export const hasAttribute = (element: Element, name: string): boolean =>
  element.attrs.some((given) => given.name === name);

export function classesOf(element: Element): readonly string[] {
  const value = attribute(element, 'class');
  return value === '' ? [] : value.split(/\s+/).filter(Boolean);
}

/** All elements and texts below `root` in reading order, without recursion: input may be nested 10,000 deep. */
export function* descendants(root: { readonly childNodes: readonly ChildNode[] }): Generator<ChildNode> {
  const stack: { readonly nodes: readonly ChildNode[]; at: number }[] = [{ nodes: root.childNodes, at: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const node = top.nodes[top.at];
    top.at += 1;
    if (!node) {
      stack.pop();
      continue;
    }
    yield node;
    if (isElement(node)) stack.push({ nodes: node.childNodes, at: 0 });
  }
}

/** The characters of all texts below `root`, as they are written. */
export function textContent(root: { readonly childNodes: readonly ChildNode[] }): string {
  let text = '';
  for (const node of descendants(root)) if (isTextNode(node)) text += node.value;
  return text;
}
