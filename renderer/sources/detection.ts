import type { FoundQuotation } from '../../shared/quotes/types';

export interface DetectionRequest {
  readonly id: number;
  readonly text: string;
}

export interface DetectionAnswer {
  readonly id: number;
  readonly found: readonly FoundQuotation[];
}

let worker: Worker | null = null;
let asked = 0;

/** Finds the quotations of a text and who says them, in a worker; offsets are UTF-16 code units of `text`. */
export function detectQuotations(text: string): Promise<readonly FoundQuotation[]> {
  worker ??= new Worker(new URL('./detection.worker.ts', import.meta.url), { type: 'module' });
  const own = worker;
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    const stop = () => {
      own.removeEventListener('message', hear);
      own.removeEventListener('error', fail);
    };
    const hear = (event: MessageEvent<DetectionAnswer>) => {
      if (event.data.id !== id) return;
      stop();
      resolve(event.data.found);
    };
    const fail = (event: ErrorEvent) => {
      stop();
      reject(new Error(event.message));
    };
    own.addEventListener('message', hear);
    own.addEventListener('error', fail);
    own.postMessage({ id, text } satisfies DetectionRequest);
  });
}
