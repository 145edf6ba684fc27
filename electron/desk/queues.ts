/** Work that is done one piece after the other for each key. */
export interface Queues {
  /** Runs `task` after everything that was given for `key` before, whether that succeeded or threw. */
  run<Value>(key: string, task: () => Promise<Value>): Promise<Value>;
  /** Resolves when nothing is waiting or running any more. */
  idle(): Promise<void>;
}

/** One queue a key, so that two saves of one article can never overtake each other. */
export function createQueues(): Queues {
  const tails = new Map<string, Promise<unknown>>();

  return {
    run(key, task) {
      const done = (tails.get(key) ?? Promise.resolve()).then(task);
      // A task that threw has told its own caller; the next one starts all the same.
      const tail = done.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return done;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
