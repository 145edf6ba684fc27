import type { FindingCode } from '../report';
import type { Declarations } from './declarations';
import { attribute, type Element, hasAttribute, isElement, isTextNode } from './dom';
import { blocks } from './elements';

/*
 * What word processors put into HTML that is not text of the document: comments, tracked deletions, list markers,
 * tabs. The shapes are those of Word's "HTML for Office" (attributes beginning with mso-), Word for the web and
 * exported Google documents.
 */

/** Why an element and all in it is no text of the document; 'silent' is not worth a line of the report. */
export function officeDebris(
  element: Element,
  classes: readonly string[],
  declarations: Declarations,
  isOfficeDocument: boolean,
): FindingCode | 'silent' | null {
  const role = attribute(element, 'role');
  if (isDeletion(element, classes, role, isOfficeDocument)) return 'deletion';
  if (isComment(element, classes, role, declarations)) return 'comment';
  if (/^comment/.test(declarations.get('mso-special-character') ?? '')) return 'silent';
  // Word for the web ends every paragraph with a space that is not there.
  if (classes.includes('EOP')) return 'silent';
  if (element.tagName === 'br' && classes.includes('Apple-interchange-newline')) return 'silent';
  // Word ends a table whose cells do not stand below each other with a row that only tells the widths of its columns.
  if (isOfficeDocument && element.tagName === 'tr' && attribute(element, 'height') === '0') return 'silent';
  if (element.tagName === 'a' && attribute(element, 'href').startsWith('#cmnt')) return 'silent';
  if (element.tagName === 'a' && isSignOfPage(element)) return 'silent';
  return null;
}

/** A sign that leads about within the page, and says nothing: the arrow back from a note, the mark beside a heading. */
const isSignOfPage = (anchor: Element): boolean =>
  hasAttribute(anchor, 'data-footnote-backref') ||
  (/^#./.test(attribute(anchor, 'href')) && /^(?:[#¶🔗↩↑⤴^\s]|\uFE0E|\uFE0F)+$/u.test(shortText(anchor)));

/** The characters of an element that has one text, at most a few; "" for others. */
function shortText({ childNodes: [only, ...others] }: Element): string {
  return only && isTextNode(only) && others.length === 0 && only.value.length <= 8 ? only.value : '';
}

/** A bare `del` on a web page is struck words that readers see; one with author or date was deleted by a reviser. */
function isDeletion(
  element: Element,
  classes: readonly string[],
  role: string,
  isOfficeDocument: boolean,
): boolean {
  if (role === 'deletion') return true;
  if (classes.some((name) => /^msoDel$|TrackChangeDelet|TrackedDelet/i.test(name))) return true;
  if (element.tagName !== 'del') return false;
  return isOfficeDocument || hasAttribute(element, 'datetime') || hasAttribute(element, 'cite');
}

const commentClasses = new Set([
  'msocommentreference',
  'msocommenttext',
  'msocommentsubject',
  'msocomanchor',
  'msocomtxt',
  'msocomoff',
  // LibreOffice's XHTML sets comments into the running text, with author and day.
  'annotation_style_by_filter',
]);

function isComment(
  element: Element,
  classes: readonly string[],
  role: string,
  declarations: Declarations,
): boolean {
  if (role === 'comment') return true;
  if (classes.some((name) => commentClasses.has(name.toLowerCase()))) return true;
  if (/^comment/.test(declarations.get('mso-element') ?? '')) return true;
  return element.tagName === 'div' && isGoogleComment(element);
}

/** Google prints comments at the end: a box that begins with an anchor back to the words. */
function isGoogleComment(box: Element): boolean {
  let element: Element | undefined = box;
  for (let depth = 0; depth < 3 && element; depth += 1) {
    element = element.childNodes.find(isElement);
    if (element?.tagName === 'a') return attribute(element, 'href').startsWith('#cmnt_ref');
  }
  return false;
}

/**
 * The marker that LibreOffice's XHTML draws before the words of an item, as a floating box, because it switches the
 * browser's own markers off. null where the item has none.
 */
export function drawnMarker(item: Element): Element | null {
  const paragraph = firstElement(item);
  const first = paragraph?.tagName === 'p' ? firstElement(paragraph) : paragraph;
  if (first?.tagName !== 'span' || !/float:\s*left/i.test(attribute(first, 'style'))) return null;
  const [only, ...others] = first.childNodes;
  if (!only || !isTextNode(only) || others.length > 0) return null;
  const words = only.value.trim();
  return words.length <= 12 && !/[\p{L}\p{N}]{5}/u.test(words) ? first : null;
}

/** Whether a cell is of a header row: by its element, or by the style that LibreOffice's XHTML names. */
export const isHeaderCell = (cell: Element): boolean =>
  cell.tagName === 'th' || attribute(firstElement(cell) ?? cell, 'class') === 'Table_20_Heading';

/** The element that an element begins with; null where words stand before it. */
function firstElement(element: Element): Element | null {
  const first = element.childNodes.find(
    (node) => isElement(node) || (isTextNode(node) && node.value.trim() !== ''),
  );
  return first && isElement(first) ? first : null;
}

/** Whether an element is the number of a footnote, as LibreOffice and Substack write it: the one in the text, or the one before the note. */
export function noteNumber(element: Element, classes: readonly string[]): 'in-text' | 'at-note' | null {
  if (
    classes.some((name) =>
      /^(?:sdfootnotesym|sdendnotesym|footnodeNumber|endnodeNumber|footnote-number)$/.test(name),
    )
  )
    return 'at-note';
  const isReference = element.tagName === 'a' && /^body_ftn\d+$/.test(attribute(element, 'id'));
  return isReference || classes.some((name) => /^(?:sdfootnoteanc|sdendnoteanc|footnote-anchor)$/.test(name))
    ? 'in-text'
    : null;
}

/** Whether the words behind an element begin in a block of their own, as Substack sets a note behind its number. */
export function isBeforeBlock(element: Element): boolean {
  const siblings = element.parentNode?.childNodes ?? [];
  // There are two or three; to look through many of them for each would take their square.
  if (siblings.length > 8) return false;
  const next = siblings
    .slice(siblings.indexOf(element) + 1)
    .find((node) => !isTextNode(node) || node.value.trim() !== '');
  return next !== undefined && isElement(next) && blocks.has(next.tagName);
}

/** Whether an element holds the footnotes or endnotes of a document of Word's. */
export const isNoteList = (declarations: Declarations): boolean =>
  /^(?:foot|end)note-list/.test(declarations.get('mso-element') ?? '');

/** The level and identity of one of Word's list paragraphs, from `mso-list: l0 level2 lfo1`. */
export function officeList(
  declarations: Declarations,
): { readonly list: string; readonly level: number } | null {
  const parts = /\b(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?/.exec(declarations.get('mso-list') ?? '');
  if (!parts?.[1]) return null;
  return { list: `${parts[1]} ${parts[3] ?? ''}`, level: Math.min(99, Math.max(1, Number(parts[2]))) };
}

/** Whether the marker that Word wrote before a list paragraph is a number, and which. */
export function readMarker(marker: string): { readonly ordered: boolean; readonly number: number } {
  const words = marker.replace(/[\s\u00a0]+/g, '');
  const label = /^\(?(?:\d+\.)*(\d+|[a-z]{1,4})[.):]?$/i.exec(words)?.[1];
  // Word's second bullet is the letter "o" in Courier.
  if (label === undefined || words === 'o') return { ordered: false, number: 1 };
  if (/^\d/.test(label)) return { ordered: true, number: Math.min(1_000_000, Number(label)) };
  if (!/[.):]$/.test(words)) return { ordered: false, number: 1 };
  const lower = label.toLowerCase();
  if (lower.length === 1 && !/^[ivx]$/.test(lower))
    return { ordered: true, number: lower.charCodeAt(0) - 96 };
  return { ordered: true, number: romanNumber(lower) };
}

const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanNumber(letters: string): number {
  let sum = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const value = romanValues[letters[at] ?? ''] ?? 0;
    sum += value < (romanValues[letters[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return Math.max(1, sum);
}
