import { ABBREVIATIONS } from './lexicon/function-words';
import type { Paragraph } from './paragraphs';
import type { Span } from './types';

/** One element of the reporter's own text: a quotation stands in it as a single element. */
export interface Word extends Span {
  readonly kind: 'word' | 'number' | 'mark' | 'quotation';
  readonly text: string;
  /** Lower case, straight apostrophes, without "'s", "'d", "'ll", "'re", "'ve", "'m". */
  readonly lower: string;
  /** What was cut off `lower`: "'s" makes a possessive or "is". */
  readonly clitic: string;
  readonly paragraph: number;
  /** Index of the quotation in the whole text; -1 for all else. */
  readonly quotation: number;
}

const PIECES =
  /[@#]?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’.&_-]|‑|­)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*['’]?|[^\s]/gu;
const WORD = /[\p{L}\p{N}]/u;
const NUMBER = /^[\d.,:%$-]+$/;
const CLITIC = /(?:'s|'d|'ll|'re|'ve|'m|(?<=s)')$/;

/**
 * Cuts the reporter's text of all paragraphs into words and marks, with each quotation as one element.
 *
 * @returns elements in order of the text; a full stop belongs to an abbreviation or an initial ("Sen.", "F.").
 */
export function readWords(text: string, paragraphs: readonly Paragraph[]): Word[] {
  const words: Word[] = [];
  let quotation = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    let from = paragraph.start;
    for (const span of paragraph.quotations) {
      readStretch(text, from, span.start, index, words);
      words.push({
        start: span.start,
        end: span.end,
        kind: 'quotation',
        text: '',
        lower: '',
        clitic: '',
        paragraph: index,
        quotation,
      });
      quotation += 1;
      from = span.end;
    }
    readStretch(text, from, paragraph.end, index, words);
  }
  return words;
}

function readStretch(text: string, from: number, to: number, paragraph: number, words: Word[]): void {
  if (from >= to) return;
  const stretch = text.slice(from, to);
  let skipTo = 0;
  for (const match of stretch.matchAll(PIECES)) {
    if (match.index < skipTo) continue;
    let piece = match[0];
    const isWord = piece.length > 1 || WORD.test(piece);
    if (isWord && stretch[match.index + piece.length] === '.' && takesFullStop(piece)) {
      piece += '.';
      skipTo = match.index + piece.length;
    }
    const { lower, clitic } = cutClitic(piece, isWord);
    words.push({
      start: from + match.index,
      end: from + match.index + piece.length,
      kind: isWord ? (NUMBER.test(piece) ? 'number' : 'word') : 'mark',
      text: piece,
      lower,
      clitic,
      paragraph,
      quotation: -1,
    });
  }
}

function cutClitic(piece: string, isWord: boolean): Pick<Word, 'lower' | 'clitic'> {
  const straight = piece.toLowerCase().replaceAll('’', "'");
  if (!isWord || !straight.includes("'")) return { lower: straight, clitic: '' };
  const clitic = CLITIC.exec(straight)?.[0] ?? '';
  if (clitic !== '') return { lower: straight.slice(0, -clitic.length), clitic };
  return { lower: straight.endsWith("'") ? straight.slice(0, -1) : straight, clitic };
}

function takesFullStop(piece: string): boolean {
  if (/^\p{Lu}$/u.test(piece)) return piece !== 'I';
  if (/^(?:\p{L}\.)+\p{L}$/u.test(piece)) return true;
  return piece.length <= 5 && /^\p{Lu}/u.test(piece) && ABBREVIATIONS.has(piece.toLowerCase());
}
