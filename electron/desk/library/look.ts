import { promises as fs } from 'node:fs';
import type { Article } from '../../../shared/article/article';
import { createWordCounter, type WordCounter } from '../../../shared/article/words';
import type { Result } from '../../../shared/base/result';
import { isPlainName } from '../../../shared/ipc/arguments';
import type { ArticleEntry, DeskEntry } from '../../../shared/ipc/desk-entries';
import type { FileFailure } from '../../../shared/ipc/failures';
import { articlePath, readArticleFile } from '../article-file';
import { attempt, errnoOf, fileFailure } from '../file-failure';
import { fileStamp } from '../file-stamp';
import { type UseInArticle, usesIn } from '../source-uses';

/** What is known of an article's file: how it looked to the file system, its hash where it parses, its entry. */
export interface Look {
  /** Size, time of change and inode; empty where the file system refused to say. */
  readonly stamp: string;
  readonly hash: string | null;
  readonly entry: DeskEntry;
  readonly uses: readonly UseInArticle[];
}

/** What a look at an article's folder brings: nothing there, the file that was known, or what it holds now. */
export type Looked =
  | { readonly kind: 'missing' }
  | { readonly kind: 'same' }
  | { readonly kind: 'read'; readonly look: Look; readonly article: Article | null };

/** Makes list entries of articles; counts words by the rules of each article's language. */
export type EntryMaker = (slug: string, article: Article) => ArticleEntry;

/** An `EntryMaker` that keeps one counter a language. */
export function createEntryMaker(): EntryMaker {
  const counters = new Map<string, WordCounter>();
  return (slug, article) => {
    const { id, headline, status, section, language } = article;
    const [created, modified] = [inUtc(article.created), inUtc(article.modified)];
    const counter = counters.get(language) ?? createWordCounter(language);
    counters.set(language, counter);
    const { words } = counter.ofBody(article.body);
    return { kind: 'article', slug, id, headline, status, section, created, modified, words };
  };
}

/** A moment as those of the list are written, which are compared as texts: other programs write other zones. */
const inUtc = (moment: string): string => new Date(moment).toISOString();

/** The folders of `desk` that may hold an article. */
export const foldersIn = (desk: string): Promise<Result<readonly string[], FileFailure>> =>
  attempt(desk, async () => {
    const entries = await fs.readdir(desk, { withFileTypes: true });
    return entries
      .filter((entry) => isPlainName(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()))
      .map((entry) => entry.name);
  });

/** What the file system says of an article's file: a stamp, null where there is none, or why it does not say. */
export async function stampOf(desk: string, slug: string): Promise<string | null> {
  try {
    return fileStamp(await fs.stat(articlePath(desk, slug), { bigint: true }));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return null;
    throw error;
  }
}

/** Looks at the article `slug` of `desk`; a file that still has the stamp `known` is not read. */
export async function lookAt(
  desk: string,
  slug: string,
  known: string | null,
  entryOf: EntryMaker,
): Promise<Looked> {
  const path = articlePath(desk, slug);
  let stamp: string | null;
  try {
    stamp = await stampOf(desk, slug);
  } catch (error) {
    const entry = { kind: 'problem', slug, problem: fileFailure(error, path) } as const;
    return { kind: 'read', look: { stamp: '', hash: null, entry, uses: [] }, article: null };
  }
  if (stamp === null) return { kind: 'missing' };
  if (stamp === known) return { kind: 'same' };
  const read = await readArticleFile(path);
  if (!read.ok) {
    const entry = { kind: 'problem', slug, problem: read.error } as const;
    return { kind: 'read', look: { stamp, hash: null, entry, uses: [] }, article: null };
  }
  const { article, hash } = read.value;
  return {
    kind: 'read',
    look: { stamp, hash, entry: entryOf(slug, article), uses: usesIn(article) },
    article,
  };
}
