import type { Block } from '../../shared/article/block';
import { p } from '../../shared/article/build';
import type { Inline } from '../../shared/article/inline';
import { publishedPieces } from '../../shared/article/traverse';

type Content = { readonly blocks: readonly Block[] } | { readonly words: readonly Inline[] };

const blocksOf = (content: Content): readonly Block[] =>
  'blocks' in content ? content.blocks : [{ kind: 'paragraph', children: content.words }];

/** The content as plain text for other programs: published words only, an empty line between blocks. */
export const publicText = (content: Content): string =>
  blocksOf(content)
    .map((block) => publishedPieces(block).join('\n'))
    .filter(Boolean)
    .join('\n\n');

export const publicHtml = (content: Content): string =>
  `<p>${publicText(content).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n\n', '</p><p>')}</p>`;

export const readPastedHtml = (_html: string): Content | null => null;

/** Plain text as paragraphs; a single line goes into the block at the caret. */
export function readPastedText(plain: string): Content | null {
  const lines = plain
    .replaceAll('\r\n', '\n')
    .split(/\n+/)
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  return lines.length === 1
    ? { words: p(lines[0] ?? '').children }
    : { blocks: lines.map((line) => p(line)) };
}
