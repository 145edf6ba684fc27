import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { createReader } from './reader';
import type { ThreadAnswer, ThreadCall, ThreadTask } from './thread-messages';

/*
 * The thread that reads a desk for its library, so that neither ten thousand files nor a search through them ever keeps
 * the main process from answering the window. Started by `startReader`.
 */

// The one who starts the thread is our own code, which types what it hands over.
const { desk, cache } = workerData as ThreadTask;
const reader = createReader(desk, cache);

let collected = false;

/**
 * Gives back what reading ten thousand articles left behind, once: 45 MB that V8 would keep until it needs the room. It holds
 * up this thread alone.
 */
function collectGarbage(): void {
  collected = true;
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // The last resort is the one way in which V8 moves together what is left, too.
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

async function answer({ id, name, given }: ThreadCall): Promise<ThreadAnswer> {
  try {
    // The call was typed by the same interface at the other end.
    const work = reader[name] as (...given: readonly unknown[]) => Promise<unknown>;
    return { id, text: JSON.stringify((await work(...given)) ?? null) };
  } catch (error) {
    return { id, mistake: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (call: ThreadCall) => {
  void answer(call).then((told) => {
    parentPort?.postMessage(told);
    if (call.name === 'warm' && !collected) collectGarbage();
  });
});
