import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { $blocksBetween, $selectBlocks } from './block-selection';
import { $blockOf, blockElementAt } from './blocks';
import type { Point } from './drop-point';
import { type EdgeScroll, scrollAtEdge } from './scroll-at-edge';

/** So far the pointer moves before a press becomes a drag, in CSS pixels. */
const threshold = 4;

/**
 * A drag that begins beside the text selects whole blocks. `place` is what scrolls, `page` the column in it; answers
 * how to stop.
 */
export function followMargin(editor: LexicalEditor, place: HTMLElement, page: HTMLElement): () => void {
  let from: { readonly element: HTMLElement; readonly y: number } | null = null;
  /** While a drag goes on. */
  let scroll: EdgeScroll | null = null;

  function press(event: PointerEvent): void {
    const body = editor.getRootElement();
    const isMargin = event.target === place || event.target === page;
    // The scrollbar belongs to the element as well, but not to what it holds.
    if (
      !body ||
      !isMargin ||
      event.button !== 0 ||
      event.clientX >= place.getBoundingClientRect().left + place.clientWidth
    )
      return;
    const { left, right, top } = body.getBoundingClientRect();
    if (event.clientY < top || (event.clientX > left && event.clientX < right)) return;
    const element = blockElementAt(body, event.clientY);
    if (element) from = { element, y: event.clientY };
  }

  function drag(event: PointerEvent): void {
    const { clientX: x, clientY: y } = event;
    if (!from || (!scroll && Math.abs(y - from.y) < threshold)) return;
    if (!scroll) {
      scroll = scrollAtEdge(place, reach);
      place.setPointerCapture(event.pointerId);
      editor.getRootElement()?.focus({ preventScroll: true });
    }
    scroll.follow({ x, y });
    reach({ y });
  }

  /** Selects the blocks from where the drag began to this height of the window. */
  function reach({ y }: Pick<Point, 'y'>): void {
    const body = editor.getRootElement();
    const { top, bottom } = place.getBoundingClientRect();
    const to = body && blockElementAt(body, Math.min(bottom, Math.max(top, y)));
    const start = from?.element;
    if (!to || !start) return;
    editor.update(() => {
      const [one, other] = [start, to].map((element) => $blockOf($getNearestNodeFromDOMNode(element)));
      if (one && other) $selectBlocks($blocksBetween(one, other));
    });
  }

  function release(): void {
    from = null;
    scroll?.stop();
    scroll = null;
  }

  /** The browser would select words instead. */
  const refuseWords = (event: Event) => from && event.preventDefault();

  const pairs: readonly (readonly [string, (event: never) => void])[] = [
    ['pointerdown', press],
    ['pointermove', drag],
    ['pointerup', release],
    ['pointercancel', release],
    ['selectstart', refuseWords],
  ];
  for (const [name, hear] of pairs) place.addEventListener(name, hear as EventListener);
  return () => {
    release();
    for (const [name, hear] of pairs) place.removeEventListener(name, hear as EventListener);
  };
}
