import { Worker } from 'node:worker_threads';
import type { LibraryReader } from './reader';
import type { ThreadAnswer, ThreadCall, ThreadTask } from './thread-messages';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** MiB of young and old objects of the thread: small young ones keep what a large desk leaves behind small. */
const threadLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 };

/**
 * A reader that works on a thread of its own; `script` is the built `reader-thread.ts`. Where the thread ends by
 * itself, the calls under way are rejected and the next call starts another one.
 */
export function startReader(script: string, task: ThreadTask): LibraryReader {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let count = 0;

  function start(): Worker {
    const started = new Worker(script, { workerData: task, resourceLimits: threadLimits });
    // The app may quit while the thread has nothing to do.
    started.unref();
    started.on('message', (told: ThreadAnswer) => {
      const call = waiting.get(told.id);
      waiting.delete(told.id);
      if ('mistake' in told) call?.reject(new Error(told.mistake));
      else call?.resolve(JSON.parse(told.text));
    });
    started.on('error', (error) => console.error('The reader of the desk stopped:', error));
    started.on('exit', () => {
      if (thread !== started) return;
      thread = null;
      for (const call of waiting.values()) call.reject(new Error('The reader of the desk stopped.'));
      waiting.clear();
    });
    return started;
  }

  function call<Value>(name: ThreadCall['name'], ...given: readonly unknown[]): Promise<Value> {
    thread ??= start();
    count += 1;
    const message: ThreadCall = { id: count, name, given };
    return new Promise<Value>((resolve, reject) => {
      // The thread answers with what the reader's function of that name answers.
      waiting.set(message.id, { resolve: resolve as (value: unknown) => void, reject });
      thread?.postMessage(message);
    });
  }

  return {
    remembered: () => call('remembered'),
    folders: () => call('folders'),
    look: (asked) => call('look', asked),
    touched: (slugs) =>
      // What the thread does not hear it finds by itself when it reads the folder again.
      call<void>('touched', slugs).catch((error: unknown) => console.error(error)),
    warm: () => call('warm'),
    find: (typed, most) => call('find', typed, most),
    excerpts: (typed, slugs) => call('excerpts', typed, slugs),
    people: () => call('people'),
    check: (by, budget) => call('check', by, budget),
    async close() {
      // A list that was not written is read again at the next start.
      await call('close').catch((error: unknown) => console.error(error));
      const ending = thread;
      thread = null;
      await ending?.terminate();
    },
  };
}
