import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../../base/result';
import { decodeText } from '../encoding';

/** An element of a part: its name without prefix, its attributes as written, elements and texts in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/** Deeper than any document Word writes; the readers of the tree call themselves once a level. */
const deepest = 400;
const mostNodes = 4_000_000;

class Unreadable extends Error {}

/**
 * Parses the bytes of a part. Entities of a document type are not followed, so that nothing outside is read and
 * nothing multiplies. 'unreadable': not XML, too deep, too many elements.
 */
export function parseXml(bytes: Uint8Array): Result<XmlElement, 'unreadable'> {
  const text = decodeText(bytes);
  if (!text.ok) return fail('unreadable');
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  let nodes = 0;
  const parser = new SaxesParser<{ xmlns: false }>();
  parser.on('error', (error) => {
    throw new Unreadable(error.message);
  });
  parser.on('doctype', () => {
    throw new Unreadable('a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    nodes += 1;
    if (nodes > mostNodes || open.length > deepest) throw new Unreadable('too much');
    const element: OpenElement = { name: name.slice(name.indexOf(':') + 1), attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (words) => {
    open.at(-1)?.children.push(words);
  });
  parser.on('cdata', (words) => {
    open.at(-1)?.children.push(words);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  try {
    parser.write(text.value.text).close();
  } catch (error) {
    if (error instanceof Unreadable) return fail('unreadable');
    throw error;
  }
  const first = root.children.find((node) => typeof node !== 'string');
  return first ? ok(first) : fail('unreadable');
}

/** The child elements, all or those of one name. */
export const childrenOf = (element: XmlElement, name?: string): readonly XmlElement[] =>
  element.children.filter(
    (node): node is XmlElement => typeof node !== 'string' && (name === undefined || node.name === name),
  );

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => typeof node !== 'string' && node.name === name);

/** The first element of a name anywhere below. */
export function findBelow(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of childrenOf(element)) {
    const found = child.name === name ? child : findBelow(child, name);
    if (found) return found;
  }
  return undefined;
}

/** `w:val` of a child, the way Word writes nearly every property. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val'];

/** A switch such as `<w:b/>` or `<w:b w:val="0"/>`: undefined where it is not said. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name);
  if (!found) return undefined;
  return !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '');
}

export function textOf(element: XmlElement): string {
  return element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}
