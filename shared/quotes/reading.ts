import { type Cue, readCues } from './cues';
import { readHeadlines } from './headlines';
import { type Mention, readMentions } from './mentions';
import { type Paragraph, readParagraphs } from './paragraphs';
import { type TaggedWord, tagWords } from './tagging';
import { readWords } from './words';

/** Everything read from a text before anything is decided. */
export interface Reading {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** One flag a paragraph: whether it is set like a headline. */
  readonly headlines: readonly boolean[];
  readonly words: readonly TaggedWord[];
  readonly mentions: readonly Mention[];
  readonly cues: readonly Cue[];
  readonly quotations: readonly QuotationInText[];
}

/** A marked quotation with its place in the reporter's text. */
export interface QuotationInText {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
  readonly continues: boolean;
  readonly marks: 'double' | 'single';
  readonly paragraph: number;
  /** Index of its element among the words. */
  readonly at: number;
  readonly sentence: number;
  /** The paragraph before the run of paragraphs that are nothing but quotations, this one included; its own when it is not. */
  readonly introducedBy: number;
}

/** Reads a text: paragraphs, quotation marks, words, mentions and cues. Cost is linear in the length of the text. */
export function readText(text: string): Reading {
  const paragraphs = readParagraphs(text);
  const plainWords = readWords(text, paragraphs);
  const headlines = readHeadlines(plainWords, paragraphs.length);
  const words = tagWords(text, plainWords, headlines);
  const mentions = readMentions(text, words);
  const marked = paragraphs.flatMap((paragraph) => paragraph.quotations);
  const introductions = readIntroductions(text, paragraphs);
  const quotations: QuotationInText[] = [];
  for (const [at, { word, sentence }] of words.entries()) {
    const span = marked[word.quotation];
    if (word.kind !== 'quotation' || !span) continue;
    quotations.push({
      ...span,
      index: quotations.length,
      paragraph: word.paragraph,
      at,
      sentence,
      introducedBy: introductions[word.paragraph] ?? 0,
    });
  }
  return { text, paragraphs, headlines, words, mentions, cues: readCues(words, mentions), quotations };
}

/** For each paragraph the one that introduces it: itself, unless it is nothing but one quotation. */
function readIntroductions(text: string, paragraphs: readonly Paragraph[]): number[] {
  const introductions: number[] = [];
  for (const [index, { start, end, quotations }] of paragraphs.entries()) {
    const only = quotations.length === 1 ? quotations[0] : undefined;
    const whole = only !== undefined && only.end - only.start >= text.slice(start, end).trim().length - 1;
    introductions.push(whole && index > 0 ? (introductions[index - 1] ?? 0) : index);
  }
  return introductions;
}
