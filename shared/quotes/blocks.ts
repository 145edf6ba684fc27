import type { Context } from './context';
import type { Mention } from './mentions';
import type { Paragraph } from './paragraphs';
import type { Span } from './types';

/** A paragraph that is quoted as a whole, without marks, behind words of saying and a colon. */
export interface BlockQuotation extends Span {
  readonly mention: Mention;
}

const FEWEST_CHARACTERS = 30;
const LIST_ITEM = /^\s*(?:[-–—•*·▪]|\(?\d{1,2}[.)]|[a-z][.)]\s)/u;

/**
 * Finds block quotations that lost their indentation: the paragraph behind "Lopez wrote in a letter to the board:". Only one
 * paragraph is taken, since nothing shows where such a block ends.
 */
export function readBlockQuotations(context: Context): BlockQuotation[] {
  const { text, paragraphs, headlines } = context.reading;
  const speakers = lastSpeakers(context);
  const blocks: BlockQuotation[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const introduction = paragraphs[index - 1];
    const mention = speakers.get(index - 1);
    if (!introduction || !mention || headlines[index] || !endsWithColon(text, introduction)) continue;
    const words = text.slice(paragraph.start, paragraph.end);
    const plain = paragraph.quotations.length === 0 && !LIST_ITEM.test(words) && /^\s*\p{Lu}/u.test(words);
    if (!plain || words.trim().length < FEWEST_CHARACTERS || endsWithColon(text, paragraph)) continue;
    const start = paragraph.start + words.length - words.trimStart().length;
    blocks.push({ start, end: paragraph.start + words.trimEnd().length, mention });
  }
  return blocks;
}

/** Who says something in the last sentence of each paragraph. */
function lastSpeakers({ reading }: Context): Map<number, Mention> {
  const lastSentence = new Map<number, number>();
  for (const { word, sentence } of reading.words) lastSentence.set(word.paragraph, sentence);
  const speakers = new Map<number, Mention>();
  for (const { strength, passive, subject, sentence, path } of reading.cues) {
    const { paragraph } = subject;
    const says = strength === 'plain' && !passive && path !== 'noun' && path !== 'colon';
    if (says && lastSentence.get(paragraph) === sentence) speakers.set(paragraph, subject);
  }
  return speakers;
}

function endsWithColon(text: string, { start, end }: Paragraph): boolean {
  return /:\s*$/.test(text.slice(Math.max(start, end - 8), end));
}
