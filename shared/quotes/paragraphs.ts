import { type MarkedSpan, pairMarks } from './marks';
import type { Span } from './types';

/** A paragraph of the text with the quotations its marks show; all offsets count from the start of the whole text. */
export interface Paragraph extends Span {
  readonly quotations: readonly MarkedSpan[];
}

/**
 * Splits text at line breaks and pairs the quotation marks of each paragraph. Lines without visible characters are no
 * paragraphs. A paragraph knows whether the one before ended inside a quotation.
 */
export function readParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let unclosed: boolean = false;
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const line = match[0];
    if (line.trim() === '') continue;
    const offset = match.index;
    const quotations: MarkedSpan[] = pairMarks(line, unclosed).map((span) => ({
      ...span,
      start: span.start + offset,
      end: span.end + offset,
    }));
    const last = quotations.at(-1);
    unclosed = last !== undefined && !last.closed && last.end >= offset + line.trimEnd().length;
    paragraphs.push({ start: offset, end: offset + line.length, quotations });
  }
  return paragraphs;
}
