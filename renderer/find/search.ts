import { fail, ok, type Result } from '../../shared/base/result';
import type { Match, Query } from './matches';

export interface SearchRequest {
  readonly id: number;
  readonly texts: readonly string[];
  readonly query: Query;
}

export interface SearchAnswer {
  readonly id: number;
  readonly found: readonly (readonly Match[])[];
}

/** Longer than this, in milliseconds, no pattern that ends takes even on a book. */
const mostTime = 1500;

let worker: Worker | null = null;
let asked = 0;

/** Looks through texts in a worker; a pattern that does not end is ended, and said to be one. */
export function search(
  texts: readonly string[],
  query: Query,
): Promise<Result<readonly (readonly Match[])[], { readonly code: 'never-ends' }>> {
  worker ??= new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  const own = worker;
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      own.terminate();
      if (worker === own) worker = null;
      resolve(fail({ code: 'never-ends' }));
    }, mostTime);
    const hear = (event: MessageEvent<SearchAnswer>) => {
      if (event.data.id !== id) return;
      clearTimeout(late);
      own.removeEventListener('message', hear);
      resolve(ok(event.data.found));
    };
    own.addEventListener('message', hear);
    own.postMessage({ id, texts, query } satisfies SearchRequest);
  });
}
