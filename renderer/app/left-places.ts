import {
  $addUpdateTag,
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type PointType,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type { ArticleEditor } from '../editor/article-editor';
import { $articleBlocks, $blockAt, $blockOf, blockElementAt } from '../editor/blocks';
import { hasKeyboard } from '../editor/has-keyboard';
import { blockElement } from './mark-breaks';

/** A place in the text that outlives the nodes it was found in: the block's number, and the way down to the words. */
interface Point {
  readonly block: number;
  /** At each level the number of the child. */
  readonly way: readonly number[];
  readonly offset: number;
}

interface Place {
  /** The first block in view, and how far below the upper edge of the view it stands, in CSS pixels. */
  readonly seen: { readonly block: number; readonly top: number } | null;
  readonly caret: { readonly anchor: Point; readonly focus: Point } | null;
}

/** Where each article was left, for as long as the window lives. */
export interface LeftPlaces {
  /** Keeps what is in view of the article on the page, and where the caret stands, under `slug`. */
  keep(slug: string): void;
  /** Leads the article on the page, just shown, back to where `slug` was left; the keyboard stays where it is. */
  goBack(slug: string): void;
}

/** Remembers places on the page of `editor`, which `scroller` moves. @public: loaded late */
export function createLeftPlaces(
  { lexical, body }: Pick<ArticleEditor, 'lexical' | 'body'>,
  scroller: () => Element | null,
): LeftPlaces {
  const places = new Map<string, Place>();
  const topOf = (block: Element, view: Element) =>
    block.getBoundingClientRect().top - view.getBoundingClientRect().top;

  function inView(): Place['seen'] {
    const [view, page] = [scroller(), lexical.getRootElement()];
    if (!view || !page || view.scrollTop === 0) return null;
    const element = blockElementAt(page, view.getBoundingClientRect().top + 1);
    const block = element && lexical.read(() => $numberOf($blockOf($getNearestNodeFromDOMNode(element))));
    return element && block !== null ? { block, top: topOf(element, view) } : null;
  }

  return {
    keep(slug) {
      const caret = lexical.read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return null;
        const [anchor, focus] = [$pointAt(selection.anchor), $pointAt(selection.focus)];
        return anchor && focus && { anchor, focus };
      });
      places.set(slug, { seen: inView(), caret });
    },
    goBack(slug) {
      const { seen, caret } = places.get(slug) ?? { seen: null, caret: null };
      if (!seen && !caret) return;
      // The place may stand in what is put on the page when there is time for it.
      body.reach(Math.max(seen?.block ?? 0, caret?.anchor.block ?? 0, caret?.focus.block ?? 0));
      lexical.update(
        () => {
          if (!hasKeyboard(lexical)) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
          if (caret) $selectBetween(caret.anchor, caret.focus);
        },
        { discrete: true },
      );
      const [view, block] = [scroller(), seen && blockElement(lexical, seen.block)];
      if (!view || !block || !seen) return;
      // Once more: what is laid out on the way there is seldom as high as was guessed.
      for (let round = 0; round < 2; round += 1) view.scrollTop += topOf(block, view) - seen.top;
    },
  };
}

function $numberOf(block: LexicalNode | null): number | null {
  const number = block ? $articleBlocks().findIndex((each) => each.is(block)) : -1;
  return number === -1 ? null : number;
}

function $pointAt(point: PointType): Point | null {
  const node = point.getNode();
  const top = $blockOf(node);
  const block = $numberOf(top);
  if (block === null) return null;
  const way: number[] = [];
  for (let each: LexicalNode | null = node; each && !each.is(top); each = each.getParent())
    way.unshift(each.getIndexWithinParent());
  return { block, way, offset: point.offset };
}

/** Selects between two places. Where another program took one of them away there is no caret, as in an article just opened. */
function $selectBetween(anchor: Point, focus: Point): void {
  const selection = $createRangeSelection();
  if ($set(selection.anchor, anchor) && $set(selection.focus, focus)) $setSelection(selection);
}

function $set(point: PointType, { block, way, offset }: Point): boolean {
  let node: LexicalNode | null = $blockAt(block);
  for (const at of way) node = $isElementNode(node) ? node.getChildAtIndex(at) : null;
  if ($isTextNode(node)) point.set(node.getKey(), Math.min(offset, node.getTextContentSize()), 'text');
  else if ($isElementNode(node))
    point.set(node.getKey(), Math.min(offset, node.getChildrenSize()), 'element');
  else return false;
  return true;
}
