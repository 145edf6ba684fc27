import { fail, type Result } from '../../shared/base/result';
import type { Made, NotMade, Order } from './make';

/** What the worker is asked, and what it answers. */
export interface ToMaking {
  readonly number: number;
  readonly order: Order;
}

export type FromMaking =
  | { readonly number: number; readonly made: Result<Made, NotMade> }
  | { readonly number: number; readonly mistake: string };

/** A mistake of ours while an article was made; the next one is not at fault. */
export interface Mistake {
  readonly code: 'mistake';
  readonly message: string;
}

export interface Making {
  make(order: Order): Promise<Result<Made, NotMade | Mistake>>;
  /** Ends the worker; not while an article is being made. */
  end(): void;
}

/** Makes exports in a worker, one after the other. */
export function createMaking(): Making {
  let worker: Worker | null = null;
  let count = 0;

  function started(): Worker {
    worker ??= new Worker(new URL('./make.worker.ts', import.meta.url), { type: 'module' });
    return worker;
  }

  return {
    make: (order) =>
      new Promise((resolve) => {
        count += 1;
        const number = count;
        const asked = started();
        const settle = (answer: Result<Made, NotMade | Mistake>) => {
          asked.removeEventListener('message', hear);
          asked.removeEventListener('error', broken);
          resolve(answer);
        };
        const hear = ({ data }: MessageEvent<FromMaking>) => {
          if (data.number !== number) return;
          settle('made' in data ? data.made : fail({ code: 'mistake', message: data.mistake }));
        };
        const broken = (event: ErrorEvent) => {
          worker = null;
          settle(fail({ code: 'mistake', message: event.message }));
        };
        asked.addEventListener('message', hear);
        asked.addEventListener('error', broken);
        asked.postMessage({ number, order } satisfies ToMaking);
      }),
    end() {
      worker?.terminate();
      worker = null;
    },
  };
}
