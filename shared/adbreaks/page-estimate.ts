import type { Block, List } from '../article/block';
import type { Inline } from '../article/inline';
import { inlineText } from '../article/traverse';
import { assertNever } from '../base/assert-never';
import {
  type BoxStyle,
  bodyText,
  boxes,
  captionGap,
  columnWidth,
  firstSquareLetter,
  headingText,
  letterWidths,
  otherLetterWidth,
  pullQuoteText,
  smallText,
  squareLetterWidth,
  type TextStyle,
  tableCell,
  unknownImageRatio,
} from './page-metrics';

/** The estimated place a block takes on the page of a phone, in CSS pixels; margins of neighbours overlap. */
export interface PageBox {
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
}

/**
 * The box of a block on a page 360 CSS pixels wide, or null for a block that is not a passage of the page: a
 * break (its height comes from the policy), a desk note, an unknown block, a paragraph without words. Cost: linear in the block's characters.
 */
export function pageBox(block: Block): PageBox | null {
  switch (block.kind) {
    case 'paragraph':
      return isBlank(block.children)
        ? null
        : boxOf(boxes.paragraph, wrapped(block.children, bodyText, boxes.paragraph));
    case 'heading':
      return isBlank(block.children)
        ? null
        : boxOf(boxes.heading, wrapped(block.children, headingText[block.level], boxes.heading));
    case 'list':
      return boxOf(boxes.list, listHeight(block, columnWidth - boxes.list.horizontal));
    case 'blockquote':
      return boxOf(
        boxes.blockquote,
        wrapped(block.children, bodyText, boxes.blockquote) +
          captionHeight(block.attribution, columnWidth - boxes.blockquote.horizontal),
      );
    case 'pullQuote':
      return boxOf(
        boxes.pullQuote,
        wrapped(block.children, pullQuoteText, boxes.pullQuote) +
          captionHeight(block.attribution, columnWidth),
      );
    case 'image': {
      const ratio = block.width > 0 && block.height > 0 ? block.height / block.width : unknownImageRatio;
      const shown = block.width > 0 ? Math.min(block.width, columnWidth) : columnWidth;
      const caption = [inlineText(block.caption), block.credit].filter(Boolean).join(' ');
      return boxOf(boxes.figure, shown * ratio + captionHeight(caption, columnWidth));
    }
    case 'factBox': {
      const width = columnWidth - boxes.factBox.horizontal;
      let height = textHeight(block.title, headingText[4], width);
      for (const part of block.body) {
        height +=
          part.kind === 'paragraph'
            ? textHeight(inlineText(part.children), bodyText, width)
            : listHeight(part, width - boxes.list.horizontal);
        height += boxes.paragraph.marginBottom;
      }
      return boxOf(boxes.factBox, height);
    }
    case 'embed': {
      const width = columnWidth - boxes.embed.horizontal;
      return boxOf(
        boxes.embed,
        textHeight(block.title || block.url, bodyText, width) +
          textHeight(block.description, smallText, width) +
          textHeight(block.provider, smallText, width),
      );
    }
    case 'table':
      return boxOf(boxes.table, tableHeight(block.rows));
    case 'divider':
      return boxOf(boxes.divider, 0);
    case 'correction':
      return boxOf(boxes.correction, wrapped(block.children, bodyText, boxes.correction));
    case 'adBreak':
    case 'deskNote':
    case 'unknown':
      return null;
    default:
      return assertNever(block);
  }
}

const isBlank = (children: readonly Inline[]): boolean => inlineText(children).trim() === '';

const boxOf = (style: BoxStyle, content: number): PageBox => ({
  height: content + style.vertical,
  marginTop: style.marginTop,
  marginBottom: style.marginBottom,
});

const wrapped = (children: readonly Inline[], style: TextStyle, box: BoxStyle): number =>
  textHeight(inlineText(children), style, columnWidth - box.horizontal);

const captionHeight = (caption: string, width: number): number =>
  caption === '' ? 0 : captionGap + textHeight(caption, smallText, width);

function listHeight(list: List, width: number): number {
  let height = 0;
  for (const item of list.items) {
    height += textHeight(inlineText(item.children) || ' ', bodyText, width);
    for (const nested of item.lists)
      height += listHeight(nested, Math.max(width - boxes.nestedList.horizontal, 60));
  }
  return height;
}

/** Columns are taken as wide as their longest line, shrunk in proportion when the table is wider than the page. */
function tableHeight(rows: readonly (readonly { readonly children: readonly Inline[] }[])[]): number {
  const texts = rows.map((row) => row.map((cell) => inlineText(cell.children)));
  const wanted: number[] = [];
  for (const row of texts) {
    row.forEach((text, column) => {
      wanted[column] = Math.max(wanted[column] ?? 0, textWidth(text, smallText) + tableCell.horizontal);
    });
  }
  const all = wanted.reduce((sum, width) => sum + width, 0);
  const shrink = all > columnWidth ? columnWidth / all : 1;
  let height = 0;
  for (const row of texts) {
    const heights = row.map((text, column) =>
      textHeight(text || ' ', smallText, (wanted[column] ?? columnWidth) * shrink - tableCell.horizontal),
    );
    height += Math.max(0, ...heights) + tableCell.vertical;
  }
  return height;
}

const widths = new Float64Array(0x2100).fill(otherLetterWidth);
for (const [width, letters] of letterWidths) {
  for (const letter of letters) widths[letter.charCodeAt(0)] = width;
}

function letterWidth(code: number): number {
  if (code < widths.length) return widths[code] ?? otherLetterWidth;
  // Half of a pair that stands for one character, such as an emoji.
  if (code >= 0xd800 && code <= 0xdfff) return squareLetterWidth / 2;
  return code >= firstSquareLetter ? squareLetterWidth : otherLetterWidth;
}

function textWidth(text: string, style: TextStyle): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += letterWidth(text.charCodeAt(index));
  return (width * style.fontSize * style.stretch) / 1000;
}

/**
 * The height of a text in a column, in CSS pixels: words are set one after the other and go to a new line when they do
 * not fit, as a browser does without hyphenation. "\n" begins a line; a word longer than the line is broken.
 */
export function textHeight(text: string, style: TextStyle, width: number): number {
  if (text === '') return 0;
  const room = (width * 1000) / (style.fontSize * style.stretch);
  const space = letterWidth(0x20);
  let lines = 1;
  let used = 0;
  let gap = 0;
  let part = 0;
  const setPart = () => {
    if (part === 0) return;
    if (used > 0 && used + gap + part > room) {
      lines += 1;
      used = part;
    } else used += used > 0 ? gap + part : part;
    if (used > room) {
      const broken = Math.ceil(used / Math.max(room, 1)) - 1;
      lines += broken;
      used -= broken * room;
    }
    [gap, part] = [0, 0];
  };
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x20) {
      setPart();
      gap = space;
    } else if (code === 0x0a) {
      setPart();
      lines += 1;
      [used, gap] = [0, 0];
    } else {
      part += letterWidth(code);
      // A line may end after a hyphen or a dash.
      if (code === 0x2d || code === 0x2013 || code === 0x2014) setPart();
    }
  }
  setPart();
  return lines * style.lineHeight;
}
