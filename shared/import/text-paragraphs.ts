import { trimmedEnd } from '../article/characters';

/** A paragraph of a plain text: its lines, as they are to stand. */
export type TextParagraph = readonly string[];

/**
 * Parts a plain text into paragraphs: at empty lines, or at every line where there are none. Lines inside a paragraph
 * are kept as lines, unless the text was wrapped to a width: then they are joined. No visible character changes.
 */
export function textParagraphs(text: string): readonly TextParagraph[] {
  const paragraphs = groupsOf(text);
  if (wasWrapped(paragraphs)) return paragraphs.map((group) => [joined(group)]);
  // Text without empty lines: every line is a paragraph.
  if (paragraphs.length === 1) return (paragraphs[0] ?? []).map((line) => [line]);
  return paragraphs;
}

/** The paragraphs of a text that a program wrapped to a width, each as one line; null for any other text. */
export function unwrappedParagraphs(text: string): readonly string[] | null {
  const paragraphs = groupsOf(text);
  return wasWrapped(paragraphs) ? paragraphs.map(joined) : null;
}

/** A text with "\n" for whatever ends a line or a page. */
export const withLineEnds = (text: string): string =>
  text.replace(/\r\n?|[\u0085\u2028\u2029\u000b\f]/g, '\n');

/** The lines that stand together, without the spaces around them. */
function groupsOf(text: string): readonly TextParagraph[] {
  const lines = withLineEnds(text)
    .split('\n')
    .map((line) => trimmedEnd(line, ' \t').replace(/^[ \t]+/, ''));
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() !== '') groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/**
 * Text wrapped by a program has lines of nearly one length, each as long as it could be: the first word of the next line
 * would not have fitted.
 */
function wasWrapped(paragraphs: readonly TextParagraph[]): boolean {
  const inner = paragraphs.flatMap((group) =>
    group.slice(0, -1).map((line, at) => ({ line, next: group[at + 1] ?? '' })),
  );
  if (inner.length < 3) return false;
  const width = inner.reduce((most, { line }) => Math.max(most, line.length), 0);
  if (width < 40 || width > 120) return false;
  const full = inner.filter(({ line, next }) => line.length + 1 + (next.split(' ')[0]?.length ?? 0) > width);
  return full.length >= inner.length * 0.9;
}

function joined(lines: TextParagraph): string {
  const parts = lines.map((line, at) => {
    const before = lines[at - 1];
    // A word that was parted at its own hyphen ("well-" / "known") has no space there.
    const isParted = before !== undefined && /\p{L}-$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(line);
    return at === 0 || isParted ? line : ` ${line}`;
  });
  return parts.join('');
}
