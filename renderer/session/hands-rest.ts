/** For how long nothing is typed when the hands rest, in milliseconds. */
export const restOfHands = 250;

/**
 * For how long the panes may stay behind a writer who types on without a rest, in milliseconds: who types does not read them,
 * and in a long article drawing them takes the time of several keys.
 */
export const panesWait = 10_000;

interface Waiting {
  /** When it is its turn, on the window's clock; later with every key. */
  readonly due: () => number;
  readonly begin: () => void;
}

const all = new Set<Waiting>();
let timer: ReturnType<typeof setTimeout> | undefined;
let timedFor = Number.POSITIVE_INFINITY;

/** One timer serves all that wait: each of its own would wake the window between two keys. */
function time(): void {
  const next = Math.min(...Array.from(all, ({ due }) => due()));
  if (next >= timedFor) return;
  clearTimeout(timer);
  timedFor = next;
  timer = setTimeout(look, next - performance.now());
}

function look(): void {
  timedFor = Number.POSITIVE_INFINITY;
  for (const waiting of all) {
    if (waiting.due() > performance.now()) continue;
    all.delete(waiting);
    requestIdleCallback(waiting.begin, { timeout: restOfHands });
  }
  time();
}

/**
 * Answers a function to call after every change: it does `work` once when the hands rest, which is `rest` milliseconds after
 * the last change, and the window is idle; and while somebody types on, every `most` milliseconds. So what the panes show
 * costs a burst of keys once, not each key. `work` hears whether the hands rest; where they do not, it is done again as soon
 * as they do.
 */
export function whenHandsRest(
  work: (resting: boolean) => void,
  most: number,
  rest: number = restOfHands,
): () => void {
  let [first, last] = [0, 0];
  let isWaiting = false;
  const waiting: Waiting = {
    due: () => Math.min(last + rest, first + most),
    begin() {
      isWaiting = false;
      const resting = performance.now() - last >= rest;
      if (!resting) wait();
      work(resting);
    },
  };
  function wait(): void {
    isWaiting = true;
    first = performance.now();
    all.add(waiting);
    time();
  }
  return () => {
    last = performance.now();
    if (!isWaiting) wait();
  };
}
