import { hasCredentials } from '../../article/address';
import { hasTracking, linkTarget } from '../link-target';
import { asPullQuotes, blockquotePassages, itemEntries } from './containers';
import {
  attribute,
  type ChildNode,
  classesOf,
  type Element,
  hasAttribute,
  isComment,
  isElement,
  isTextNode,
  textContent,
} from './dom';
import { droppedAs } from './elements';
import { collapsed, creditOf, figurePassages, type OpenFigure } from './figures';
import { createFlow, type Flow, type LineKind, plainParagraph } from './flow';
import {
  drawnMarker,
  isBeforeBlock,
  isHeaderCell,
  isNoteList,
  noteNumber,
  officeDebris,
  officeList,
  readMarker,
} from './office';
import { ownShape } from './own-shapes';
import type { Passage } from './passage';
import { placePicture } from './place-picture';
import { videoCard } from './players';
import type { Reading } from './reading';
import {
  citeAtEnd,
  isCaption,
  isFigure,
  isPullQuote,
  isQuotation,
  levelOf,
  quotationFrom,
  regionOf,
  roleOf,
  saidLevel,
  spanAttribute,
} from './structure';
import { type ElementStyle, rootStyle, styleOf, type TextStyle } from './style';
import { type ReadCell, type ReadTable, tablePassages } from './tables';

interface OpenNode {
  readonly nodes: readonly ChildNode[];
  at: number;
  readonly style: TextStyle;
  readonly leave: () => void;
}
interface OpenListElement {
  name: string;
  readonly ordered: boolean;
  readonly level: number;
  next: number;
  hasItem: boolean;
}
interface OpenTable {
  readonly rows: ReadCell[][];
  before: readonly Passage[];
}

const nothing = (): void => undefined;

/**
 * Quotes, cells, items and figures inside each other beyond this add their words to the outer one: each hands on all that it
 * holds, so that time is depth times words. Letters answered forty times and mails laid out in tables stay below it.
 */
const deepestFlow = 64;

/**
 * Walks a parsed document and answers its passages. The tree is walked with a stack of its own, because input may be
 * nested deeper than the machine's stack; every element costs the same.
 */
export function walk(
  root: { readonly childNodes: readonly ChildNode[] },
  reading: Reading,
): readonly Passage[] {
  const { findings, options, sheet } = reading;
  const bottom = createFlow('body');
  const flows: Flow[] = [bottom];
  const lists: OpenListElement[] = [];
  const tables: OpenTable[] = [];
  const figures: OpenFigure[] = [];
  /** Elements that were read ahead. */
  const skipped = new Set<ChildNode>();
  /** Paragraphs of a quotation, which is read before they are. */
  const quoted = new Set<Element>();
  const open: OpenNode[] = [{ nodes: root.childNodes, at: 0, style: rootStyle, leave: nothing }];
  let inFragment = !reading.hasFragmentMarks;
  let listCount = 0;
  /** The marker Word writes before a list paragraph, while it is read. */
  let marker: { depth: number; text: string } | null = null;

  /** The number of a note whose words stand in a block of their own behind it, until their first letter. */
  let leadingNumber = '';

  const flow = (): Flow => flows.at(-1) ?? bottom;

  function descend(element: Element, style: TextStyle, leave: () => void): void {
    open.push({ nodes: element.childNodes, at: 0, style, leave });
  }

  /** A block of its own line; `line` tells what its words become. */
  function descendBlock(element: Element, style: TextStyle, line: LineKind | null): void {
    const into = flow();
    into.flush();
    const outerLine = into.line;
    const outerRegion = into.region;
    const region = regionOf(element);
    // The header of an article is where its headline stands.
    const isInArticle = outerRegion === 'article' || outerRegion === 'article-head';
    if (region) into.region = region === 'header' && isInArticle ? 'article-head' : region;
    if (line && outerLine.kind !== 'heading') into.line = line;
    descend(element, style, () => {
      endMarker();
      into.flush();
      into.line = outerLine;
      into.region = outerRegion;
    });
  }

  function descendFlow(element: Element, style: TextStyle, close: (inner: Flow) => void): void {
    flow().flush();
    const inner = createFlow(flow().region);
    const isTooDeep = flows.length >= deepestFlow;
    if (!isTooDeep) flows.push(inner);
    descend(element, style, () => {
      endMarker();
      flow().flush();
      if (!isTooDeep) flows.pop();
      close(inner);
    });
  }

  function endMarker(): void {
    if (!marker) return;
    const { text } = marker;
    marker = null;
    const into = flow();
    // Longer than any marker: the document is broken, and the words are words.
    const isMarker = text.trim().length <= 12;
    if (into.line.kind === 'line' && isMarker) {
      into.line = { kind: 'line', line: { ...into.line.line, ...readMarker(text) } };
    } else if (text.trim() !== '')
      into.run.addExact(`${text.replace(/[\s\u00a0]+/g, ' ').trim()} `, rootStyle);
  }

  function endMarkerAt(depth: number): void {
    if (marker?.depth === depth) endMarker();
  }

  function readComment(data: string): void {
    const mark = data.trim();
    if (reading.hasFragmentMarks && /^StartFragment$/i.test(mark)) inFragment = true;
    else if (reading.hasFragmentMarks && /^EndFragment$/i.test(mark)) {
      inFragment = false;
    } else if (/^\[if !supportLists\]/i.test(mark)) marker ??= { depth: open.length, text: '' };
    else if (/^\[endif\]/i.test(mark)) endMarker();
  }

  function readText(written: string, style: TextStyle): void {
    if (!inFragment) return;
    if (style.hidden !== 'no') {
      if (written.trim() !== '') findings.add('hidden-text', written);
      if (style.hidden === 'leaving-a-gap') flow().run.add(' ', rootStyle);
      return;
    }
    if (marker) {
      marker.text += written;
      return;
    }
    if (style.partsChildren) flow().run.add(' ', rootStyle);
    if (leadingNumber !== '' && written.trim() !== '') {
      flow().run.addExact(leadingNumber, { ...rootStyle, marks: ['superscript'] });
      flow().run.add(' ', rootStyle);
      leadingNumber = '';
    }
    flow().run.add(written, style);
  }

  function enter(element: Element, parent: TextStyle): void {
    if (skipped.has(element)) return;
    const tag = element.tagName;
    const card = tag === 'iframe' && inFragment ? videoCard(element) : null;
    if (card) {
      const { region } = flow();
      flow().add([{ kind: 'passage', block: card, region, role: '', headingLevel: 0 }]);
      return;
    }
    const finding = droppedAs(element);
    if (finding !== undefined) {
      if (finding && inFragment)
        findings.add(finding, attribute(element, 'src') || attribute(element, 'name'));
      return;
    }
    const style = styleOf(element, parent, sheet);
    const classes = classesOf(element);
    const debris = officeDebris(element, classes, style.declarations, reading.isOfficeDocument);
    if (!inFragment && reading.hasFragmentMarks && isNoteList(style.declarations)) {
      enterNotes(element, style.text);
      return;
    }
    if (debris !== null) {
      if (debris !== 'silent' && inFragment) findings.add(debris, textContent(element));
      return;
    }
    if (style.display === 'none') {
      const words = textContent(element);
      if (words.trim() !== '' && inFragment) findings.add('hidden-text', words);
      return;
    }
    // A picture is a picture and a line break one, also where a sheet says `img { display: block }`, as most do.
    if (style.display === 'inline' || ['img', 'image', 'br'].includes(tag)) {
      if (parent.partsChildren && inFragment && !marker) flow().run.add(' ', rootStyle);
      enterInline(element, style, classes);
    } else enterBlock(element, style);
  }

  /** Word sets the notes of a fragment behind its end: without them the number in the text leads nowhere. */
  function enterNotes(element: Element, style: TextStyle): void {
    inFragment = true;
    flow().flush();
    descend(element, style, () => {
      flow().flush();
      inFragment = false;
    });
  }

  function enterInline(
    element: Element,
    { text, declarations }: ElementStyle,
    classes: readonly string[],
  ): void {
    const tag = element.tagName;
    if (tag === 'br') {
      if (inFragment && !marker) flow().run.lineBreak();
      return;
    }
    if (tag === 'img' || tag === 'image') {
      if (inFragment && text.hidden === 'no') placePicture(element, text, flow(), reading);
      return;
    }
    const tabs = /^\d{1,2}$/.exec(declarations.get('mso-tab-count') ?? '');
    if (tabs) {
      if (inFragment) flow().run.addExact('\t'.repeat(Math.max(1, Number(tabs[0]))), text);
      return;
    }
    if (/^ignore/.test(declarations.get('mso-list') ?? '')) {
      // The marker of a list item, with the spaces that Word sets after it.
      marker ??= { depth: open.length + 1, text: '' };
      descend(element, text, nothing);
      return;
    }
    if (/^yes/.test(declarations.get('mso-spacerun') ?? '')) {
      descend(element, { ...text, whiteSpace: 'preserve' }, nothing);
      return;
    }
    if (attribute(element, 'data-stringify-type') === 'paragraph-break' || classes.includes('c-mrkdwn__br')) {
      if (inFragment) {
        flow().run.lineBreak();
        flow().run.lineBreak();
      }
      return;
    }
    if (tag === 'q') {
      // HTML's quotation marks are drawn by the browser: readers see them, so they are characters here.
      flow().run.addExact('“', text);
      descend(element, text, () => flow().run.addExact('”', text));
      return;
    }
    const linked = tag === 'a' ? { ...text, link: linkOf(element, text.link) } : text;
    const note = noteNumber(element, classes);
    if (note === null) descend(element, linked, nothing);
    else if (note === 'at-note' && isBeforeBlock(element)) {
      if (inFragment) leadingNumber = collapsed(textContent(element));
    } else {
      // The number before a note stands apart from its words by a margin.
      const leave = (): void => {
        if (note === 'at-note' && inFragment) flow().run.add(' ', rootStyle);
      };
      descend(element, { ...linked, marks: ['superscript'] }, leave);
    }
  }

  function linkOf(anchor: Element, outer: string | null): string | null {
    if (!hasAttribute(anchor, 'href')) return outer;
    const written = attribute(anchor, 'href');
    const address = linkTarget(written, options.cleanLinks);
    if (address !== null && hasCredentials(written)) findings.add('credentials', address);
    if (address !== null && options.cleanLinks && hasTracking(written)) findings.add('tracking', address);
    if (address === null && inFragment) {
      const bare = written.replace(/[\p{Cc}\s]/gu, '');
      if (/^\s*[a-z][a-z0-9+.-]*:/i.test(bare) && !/^file:/i.test(bare)) findings.add('unsafe-link', written);
      else if (!written.trim().startsWith('#')) findings.add('local-link', written);
    }
    return address;
  }

  function enterBlock(element: Element, { text, declarations }: ElementStyle): void {
    const tag = element.tagName;
    const shape = inFragment ? ownShape(element, reading) : null;
    if (shape?.kind === 'whole') {
      flow().add(shape.passages(flow().region));
      return;
    }
    if (shape?.kind === 'flow') {
      if (shape.added) skipped.add(shape.added);
      descendFlow(element, text, (inner) => flow().add(shape.close(inner.passages())));
      return;
    }
    if (shape?.kind === 'line') {
      descendBlock(element, text, shape.line);
      return;
    }
    switch (tag) {
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        enterList(element, text);
        return;
      case 'li':
        enterItem(element, text);
        return;
      case 'table':
        enterTable(element, text);
        return;
      case 'tr':
        flow().flush();
        tables.at(-1)?.rows.push([]);
        descend(element, text, nothing);
        return;
      case 'td':
      case 'th':
        enterCell(element, text);
        return;
      case 'caption':
        descendFlow(element, text, (inner) => {
          const table = tables.at(-1);
          if (table) table.before = inner.passages();
          else flow().add(inner.passages());
        });
        return;
      case 'hr':
        if (inFragment) flow().addBlock({ kind: 'divider' });
        return;
      default:
        if (isFigure(element)) enterFigure(element, text);
        else if (isCaption(element)) enterCaption(element, text);
        else if (tag === 'blockquote' || isPullQuote(element)) enterQuote(element, text);
        else if (isQuotation(element) && !quoted.delete(element)) enterQuotedParagraphs(element, text);
        else enterLine(element, text, lineOf(element, tag, declarations));
    }
  }

  function enterLine(element: Element, style: TextStyle, line: LineKind | null): void {
    // Bold is the look of a word processor's title as it is of a heading element.
    const isNamedHeading = line?.kind === 'heading' && !style.inHeading;
    const marks = style.marks.filter((mark) => mark !== 'bold');
    descendBlock(element, isNamedHeading ? { ...style, marks, inHeading: true } : style, line);
  }

  function lineOf(
    element: Element,
    tag: string,
    declarations: ElementStyle['declarations'],
  ): LineKind | null {
    const level = levelOf(element, tag);
    if (level > 0) return { kind: 'heading', level, role: roleOf(element, reading) };
    const inList = officeList(declarations);
    if (inList && lists.length === 0) {
      return { kind: 'line', line: { ...inList, ordered: false, number: 1 } };
    }
    const role = roleOf(element, reading);
    return role === '' ? null : { kind: 'paragraph', role };
  }

  function enterList(element: Element, style: TextStyle): void {
    flow().flush();
    const start = Number.parseInt(attribute(element, 'start'), 10);
    lists.push({
      name: nextListName(),
      ordered: element.tagName === 'ol',
      level: lists.length + 1,
      next: Number.isNaN(start) ? 1 : Math.min(1_000_000, Math.max(0, start)),
      hasItem: false,
    });
    const into = flow();
    const outerLine = into.line;
    // Words set directly into a list are an item of it.
    into.line = plainParagraph;
    descend(element, style, () => {
      into.flush();
      into.line = outerLine;
      lists.pop();
    });
  }

  function nextListName(): string {
    listCount += 1;
    return `list-${listCount}`;
  }

  function enterItem(element: Element, style: TextStyle): void {
    const list = lists.at(-1);
    const value = Number.parseInt(attribute(element, 'value'), 10);
    if (list?.ordered && !Number.isNaN(value)) {
      const number = Math.min(1_000_000, Math.max(0, value));
      // Our lists count on from their first number: where the count leaps, another one begins.
      if (list.hasItem && number !== list.next) list.name = nextListName();
      list.next = number;
    }
    const drawn = drawnMarker(element);
    if (drawn) {
      skipped.add(drawn);
      const counted = readMarker(textContent(drawn));
      if (list?.ordered && counted.ordered) list.next = counted.number;
    }
    const level = list?.level ?? 1;
    const said = saidLevel(element);
    const line = {
      level: Math.max(level, said?.level ?? 0),
      ordered: list?.ordered ?? false,
      number: list?.next ?? 1,
      list: said?.list ?? list?.name ?? 'items',
    };
    const hasEarlierItem = list?.hasItem ?? true;
    if (list) {
      list.next += 1;
      list.hasItem = true;
    }
    const isOutside = !inFragment;
    descendFlow(element, style, (inner) => {
      const content = inner.entries();
      if (content.length === 0 && (isOutside || !inFragment || flows.length >= deepestFlow)) return;
      flow().add(itemEntries(content, { ...line, region: flow().region }, hasEarlierItem));
    });
  }

  function enterTable(element: Element, style: TextStyle): void {
    const table: OpenTable = { rows: [], before: [] };
    tables.push(table);
    const outerLists = lists.splice(0, lists.length);
    // Words that stand in the table but in no cell were moved before it by the parser.
    descendFlow(element, { ...style, inHeading: false }, (inner) => {
      tables.pop();
      lists.push(...outerLists);
      const read: ReadTable = {
        rows: table.rows,
        isLayout: /^(?:presentation|none)$/.test(attribute(element, 'role')),
        hasColumns: element.childNodes.some(({ nodeName }) => nodeName === 'colgroup'),
      };
      flow().add(table.before);
      flow().add(inner.passages());
      flow().add(tablePassages(read, (code) => findings.add(code)));
    });
  }

  function enterCell(element: Element, style: TextStyle): void {
    const table = tables.at(-1);
    const isOutside = !inFragment;
    const outerLists = lists.splice(0, lists.length);
    const isHeader = isHeaderCell(element);
    descendFlow(element, { ...style, inHeading: style.inHeading || isHeader }, (inner) => {
      lists.push(...outerLists);
      const content = inner.passages();
      if (!table) {
        flow().add(content);
        return;
      }
      if (content.length === 0 && isOutside && !inFragment) return;
      if (table.rows.length === 0) table.rows.push([]);
      table.rows.at(-1)?.push({
        content,
        isHeader,
        columns: spanAttribute(element, 'colspan'),
        rows: spanAttribute(element, 'rowspan'),
      });
    });
  }

  function enterQuote(element: Element, style: TextStyle): void {
    const outerLists = lists.splice(0, lists.length);
    const cite = citeAtEnd(element);
    if (cite) skipped.add(cite);
    descendFlow(element, style, (inner) => {
      lists.push(...outerLists);
      const said = cite ? collapsed(textContent(cite)) : '';
      const quote = blockquotePassages(inner.passages(), flow().region, said);
      flow().add(isPullQuote(element) ? asPullQuotes(quote) : quote);
    });
  }

  function enterQuotedParagraphs(first: Element, style: TextStyle): void {
    const { nodes: siblings, at } = open.at(-1) ?? { nodes: [first], at: 1 };
    const nodes = quotationFrom(siblings, at - 1);
    for (const node of nodes) if (isElement(node)) quoted.add(node);
    descendFlow({ ...first, childNodes: [...nodes] }, style, (inner) => {
      for (const node of nodes) if (node !== first) skipped.add(node);
      flow().add(blockquotePassages(inner.passages(), flow().region, ''));
    });
  }

  function enterFigure(element: Element, style: TextStyle): void {
    const figure: OpenFigure = { captions: [], credit: '' };
    figures.push(figure);
    const outerLists = lists.splice(0, lists.length);
    descendFlow(element, style, (inner) => {
      figures.pop();
      lists.push(...outerLists);
      const figured = figurePassages(attribute(element, 'data-kind'), inner.passages(), figure);
      flow().add(isPullQuote(element) ? asPullQuotes(figured) : figured);
    });
  }

  function enterCaption(element: Element, style: TextStyle): void {
    const figure = figures.at(-1);
    const credit = figure ? creditOf(element) : null;
    if (figure && credit) {
      figure.credit = collapsed(textContent(credit));
      skipped.add(credit);
    }
    descendFlow(element, style, (inner) => {
      if (!figure) flow().add(inner.passages());
      else for (const passage of inner.passages()) figure.captions.push(passage);
    });
  }

  for (let top = open.at(-1); top; top = open.at(-1)) {
    const node = top.nodes[top.at];
    top.at += 1;
    if (!node) {
      // Before the element's own end, so that the marker still belongs to its paragraph.
      endMarkerAt(open.length);
      open.pop();
      top.leave();
    } else if (isTextNode(node)) readText(node.value, top.style);
    else if (isComment(node)) readComment(node.data);
    else if (isElement(node)) enter(node, top.style);
  }
  return bottom.passages();
}
