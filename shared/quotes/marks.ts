import type { Span } from './types';

/** A quotation as its marks show it, within one paragraph. */
export interface MarkedSpan extends Span {
  /** False when the paragraph ended before a closing mark came. */
  readonly closed: boolean;
  /** True when the words go on from an unclosed quotation of the paragraph before. */
  readonly continues: boolean;
  readonly marks: 'double' | 'single';
}

const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”“',
  "''": "''",
  '``': "''",
  '“': '”"“',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
};
const MARKS = /''|``|’’|‘‘|["“”„«»‹›「」『』‘’']/g;
// Direction marks and zero-width characters count as gaps: they stand invisibly beside marks in right-to-left text.
const BEFORE_OPENING = /[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff([{—–\-/…:;,]/;
const AFTER_CLOSING = /[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff)\]}—–\-/…:;,.?!]/;
const WORD = /[\p{L}\p{N}]/u;
const MAXIMUM_SINGLE_LENGTH = 1200;

interface Mark {
  readonly at: number;
  /** Index behind the mark: two apostrophes are one mark. */
  readonly end: number;
  readonly character: string;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
}

/**
 * Pairs the quotation marks of one paragraph.
 *
 * @param paragraph text without line breaks
 * @param unclosedBefore whether the paragraph before ended inside a quotation
 * @returns outermost quotations in order, offsets relative to `paragraph`, marks included. Nested quotations, apostrophes,
 * feet and inches are left out. A quotation that never closes runs to the end of the paragraph.
 */
export function pairMarks(paragraph: string, unclosedBefore: boolean): MarkedSpan[] {
  const marks = readMarks(paragraph);
  const spans: MarkedSpan[] = [];
  let from = 0;
  if (unclosedBefore) {
    const first = marks.find((mark) => isDouble(mark.character));
    if (first?.mayClose && !first.mayOpen) {
      spans.push({ start: 0, end: first.end, closed: true, continues: true, marks: 'double' });
      from = marks.indexOf(first) + 1;
    }
  }
  while (from < marks.length) {
    const mark = marks[from] as Mark;
    if (!opensHere(paragraph, mark)) {
      from += 1;
      continue;
    }
    const found = isDouble(mark.character)
      ? closeDouble(paragraph, marks, from)
      : closeSingle(paragraph, marks, from);
    if (!found) {
      from += 1;
      continue;
    }
    const continues = unclosedBefore && spans.length === 0 && paragraph.slice(0, mark.at).trim() === '';
    spans.push({
      start: mark.at,
      end: found.end,
      closed: found.closed,
      continues,
      marks: isDouble(mark.character) ? 'double' : 'single',
    });
    from = found.next;
  }
  return spans;
}

function isDouble(character: string): boolean {
  return Object.hasOwn(CLOSERS, character);
}

function readMarks(paragraph: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of paragraph.matchAll(MARKS)) {
    const at = match.index;
    const character = match[0].replace('’’', "''").replace('‘‘', '``');
    const end = at + match[0].length;
    const before = paragraph[at - 1] ?? ' ';
    const after = paragraph[end] ?? ' ';
    const gapBefore = BEFORE_OPENING.test(before) || '"“‘\''.includes(before);
    const gapAfter = AFTER_CLOSING.test(after) || '"”’\''.includes(after);
    const spaceAfter = /\s/.test(after);
    let mayOpen = gapBefore && !spaceAfter;
    let mayClose = !/\s/.test(before) || (gapAfter && gapBefore);
    if (character === '“') {
      // Typed for a closing mark: “Not really,“ he said.
      mayClose = !/^[\s([{—–-]?$/.test(before) && gapAfter;
      mayOpen = !mayClose;
    } else if (character === '”') {
      mayClose = mayClose || !gapBefore || spaceAfter;
    } else if (
      character === '„' ||
      character === '«' ||
      character === '「' ||
      character === '『' ||
      character === '‹'
    ) {
      mayOpen = true;
      mayClose = character === '«' && gapAfter && !gapBefore;
    } else if (character === '»' || character === '›' || character === '」' || character === '』') {
      mayClose = true;
    } else if (character === '"' && /\d/.test(before) && !spaceAfter && WORD.test(after)) {
      mayClose = false;
    }
    if (character === '’' || character === '‘' || character === "'") {
      mayClose = character !== '‘' && !/\s/.test(before) && gapAfter;
      mayOpen = character !== '’' && gapBefore && WORD.test(after);
    }
    marks.push({ at, end, character, mayOpen, mayClose });
  }
  return marks;
}

/** Whether a mark outside any quotation opens one: by its surroundings, or glued to the words it opens. */
function opensHere(paragraph: string, mark: Mark): boolean {
  if (mark.mayOpen) return true;
  if (mark.character !== '"') return false;
  // A space lost in pasting (`trouble."We`); but 6'2" and 12" measure.
  const before = paragraph[mark.at - 1] ?? '';
  return /[\p{L}.,?!]/u.test(before) && WORD.test(paragraph[mark.end] ?? '');
}

interface Closing {
  readonly end: number;
  readonly next: number;
  readonly closed: boolean;
}

function closeDouble(paragraph: string, marks: readonly Mark[], opening: number): Closing | null {
  const opener = marks[opening] as Mark;
  const closers = CLOSERS[opener.character] ?? opener.character;
  let depth = 0;
  for (let index = opening + 1; index < marks.length; index += 1) {
    const mark = marks[index] as Mark;
    if (!isDouble(mark.character)) continue;
    // «and ‹fell› again»: single angles in double ones are a quotation in the quotation.
    if (/[‹›]/.test(mark.character) && /[«»]/.test(opener.character)) continue;
    const inner = closingOfOtherStyle(marks, index, opener);
    if (inner > index) {
      index = inner;
      continue;
    }
    const closes =
      mark.mayClose &&
      (mark.character.length > 1
        ? closers === mark.character
        : closers.includes(mark.character) && closers !== "''");
    const opens =
      mark.mayOpen && !(closes && mark.character === opener.character && !looksNested(marks, index));
    if (opens && !(closes && !looksNested(marks, index))) {
      // « c’est “fini” »: marks of another pair close nothing here, so none of them has to be waited for.
      if (looksNested(marks, index)) depth += sharesClosing(mark.character, closers) ? 1 : 0;
      else return { end: endOfMissing(paragraph, opener.at, mark.at), next: index, closed: false };
      continue;
    }
    if (!closes) continue;
    if (depth > 0) {
      depth -= 1;
      continue;
    }
    return { end: mark.end, next: index + 1, closed: true };
  }
  const end = paragraph.trimEnd().length;
  return end > opener.at + 1 ? { end, next: marks.length, closed: false } : null;
}

const sharesClosing = (character: string, closers: string): boolean =>
  [...(CLOSERS[character] ?? character)].some((closer) => closers.includes(closer));

/** Curly marks inside straight ones and the reverse are nested: index of the closing mark of such a pair, or -1. */
function closingOfOtherStyle(marks: readonly Mark[], index: number, outer: Mark): number {
  const mark = marks[index] as Mark;
  const straight = mark.character === '"';
  if (!mark.mayOpen || mark.mayClose || straight === (outer.character === '"')) return -1;
  if (mark.character !== '"' && mark.character !== '“') return -1;
  let next = index + 1;
  while (next < index + 8 && marks[next] && !isDouble((marks[next] as Mark).character)) next += 1;
  const closing = marks[next];
  return closing?.mayClose && closing.character === (straight ? '"' : '”') ? next : -1;
}

/** An opening mark inside a quotation is nested when two closing marks follow it before the next opening one. */
function looksNested(marks: readonly Mark[], index: number): boolean {
  let closings = 0;
  for (let next = index + 1; next < marks.length && next < index + 8; next += 1) {
    const mark = marks[next] as Mark;
    if (!isDouble(mark.character)) continue;
    if (mark.mayClose) closings += 1;
    else return closings >= 2;
    if (closings >= 2) return true;
  }
  return false;
}

/** Where a quotation without closing mark ends when another one opens later in the same paragraph. */
function endOfMissing(paragraph: string, start: number, limit: number): number {
  const words = paragraph.slice(start, limit);
  const cue =
    /[,.?!](?=\s+(?:\p{Lu}[\p{L}.’'-]*\s+){0,3}(?:he|she|they|it|who)?\s*(?:said|says|told|added|wrote|asked)\b)/u.exec(
      words,
    );
  if (cue) return start + cue.index + 1;
  const sentence = /[.?!](?=\s)/.exec(words);
  return start + (sentence ? sentence.index + 1 : words.trimEnd().length);
}

function closeSingle(paragraph: string, marks: readonly Mark[], opening: number): Closing | null {
  const opener = marks[opening] as Mark;
  if (
    /^[‘'](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|n\b|cause\b|round\b)/i.test(
      paragraph.slice(opener.at, opener.at + 8),
    )
  )
    return null;
  let weak: Closing | null = null;
  for (let index = opening + 1; index < marks.length && index < opening + 40; index += 1) {
    const mark = marks[index] as Mark;
    if (mark.at - opener.at > MAXIMUM_SINGLE_LENGTH) break;
    if (mark.mayOpen && !mark.mayClose && !isDouble(mark.character) && weak) break;
    if (isDouble(mark.character) || !mark.mayClose) continue;
    const closing = { end: mark.at + 1, next: index + 1, closed: true };
    if (/[,.?!…]/.test(paragraph[mark.at - 1] ?? '')) return closing;
    const plural =
      /s/i.test(paragraph[mark.at - 1] ?? '') &&
      /^\s+\p{Ll}/u.test(paragraph.slice(mark.at + 1, mark.at + 4));
    if (!weak && !plural) weak = closing;
  }
  return weak;
}
