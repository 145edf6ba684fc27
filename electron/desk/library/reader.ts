import type { Result } from '../../../shared/base/result';
import type { FileFailure } from '../../../shared/ipc/failures';
import type { LibraryChecks, LibraryExcerpt, LibraryHits, LibraryPeople } from '../../../shared/ipc/library';
import { forEachAtATime } from '../at-a-time';
import { readListCache, writeListCache } from './list-cache';
import { createEntryMaker, foldersIn, type Look, lookAt } from './look';
import { type CheckedBy, createSearching } from './searching';

/** An article to look at, and the stamp under which it is known; null reads it in any case. */
export interface Asked {
  readonly slug: string;
  readonly stamp: string | null;
}

/** What was found: nothing there, what was known already, or what is there now. */
export type Found = 'missing' | 'same' | Look;

/** Reads a desk for its library. In the app it works on a thread of its own (`reader-thread.ts`). */
export interface LibraryReader {
  /** What was remembered of the desk at its last opening; empty where nothing was. */
  remembered(): Promise<readonly Look[]>;
  /** The folders of the desk that may hold an article. */
  folders(): Promise<Result<readonly string[], FileFailure>>;
  /** Looks at articles, in the order in which they are asked for. */
  look(asked: readonly Asked[]): Promise<readonly Found[]>;
  /**
   * Articles that were written or removed by ourselves: what is remembered of them is old. They are read when somebody asks for
   * what is in the articles, or when they were left alone for a while.
   */
  touched(slugs: readonly string[]): Promise<void>;
  /**
   * Reads the articles that were not read since the start, so that they can be searched as a whole; resolves when all
   * are. Asked for again while it runs, it goes on.
   */
  warm(): Promise<void>;
  /** `most`: about how many articles are named, the best ones; null: all. */
  find(typed: string, most: number | null): Promise<LibraryHits>;
  excerpts(typed: string, slugs: readonly string[]): Promise<readonly LibraryExcerpt[]>;
  people(): Promise<LibraryPeople>;
  /** Checks articles for about `budget` milliseconds and answers what is known by then. */
  check(by: CheckedBy, budget: number): Promise<LibraryChecks>;
  /** Writes what is remembered and ends. */
  close(): Promise<void>;
}

/** How many files are read at a time: enough to keep a disk busy, few enough to leave file handles for saving. */
const readersAtATime = 16;

/** From how many articles on that are asked for at once the list comes before the search. */
const listedFirst = 200;

/** How many files are read at a time for the search: the thread answers what is asked in between. */
const warmersAtATime = 2;

/** How long after a change the list is written for the next start, in milliseconds. */
const rememberAfter = 10_000;

/**
 * How long an article that was written is left unread while nobody asks for it, in milliseconds. Who types has it written each
 * second, and of a long one that reading took more of the processor than typing did.
 */
const readWrittenAfter = 5_000;

/** A reader of `desk` on this thread; `cache` is the file for the next start, null to remember nothing. */
export function createReader(desk: string, cache: string | null): LibraryReader {
  const entryOf = createEntryMaker();
  const looks = new Map<string, Look>();
  const searching = createSearching(desk, () => [...looks.keys()]);
  /** Articles that were remembered and whose headlines the search does not know yet: the window waits for the list. */
  const unseen = new Set<string>();
  let warming: Promise<void> | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | null = null;
  let changed = false;
  let writing: Promise<void> = Promise.resolve();
  /** How many looks were begun, and for each article which of them was the last one to be heeded. */
  let begun = 0;
  const heeded = new Map<string, number>();
  /** What was told to have changed and is not read yet. */
  const touched = new Set<string>();
  let leftAlone: NodeJS.Timeout | undefined;
  let learning: Promise<void> = Promise.resolve();

  /** Reads what was told to have changed; who asks what is in the articles asks for what is there by then. */
  function learnTouched(): Promise<void> {
    clearTimeout(leftAlone);
    const slugs = [...touched];
    touched.clear();
    if (slugs.length > 0)
      learning = learning
        .then(async () => {
          for (const slug of slugs) await lookAtOne({ slug, stamp: null }, true);
        })
        // What is asked next is answered all the same.
        .catch((error: unknown) => console.error(error));
    return learning;
  }

  function keep(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    if (cache === null || !changed) return writing;
    changed = false;
    writing = writing.then(() => writeListCache(cache, desk, looks.values()));
    return writing;
  }

  function note(): void {
    changed = true;
    if (cache !== null) timer ??= setTimeout(() => void keep(), rememberAfter).unref();
  }

  /** `whole`: the article's text is taken into the search at once; otherwise its headline, and the rest by `warm`. */
  async function lookAtOne({ slug, stamp }: Asked, whole: boolean): Promise<Found> {
    begun += 1;
    const turn = begun;
    const found = await lookAt(desk, slug, stamp, entryOf);
    // A look that was begun later has ended before: what this one saw may have stood there before a change.
    if (turn < (heeded.get(slug) ?? 0)) return 'same';
    heeded.set(slug, turn);
    if (found.kind === 'missing') {
      if (looks.delete(slug)) note();
      searching.forget(slug);
      return 'missing';
    }
    if (found.kind === 'same') return 'same';
    looks.set(slug, found.look);
    if (!found.article) searching.forget(slug);
    // Ten thousand articles are listed in a third of the time it takes to take in their words as well.
    else if (whole || searching.knows(slug)) searching.learn(slug, found.article);
    else searching.glimpse(slug, found.article.headline, found.article.modified);
    note();
    return found.look;
  }

  function glimpseRemembered(): void {
    for (const slug of unseen) {
      const entry = looks.get(slug)?.entry;
      if (entry?.kind === 'article') searching.glimpse(slug, entry.headline, entry.modified);
    }
    unseen.clear();
  }

  async function warmUp(): Promise<void> {
    glimpseRemembered();
    const cold = [...looks.keys()].filter((slug) => !searching.knows(slug));
    await forEachAtATime(cold, warmersAtATime, async (slug) => {
      // It may have been read for another reason since.
      if (!closed && looks.get(slug)?.hash && !searching.knows(slug))
        await lookAtOne({ slug, stamp: null }, true);
    });
  }

  return {
    async remembered() {
      const kept = cache === null ? null : await readListCache(cache, desk);
      for (const [slug, look] of kept ?? []) {
        if (looks.has(slug)) continue;
        looks.set(slug, look);
        unseen.add(slug);
      }
      return [...(kept?.values() ?? [])];
    },
    folders: () => foldersIn(desk),
    async look(asked) {
      const found: Found[] = [];
      await forEachAtATime(asked, readersAtATime, async (one, index) => {
        found[index] = await lookAtOne(one, asked.length < listedFirst);
      });
      return found;
    },
    async touched(slugs) {
      for (const slug of slugs) touched.add(slug);
      clearTimeout(leftAlone);
      leftAlone = setTimeout(() => void learnTouched(), readWrittenAfter).unref();
    },
    warm() {
      warming ??= warmUp().finally(() => {
        warming = null;
      });
      return warming;
    },
    async find(typed, most) {
      glimpseRemembered();
      await learnTouched();
      return searching.find(typed, most);
    },
    async excerpts(typed, slugs) {
      await learnTouched();
      return searching.excerpts(typed, slugs);
    },
    async people() {
      await learnTouched();
      return searching.people();
    },
    async check(by, budget) {
      await learnTouched();
      return searching.check(by, budget);
    },
    async close() {
      closed = true;
      await learnTouched();
      await keep();
    },
  };
}
