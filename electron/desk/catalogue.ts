import type { Article } from '../../shared/article/article';
import { ok, type Result } from '../../shared/base/result';
import type { ArticleEntry, DeskEntry } from '../../shared/ipc/desk-entries';
import type { FileFailure } from '../../shared/ipc/failures';
import { fileFailure } from './file-failure';
import { createEntryMaker, type Look, stampOf } from './library/look';
import type { Found, LibraryReader } from './library/reader';
import { type UseInArticle, usesIn } from './source-uses';

/** How one article differs from what was known of it. */
export type Difference =
  | { readonly kind: 'same' }
  | { readonly kind: 'gone'; readonly id: string | null }
  | { readonly kind: 'new' | 'changed'; readonly entry: DeskEntry; readonly hash: string | null };

/** A difference and the article it is about. */
export interface FoundDifference {
  readonly slug: string;
  readonly difference: Difference;
}

/** How far a scan has come, in folders, with what it found since it last told. */
export interface ScanProgress {
  readonly done: number;
  readonly all: number;
  readonly found: readonly FoundDifference[];
}

/** The list of the desk's articles, remembered by what the file system says of each file. */
export interface Catalogue {
  /** Takes over what was remembered at the last opening of this desk, the first time it is called. */
  recall(): Promise<void>;
  /**
   * Reads what changed since the last time; everything the first time. `progress` is told after each part and answers whether
   * to go on: who closes a desk of ten thousand articles has no thread read the rest.
   */
  scan(progress: (told: ScanProgress) => boolean): Promise<Result<readonly DeskEntry[], FileFailure>>;
  /** The list as it is known now. */
  entries(): readonly DeskEntry[];
  /** Whether an article that is known has no file now. */
  isMissing(slug: string): Promise<boolean>;
  /** Looks at one article again and remembers what it finds. */
  inspect(slug: string): Promise<Difference>;
  /**
   * Remembers an article that we wrote ourselves and answers its entry. `stamp` is how the file looked when it was
   * written, where that is known: another program may have changed it since, and that must not go unnoticed.
   */
  remember(slug: string, article: Article, hash: string, stamp: string | null): Promise<ArticleEntry>;
  forget(slug: string): void;
  /** The slugs of the last scan, with what came and went since. */
  slugs(): readonly string[];
  /** Which sources each known article uses, by slug. */
  uses(): ReadonlyMap<string, readonly UseInArticle[]>;
}

/** How many folders are asked for at a time: the main process takes in the answers between other work. */
const foldersAtATime = 250;

/** The catalogue of the desk in `desk`, read by `reader`; it knows nothing yet. */
export function createCatalogue(desk: string, reader: LibraryReader): Catalogue {
  const known = new Map<string, Look>();
  const entryOf = createEntryMaker();
  let recalled: Promise<void> | null = null;

  /** Takes in what the reader found of `slug`, of which `before` was known when it was asked. */
  function learn(slug: string, before: Look | undefined, now: Found): Difference {
    // We wrote the article while it was being looked at: what was remembered then is newer than what was read.
    if (known.get(slug) !== before || now === 'same') return { kind: 'same' };
    if (now === 'missing') {
      known.delete(slug);
      if (!before) return { kind: 'same' };
      return { kind: 'gone', id: before.entry.kind === 'article' ? before.entry.id : null };
    }
    known.set(slug, now);
    if (!before) return { kind: 'new', entry: now.entry, hash: now.hash };
    const same = now.hash === null ? sameProblem(before.entry, now.entry) : before.hash === now.hash;
    return same ? { kind: 'same' } : { kind: 'changed', entry: now.entry, hash: now.hash };
  }

  async function inspectAll(slugs: readonly string[]): Promise<readonly FoundDifference[]> {
    const before = slugs.map((slug) => known.get(slug));
    const found = await reader.look(
      slugs.map((slug, index) => ({ slug, stamp: before[index]?.stamp || null })),
    );
    return slugs.map((slug, index) => ({
      slug,
      // One answer was asked for each slug; none would mean that nothing is there.
      difference: learn(slug, before[index], found[index] ?? 'missing'),
    }));
  }

  async function recall(): Promise<void> {
    for (const look of await reader.remembered()) {
      if (!known.has(look.entry.slug)) known.set(look.entry.slug, look);
    }
  }

  return {
    recall: () => {
      recalled ??= recall();
      return recalled;
    },
    async scan(progress) {
      const folders = await reader.folders();
      if (!folders.ok) return folders;
      const present = new Set(folders.value);
      // Those that were known and are no folders now are looked at too: they are gone, or they have just come back.
      const slugs = [...folders.value, ...[...known.keys()].filter((slug) => !present.has(slug))];
      for (let at = 0; at < slugs.length; at += foldersAtATime) {
        const part = slugs.slice(at, at + foldersAtATime);
        const found = await inspectAll(part);
        const goesOn = progress({
          done: at + part.length,
          all: slugs.length,
          found: found.filter(({ difference }) => difference.kind !== 'same'),
        });
        if (!goesOn) break;
      }
      return ok([...known.values()].map(({ entry }) => entry));
    },
    entries: () => [...known.values()].map(({ entry }) => entry),
    async inspect(slug) {
      const [found] = await inspectAll([slug]);
      return found?.difference ?? { kind: 'same' };
    },
    async isMissing(slug) {
      if (!known.has(slug)) return false;
      return (await stampIfKnown(desk, slug)) === null;
    },
    async remember(slug, article, hash, stamp) {
      const entry = entryOf(slug, article);
      const seen = stamp ?? (await stampIfKnown(desk, slug));
      known.set(slug, { stamp: seen ?? '', hash, entry, uses: usesIn(article) });
      void reader.touched([slug]);
      return entry;
    },
    forget(slug) {
      known.delete(slug);
      void reader.touched([slug]);
    },
    slugs: () => [...known.keys()],
    uses: () => new Map([...known].map(([slug, { uses }]) => [slug, uses])),
  };
}

/** The stamp of an article's file, null where there is none, empty where the file system does not say. */
async function stampIfKnown(desk: string, slug: string): Promise<string | null> {
  try {
    return await stampOf(desk, slug);
  } catch (error) {
    // A file that may not be looked at is there; the next look tells what is wrong with it.
    fileFailure(error, slug);
    return '';
  }
}

const sameProblem = (before: DeskEntry, now: DeskEntry): boolean =>
  before.kind === 'problem' && JSON.stringify(before) === JSON.stringify(now);
