import { longestAttribution } from './containers';
import {
  attribute,
  type ChildNode,
  classesOf,
  descendants,
  type Element,
  isElement,
  isTextNode,
  textContent,
} from './dom';
import { blocks, headings } from './elements';
import type { PassageRole, Region } from './passage';
import type { Reading } from './reading';

/* What an element says about the structure of its document, beyond its name. */

/** `colspan` or `rowspan`, 1 to 1000 (HTML Standard, 4.9.11). */
export function spanAttribute(element: Element, name: string): number {
  const span = Number.parseInt(attribute(element, name), 10);
  return Number.isNaN(span) ? 1 : Math.min(1000, Math.max(1, span));
}

/**
 * The depth an item names itself, 1 for the outermost. Word for the web, Slack and exported Google documents make a list
 * element of every depth and set them side by side; `list` is then what belongs together.
 */
export function saidLevel(
  item: Element,
): { readonly level: number; readonly list: string | undefined } | null {
  const listId = attribute(item, 'data-listid');
  const byAria = Number.parseInt(attribute(item, 'data-aria-level') || attribute(item, 'aria-level'), 10);
  if (byAria >= 1)
    return { level: Math.min(byAria, 99), list: listId === '' ? undefined : `shared-${listId}` };
  const byClass = classesOf(item).find((name) => /^ql-indent-\d$/.test(name));
  const indent = Number.parseInt(attribute(item, 'data-stringify-indent') || (byClass?.slice(-1) ?? ''), 10);
  if (indent >= 0) return { level: Math.min(indent, 98) + 1, list: 'indented' };
  const list = item.parentNode;
  const exported = list && isElement(list) ? /\blst-(kix_\w+)-(\d)\b/.exec(attribute(list, 'class')) : null;
  return exported ? { level: Number(exported[2]) + 1, list: exported[1] } : null;
}

/** A figure by its element, or by the class with which WordPress has set pictures with their captions since long before. */
export const isFigure = (element: Element): boolean =>
  element.tagName === 'figure' || classesOf(element).includes('wp-caption');

export const isCaption = (element: Element): boolean =>
  element.tagName === 'figcaption' ||
  classesOf(element).some((name) => name === 'wp-caption-text' || name === 'wp-caption-dd');

/** A sentence repeated large, as WordPress, Substack and most sites call it; HTML has no element for it. */
export const isPullQuote = (element: Element): boolean =>
  classesOf(element).some((name) => /^(?:wp-block-)?pull-?quote$/i.test(name));

const shows = (node: ChildNode): boolean => isElement(node) || (isTextNode(node) && node.value.trim() !== '');

/** The node that ends `element`, and the one before it; spaces and remarks are none. */
function ending(element: Element): readonly [last: ChildNode | undefined, before: ChildNode | undefined] {
  const at = element.childNodes.findLastIndex(shows);
  return [element.childNodes[at], element.childNodes.slice(0, Math.max(0, at)).findLast(shows)];
}

/**
 * The `cite` in which a block quote says at its end who said it, on a line of its own, as WordPress writes it. One within a line
 * may be the title of a work, and one with a link or several lines is more than an attribution has a place for.
 */
export function citeAtEnd(quote: Element): Element | null {
  const [last, before] = ending(quote);
  if (!last || !isElement(last) || !before || !isElement(before)) return null;
  const [only, first] = ending(last);
  const cite = last.tagName === 'cite' ? last : first === undefined ? only : undefined;
  if (!cite || !isElement(cite) || cite.tagName !== 'cite') return null;
  const isOwnLine = last !== cite || before.tagName === 'br' || blocks.has(before.tagName);
  if (!isOwnLine) return null;
  for (const node of descendants(cite)) {
    if (isElement(node) && (blocks.has(node.tagName) || ['br', 'a', 'img'].includes(node.tagName)))
      return null;
  }
  const words = textContent(cite).trim();
  return words !== '' && words.length <= longestAttribution ? cite : null;
}

/** The level of a heading: by element, by role, or by the styles of word processors; 0 for what is none. */
export function levelOf(element: Element, tag: string): number {
  const byTag = headings.get(tag);
  if (byTag !== undefined) return byTag;
  if (attribute(element, 'role') === 'heading') {
    const level = Number.parseInt(attribute(element, 'aria-level'), 10);
    return Number.isNaN(level) ? 2 : Math.min(6, Math.max(1, level));
  }
  if (tag !== 'p') return 0;
  const named = classesOf(element).find((name) =>
    /^(?:MsoTitle|[Tt]itle$|title|Mso(?:Heading|Toc)?Heading\d|MsoHeading\d)/.test(name),
  );
  if (named === undefined) return 0;
  const level = /\d$/.exec(named)?.[0];
  return level ? Math.min(6, Math.max(1, Number(level))) : 1;
}

/** The quotation styles of word processors, as Word and LibreOffice name them in HTML. */
const quotationStyles = new Set(['MsoQuote', 'MsoIntenseQuote', 'MsoBlockText', 'Quotations']);

/** A paragraph in a quotation style. */
export const isQuotation = (element: Element): boolean =>
  element.tagName === 'p' && classesOf(element).some((name) => quotationStyles.has(name));

/**
 * The paragraphs in a quotation style that stand together among `siblings` from `start` on, with the comments between them: one
 * quotation.
 */
export function quotationFrom(siblings: readonly ChildNode[], start: number): readonly ChildNode[] {
  const nodes: ChildNode[] = [];
  let end = 0;
  for (let at = start; at < siblings.length; at += 1) {
    const node = siblings[at];
    if (!node) break;
    if (isElement(node) ? !isQuotation(node) : isTextNode(node) && node.value.trim() !== '') break;
    nodes.push(node);
    if (isElement(node)) end = nodes.length;
  }
  return nodes.slice(0, end);
}

/** The classes of our own page, which many sites use too, and the title styles of word processors. */
const roles: ReadonlyMap<string, PassageRole> = new Map([
  ['MsoTitle', 'title'],
  ['title', 'title'],
  ['Title', 'title'],
  ['Subtitle', 'deck'],
  ['MsoSubtitle', 'deck'],
  ['kicker', 'kicker'],
  ['deck', 'deck'],
  ['dek', 'deck'],
  ['standfirst', 'deck'],
  ['byline', 'byline'],
  ['dateline', 'dateline'],
]);

export function roleOf(element: Element, reading: Reading): PassageRole {
  if (element.tagName !== 'p' || reading.options.purpose === 'paste') return '';
  for (const name of classesOf(element)) {
    const role = roles.get(name);
    if (role) return role;
  }
  return '';
}

const regions: ReadonlyMap<string, Region> = new Map([
  ['article', 'article'],
  ['main', 'article'],
  ['nav', 'nav'],
  ['footer', 'footer'],
  ['header', 'header'],
  ['aside', 'aside'],
]);
const regionRoles: ReadonlyMap<string, Region> = new Map([
  ['main', 'article'],
  ['article', 'article'],
  ['navigation', 'nav'],
  ['contentinfo', 'footer'],
  ['banner', 'header'],
  ['complementary', 'aside'],
]);

/** The region that an element begins, or null. */
export const regionOf = (element: Element): Region | null =>
  regionRoles.get(attribute(element, 'role')) ?? regions.get(element.tagName) ?? null;
