import type { Inline } from '../../article/inline';
import { blockquotePassages } from '../html/containers';
import { createFlow, type Flow, type LineKind, plainParagraph } from '../html/flow';
import { asRun, hasWords } from '../html/joining';
import type { Passage } from '../html/passage';
import { rootStyle } from '../html/style';
import { type ReadCell, tablePassages } from '../html/tables';
import type { DocxContext } from './context';
import { type DocxStyles, numberingOf } from './styles';
import { type Field, readInline, wrappers } from './words';
import { childOf, childrenOf, settingOf, switchOf, textOf, type XmlElement } from './xml';

/** Reads the blocks of a body, cell, note or comment into passages. Word files nest only as deep as tables do. */
export function readBlocks(container: XmlElement, context: DocxContext): readonly Passage[] {
  const flow = createFlow('body');
  const fields: Field[] = [];
  let quoted: Passage[] = [];
  /** The style of the quotation that is open: one in another style is another. */
  let quotedStyle = '';
  /** A paragraph whose mark was deleted goes on in the next one. */
  let isContinued = false;

  /** Comments met in a list wait for its end, because a note between two items would part it. */
  const waiting: Passage[] = [];
  function settleWaiting(): void {
    flow.add(waiting.splice(0, waiting.length));
  }

  function closeQuote(): void {
    if (quoted.length === 0) return;
    flow.add(blockquotePassages(quoted, 'body', ''));
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
    const styleId = settingOf(properties, 'pStyle') ?? '';
    const isAttribution = style.role === 'attribution' && quoted.length > 0;
    const isQuote = style.role === 'quote' || isAttribution;
    if (!isContinued) {
      flow.flush();
      if (!isAttribution && styleId !== quotedStyle) closeQuote();
      if (style.role === 'quote') quotedStyle = styleId;
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
          region: isAttribution ? 'footer' : 'body',
          role: '',
          headingLevel: 0,
        });
      }
      if (isAttribution) closeQuote();
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
