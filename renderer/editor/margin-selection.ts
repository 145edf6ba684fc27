import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { $blocksBetween, $selectBlocks } from './block-selection';
import { $blockOf, blockElementAt } from './blocks';

/** So far the pointer moves before a press becomes a drag, in CSS pixels. */
const threshold = 4;

/**
 * A drag that begins beside the text selects whole blocks. `place` is what scrolls, `page` the column in it; answers
 * how to stop.
 */
export function followMargin(editor: LexicalEditor, place: HTMLElement, page: HTMLElement): () => void {
  let from: { readonly element: HTMLElement; readonly y: number } | null = null;
  let dragging = false;

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
    const body = editor.getRootElement();
    if (!from || !body || (!dragging && Math.abs(event.clientY - from.y) < threshold)) return;
    if (!dragging) {
      dragging = true;
      place.setPointerCapture(event.pointerId);
      body.focus({ preventScroll: true });
    }
    const to = blockElementAt(body, event.clientY);
    const start = from.element;
    if (!to) return;
    editor.update(() => {
      const [one, other] = [start, to].map((element) => $blockOf($getNearestNodeFromDOMNode(element)));
      if (one && other) $selectBlocks($blocksBetween(one, other));
    });
  }

  function release(): void {
    from = null;
    dragging = false;
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
    for (const [name, hear] of pairs) place.removeEventListener(name, hear as EventListener);
  };
}
