import type { Block } from '../../shared/article/block';
import { removeInvisible, trimmedEnd } from '../../shared/article/characters';
import type { Inline } from '../../shared/article/inline';
import { unwrappedParagraphs, withLineEnds } from '../../shared/import/text-paragraphs';

/**
 * Plain text: an empty line parts paragraphs; without one, every line is a paragraph. Lines that a PDF viewer or a mail
 * program wrapped are one, and what nobody sees does not come along.
 */
export function readPlainText(plain: string): readonly Block[] {
  const text = trimmedEnd(removeInvisible(withLineEnds(plain)).replace(/^\n+/, ''), '\n');
  const unwrapped = unwrappedParagraphs(text);
  if (unwrapped) return unwrapped.map((words) => ({ kind: 'paragraph', children: lines(words) }));
  const parting = /\n[^\S\n]*\n/.test(text) ? /\n(?:[^\S\n]*\n)+/ : /\n/;
  return text === ''
    ? []
    : text.split(parting).map((paragraph) => ({ kind: 'paragraph', children: lines(paragraph) }));
}

const lines = (paragraph: string): readonly Inline[] =>
  paragraph
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'lineBreak' as const }] : []),
      ...(line === '' ? [] : [{ kind: 'text' as const, text: line, marks: [] }]),
    ]);
