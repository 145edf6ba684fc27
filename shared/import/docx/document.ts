import type { Inline, Mark } from '../../article/inline';
import { quotePassages } from '../html/containers';
import { createFlow, type Flow, type LineKind, plainParagraph } from '../html/flow';
import { asRun, hasWords } from '../html/joining';
import type { Passage } from '../html/passage';
import { rootStyle, type TextStyle } from '../html/style';
import { type ReadCell, tablePassages } from '../html/tables';
import { hasTracking, linkTarget } from '../link-target';
import type { FindingCounter } from '../report';
import type { NumberingCounter } from './numbering';
import { type DocxStyles, inForce, marksOf, numberingOf } from './styles';
import { symbolText } from './symbols';
import { childOf, childrenOf, settingOf, switchOf, textOf, type XmlElement } from './xml';

/** What the text of a document refers to, and where findings go. */
export interface DocxContext {
  readonly styles: DocxStyles;
  readonly numbering: NumberingCounter;
  readonly findings: FindingCounter;
  readonly cleanLinks: boolean;
  /** The target of a relationship that lies outside the file (links). */
  externalTarget(id: string): string | null;
  /** Sets a picture into the flow. */
  placePicture(drawing: XmlElement, flow: Flow): void;
  /** A comment was met in the text. */
  meetComment(id: string): void;
  /** A note was met; answers its number as printed. */
  meetNote(kind: 'footnote' | 'endnote', id: string): string;
  /** Comments met since the last call, as desk notes. */
  takeComments(region: Passage['region']): readonly Passage[];
}

interface Field {
  code: string;
  isResult: boolean;
  link: string | null;
}

/** Text that a tracked change took away. */
const deleted = new Set(['del', 'moveFrom']);
/** Elements that only wrap others. */
const wrappers = new Set([
  'ins',
  'moveTo',
  'smartTag',
  'customXml',
  'sdt',
  'sdtContent',
  'dir',
  'bdo',
  'oMath',
  'oMathPara',
  'AlternateContent',
  'Choice',
]);

/** Reads the blocks of a body, cell, note or comment into passages. Word files nest only as deep as tables do. */
export function readBlocks(container: XmlElement, context: DocxContext): readonly Passage[] {
  const flow = createFlow('body');
  const fields: Field[] = [];
  let quoted: Passage[] = [];
  /** A paragraph whose mark was deleted goes on in the next one. */
  let isContinued = false;

  /** Comments met in a list wait for its end, because a note between two items would part it. */
  const waiting: Passage[] = [];
  function settleWaiting(): void {
    flow.add(waiting.splice(0, waiting.length));
  }

  function closeQuote(): void {
    if (quoted.length === 0) return;
    flow.add(quotePassages(quoted, 'blockquote', ''));
    quoted = [];
  }

  function readBlock(element: XmlElement): void {
    switch (element.name) {
      case 'p':
        readParagraph(element);
        return;
      case 'tbl':
        closeQuote();
        flow.add(readTable(element, context));
        flow.add(context.takeComments('body'));
        return;
      case 'del':
      case 'moveFrom':
        context.findings.add('deletion', textOf(element));
        return;
      default:
        if (wrappers.has(element.name)) childrenOf(element).forEach(readBlock);
    }
  }

  function readParagraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, 'pPr');
    const style = context.styles.paragraph(settingOf(properties, 'pStyle'));
    const isQuote = style.role === 'quote';
    if (!isContinued) {
      flow.flush();
      if (!isQuote) closeQuote();
      const numbering = numberingOf(properties) ?? style.numbering;
      if (numbering === null || numbering.list === '0') settleWaiting();
      flow.line = lineOf(properties, style, context, flow);
    }
    const boxes: XmlElement[] = [];
    for (const child of childrenOf(paragraph)) {
      readInline(
        child,
        { ...rootStyle, inHeading: flow.line.kind === 'heading' },
        flow,
        fields,
        boxes,
        context,
      );
    }
    isContinued = childOf(childOf(properties, 'rPr'), 'del') !== undefined;
    if (isContinued) return;
    if (isQuote) {
      for (const children of flow.run.take()) {
        quoted.push({
          kind: 'passage',
          block: { kind: 'paragraph', children },
          region: 'body',
          role: '',
          headingLevel: 0,
        });
      }
    } else {
      flow.flush();
    }
    const comments = context.takeComments('body');
    if (comments.length > 0) {
      closeQuote();
      for (const comment of comments) waiting.push(comment);
    }
    for (const box of boxes) flow.add(readBlocks(box, context));
    if (flow.line.kind !== 'line') settleWaiting();
    flow.line = plainParagraph;
  }

  for (const element of childrenOf(container)) {
    if (element.name === 'tbl') settleWaiting();
    readBlock(element);
  }
  flow.flush();
  closeQuote();
  settleWaiting();
  return flow.passages();
}

function lineOf(
  properties: XmlElement | undefined,
  style: ReturnType<DocxStyles['paragraph']>,
  context: DocxContext,
  flow: Flow,
): LineKind {
  const own = numberingOf(properties);
  const numbering = own ?? style.numbering;
  const outline = Number.parseInt(settingOf(properties, 'outlineLvl') ?? '', 10);
  const level = style.headingLevel || (outline >= 0 && outline < 6 ? outline + 1 : 0);
  const counted =
    numbering && numbering.list !== '0' ? context.numbering.next(numbering.list, numbering.level) : null;
  if (style.role === 'title') return { kind: 'heading', level: 1, role: 'title' };
  if (style.role === 'subtitle') return { kind: 'paragraph', role: 'deck' };
  if (level > 0) {
    if (counted && counted.label !== '') flow.run.addExact(`${counted.label} `, rootStyle);
    return { kind: 'heading', level, role: '' };
  }
  if (!counted || !numbering) return plainParagraph;
  const { ordered, number } = counted;
  return { kind: 'line', line: { level: numbering.level + 1, ordered, number, list: numbering.list } };
}

function readInline(
  element: XmlElement,
  style: TextStyle,
  flow: Flow,
  fields: Field[],
  boxes: XmlElement[],
  context: DocxContext,
): void {
  const readChildren = (next: TextStyle): void => {
    for (const child of childrenOf(element)) readInline(child, next, flow, fields, boxes, context);
  };
  if (deleted.has(element.name)) {
    context.findings.add('deletion', textOf(element));
    return;
  }
  switch (element.name) {
    case 'r':
      readRun(element, style, flow, fields, boxes, context);
      return;
    case 'hyperlink': {
      const target = context.externalTarget(element.attributes['r:id'] ?? '');
      const anchor = element.attributes['w:anchor'];
      const written = target === null ? null : target + (anchor ? `#${anchor}` : '');
      readChildren({ ...style, link: linkOf(written, context) });
      return;
    }
    case 'fldSimple':
      readChildren({ ...style, link: fieldLink(element.attributes['w:instr'] ?? '', context) ?? style.link });
      return;
    case 'ruby': {
      const base = childOf(element, 'rubyBase');
      const reading = childOf(element, 'rt');
      for (const child of base ? childrenOf(base) : [])
        readInline(child, style, flow, fields, boxes, context);
      if (reading && textOf(reading) !== '') flow.run.addExact(`(${textOf(reading)})`, style);
      return;
    }
    case 'AlternateContent': {
      const choice = childOf(element, 'Choice') ?? childOf(element, 'Fallback');
      for (const child of choice ? childrenOf(choice) : [])
        readInline(child, style, flow, fields, boxes, context);
      return;
    }
    default:
      if (wrappers.has(element.name)) readChildren(style);
      else if (element.name === 't') flow.run.addExact(textOf(element), style);
      else if (
        /^(?:e|num|den|sub|sup|f|rad|sSup|sSub|sSubSup|d|nary|func|fName|m|mr|box|bar|acc|limLow|limUpp|lim|deg|groupChr|eqArr)$/.test(
          element.name,
        )
      ) {
        readChildren(style);
      }
  }
}

function readRun(
  run: XmlElement,
  outer: TextStyle,
  flow: Flow,
  fields: Field[],
  boxes: XmlElement[],
  context: DocxContext,
): void {
  const properties = childOf(run, 'rPr');
  const field = fields.findLast((candidate) => candidate.isResult && candidate.link !== null);
  const link = outer.link ?? field?.link ?? null;
  const style: TextStyle = { ...outer, link, marks: runMarks(properties, outer, link !== null, context) };
  const isHidden = switchOf(properties, 'vanish') === true || switchOf(properties, 'webHidden') === true;
  if (properties && childOf(properties, 'del')) {
    context.findings.add('deletion', textOf(run));
    return;
  }
  for (const child of childrenOf(run)) {
    if (isHidden && (child.name === 't' || child.name === 'tab' || child.name === 'br')) {
      if (child.name === 't') context.findings.add('hidden-text', textOf(child));
      continue;
    }
    readRunPart(child, style, flow, fields, boxes, context);
  }
}

function runMarks(
  properties: XmlElement | undefined,
  outer: TextStyle,
  isLink: boolean,
  context: DocxContext,
): readonly Mark[] {
  const named = context.styles.character(settingOf(properties, 'rStyle'));
  const marks = inForce(named, marksOf(properties));
  return marks.filter((mark) => !(mark === 'underline' && isLink) && !(mark === 'bold' && outer.inHeading));
}

function readRunPart(
  part: XmlElement,
  style: TextStyle,
  flow: Flow,
  fields: Field[],
  boxes: XmlElement[],
  context: DocxContext,
): void {
  const field = fields.at(-1);
  switch (part.name) {
    case 't':
      // A field shows its result, not its code.
      if (!field || field.isResult) flow.run.addExact(textOf(part), style);
      return;
    case 'instrText':
      if (field && !field.isResult) field.code += textOf(part);
      return;
    case 'fldChar':
      readFieldMark(part.attributes['w:fldCharType'] ?? '', fields, context);
      return;
    case 'tab':
    case 'ptab':
      flow.run.addExact('\t', style);
      return;
    case 'br':
    case 'cr':
      if (!/^(?:page|column)$/.test(part.attributes['w:type'] ?? '')) flow.run.lineBreak();
      return;
    case 'noBreakHyphen':
      flow.run.addExact('‑', style);
      return;
    case 'sym':
      flow.run.addExact(symbolText(part.attributes['w:char'] ?? '', part.attributes['w:font'] ?? ''), style);
      return;
    case 'footnoteReference':
    case 'endnoteReference': {
      const kind = part.name === 'footnoteReference' ? 'footnote' : 'endnote';
      const number = context.meetNote(kind, part.attributes['w:id'] ?? '');
      flow.run.addExact(number, { ...style, marks: ['superscript'] });
      return;
    }
    case 'commentReference':
      context.meetComment(part.attributes['w:id'] ?? '');
      return;
    case 'drawing':
    case 'pict':
    case 'object':
      readDrawing(part, flow, boxes, context);
      return;
    case 'AlternateContent': {
      const choice = childOf(part, 'Choice') ?? childOf(part, 'Fallback');
      for (const child of choice ? childrenOf(choice) : [])
        readRunPart(child, style, flow, fields, boxes, context);
      return;
    }
    case 'ruby':
      readInline(part, style, flow, fields, boxes, context);
      return;
    default:
      return;
  }
}

function readFieldMark(type: string, fields: Field[], context: DocxContext): void {
  const field = fields.at(-1);
  if (type === 'begin') fields.push({ code: '', isResult: false, link: null });
  else if (type === 'separate' && field) {
    field.isResult = true;
    field.link = fieldLink(field.code, context);
  } else if (type === 'end') fields.pop();
}

function fieldLink(code: string, context: DocxContext): string | null {
  const address = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1];
  return address === undefined ? null : linkOf(address, context);
}

function linkOf(written: string | null, { cleanLinks, findings }: DocxContext): string | null {
  if (written === null) return null;
  const address = linkTarget(written, cleanLinks);
  if (address === null)
    findings.add(/^[a-z][a-z0-9+.-]*:/i.test(written) ? 'unsafe-link' : 'local-link', written);
  else if (cleanLinks && hasTracking(written)) findings.add('tracking', address);
  return address;
}

/** A picture, or a text box: its paragraphs follow the one it is anchored in. */
function readDrawing(drawing: XmlElement, flow: Flow, boxes: XmlElement[], context: DocxContext): void {
  const texts = textBoxes(drawing);
  for (const box of texts) boxes.push(box);
  if (texts.length === 0) context.placePicture(drawing, flow);
}

function textBoxes(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'txbxContent') return [child];
    // The fallback repeats the choice for old programs.
    if (child.name === 'AlternateContent') {
      const choice = childOf(child, 'Choice') ?? childOf(child, 'Fallback');
      return choice ? textBoxes(choice) : [];
    }
    return textBoxes(child);
  });
}

function readTable(table: XmlElement, context: DocxContext): readonly Passage[] {
  const rows: ReadCell[][] = [];
  const readRows = (container: XmlElement): void => {
    for (const row of childrenOf(container)) {
      if (row.name === 'sdt' || row.name === 'sdtContent' || row.name === 'customXml' || row.name === 'ins')
        readRows(row);
      if (row.name !== 'tr') continue;
      const properties = childOf(row, 'trPr');
      if (childOf(properties, 'del')) {
        context.findings.add('deletion', textOf(row));
        continue;
      }
      rows.push(readRow(row, switchOf(properties, 'tblHeader') === true, context));
    }
  };
  readRows(table);
  return tablePassages({ rows, isLayout: false, hasColumns: false }, (code) => context.findings.add(code));
}

function readRow(row: XmlElement, isHeader: boolean, context: DocxContext): ReadCell[] {
  return childrenOf(row).flatMap((cell): ReadCell[] => {
    if (cell.name === 'sdt' || cell.name === 'sdtContent' || cell.name === 'customXml')
      return readRow(cell, isHeader, context);
    if (cell.name !== 'tc') return [];
    const properties = childOf(cell, 'tcPr');
    const merge = childOf(properties, 'vMerge');
    const isCovered = merge !== undefined && merge.attributes['w:val'] !== 'restart';
    const span = Number.parseInt(settingOf(properties, 'gridSpan') ?? '1', 10);
    const content = isCovered ? [] : readBlocks(cell, context);
    return [{ content, isHeader, columns: Number.isNaN(span) ? 1 : span, rows: 1 }];
  });
}

/** The words of passages, a paragraph a line, for notes and comments. */
export const passageRuns = (passages: readonly Passage[]): readonly (readonly Inline[])[] =>
  passages.flatMap((passage) => {
    const run = asRun(passage);
    return run && hasWords(run) ? [run] : [];
  });
