import { invisiblePlaces, settleSpaces, trimmedEnd, withoutPlaces } from '../../article/characters';
import type { Inline, Mark } from '../../article/inline';
import type { TextStyle } from './style';

interface Piece {
  text: string;
  readonly marks: readonly Mark[];
  readonly link: string | null;
  /** Spaces at its beginning are an indent that is meant. */
  readonly isPreserved: boolean;
}
type Entry = Piece | 'break';

/**
 * Gathers the words of one line box as CSS does (CSS Text 3, 4.1): white space collapses across inline elements, goes
 * at the beginning and end of a line, and stands where `white-space` says so.
 */
export interface InlineRun {
  /** Adds characters as they are written in the source. */
  add(written: string, style: TextStyle): void;
  /** Adds characters that stand exactly as given. */
  addExact(text: string, style: TextStyle): void;
  lineBreak(): void;
  isEmpty(): boolean;
  /** The lines gathered so far, parted where two or more breaks stand together; empties the run. */
  take(): readonly (readonly Inline[])[];
}

/** Ideographic text is written without spaces: a line wrap between two such characters is no space (CSS Text 3, 4.1.3). */
const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60\uff65-\uff9f]/u;

/** A line of ideographic text that was wrapped. */
const ideographicWrap =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60\uff65-\uff9f][ \t\r\f]*\n/u;

export function createInlineRun(): InlineRun {
  let entries: Entry[] = [];
  let atLineStart = true;
  /** White space that becomes one space if words follow on the same line. */
  let pending: { readonly style: TextStyle; readonly isWrap: boolean } | null = null;
  let lastCharacter = '';

  function push(text: string, style: TextStyle): void {
    const last = entries.at(-1);
    const isPreserved = style.keepsIndent;
    if (
      last &&
      last !== 'break' &&
      last.link === style.link &&
      last.isPreserved === isPreserved &&
      sameMarks(last.marks, style.marks)
    ) {
      last.text += text;
    } else entries.push({ text, marks: style.marks, link: style.link, isPreserved });
    atLineStart = false;
    lastCharacter = text.slice(-2);
  }

  function flushPending(next: string): void {
    if (!pending) return;
    const { style, isWrap } = pending;
    pending = null;
    if (isWrap && ideographic.test(lastCharacter) && ideographic.test(next.slice(0, 2))) return;
    push(' ', style);
  }

  function addWords(words: string, style: TextStyle): void {
    if (words === '') return;
    flushPending(words);
    push(words, style);
  }

  function lineBreak(): void {
    pending = null;
    entries.push('break');
    atLineStart = true;
    lastCharacter = '';
  }

  function addCollapsed(written: string, style: TextStyle, keepsLines: boolean): void {
    if (!keepsLines && !ideographicWrap.test(written)) {
      addStretch(written, style);
      return;
    }
    for (const part of written.split(/([ \t\n\r\f]+)/)) {
      const lines = keepsLines && /^\s/.test(part) ? part.replace(/[^\n]/g, '') : '';
      if (lines === '') addStretch(part, style);
      else for (const _ of lines) lineBreak();
    }
  }

  /** Text in which all white space is alike: one space for every stretch of it. */
  function addStretch(written: string, style: TextStyle): void {
    const words = trimmedEnd(written.replace(/^[ \t\n\r\f]+/, ''), ' \t\n\r\f');
    const start = words === '' ? written.length : written.indexOf(words);
    addSpace(written.slice(0, start), style);
    if (words === '') return;
    addWords(/[\t\n\r\f]| {2}/.test(words) ? words.replace(/[ \t\n\r\f]+/g, ' ') : words, style);
    addSpace(written.slice(start + words.length), style);
  }

  function addSpace(space: string, style: TextStyle): void {
    if (space === '' || atLineStart) return;
    // The first white space of a stretch is the one that shows.
    pending ??= { style, isWrap: space.includes('\n') };
  }

  function addPreserved(written: string, style: TextStyle): void {
    const lines = written.replace(/\r\n?/g, '\n').split('\n');
    lines.forEach((line, at) => {
      if (at > 0) lineBreak();
      addWords(line, style);
    });
  }

  return {
    add(written, style) {
      if (style.whiteSpace === 'preserve') addPreserved(written, style);
      else addCollapsed(written, style, style.whiteSpace === 'preserve-lines');
    },
    addExact: addWords,
    lineBreak,
    isEmpty: () => entries.length === 0,
    take() {
      const lines = partLines(settle(entries));
      entries = [];
      pending = null;
      atLineStart = true;
      lastCharacter = '';
      return lines;
    },
  };
}

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean => a === b || a.join() === b.join();

/**
 * Non-breaking spaces and invisible characters are judged by their neighbours, also across marks: the whole run is
 * settled as one text and dealt back to its pieces.
 */
function settle(entries: readonly Entry[]): readonly Entry[] {
  const whole = entries.map((entry) => (entry === 'break' ? '\n' : entry.text)).join('');
  const spaced = settleSpaces(whole);
  const debris = invisiblePlaces(whole);
  if (spaced === whole && debris.size === 0) return entries;
  let at = 0;
  return entries.map((entry): Entry => {
    const start = at;
    at += entry === 'break' ? 1 : entry.text.length;
    return entry === 'break'
      ? entry
      : { ...entry, text: withoutPlaces(spaced.slice(start, at), debris, start) };
  });
}

/** Parts the run where two breaks stand together, and trims what does not show at the ends of lines. */
function partLines(entries: readonly Entry[]): readonly (readonly Inline[])[] {
  const lines: Piece[][] = [[]];
  for (const entry of entries) {
    if (entry === 'break') lines.push([]);
    else lines.at(-1)?.push(entry);
  }
  const paragraphs: (readonly Piece[])[][] = [[]];
  for (const line of lines.map(trimmed)) {
    if (line.length > 0) paragraphs.at(-1)?.push(line);
    else if (paragraphs.at(-1)?.length) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0).map(toInlines);
}

/**
 * Spaces at the end of a line do not show, and a line of nothing but spaces is an empty line. Non-breaking spaces at
 * the beginning are an indent made by hand: layout, not words.
 */
function trimmed(line: readonly Piece[]): readonly Piece[] {
  const kept = line.filter((piece) => piece.text !== '').map((piece) => ({ ...piece }));
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    last.text = trimmedEnd(last.text, ' \t\u00a0');
    if (last.text !== '') break;
    kept.pop();
  }
  while (kept[0] && !kept[0].isPreserved) {
    kept[0].text = kept[0].text.replace(/^[ \t\u00a0]+/, '');
    if (kept[0].text !== '') break;
    kept.shift();
  }
  return kept;
}

/** Neighbours with equal marks become one run, neighbours with one address one link. */
function toInlines(lines: readonly (readonly Piece[])[]): readonly Inline[] {
  const inlines: Inline[] = [];
  let open: { readonly link: string | null; readonly into: Inline[] } = { link: null, into: inlines };
  lines.forEach((line, at) => {
    if (at > 0) {
      inlines.push({ kind: 'lineBreak' });
      open = { link: null, into: inlines };
    }
    for (const { text, marks, link } of line) {
      if (link !== open.link) {
        open = { link, into: link === null ? inlines : [] };
        if (link !== null) inlines.push({ kind: 'link', url: link, children: open.into });
      }
      appendText(open.into, text, marks);
    }
  });
  return inlines;
}

function appendText(inlines: Inline[], text: string, marks: readonly Mark[]): void {
  const last = inlines.at(-1);
  if (last?.kind === 'text' && sameMarks(last.marks, marks)) {
    inlines[inlines.length - 1] = { ...last, text: last.text + text };
  } else inlines.push({ kind: 'text', text, marks });
}
