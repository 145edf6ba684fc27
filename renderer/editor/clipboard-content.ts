import { $generateJSONFromSelectedNodes, $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { Block } from '../../shared/article/block';
import { adBreak } from '../../shared/article/build';
import type { Inline } from '../../shared/article/inline';
import { newQuotation, type Quotation } from '../../shared/article/quotation';
import type { Source, Terms } from '../../shared/article/source';
import { inlineText, recordsNamedIn } from '../../shared/article/traverse';
import { mayBeNamed, moreBinding } from '../../shared/sources/terms';
import { $attributedAtSelection, $attributionOf } from './attribution';
import { $chosenBlocks } from './block-selection';
import { $blockOf } from './blocks';
import type { Conversion } from './conversion/conversion';

/** Whole blocks, or words from inside one block. */
export type Content = { readonly blocks: readonly Block[] } | { readonly words: readonly Inline[] };

export const blocksOf = (content: Content): readonly Block[] =>
  'blocks' in content ? content.blocks : [{ kind: 'paragraph', children: content.words }];

/** One paragraph is words for the block at the caret, more are blocks. */
export const contentOf = (blocks: readonly Block[]): Content => {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'paragraph' ? { words: only.children } : { blocks };
};

/** A pasted line that only marks an advertisement becomes the break it stands for. */
export const withoutAdLine = (block: Block, isAdLine: (text: string) => boolean): Block =>
  block.kind === 'paragraph' && isAdLine(inlineText(block.children)) ? adBreak() : block;

/** What is selected, in the document model; null when nothing is. */
function $selectedContent(editor: LexicalEditor, convert: Conversion): Content | null {
  const selection = $getSelection();
  if (selection === null || ($isRangeSelection(selection) && selection.isCollapsed())) return null;
  const chosen = $chosenBlocks();
  if (chosen)
    return chosen.length === 0 ? null : { blocks: chosen.map((block) => convert.$nodeToBlock(block)) };
  const serialised = $generateJSONFromSelectedNodes(editor, selection).nodes;
  const nodes = $generateNodesFromSerializedNodes(serialised);
  if (nodes.length === 0) return null;
  if (nodes.every((node) => convert.isInlineType(node.getType())))
    return { words: convert.$nodesToInlines(nodes) };
  return { blocks: $gatherBlocks(nodes).map((node) => convert.$nodeToBlock(node)) };
}

/** What is selected, as it may leave: words out of a desk note are never published, as the note is not. */
export function $leavingBlocks(content: Content, convert: Conversion): readonly Block[] {
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? $blockOf(selection.anchor.getNode()) : null;
  return 'words' in content && block?.getType() === 'desk-note'
    ? [convert.$nodeToBlock(block)]
    : blocksOf(content);
}

/** What is copied: content with the records of its quotations, and the sources that it needs. */
export interface Tagged {
  readonly content: Content;
  readonly quotations: readonly Quotation[];
  readonly sources: readonly Source[];
}

/**
 * What is selected, with its records. Words out of a block quote by a source that may not be named are tagged with that source:
 * away from the block nothing else would tell on which terms they were said.
 */
export function $selectedWithTerms(
  editor: LexicalEditor,
  convert: Conversion,
  records: ReadonlyMap<string, Quotation>,
  sources: readonly Source[],
): Tagged | null {
  const content = $selectedContent(editor, convert);
  if (!content) return null;
  const named = [...quoteIds(blocksOf(content))].flatMap((id) => records.get(id) ?? []);
  const block = 'words' in content ? $attributedAtSelection() : null;
  const speaker = block && sources.find(({ id }) => id === $attributionOf(block).sourceId);
  if (!speaker || mayBeNamed(speaker.terms) || !('words' in content)) {
    return { content, quotations: named, sources: sourcesIn(blocksOf(content), records, sources) };
  }
  const tag = newQuotation(crypto.randomUUID(), speaker.id);
  const words: Content = { words: [{ kind: 'quotation', quoteId: tag.id, children: content.words }] };
  const known = new Map(records).set(tag.id, tag);
  return {
    content: words,
    quotations: [...named, tag],
    sources: sourcesIn(blocksOf(words), known, sources),
  };
}

/**
 * What was copied, to stand in an article with the sources `present`. Terms only tighten: where that article has looser ones
 * for a source, the words keep those on which they were said.
 */
export function keepingTerms(copied: Tagged, present: readonly Source[]): Tagged {
  const kept = new Map<string, Terms>();
  for (const { id, terms } of copied.sources) {
    const there = present.find((source) => source.id === id);
    if (there && moreBinding(terms, there.terms) !== there.terms) kept.set(id, terms);
  }
  if (kept.size === 0) return copied;
  const quotations = copied.quotations.map((quotation) => ({
    ...quotation,
    terms: quotation.terms ?? kept.get(quotation.sourceId ?? '') ?? null,
  }));
  if ('words' in copied.content) return { ...copied, quotations };
  const blocks = copied.content.blocks.map((block): Block => {
    const isQuote = block.kind === 'blockquote' || block.kind === 'pullQuote';
    const terms = isQuote ? kept.get(block.sourceId ?? '') : undefined;
    if (!isQuote || !terms) return block;
    const tag = { ...newQuotation(crypto.randomUUID(), block.sourceId), terms };
    quotations.push(tag);
    return { ...block, children: [{ kind: 'quotation', quoteId: tag.id, children: block.children }] };
  });
  return { ...copied, content: { blocks }, quotations };
}

/** Puts loose words between blocks into paragraphs. */
function $gatherBlocks(nodes: readonly LexicalNode[]): readonly LexicalNode[] {
  const blocks: LexicalNode[] = [];
  for (const node of nodes) {
    if (!node.isInline()) blocks.push(node);
    else blocks.push($createParagraphNode().append(node));
  }
  return blocks;
}

export function $nodesOf(content: Content, convert: Conversion): LexicalNode[] {
  return 'words' in content
    ? convert.$inlinesToNodes(content.words)
    : content.blocks.map((block) => convert.$blockToNode(block));
}

/** Those of `sources` that are quoted or mentioned in `blocks`. */
function sourcesIn(
  blocks: readonly Block[],
  records: ReadonlyMap<string, Quotation>,
  sources: readonly Source[],
): readonly Source[] {
  const ids = new Set<string | null | undefined>();
  for (const block of blocks) {
    const named = recordsNamedIn(block);
    for (const id of named.sources) ids.add(id);
    for (const id of named.quotations) ids.add(records.get(id)?.sourceId);
  }
  return sources.filter(({ id }) => ids.has(id));
}

export const quoteIds = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(blocks.flatMap((block) => [...recordsNamedIn(block).quotations]));

/** The content with quotation ids replaced. Blocks are plain values: the ids are found wherever they stand. */
export function renamed(content: Content, ids: ReadonlyMap<string, string>): Content {
  const replace = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'quoteId' in value
      ? { ...value, quoteId: ids.get(String(value.quoteId)) ?? value.quoteId }
      : value;
  return JSON.parse(JSON.stringify(content), replace) as Content;
}
