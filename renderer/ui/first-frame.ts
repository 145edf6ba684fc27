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

/** Does `work` once the window has drawn what it shows first and is idle. Answers how to call it off. */
export function behindTheStart(work: () => void): () => void {
  let idle = 0;
  let wanted = true;
  void afterFirstFrame().then(() => {
    if (wanted) idle = requestIdleCallback(work);
  });
  return () => {
    wanted = false;
    cancelIdleCallback(idle);
  };
}
