import { forEachAtATime } from '../at-a-time';
import { readListCache } from './list-cache';
import { createEntryMaker, foldersIn, lookAt } from './look';
import type { Asked, Found, LibraryReader } from './reader';

/** The most folders of a desk whose list is read here. */
export const smallDesk = 50;

/** How long is read here at a time, in milliseconds: a small desk may hold books. */
const patience = 150;

/** How many files are read at a time. */
const readersAtATime = 8;

/**
 * Reads the list of a small `desk` on this thread, and leaves all else to `thread`, which is started by the first call it gets:
 * to start it takes as much of the processor as the window's whole program, at the very moment in which that starts.
 * `cache` is the file in which the thread remembers the list.
 */
export function readHereFirst(desk: string, cache: string, thread: LibraryReader): LibraryReader {
  const entryOf = createEntryMaker();
  const known = new Set<string>();
  let handingOver: Promise<unknown> | null = null;

  /** The thread, which knows every article that was seen here. */
  async function onThread(): Promise<LibraryReader> {
    handingOver ??= thread.look([...known].map((slug) => ({ slug, stamp: null }))).catch((error: unknown) => {
      // The next call tries again: the thread starts anew.
      handingOver = null;
      throw error;
    });
    await handingOver;
    return thread;
  }

  async function lookHere({ slug, stamp }: Asked): Promise<Found> {
    const found = await lookAt(desk, slug, stamp, entryOf);
    return found.kind === 'read' ? found.look : found.kind;
  }

  async function look(asked: readonly Asked[]): Promise<readonly Found[]> {
    for (const { slug } of asked) known.add(slug);
    if (handingOver || known.size > smallDesk) return (await onThread()).look(asked);
    const end = performance.now() + patience;
    const found: Found[] = [];
    const left: number[] = [];
    await forEachAtATime(asked, readersAtATime, async (one, index) => {
      if (performance.now() > end) left.push(index);
      else found[index] = await lookHere(one);
    });
    if (left.length === 0) return found;
    const there = await (await onThread()).look(asked.filter((_, index) => left.includes(index)));
    left
      .sort((a, b) => a - b)
      .forEach((index, at) => {
        // One answer comes for each that was asked.
        found[index] = there[at] ?? 'missing';
      });
    return found;
  }

  return {
    async remembered() {
      if (handingOver) return (await onThread()).remembered();
      return [...((await readListCache(cache, desk))?.values() ?? [])];
    },
    folders: () => foldersIn(desk),
    look,
    async touched(slugs) {
      for (const slug of slugs) known.add(slug);
      if (handingOver) await (await onThread()).touched(slugs);
    },
    warm: async () => (await onThread()).warm(),
    find: async (typed, most) => (await onThread()).find(typed, most),
    excerpts: async (typed, slugs) => (await onThread()).excerpts(typed, slugs),
    people: async () => (await onThread()).people(),
    check: async (by, budget) => (await onThread()).check(by, budget),
    async close() {
      if (handingOver) await thread.close();
    },
  };
}
