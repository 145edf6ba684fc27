import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListType,
} from '@lexical/list';
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text';
import {
  $create,
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $attributionOf, $setAttribution, AttributedNode } from './attribution';
import { $selectBlocks } from './block-selection';
import { $createBlockquoteNode } from './blockquote-node';
import { $blocksOf, $insertBlockBefore } from './blocks';
import { PullQuoteNode } from './pull-quote-node';
import { $tagged, attributionLine, tagFor } from './quote-words';

/** The kinds of block that hold plain words and can be turned into each other. */
export type WordBlock =
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'bullets'
  | 'numbers'
  | 'blockquote'
  | 'pullQuote';

/** One line of words with what stands around it. The nodes move as they are: marks, tags, mentions and the caret stay. */
interface Line {
  readonly words: readonly LexicalNode[];
  /** How deep it was nested in a list, from 0; null outside lists. */
  readonly depth: number | null;
  readonly listType: ListType;
  /** Whether it is to be turned; lines around it in the same list stay what they are. */
  readonly chosen: boolean;
}

const convertible: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'list',
  'blockquote',
  'pull-quote',
]);

/** Whether `block` holds plain words that can be turned into another kind: a card does not. */
export const $canTurn = (block: LexicalNode): boolean =>
  $isElementNode(block) && convertible.has(block.getType());

/**
 * Turns the blocks of the selection into `kind`. A caret in a list turns its item alone. Lists and quotes that are that
 * kind already become paragraphs again; paragraphs and headings that are, and cards, stay as they are.
 */
export function $turnInto(kind: WordBlock): void {
  const selection = $getSelection();
  if (!selection) return;
  const blocks = $blocksOf(selection.getNodes());
  const already = blocks.every((block) => $kindOf(block) === kind);
  // Put anew, they would be a step of undo in which nothing happens.
  if (already && !turnsBack.has(kind)) return;
  const items = $isRangeSelection(selection) ? $itemsOf(selection.getNodes()) : null;
  const emptyPoint =
    $isRangeSelection(selection) && selection.anchor.type === 'element' ? selection.anchor.key : null;
  const wanted = already ? 'paragraph' : kind;
  const made: ElementNode[] = [];
  let list: Line[] = [];
  let last: LexicalNode | null = null;
  let replaced: LexicalNode[] = [];
  /** Consecutive blocks become one list. */
  const $endList = () => {
    if (last && list.length > 0) {
      const node = $listOf(list, wanted === 'numbers' ? 'number' : 'bullet');
      $insertBlockBefore(last, node);
      made.push(node);
    }
    for (const block of replaced) block.remove();
    [list, last, replaced] = [[], null, []];
  };
  for (const block of blocks) {
    if (!$isElementNode(block) || !convertible.has(block.getType())) {
      $endList();
      continue;
    }
    if (wanted === 'bullets' || wanted === 'numbers') {
      list.push(...$linesOf(block, null, 'every-line').map((line) => ({ ...line, chosen: true })));
      last = block;
      replaced.push(block);
      continue;
    }
    made.push(...$turned(block, items, wanted));
    block.remove();
  }
  $endList();
  // A card alone stays as it is, and selected: with nothing selected, what comes next would begin the page.
  if (made.length === 0) return;
  if (!$isRangeSelection(selection)) $selectBlocks(made);
  // A caret in an empty block stood on the block itself.
  else if (emptyPoint !== null && !selection.anchor.getNode().isAttached()) made[0]?.selectStart();
}

const turnsBack: ReadonlySet<WordBlock> = new Set(['bullets', 'numbers', 'blockquote', 'pullQuote']);

const kindOfType: Readonly<Record<string, WordBlock>> = {
  paragraph: 'paragraph',
  blockquote: 'blockquote',
  'pull-quote': 'pullQuote',
};

const kindOfHeading: Readonly<Record<string, WordBlock>> = { h2: 'heading2', h3: 'heading3', h4: 'heading4' };

/** What `block` is; null for what cannot be turned. */
function $kindOf(block: LexicalNode): WordBlock | null {
  if ($isListNode(block)) return block.getListType() === 'number' ? 'numbers' : 'bullets';
  if ($isHeadingNode(block)) return kindOfHeading[block.getTag()] ?? null;
  return kindOfType[block.getType()] ?? null;
}

function $itemsOf(nodes: readonly LexicalNode[]): ReadonlySet<NodeKey> {
  const keys = new Set<NodeKey>();
  for (const node of nodes) {
    const item = [node, ...node.getParents()].find($isListItemNode);
    if (item) keys.add(item.getKey());
  }
  return keys;
}

/** The words of a block, line by line. `items` are the chosen items of a list; null stands for all. */
function $linesOf(
  block: ElementNode,
  items: ReadonlySet<NodeKey> | null,
  parting: 'every-line' | 'paragraphs',
): readonly Line[] {
  if ($isListNode(block)) return $linesOfList(block, 0, items);
  const plain = { depth: null, listType: 'bullet', chosen: true } as const;
  const lines: Line[] = [];
  let words: LexicalNode[] = [];
  const quote = block instanceof AttributedNode ? $attributionOf(block) : null;
  const tag = tagFor(quote?.sourceId ?? null);
  const end = () => {
    lines.push({ ...plain, words: $tagged(words, tag) });
    words = [];
  };
  const children = block.getChildren();
  const mayPart = block instanceof AttributedNode || parting === 'every-line';
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at] as LexicalNode;
    const breaks = $isLineBreakNode(child);
    if (breaks && mayPart && (parting === 'every-line' || $isLineBreakNode(children[at + 1]))) {
      end();
      while ($isLineBreakNode(children[at + 1])) at += 1;
    } else words.push(child);
  }
  end();
  if (quote?.attribution) {
    lines.push({ ...plain, words: [$createTextNode(attributionLine(quote.attribution))] });
  }
  return lines;
}

function $linesOfList(list: LexicalNode, depth: number, items: ReadonlySet<NodeKey> | null): readonly Line[] {
  if (!$isListNode(list)) return [];
  const listType = list.getListType();
  return list.getChildren().flatMap((item): readonly Line[] => {
    if (!$isElementNode(item)) return [];
    const nested = item.getChildren().filter($isListNode);
    if (nested.length > 0) return nested.flatMap((inner) => $linesOfList(inner, depth + 1, items));
    const chosen = items === null || items.has(item.getKey());
    return [{ words: item.getChildren(), depth, listType, chosen }];
  });
}

/** Puts what `block` becomes before it and answers it. Items that are not chosen stay in lists before and behind. */
function $turned(
  block: ElementNode,
  items: ReadonlySet<NodeKey> | null,
  kind: Exclude<WordBlock, 'bullets' | 'numbers'>,
): readonly ElementNode[] {
  const isQuote = kind === 'blockquote' || kind === 'pullQuote';
  const put = <Node extends ElementNode>(node: Node): Node => {
    $insertBlockBefore(block, node);
    return node;
  };
  if (isQuote && !$isListNode(block)) {
    const quote = put($createBlock(kind)).append(...block.getChildren());
    if (block instanceof AttributedNode) $setAttribution(quote, $attributionOf(block));
    return [quote];
  }
  const made: ElementNode[] = [];
  let kept: Line[] = [];
  let quoted: Line[] = [];
  const $endRuns = () => {
    if (kept.length > 0) put($listOf(kept, kept[0]?.listType ?? 'bullet'));
    if (quoted.length > 0) made.push(put($createBlock(kind)).append(...$joined(quoted)));
    [kept, quoted] = [[], []];
  };
  for (const line of $linesOf(block, items, 'paragraphs')) {
    if (line.chosen !== (kept.length === 0)) $endRuns();
    if (!line.chosen) kept.push(line);
    else if (isQuote) quoted.push(line);
    else made.push(put($createBlock(kind)).append(...line.words));
  }
  $endRuns();
  return made;
}

/** The words of lines that become one quote. */
function $joined(lines: readonly Line[]): readonly LexicalNode[] {
  const words: LexicalNode[] = [];
  for (const line of lines) words.push(...(words.length > 0 ? [$createLineBreakNode()] : []), ...line.words);
  return words;
}

/** A list of lines, nested as they were; `type` holds for those that were turned, others keep their own. */
function $listOf(lines: readonly Line[], type: ListType) {
  const least = Math.min(...lines.map(({ depth }) => depth ?? 0));
  const typeOf = (line: Line) => (line.chosen ? type : line.listType);
  const root = $createListNode(type);
  const open = [root];
  for (const line of lines) {
    const depth = Math.max(0, (line.depth ?? 0) - least);
    while (open.length > depth + 1) open.pop();
    // Lexical keeps a nested list in an item of its own behind the item it belongs to.
    while (open.length < depth + 1) {
      const nested = $createListNode(typeOf(line));
      open.at(-1)?.append($createListItemNode().append(nested));
      open.push(nested);
    }
    open.at(-1)?.append($createListItemNode().append(...line.words));
  }
  return root;
}

function $createBlock(kind: Exclude<WordBlock, 'bullets' | 'numbers'>): ElementNode {
  switch (kind) {
    case 'paragraph':
      return $createParagraphNode();
    case 'heading2':
      return $createHeadingNode('h2');
    case 'heading3':
      return $createHeadingNode('h3');
    case 'heading4':
      return $createHeadingNode('h4');
    case 'blockquote':
      return $createBlockquoteNode();
    case 'pullQuote':
      return $create(PullQuoteNode);
  }
}
