import { fail, type Result } from '../../shared/base/result';
import type { HtmlRefusal } from '../../shared/import/html/parse';
import type { Pasted } from './pasted';

export interface PastedRequest {
  readonly html: string;
  readonly cleanLinks: boolean;
}

export type PastedNews =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'read'; readonly reading: Result<Pasted, HtmlRefusal> };

/** Long HTML that is being read in a worker. */
export interface ReadingElsewhere {
  readonly outcome: Promise<Result<Pasted, HtmlRefusal | { readonly code: 'cancelled' }>>;
  /** Ends the reading; the outcome is then 'cancelled'. */
  cancel(): void;
}

/** Reads HTML in a worker of its own. `progress` hears the share parsed, from 0 to 1; a mistake of ours rejects. */
export function readPastedElsewhere(
  request: PastedRequest,
  progress: (share: number) => void,
): ReadingElsewhere {
  const worker = new Worker(new URL('./pasted.worker.ts', import.meta.url), { type: 'module' });
  let cancel = () => worker.terminate();
  const outcome = new Promise<Awaited<ReadingElsewhere['outcome']>>((resolve, reject) => {
    cancel = () => {
      worker.terminate();
      resolve(fail({ code: 'cancelled' }));
    };
    worker.addEventListener('message', ({ data }: MessageEvent<PastedNews>) => {
      if (data.kind === 'share') return progress(data.share);
      worker.terminate();
      resolve(data.reading);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message));
    });
  });
  worker.postMessage(request);
  return { outcome, cancel: () => cancel() };
}
