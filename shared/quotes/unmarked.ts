import type { Paragraph } from './paragraphs';
import type { Span } from './types';

/** Speech that no quotation marks show: a turn of a transcript or a signed post. */
export interface UnmarkedSpeech extends Span {
  /** Where the label of the speaker stands: "WALLACE", "Donald Poe". */
  readonly label: Span;
}

const LONGEST_LINE = 4_000;
const TURN =
  /^\s*((?:[\p{Lu}][\p{Lu}'’-]*\.?)(?:[ \t]+\p{Lu}[\p{Lu}'’-]*\.?){0,4})(?:[ \t]*\([^()]{1,40}\))?:[ \t]+(?=\S)/u;
const SIGNATURE =
  /[ \t]*[—–-]{1,2}[ \t]*([\p{Lu}][^()@\n]{1,60}?)[ \t]*\(@\w{1,30}\)(?:[ \t]+\p{Lu}\p{L}+ \d{1,2}, \d{4})?[ \t.]*$/u;

/**
 * Finds turns of a transcript ("WALLACE: …", at least two in a text) and posts signed with a handle
 * ("… — Ana Poe (@anapoe) June 1, 2020"). Labels stand outside the speech.
 */
export function readUnmarkedSpeech(text: string, paragraphs: readonly Paragraph[]): UnmarkedSpeech[] {
  const turns: UnmarkedSpeech[] = [];
  const posts: UnmarkedSpeech[] = [];
  for (const { start, end } of paragraphs) {
    const head = text.slice(start, Math.min(end, start + 120));
    const turn = TURN.exec(head);
    if (turn?.[1] && turn[1].length > 1 && /\p{Lu}{2}/u.test(turn[1])) {
      const labelStart = start + head.indexOf(turn[1]);
      const speech = trimmed(text, start + turn[0].length, end);
      if (speech) turns.push({ ...speech, label: { start: labelStart, end: labelStart + turn[1].length } });
      continue;
    }
    if (end - start > LONGEST_LINE) continue;
    const tail = text.slice(Math.max(start, end - 200), end);
    const signature = tail.includes('(@') ? SIGNATURE.exec(tail) : null;
    if (!signature?.[1]) continue;
    const signed = end - tail.length + signature.index;
    const labelStart = signed + signature[0].indexOf(signature[1]);
    const speech = trimmed(text, start, signed);
    if (speech)
      posts.push({ ...speech, label: { start: labelStart, end: labelStart + signature[1].length } });
  }
  return [...(turns.length > 1 ? turns : []), ...posts].sort((a, b) => a.start - b.start);
}

function trimmed(text: string, start: number, end: number): Span | null {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const length = words.trim().length;
  return length > 0 ? { start: start + lead, end: start + lead + length } : null;
}
