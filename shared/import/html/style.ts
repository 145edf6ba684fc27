import { type Mark, markNames } from '../../article/inline';
import { type Declarations, noDeclarations, readDeclarations } from './declarations';
import { attribute, classesOf, type Element, hasAttribute } from './dom';
import { blocks, headings, marking, preformatted } from './elements';
import type { Stylesheet } from './stylesheet';

/** How white space is treated (CSS Text 3, 4.1). */
export type WhiteSpace = 'collapse' | 'preserve' | 'preserve-lines';

/** What an element passes on to its words. */
export interface TextStyle {
  readonly marks: readonly Mark[];
  readonly link: string | null;
  readonly whiteSpace: WhiteSpace;
  /** Whether spaces at the beginning of a line are an indent that is meant, as in program code. */
  readonly keepsIndent: boolean;
  /** `visibility: hidden` leaves an empty place, `font-size: 0` none; a child can show itself again. */
  readonly hidden: 'no' | 'leaving-a-gap' | 'leaving-nothing';
  /** Inside a heading or header cell, where bold is the element's own look and no emphasis. */
  readonly inHeading: boolean;
  /** Whether the element's children stand apart, with no white space written between them (flex, grid); not inherited. */
  readonly partsChildren: boolean;
}

export const rootStyle: TextStyle = {
  marks: [],
  link: null,
  whiteSpace: 'collapse',
  keepsIndent: false,
  hidden: 'no',
  inHeading: false,
  partsChildren: false,
};

export interface ElementStyle {
  readonly text: TextStyle;
  readonly display: 'none' | 'block' | 'inline';
  readonly declarations: Declarations;
}

/** The declarations that hold for an element: the sheet's, then its `style` attribute's. */
export function declarationsOf(element: Element, sheet: Stylesheet): Declarations {
  const written = attribute(element, 'style');
  const fromSheet = sheet.declarationsFor(element);
  if (written === '' && fromSheet.length === 0) return noDeclarations;
  const own = written === '' ? noDeclarations : readDeclarations(written);
  if (fromSheet.length === 0) return own;
  return new Map([...fromSheet.flatMap((declarations) => [...declarations]), ...own]);
}

/** Computes the style of an element from its parent's. */
export function styleOf(element: Element, parent: TextStyle, sheet: Stylesheet): ElementStyle {
  const declarations = declarationsOf(element, sheet);
  const tag = element.tagName;
  const display = displayOf(element, declarations);
  const text: TextStyle = {
    marks: marksOf(element, parent, declarations),
    link: parent.link,
    whiteSpace: whiteSpaceOf(element, parent, declarations),
    keepsIndent: keepsIndent(element, parent, declarations, display),
    hidden: hiddenOf(parent, declarations),
    inHeading: parent.inHeading || headings.has(tag) || tag === 'th',
    partsChildren: /^(?:flex|grid)$/.test(declarations.get('display') ?? ''),
  };
  return { text, display, declarations };
}

function displayOf(element: Element, declarations: Declarations): ElementStyle['display'] {
  const display = declarations.get('display');
  if (display === 'none' || declarations.get('mso-hide') === 'all') return 'none';
  if (hasAttribute(element, 'hidden') && display === undefined) return 'none';
  if (element.tagName === 'dialog' && !hasAttribute(element, 'open') && display === undefined) return 'none';
  if (isClippedAway(declarations) || classesOf(element).some((name) => readerOnly.has(name))) return 'none';
  if (display === undefined) return blocks.has(element.tagName) ? 'block' : 'inline';
  if (/^(?:inline|contents|ruby|none)/.test(display)) {
    // Structure is kept even if a page lays its headings, list items or cells out in a line.
    return blocks.has(element.tagName) &&
      !/^(?:div|p|section|article|header|footer|form)$/.test(element.tagName)
      ? 'block'
      : 'inline';
  }
  return /^(?:block|flow-root|list-item|table|flex|grid|-webkit-box)/.test(display) ||
    blocks.has(element.tagName)
    ? 'block'
    : 'inline';
}

/** The names under which style sheets everywhere keep words for screen readers alone; the sheet itself is not at hand. */
const readerOnly = new Set([
  'sr-only',
  'visually-hidden',
  'visuallyhidden',
  'screen-reader-text',
  'screen-reader-only',
  'u-visually-hidden',
  'element-invisible',
]);

/** Text that is kept for screen readers only, or hidden by being transparent or off the page. */
function isClippedAway(declarations: Declarations): boolean {
  const opacity = declarations.get('opacity');
  if (opacity !== undefined && Number.parseFloat(opacity) === 0) return true;
  if (/inset\(\s*(?:50%|100%)/.test(declarations.get('clip-path') ?? '')) return true;
  if (isFarAway(declarations.get('text-indent'))) return true;
  // Not `height` alone: a picture keeps its ratio in a box without height and with padding.
  const isFlat =
    isNought(declarations.get('max-height')) ||
    (isNought(declarations.get('height')) && isNought(declarations.get('width')));
  if (isFlat && /^(?:hidden|clip)/.test(declarations.get('overflow') ?? '')) return true;
  if (!/absolute|fixed/.test(declarations.get('position') ?? '')) return false;
  if (/^rect\(\s*(?:0|1px)/.test(declarations.get('clip') ?? '')) return true;
  return isFarAway(declarations.get('left')) || isFarAway(declarations.get('top'));
}

const isNought = (length: string | undefined): boolean =>
  length !== undefined && /^0(?:\.0*)?(?:px|pt|em|rem|%)?$/.test(length);

/** Further to the left or up than any page reaches: -999px, -9999px, -999em, -100vw. */
const isFarAway = (place: string | undefined): boolean =>
  place !== undefined &&
  /^-(?:(?:9\d{2}|\d{4,})(?:\.\d+)?(?:px|pt)|\d{3,}(?:\.\d+)?(?:r?em|vw|vh|%))/.test(place);

/**
 * `white-space`, or what its parts say: since version 114 Chromium writes `white-space-collapse` and `text-wrap-mode`
 * onto the clipboard (CSS Text 4, 3).
 */
function whiteSpaceValue(declarations: Declarations): string | undefined {
  const collapse = declarations.get('white-space-collapse');
  if (collapse === undefined) return declarations.get('white-space');
  if (collapse === 'preserve') return declarations.get('text-wrap-mode') === 'nowrap' ? 'pre' : 'pre-wrap';
  return collapse === 'preserve-breaks' ? 'pre-line' : collapse;
}

function keepsIndent(
  element: Element,
  parent: TextStyle,
  declarations: Declarations,
  display: ElementStyle['display'],
): boolean {
  const value = whiteSpaceValue(declarations);
  if (value === undefined) return parent.keepsIndent || preformatted.has(element.tagName);
  // Every span of Google Docs says `pre-wrap`; of program code it is meant.
  return display === 'block' ? /^pre$/.test(value) : element.tagName === 'code' && value.startsWith('pre');
}

function hiddenOf(parent: TextStyle, declarations: Declarations): TextStyle['hidden'] {
  const visibility = declarations.get('visibility');
  const size = declarations.get('font-size');
  if (visibility === 'hidden' || visibility === 'collapse') return 'leaving-a-gap';
  // Newsletters set the line that a list of mails shows in letters of one pixel.
  if (isNought(size) || (size !== undefined && /^(?:1|0?\.\d+)px$/.test(size))) return 'leaving-nothing';
  if (visibility === 'visible' || size !== undefined) return 'no';
  return parent.hidden;
}

function whiteSpaceOf(element: Element, parent: TextStyle, declarations: Declarations): WhiteSpace {
  const value = whiteSpaceValue(declarations) ?? '';
  if (/^(?:pre|pre-wrap|break-spaces|preserve|-moz-pre-wrap)(?:\s|$)/.test(value)) return 'preserve';
  if (/^pre-line/.test(value)) return 'preserve-lines';
  if (/^(?:normal|nowrap|collapse|initial|unset)/.test(value)) return 'collapse';
  return preformatted.has(element.tagName) ? 'preserve' : parent.whiteSpace;
}

function marksOf(element: Element, parent: TextStyle, declarations: Declarations): readonly Mark[] {
  const tag = element.tagName;
  // Our own export has no other element for small capitals (html-inlines.ts).
  const tagMark =
    tag === 'b' && attribute(element, 'class') === 'small-caps' ? 'smallCaps' : marking.get(tag);
  const isLink = tag === 'a' && hasAttribute(element, 'href');
  if (declarations.size === 0 && tagMark === undefined && !isLink) return parent.marks;
  const marks = new Set(parent.marks);
  // An underline around a link is the link's look.
  if (isLink) marks.delete('underline');
  const isInLink = isLink || parent.link !== null;
  if (tagMark && !(isInLink && isLookOfLink(element))) marks.add(tagMark);
  const isInHeading = parent.inHeading || headings.has(tag) || tag === 'th';
  readWeight(declarations, marks, isInHeading);
  readSlant(declarations, marks);
  readDecoration(declarations, marks, isInLink);
  readPosition(declarations, marks);
  const caps = declarations.get('font-variant') ?? declarations.get('font-variant-caps') ?? '';
  if (/small-caps/.test(caps)) marks.add('smallCaps');
  else if (/^normal/.test(caps)) marks.delete('smallCaps');
  return sameMarks(marks, parent.marks) ? parent.marks : markNames.filter((name) => marks.has(name));
}

const sameMarks = (marks: ReadonlySet<Mark>, list: readonly Mark[]): boolean =>
  marks.size === list.length && list.every((mark) => marks.has(mark));

/** LibreOffice writes the look of a link as `<font color><u>` inside it. */
const isLookOfLink = ({ tagName, parentNode }: Element): boolean =>
  tagName === 'u' && parentNode?.nodeName === 'font';

function readWeight(declarations: Declarations, marks: Set<Mark>, isInHeading: boolean): void {
  const weight = declarations.get('font-weight');
  if (weight === undefined || weight === 'inherit') return;
  const isBold = /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600;
  if (!isBold) marks.delete('bold');
  else if (!isInHeading) marks.add('bold');
}

function readSlant(declarations: Declarations, marks: Set<Mark>): void {
  const slant = declarations.get('font-style');
  if (slant === undefined || slant === 'inherit') return;
  if (/^(?:italic|oblique)/.test(slant)) marks.add('italic');
  else marks.delete('italic');
}

function readDecoration(declarations: Declarations, marks: Set<Mark>, isInLink: boolean): void {
  // A decoration goes on through its children: `none` on a child takes nothing away (CSS Text Decoration 3, 2).
  const line = `${declarations.get('text-decoration') ?? ''} ${declarations.get('text-decoration-line') ?? ''}`;
  if (/underline/.test(line) && !isInLink) marks.add('underline');
  if (/line-through/.test(line)) marks.add('strike');
}

function readPosition(declarations: Declarations, marks: Set<Mark>): void {
  const position = declarations.get('vertical-align');
  if (position !== 'super' && position !== 'sub') return;
  marks.delete(position === 'super' ? 'subscript' : 'superscript');
  marks.add(position === 'super' ? 'superscript' : 'subscript');
}
