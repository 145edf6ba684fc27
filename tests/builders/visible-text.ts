import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Article } from '../../shared/article/article';
import type { Block, List, Paragraph } from '../../shared/article/block';
import type { Inline } from '../../shared/article/inline';
import { publishedName } from '../../shared/sources/terms';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/*
 * The two sides of one equation: what a reader of the exported HTML sees, and what the writer wrote. Both are lists
 * of lines, one an element of text (paragraph, item, cell, caption), in reading order and character by character.
 */

/** Elements that begin and end a line of text. */
const lineElements = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol figure figcaption blockquote td th tr table thead tbody aside section article div'.split(
    ' ',
  ),
);

/**
 * The lines a reader sees in a page or fragment: of a page the article without its head. Left out is what the export
 * adds by itself: advertisements, and the label with the day before a correction. A line break is "\n".
 */
export function visibleText(html: string): readonly string[] {
  const document = parse(html);
  const article = find(document, (element) => element.tagName === 'article');
  const root = article ?? find(document, (element) => element.tagName === 'body');
  const lines: string[] = [''];
  if (root) for (const child of root.childNodes) read(child, lines);
  return lines.filter((line) => line.trim() !== '');
}

function read(node: Node, lines: string[]): void {
  if (node.nodeName === '#text' && 'value' in node) {
    // The serialiser puts one line end after each block element; it is white space between blocks.
    if (node.value.trim() !== '' || !node.value.includes('\n')) append(lines, node.value);
    return;
  }
  if (!('tagName' in node)) return;
  if (node.tagName === 'header' || isAddition(node)) return;
  if (node.tagName === 'br') append(lines, '\n');
  const startsLine = lineElements.has(node.tagName);
  if (startsLine) lines.push('');
  // A caption and its credit are two pieces of text on one line, with a space between.
  if (node.tagName === 'small') lines.push(lines.pop()?.replace(/ $/, '') ?? '', '');
  for (const child of node.childNodes) read(child, lines);
  if (startsLine) lines.push('');
}

function append(lines: string[], text: string): void {
  lines[lines.length - 1] = `${lines.at(-1) ?? ''}${text}`;
}

function isAddition(element: Element): boolean {
  const has = (name: string, ...values: readonly string[]): boolean =>
    element.attrs.some((attr) => attr.name === name && (values.length === 0 || values.includes(attr.value)));
  if (has('data-ad-slot') || has('data-kind', 'ad-break')) return true;
  const parent = element.parentNode;
  const inCorrection =
    parent !== null &&
    'attrs' in parent &&
    parent.attrs.some(
      ({ name, value }) => name === 'data-kind' && (value === 'correction' || value === 'clarification'),
    );
  return element.tagName === 'b' && inCorrection && parent?.childNodes[0] === element;
}

function find(node: Node, accepts: (element: Element) => boolean): Element | null {
  if ('tagName' in node && accepts(node)) return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = find(child, accepts);
    if (found) return found;
  }
  return null;
}

/** The lines of an article as its writer sees them: lead image, body, corrections. */
export function writtenText(article: Article): readonly string[] {
  const { leadImage } = article;
  return [
    ...(leadImage ? [words(leadImage.caption), leadImage.credit] : []),
    ...article.body.flatMap((block) => blockLines(block, article)),
    ...article.corrections.map((correction) => words(correction.text)),
  ].filter((line) => line.trim() !== '');
}

/** The lines of the body and the corrections, as they stand in a fragment. */
export const writtenBody = (article: Article): readonly string[] =>
  writtenText({ ...article, leadImage: null });

function words(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'lineBreak') text += '\n';
    else if (inline.kind !== 'tk') text += words(inline.children);
  }
  return text;
}

function blockLines(block: Block, article: Article): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'correction':
      return [words(block.children)];
    case 'list':
      return listLines(block);
    case 'blockquote':
    case 'pullQuote': {
      const source = article.sources.find(({ id }) => id === block.sourceId);
      const by = source ? (publishedName(source, source.terms) ?? '') : block.attribution;
      const quoted = words(block.children)
        .split(/\n{2,}/)
        .filter((line) => line.trim() !== '');
      return quoted.length === 0 ? [] : [...quoted, by];
    }
    case 'image':
      return [words(block.caption), block.credit];
    case 'factBox':
      return [block.title, ...block.body.flatMap((part: Paragraph | List) => blockLines(part, article))];
    case 'embed':
      return [block.title.trim() === '' ? block.url : block.title, block.description, block.provider];
    case 'table':
      return block.rows.flatMap((row) => row.map((cell) => words(cell.children)));
    case 'adBreak':
    case 'divider':
    case 'deskNote':
    case 'unknown':
      return [];
  }
}

function listLines(list: List): readonly string[] {
  return list.items.flatMap((item) => [words(item.children), ...item.lists.flatMap(listLines)]);
}
