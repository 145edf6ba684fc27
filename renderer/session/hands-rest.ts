/** For how long nothing is typed when the hands rest, in milliseconds. */
export const restOfHands = 250;

/**
 * For how long the panes may stay behind a writer who types on without a rest, in milliseconds: who types does not read them,
 * and in a long article drawing them takes the time of several keys.
 */
export const panesWait = 10_000;

/**
 * Answers a function to call after every change: it does `work` once when the hands rest and the window is idle, and
 * while somebody types on, every `most` milliseconds. So what the panes show costs a burst of keys once, not each key.
 * `work` hears whether the hands rest; where they do not, it is done again as soon as they do.
 */
export function whenHandsRest(
  work: (resting: boolean) => void,
  most: number,
  rest: number = restOfHands,
): () => void {
  let [first, last] = [0, 0];
  let waiting = false;
  const look = () => {
    const left = Math.min(last + rest, first + most) - performance.now();
    if (left > 0) setTimeout(look, left);
    else requestIdleCallback(begin, { timeout: restOfHands });
  };
  const wait = () => {
    waiting = true;
    first = performance.now();
    setTimeout(look, rest);
  };
  const begin = () => {
    waiting = false;
    const resting = performance.now() - last >= rest;
    if (!resting) wait();
    work(resting);
  };
  return () => {
    last = performance.now();
    if (!waiting) wait();
  };
}
