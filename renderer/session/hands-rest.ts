/** For how long nothing is typed when the hands rest, in milliseconds. */
export const restOfHands = 250;

/**
 * Answers a function to call after every change: it does `work` once when the hands rest and the window is idle, and
 * while somebody types on, every `most` milliseconds. So what the panes show costs a burst of keys once, not each key.
 */
export function whenHandsRest(work: () => void, most: number): () => void {
  let [first, last] = [0, 0];
  let waiting = false;
  const look = () => {
    const left = Math.min(last + restOfHands, first + most) - performance.now();
    if (left > 0) setTimeout(look, left);
    else requestIdleCallback(begin, { timeout: restOfHands });
  };
  const begin = () => {
    waiting = false;
    work();
  };
  return () => {
    last = performance.now();
    if (waiting) return;
    waiting = true;
    first = last;
    setTimeout(look, restOfHands);
  };
}
