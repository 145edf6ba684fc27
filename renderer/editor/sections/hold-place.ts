import { blockElementAt } from '../blocks';

/*
 * What is read stays where it is while the page changes above it: a section that is laid out for the first time is seldom as
 * high as was guessed. Browsers hold the place by themselves, but not in a page that has the keyboard: Chromium then holds
 * on to the editable element as a whole.
 */

/** Holds the place of the first block in view in `scroller` while `body` changes its height. Answers how to stop. */
export function holdPlace(scroller: HTMLElement, body: HTMLElement): () => void {
  let held: { readonly block: HTMLElement; readonly top: number } | null = null;
  const topOf = (block: HTMLElement) =>
    block.getBoundingClientRect().top - scroller.getBoundingClientRect().top;

  const remember = () => {
    const block =
      scroller.scrollTop > 0 ? blockElementAt(body, scroller.getBoundingClientRect().top + 1) : null;
    held = block && { block, top: topOf(block) };
  };
  const resized = new ResizeObserver(() => {
    if (held?.block.isConnected) {
      const moved = topOf(held.block) - held.top;
      if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
    }
    remember();
  });
  resized.observe(body);
  scroller.addEventListener('scroll', remember, { passive: true });
  return () => {
    resized.disconnect();
    scroller.removeEventListener('scroll', remember);
  };
}
