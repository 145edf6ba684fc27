import { promises as fs } from 'node:fs';
import type { Article } from '../../shared/article/article';
import { createWordCounter, type WordCounter } from '../../shared/article/words';
import { ok, type Result } from '../../shared/base/result';
import { isPlainName } from '../../shared/ipc/arguments';
import type { ArticleEntry, DeskEntry } from '../../shared/ipc/desk-entries';
import type { FileFailure } from '../../shared/ipc/failures';
import { articlePath, readArticleFile } from './article-file';
import { attempt, errnoOf, fileFailure } from './file-failure';
import { fileStamp } from './file-stamp';
import { type UseInArticle, usesIn } from './source-uses';

/** What we know of an article's file: how it looked to the file system, its hash where it parses, its entry. */
interface Known {
  readonly stamp: string;
  readonly hash: string | null;
  readonly entry: DeskEntry;
  readonly uses: readonly UseInArticle[];
}

/** How one article differs from what was known of it. */
export type Difference =
  | { readonly kind: 'same' }
  | { readonly kind: 'gone'; readonly id: string | null }
  | { readonly kind: 'new' | 'changed'; readonly entry: DeskEntry; readonly hash: string | null };

/** The list of the desk's articles, remembered by what the file system says of each file. */
export interface Catalogue {
  /** Reads what changed since the last time; everything the first time. */
  scan(): Promise<Result<readonly DeskEntry[], FileFailure>>;
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

/** How many files are read at a time: enough to keep a disk busy, few enough to leave file handles for saving. */
const readersAtATime = 16;

/** The catalogue of the desk in `desk`; it reads nothing yet. */
export function createCatalogue(desk: string): Catalogue {
  const known = new Map<string, Known>();
  const countersByLanguage = new Map<string, WordCounter>();

  function counterFor(language: string): WordCounter {
    const counter = countersByLanguage.get(language) ?? createWordCounter(language);
    countersByLanguage.set(language, counter);
    return counter;
  }

  function entryOf(slug: string, article: Article): ArticleEntry {
    const { id, headline, status, section, created, modified } = article;
    const { words } = counterFor(article.language).ofBody(article.body);
    return { kind: 'article', slug, id, headline, status, section, created, modified, words };
  }

  /** What the file system says of the file; null where there is none. */
  async function stampOf(slug: string): Promise<Result<string | null, FileFailure>> {
    const path = articlePath(desk, slug);
    try {
      return ok(fileStamp(await fs.stat(path, { bigint: true })));
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return ok(null);
      return { ok: false, error: fileFailure(error, path) };
    }
  }

  async function look(slug: string): Promise<Known | null> {
    const stamp = await stampOf(slug);
    if (!stamp.ok) {
      return { stamp: '', hash: null, entry: { kind: 'problem', slug, problem: stamp.error }, uses: [] };
    }
    if (stamp.value === null) return null;
    const before = known.get(slug);
    if (before && before.stamp === stamp.value) return before;
    const read = await readArticleFile(articlePath(desk, slug));
    if (!read.ok) {
      const entry = { kind: 'problem', slug, problem: read.error } as const;
      return { stamp: stamp.value, hash: null, entry, uses: [] };
    }
    const { article, hash } = read.value;
    return { stamp: stamp.value, hash, entry: entryOf(slug, article), uses: usesIn(article) };
  }

  async function inspect(slug: string): Promise<Difference> {
    const before = known.get(slug);
    const now = await look(slug);
    // We wrote the article while it was being looked at: what was remembered then is newer than what was read.
    if (known.get(slug) !== before) return { kind: 'same' };
    if (!now) {
      known.delete(slug);
      if (!before) return { kind: 'same' };
      return { kind: 'gone', id: before.entry.kind === 'article' ? before.entry.id : null };
    }
    known.set(slug, now);
    if (!before) return { kind: 'new', entry: now.entry, hash: now.hash };
    const same =
      before === now || (now.hash === null ? sameProblem(before.entry, now.entry) : before.hash === now.hash);
    return same ? { kind: 'same' } : { kind: 'changed', entry: now.entry, hash: now.hash };
  }

  return {
    async scan() {
      const names = await attempt(desk, () => fs.readdir(desk, { withFileTypes: true }));
      if (!names.ok) return names;
      const slugs = names.value
        .filter((entry) => isPlainName(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()))
        .map((entry) => entry.name);
      const present = new Set(slugs);
      for (const slug of known.keys()) if (!present.has(slug)) known.delete(slug);
      await forEachAtATime(slugs, readersAtATime, inspect);
      return ok([...known.values()].map(({ entry }) => entry));
    },
    inspect,
    async isMissing(slug) {
      if (!known.has(slug)) return false;
      const stamp = await stampOf(slug);
      return stamp.ok && stamp.value === null;
    },
    async remember(slug, article, hash, stamp) {
      const entry = entryOf(slug, article);
      const seen = stamp === null ? await stampOf(slug) : ok(stamp);
      known.set(slug, { stamp: (seen.ok && seen.value) || '', hash, entry, uses: usesIn(article) });
      return entry;
    },
    forget: (slug) => known.delete(slug),
    slugs: () => [...known.keys()],
    uses: () => new Map([...known].map(([slug, { uses }]) => [slug, uses])),
  };
}

const sameProblem = (before: DeskEntry, now: DeskEntry): boolean =>
  before.kind === 'problem' && JSON.stringify(before) === JSON.stringify(now);

async function forEachAtATime<Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items].reverse();
  const worker = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
