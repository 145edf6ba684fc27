import { hasCredentials } from '../../article/address';
import type { Mark } from '../../article/inline';
import type { Flow } from '../html/flow';
import type { TextStyle } from '../html/style';
import { hasTracking, linkTarget } from '../link-target';
import type { DocxContext } from './context';
import { inForce, marksOf } from './styles';
import { symbolText } from './symbols';
import { childOf, childrenOf, settingOf, switchOf, textOf, type XmlElement } from './xml';

/* The words of a paragraph: runs and their marks, fields, links, notes and what is drawn among them. */

/** A field of Word's that is open: its code, whether its result is being read, and where it links to. */
export interface Field {
  code: string;
  isResult: boolean;
  link: string | null;
}

/** Text that a tracked change took away. */
const deleted = new Set(['del', 'moveFrom']);
/** Elements that only wrap others. */
export const wrappers = new Set([
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

/**
 * Reads one element of a paragraph into the run of `flow`. `fields` are those that are open, also from paragraphs before; text
 * boxes that are met are added to `boxes`.
 */
export function readInline(
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
    case 'f':
      // Without the line between them one half would be read as twelve.
      readFractionPart(childOf(element, 'num'), style, flow, fields, boxes, context);
      flow.run.addExact('/', style);
      readFractionPart(childOf(element, 'den'), style, flow, fields, boxes, context);
      return;
    case 'sup':
      readChildren({ ...style, marks: ['superscript'] });
      return;
    case 'sub':
      readChildren({ ...style, marks: ['subscript'] });
      return;
    default:
      if (wrappers.has(element.name)) readChildren(style);
      else if (element.name === 't') flow.run.addExact(textOf(element), style);
      else if (
        /^(?:e|num|den|rad|sSup|sSub|sSubSup|d|nary|func|fName|m|mr|box|bar|acc|limLow|limUpp|lim|deg|groupChr|eqArr)$/.test(
          element.name,
        )
      ) {
        readChildren(style);
      }
  }
}

/** What stands above or below the line of a fraction, in brackets where it is more than a figure or a name. */
function readFractionPart(
  part: XmlElement | undefined,
  style: TextStyle,
  flow: Flow,
  fields: Field[],
  boxes: XmlElement[],
  context: DocxContext,
): void {
  if (!part) return;
  const isSimple = /^[\p{L}\p{N}.,%]*$/u.test(textOf(part).trim());
  if (!isSimple) flow.run.addExact('(', style);
  readInline(part, style, flow, fields, boxes, context);
  if (!isSimple) flow.run.addExact(')', style);
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
  const around = new Map(outer.marks.map((mark) => [mark, true] as const));
  const marks = inForce(around, named, marksOf(properties));
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
      flow.run.lineBreak();
      // What stands on the next page is another paragraph.
      if (/^(?:page|column)$/.test(part.attributes['w:type'] ?? '')) flow.run.lineBreak();
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
  const [, address, place] = /^\s*HYPERLINK\s+"([^"]+)"(?:.*?\\l\s+"([^"]+)")?/i.exec(code) ?? [];
  return address === undefined ? null : linkOf(place ? `${address}#${place}` : address, context);
}

function linkOf(written: string | null, { cleanLinks, findings }: DocxContext): string | null {
  if (written === null) return null;
  const address = linkTarget(written, cleanLinks);
  if (address === null)
    findings.add(/^[a-z][a-z0-9+.-]*:/i.test(written) ? 'unsafe-link' : 'local-link', written);
  else {
    if (hasCredentials(written)) findings.add('credentials', address);
    if (cleanLinks && hasTracking(written)) findings.add('tracking', address);
  }
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
