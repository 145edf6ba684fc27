const waiting: (() => void)[] = [];

/**
 * Calls `work` when this turn of the window is over: what the present event does to the page is done by then. All that
 * waits for the same end is one task of the window, since a key has few enough.
 */
export function atEndOfTurn(work: () => void): void {
  waiting.push(work);
  if (waiting.length > 1) return;
  setTimeout(() => {
    for (const each of waiting.splice(0)) each();
  });
}
