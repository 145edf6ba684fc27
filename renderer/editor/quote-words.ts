import type { LexicalNode } from 'lexical';
import type { Block, Blockquote, Paragraph, PullQuote } from '../../shared/article/block';
import type { Inline } from '../../shared/article/inline';
import { newQuotation, type Quotation } from '../../shared/article/quotation';
import { $createQuotationNode } from './features/quotation/node';

/*
 * The words of a block quote or pull quote that go on outside one. Its source binds them on terms: away from the block nothing
 * else would tell who said them, so they are tagged with that source. Who is quoted in words follows in words.
 */

/** The record with which the words of a quote by `sourceId` are tagged elsewhere; null where it has no source. */
export const tagFor = (sourceId: string | null): Quotation | null =>
  sourceId === null ? null : newQuotation(crypto.randomUUID(), sourceId);

/** `words` within the tag; as they are where there is none. */
export const $tagged = (words: readonly LexicalNode[], tag: Quotation | null): readonly LexicalNode[] =>
  tag === null || words.length === 0 ? words : [$createQuotationNode(tag).append(...words)];

/** Who is quoted, as a line of its own. */
export const attributionLine = (attribution: string): string => `— ${attribution}`;

export const isQuote = (block: Block | undefined): block is Blockquote | PullQuote =>
  block?.kind === 'blockquote' || block?.kind === 'pullQuote';

/** A quote as plain paragraphs, and the record of the tag that its words need. */
export function plainQuote({ children, attribution, sourceId }: Blockquote | PullQuote): {
  readonly blocks: readonly Paragraph[];
  readonly tag: Quotation | null;
} {
  const tag = children.length === 0 ? null : tagFor(sourceId);
  const words: readonly Inline[] =
    tag === null ? children : [{ kind: 'quotation', quoteId: tag.id, children }];
  const line: Inline = { kind: 'text', text: attributionLine(attribution), marks: [] };
  return {
    blocks: [
      { kind: 'paragraph', children: words },
      ...(attribution === '' ? [] : [{ kind: 'paragraph', children: [line] } as const]),
    ],
    tag,
  };
}
