/** So many items are worked on at once. */
const atOnce = 64;
/** Time that must be left to go on, in milliseconds. */
const enough = 4;
/** So long the window may postpone each slice, in milliseconds. */
const patience = 250;

/**
 * Does `work` for all `items`, in parts, while the window is idle, and then `done`: what takes longer than a key may wait.
 * Answers how to stop.
 */
export function inSlices<Item>(
  items: readonly Item[],
  work: (part: readonly Item[]) => void,
  done: () => void,
): () => void {
  let from = 0;
  let idle = 0;
  const goOn = (left: IdleDeadline) => {
    do {
      work(items.slice(from, from + atOnce));
      from += atOnce;
    } while (from < items.length && left.timeRemaining() > enough);
    if (from < items.length) wait();
    else done();
  };
  const wait = () => {
    idle = requestIdleCallback(goOn, { timeout: patience });
  };
  wait();
  return () => cancelIdleCallback(idle);
}
