import {
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical';
import type { Block } from '../../shared/article/block';
import type { ArticleEditor } from './article-editor';
import { $articleBlocks, $blockOf } from './blocks';

/** What is selected: blocks as a whole, and the published words of those that are selected in part. */
export interface SelectedWords {
  readonly blocks: readonly Block[];
  readonly pieces: readonly string[];
}

/** How long a selection must rest before it is looked at, in milliseconds. */
const rest = 150;

/**
 * Calls `found` with what is selected, or null for nothing; not while the selection moves, and in an idle moment.
 * Blocks that are selected whole are those the body remembers; only the two at the ends are read. Answers how to stop.
 */
export function followSelection(
  { lexical, body }: ArticleEditor,
  found: (selected: SelectedWords | null) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let told = false;
  const look = () => {
    timer = null;
    requestIdleCallback(() => {
      const blocks = body.read();
      const selected = lexical.getEditorState().read(() => $selectedWords(blocks));
      told = selected !== null;
      found(selected);
    });
  };
  return lexical.registerUpdateListener(({ editorState }) => {
    const selects = editorState.read($selectsSomething);
    if (timer !== null) clearTimeout(timer);
    timer = selects || told ? setTimeout(look, rest) : null;
  });
}

function $selectsSomething(): boolean {
  const selection = $getSelection();
  return selection !== null && !($isRangeSelection(selection) && selection.isCollapsed());
}

/** What is selected of the page whose blocks are `body`; null for nothing. */
export function $selectedWords(body: readonly Block[]): SelectedWords | null {
  const selection = $getSelection();
  if (selection === null || !$selectsSomething()) return null;
  const nodes = $articleBlocks();
  const at = new Map(nodes.map((node, index) => [node.getKey(), index]));
  const indexOf = (node: LexicalNode | null) => at.get($blockOf(node)?.getKey() ?? '');
  if ($isNodeSelection(selection)) {
    const chosen = selection.getNodes().flatMap((node) => body[indexOf(node) ?? -1] ?? []);
    return { blocks: chosen, pieces: [] };
  }
  if (!$isRangeSelection(selection)) return null;
  const { anchor, focus } = selection;
  const [start, end] = selection.isBackward() ? [focus, anchor] : [anchor, focus];
  const first = indexOf($nodeBehind(start));
  const last = indexOf($nodeBefore(end));
  if (first === undefined || last === undefined) return null;
  const ends = first === last ? [first] : [first, last];
  const parts = ends.map((index): SelectedWords => {
    const [node, block] = [nodes[index], body[index]];
    if (!node || !block) return nothing;
    if (!$isElementNode(node)) return { blocks: [block], pieces: [] };
    if (block.kind === 'deskNote') return nothing;
    const [from, to] = [index === first ? start : null, index === last ? end : null];
    return { blocks: [], pieces: $publishedBetween(node, from, to) };
  });
  return {
    blocks: [...body.slice(first + 1, last), ...parts.flatMap(({ blocks }) => blocks)],
    pieces: parts.flatMap(({ pieces }) => pieces),
  };
}

const nothing: SelectedWords = { blocks: [], pieces: [] };

/** The node that a selection begins with at `point`: on an element, the child behind the point. */
function $nodeBehind(point: PointType): LexicalNode | null {
  const node = point.getNode();
  return point.type === 'element' && $isElementNode(node)
    ? (node.getChildAtIndex(point.offset) ?? node)
    : node;
}

function $nodeBefore(point: PointType): LexicalNode | null {
  const node = point.getNode();
  return point.type === 'element' && $isElementNode(node)
    ? (node.getChildAtIndex(point.offset - 1) ?? node)
    : node;
}

/** The published words of `block` between two points, a run a piece; null for its beginning and its end. */
function $publishedBetween(
  block: ElementNode,
  from: PointType | null,
  to: PointType | null,
): readonly string[] {
  const runs: string[] = [];
  const isAt = (point: PointType | null, parent: ElementNode, index: number) =>
    point?.type === 'element' && point.key === parent.getKey() && point.offset === index;
  let inside = from === null || isAt(from, block, 0);
  const add = (words: string) => {
    runs[runs.length - 1] = (runs.at(-1) ?? '') + words;
  };
  const visit = (parent: ElementNode) => {
    if (!parent.isInline()) runs.push('');
    parent.getChildren().forEach((child, index) => {
      if (isAt(from, parent, index)) inside = true;
      if (isAt(to, parent, index)) inside = false;
      if ($isElementNode(child)) visit(child);
      else if ($isTextNode(child)) {
        const begins = from?.key === child.getKey();
        const ends = to?.key === child.getKey();
        if (begins) inside = true;
        // A gap that is still to come is not published.
        if (inside && child.getType() !== 'to-come')
          add(child.getTextContent().slice(begins ? from.offset : 0, ends ? to.offset : undefined));
        if (ends) inside = false;
      } else if (inside && $isLineBreakNode(child)) add('\n');
    });
    if (isAt(from, parent, parent.getChildrenSize())) inside = true;
    if (isAt(to, parent, parent.getChildrenSize())) inside = false;
  };
  visit(block);
  return runs.filter(Boolean);
}
