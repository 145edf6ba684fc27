import type { Source } from '../../shared/article/source';

/**
 * How long after the last article was written its sources wait for the source book, in milliseconds. Who types has an article
 * written each second, and a long one that came from elsewhere brings hundreds: the window hears of the whole book.
 */
const adoptAfter = 5000;

/** Sources of articles that were written, on their way into the source book. */
export interface AdoptLater {
  /** Those of the article `slug` are to go into the book, in place of what waits of it. */
  later(slug: string, sources: readonly Source[]): void;
  /** Gives the book all that wait: whoever uses it is to find them there. */
  now(): void;
}

/** `adopt` takes sources into the book. */
export function adoptLater(adopt: (sources: readonly Source[]) => void): AdoptLater {
  const waiting = new Map<string, readonly Source[]>();
  let timer: NodeJS.Timeout | undefined;

  function now(): void {
    clearTimeout(timer);
    const all = [...waiting.values()];
    waiting.clear();
    for (const sources of all) adopt(sources);
  }

  return {
    later(slug, sources) {
      waiting.set(slug, sources);
      clearTimeout(timer);
      timer = setTimeout(now, adoptAfter).unref();
    },
    now,
  };
}
