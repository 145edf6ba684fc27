import type { Block, Blockquote, FactBox, Image, List, PullQuote } from '../article/block';
import type { Inline } from '../article/inline';
import { inlineText } from '../article/traverse';
import { assertNever } from '../base/assert-never';
import {
  type BoxStyle,
  bodyText,
  boxes,
  boxText,
  boxTitleText,
  captionText,
  cardText,
  columnWidth,
  correctionLead,
  firstSquareLetter,
  gaps,
  headingBox,
  headingText,
  letterWidths,
  otherLetterWidth,
  phoneWidth,
  pullQuoteText,
  squareLetterWidth,
  type TextStyle,
  tableCell,
  tableText,
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
 * break (its height comes from the policy), a desk note, an unknown block, a paragraph without words. Cost: linear in
 * the block's characters.
 */
export function pageBox(block: Block): PageBox | null {
  switch (block.kind) {
    case 'paragraph':
      return isBlank(block.children)
        ? null
        : boxOf(boxes.paragraph, textHeight(inlineText(block.children), bodyText, columnWidth));
    case 'heading':
      return isBlank(block.children)
        ? null
        : boxOf(
            headingBox(block.level),
            textHeight(inlineText(block.children), headingText[block.level], columnWidth),
          );
    case 'list':
      return boxOf(boxes.list, listHeight(block, bodyText, columnWidth - boxes.list.horizontal, gaps.items));
    case 'blockquote':
    case 'pullQuote':
      return quoteBox(block);
    case 'image': {
      const caption = [inlineText(block.caption), block.credit].filter(Boolean).join(' · ');
      return boxOf(boxes.picture, pictureHeight(block) + below(gaps.caption, caption, columnWidth));
    }
    case 'factBox':
      return factBoxBox(block);
    case 'embed': {
      const width = columnWidth - boxes.embed.horizontal;
      const lines = [block.title.trim() || block.url, block.description].filter(Boolean);
      const text = lines.reduce((sum, line) => sum + textHeight(line, cardText, width) + gaps.cardLines, 0);
      return boxOf(boxes.embed, text - gaps.cardLines + below(gaps.caption, block.provider, width));
    }
    case 'table':
      return boxOf(boxes.table, tableHeight(block.rows));
    case 'divider':
      return boxOf(boxes.divider, 0);
    case 'correction':
      return boxOf(
        boxes.correction,
        textHeight(
          correctionLead + inlineText(block.children),
          boxText,
          columnWidth - boxes.correction.horizontal,
        ),
      );
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

/** A line under a picture or quotation with the gap above it; nothing where there are no words. */
const below = (gap: number, words: string, width: number): number =>
  words === '' ? 0 : gap + textHeight(words, captionText, width);

function quoteBox(block: Blockquote | PullQuote): PageBox {
  // A source's published name stands in the place of the attribution and is about as long as one.
  const name = block.attribution || (block.sourceId === null ? '' : 'A senior official');
  const isPull = block.kind === 'pullQuote';
  const box = isPull ? boxes.pullQuote : name === '' ? boxes.blockquote : boxes.attributedQuote;
  const style = isPull ? pullQuoteText : bodyText;
  const width = columnWidth - box.horizontal;
  const paragraphs = inlineText(block.children)
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '');
  const words = paragraphs.reduce((sum, paragraph) => sum + textHeight(paragraph, style, width), 0);
  const between = Math.max(0, paragraphs.length - 1) * gaps.paragraphs;
  return boxOf(box, words + between + below(isPull ? gaps.pulledName : gaps.quotedName, name, width));
}

function pictureHeight({ width, height }: Image): number {
  if (width === 0 || height === 0) return phoneWidth * unknownImageRatio;
  return Math.min(width, phoneWidth) * (height / width);
}

function factBoxBox({ title, body }: FactBox): PageBox {
  const width = columnWidth - boxes.factBox.horizontal;
  const parts = body.map((part) =>
    part.kind === 'paragraph'
      ? textHeight(inlineText(part.children), boxText, width)
      : listHeight(part, boxText, width - 1.4 * boxText.fontSize, gaps.items),
  );
  const words = parts.reduce((sum, height) => sum + height, 0);
  const between = Math.max(0, parts.length - 1) * gaps.boxParagraphs;
  const head = title.trim() === '' ? 0 : textHeight(title, boxTitleText, width) + gaps.boxTitle;
  return boxOf(boxes.factBox, head + words + between);
}

function listHeight(list: List, style: TextStyle, width: number, gap: number): number {
  let height = 0;
  for (const item of list.items) {
    height += textHeight(inlineText(item.children) || ' ', style, width) + gap;
    for (const nested of item.lists) {
      height += gap + listHeight(nested, style, Math.max(width - 1.4 * style.fontSize, 60), gap);
    }
  }
  // The gap below the last item overlaps the margin below the list.
  return height - gap;
}

/** Columns are taken as wide as their longest line, shrunk in proportion when the table is wider than the page. */
function tableHeight(rows: readonly (readonly { readonly children: readonly Inline[] }[])[]): number {
  const texts = rows.map((row) => row.map((each) => inlineText(each.children)));
  const wanted: number[] = [];
  for (const row of texts) {
    row.forEach((text, column) => {
      wanted[column] = Math.max(wanted[column] ?? 0, textWidth(text, tableText) + tableCell.horizontal);
    });
  }
  const all = wanted.reduce((sum, width) => sum + width, 0);
  const shrink = all > columnWidth ? columnWidth / all : 1;
  let height = 0;
  for (const row of texts) {
    const heights = row.map((text, column) =>
      textHeight(text || ' ', tableText, (wanted[column] ?? columnWidth) * shrink - tableCell.horizontal + 1),
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
