import { ok, type Result } from '../../shared/base/result';
import type { DeskEntry } from '../../shared/ipc/desk-entries';
import type { FileFailure } from '../../shared/ipc/failures';
import type { Catalogue, FoundDifference } from './catalogue';
import type { DeskNews } from './desk-news';
import type { LibraryReader } from './library/reader';

/** How long after the list was read the search gets ready by itself, in milliseconds: the start comes first. */
const warmAfter = 5_000;

/**
 * From how many remembered articles on the window is shown before the folder is looked at, and how much earlier, in
 * milliseconds: looking at ten thousand files takes what the start of a window needs.
 */
const large = 1000;
const lookAfterStart = 4_000;

/** How often the list hears of a reading that takes long, in milliseconds. */
const toldEvery = 400;

/** When the folder of a desk is read for the list and the search. */
export interface ListReading {
  /** As `Desk.list`. */
  list(): Promise<Result<readonly DeskEntry[], FileFailure>>;
  /** Reads what changed for another reason than the list, which is told of it: what was learnt once is no news again. */
  lookThrough(): Promise<Result<readonly DeskEntry[], FileFailure>>;
  /** As `Desk.glance`. */
  glance(patience: number): Promise<Result<readonly DeskEntry[], FileFailure>>;
  /** Has the articles read that a search wants and nobody read yet. It goes on while answers are given. */
  warm(): void;
  /** Nothing is begun or told any more; a reading that is under way ends with its present part. */
  stop(): void;
}

/** The reading of one desk, which tells `news` what it finds; `cover` has these folders watched from then on. */
export function createListReading(
  catalogue: Catalogue,
  reader: Pick<LibraryReader, 'warm'>,
  news: DeskNews,
  cover: (slugs: readonly string[]) => void,
): ListReading {
  let closed = false;
  let warmer: NodeJS.Timeout | null = null;
  let later: NodeJS.Timeout | null = null;
  /** Whether the folder was looked at since the desk was opened, or is about to be. */
  let lookedAt = false;
  /** The reading for the list that is under way, and who waits for its first finds. */
  let reading: Promise<Result<readonly DeskEntry[], FileFailure>> | null = null;
  const waiting = new Set<() => void>();

  /**
   * Reads what changed and tells it. What is found while `quiet` answers true is left out of the list's changes: it
   * stands in the list that is about to be answered.
   */
  async function readAll(quiet: () => boolean): Promise<Result<readonly DeskEntry[], FileFailure>> {
    const everything: FoundDifference[] = [];
    let untold: FoundDifference[] = [];
    let toldAt = Date.now();
    const scanned = await catalogue.scan(({ done, all, found }) => {
      everything.push(...found);
      if (quiet()) {
        toldAt = Date.now();
        return !closed;
      }
      untold.push(...found);
      if (done < all && Date.now() - toldAt < toldEvery) return !closed;
      if (!closed) news.tellList(untold, { done, all });
      untold = [];
      toldAt = Date.now();
      return !closed;
    });
    if (!closed) news.tellSessions(everything);
    cover(catalogue.slugs());
    return scanned;
  }

  function warm(): void {
    if (warmer) clearTimeout(warmer);
    warmer = null;
    if (!closed) reader.warm().catch((error: unknown) => console.error(error));
  }

  function warmLater(): void {
    if (!closed) warmer ??= setTimeout(warm, warmAfter).unref();
  }

  /** Reads all for the list; one reading serves all who ask while it goes on. */
  function readOnce(): Promise<Result<readonly DeskEntry[], FileFailure>> {
    reading ??= readAll(() => {
      if (catalogue.entries().length > 0) for (const found of waiting) found();
      return waiting.size > 0;
    }).finally(() => {
      reading = null;
      warmLater();
    });
    return reading;
  }

  return {
    list: () => readAll(() => true),
    lookThrough: () => readAll(() => false),
    async glance(patience) {
      await catalogue.recall();
      const remembered = catalogue.entries();
      if (!lookedAt && remembered.length >= large) {
        later ??= setTimeout(() => {
          lookedAt = true;
          void readOnce();
        }, lookAfterStart).unref();
        return ok(remembered);
      }
      lookedAt = true;
      let someFound = () => {};
      const some = new Promise<void>((resolve) => {
        someFound = resolve;
      });
      waiting.add(someFound);
      // On a slow disk nothing may be known when the patience ends: the first part that was read is waited for.
      const known = new Promise((resolve) => setTimeout(resolve, patience))
        .then(() => (catalogue.entries().length > 0 ? null : some))
        .then(() => ok(catalogue.entries()));
      const answer = await Promise.race([readOnce(), known]);
      waiting.delete(someFound);
      return answer;
    },
    warm,
    stop() {
      closed = true;
      if (warmer) clearTimeout(warmer);
      if (later) clearTimeout(later);
    },
  };
}
