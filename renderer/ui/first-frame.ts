/** How long the first frame is waited for, in milliseconds: a window that was started hidden draws none. */
const patience = 2000;

let drawn: Promise<void> | null = null;

/** Waits until the first frame with words stands on the screen: fetching code before would hold it up. */
export function afterFirstFrame(): Promise<void> {
  drawn ??= new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) end();
    });
    const timer = setTimeout(end, patience);
    function end(): void {
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    }
    observer.observe({ type: 'paint', buffered: true });
  });
  return drawn;
}

/** How long a moment without work is waited for, in milliseconds: somebody may write from the first frame on. */
const longestTurn = 500;

const moment = (): Promise<unknown> =>
  new Promise((resolve) => requestIdleCallback(resolve, { timeout: longestTurn }));

/** What words are kept and withheld by, what is seen, and what nobody misses before it is used. */
const order = ['words', 'seen', 'unseen'] as const;

interface Turn {
  readonly work: () => unknown;
  readonly kind: (typeof order)[number];
}

/** What waits for its turn, while `turning` takes one after the other. */
const turns: Turn[] = [];
let turning = false;
/** Once all that was asked for at the start has come: whoever asks for more has a use for it now. */
let started = false;

async function takeTurns(): Promise<void> {
  await afterFirstFrame();
  while (turns.length > 0) {
    if (!started) await moment();
    const next = order.flatMap((kind) => turns.find((turn) => turn.kind === kind) ?? [])[0];
    if (!next) continue;
    turns.splice(turns.indexOf(next), 1);
    try {
      await next.work();
    } catch (error) {
      // One that fails does not hold up the others.
      console.error(error);
    }
  }
  turning = false;
  started = true;
}

/**
 * Does `work` behind the first frame, when the window is idle and what was asked for before has come (a promise that it answers
 * is waited for): forty files fetched at once kept the first key from the screen. Answers how to call it off.
 */
export function behindTheStart(kind: Turn['kind'], work: () => unknown): () => void {
  const turn: Turn = { work, kind };
  turns.push(turn);
  if (!turning) {
    turning = true;
    void takeTurns();
  }
  return () => {
    const at = turns.indexOf(turn);
    if (at >= 0) turns.splice(at, 1);
  };
}
