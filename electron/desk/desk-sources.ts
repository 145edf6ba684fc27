import type { Source } from '../../shared/article/source';
import { ok, type Result } from '../../shared/base/result';
import type {
  DocumentState,
  SourceBookState,
  SourceQuotation,
  SourceUse,
  StoredDocument,
} from '../../shared/ipc/desk-entries';
import type { DocumentFailure, FileFailure, SourceBookFailure } from '../../shared/ipc/failures';
import {
  aliasesOf,
  withMerge,
  withoutMerge,
  withoutSource,
  withSource,
} from '../../shared/sources/book-changes';
import { articlePath, readArticleFile } from './article-file';
import { addDocument, documentState } from './documents';
import type { SourceBookFile } from './source-book';
import { quotationsOfSources, summedUses, type UseInArticle } from './source-uses';

/** What the articles of the desk are asked for. */
interface ArticlesRead {
  /** Reads what changed since the last time. */
  read(): Promise<Result<unknown, FileFailure>>;
  /** Which sources each article that was read uses, by slug. */
  uses(): ReadonlyMap<string, readonly UseInArticle[]>;
}

/** The source book of a desk, its documents, and where its sources are used. */
export interface DeskSources {
  read(): Promise<SourceBookState>;
  save(source: Source, before: Source | null): Promise<Result<SourceBookState, SourceBookFailure>>;
  remove(id: string): Promise<Result<SourceBookState, SourceBookFailure>>;
  merge(into: string, from: string): Promise<Result<SourceBookState, SourceBookFailure>>;
  unmerge(from: string): Promise<Result<SourceBookState, SourceBookFailure>>;
  rebuild(): Promise<Result<SourceBookState, SourceBookFailure>>;
  uses(): Promise<Result<readonly SourceUse[], FileFailure>>;
  quotations(ids: readonly string[]): Promise<Result<readonly SourceQuotation[], FileFailure>>;
  addDocument(path: string): Promise<Result<StoredDocument, DocumentFailure>>;
  documentState(file: string, sha256: string): Promise<DocumentState>;
}

/** The sources of the desk in `desk`. `withBook` runs work on the book one piece after the other. */
export function createDeskSources(
  desk: string,
  book: SourceBookFile,
  articles: ArticlesRead,
  withBook: <Value>(work: () => Promise<Value>) => Promise<Value>,
  now: () => Date,
): DeskSources {
  /** The articles that use one of `ids`, by slug; all articles for null. */
  async function articlesUsing(
    ids: ReadonlySet<string> | null,
  ): Promise<Result<readonly string[], FileFailure>> {
    const scanned = await articles.read();
    if (!scanned.ok) return scanned;
    const using = [...articles.uses()].filter(([, uses]) =>
      uses.some(({ sourceId }) => ids === null || ids.has(sourceId)),
    );
    return ok(using.map(([slug]) => slug).sort());
  }

  return {
    read: () => withBook(() => book.read()),
    save: (source, before) =>
      withBook(() => book.change((present) => ok(withSource(present, source, before)))),
    remove: (id) =>
      withBook(async () => {
        const { merges } = await book.read();
        const merged = [...aliasesOf({ merges })].filter(([, into]) => into === id).map(([from]) => from);
        const used = await articlesUsing(new Set([id, ...merged]));
        if (!used.ok) return used;
        return book.change((present) => withoutSource(present, id, used.value.length > 0));
      }),
    merge: (into, from) => withBook(() => book.change((present) => withMerge(present, into, from))),
    unmerge: (from) => withBook(() => book.change((present) => withoutMerge(present, from))),
    rebuild: () =>
      withBook(async () => {
        const slugs = await articlesUsing(null);
        if (!slugs.ok) return slugs;
        const sources = new Map<string, Source>();
        for (const slug of slugs.value) {
          const file = await readArticleFile(articlePath(desk, slug));
          // An article that cannot be read now brings its sources with its next save.
          for (const source of file.ok ? file.value.article.sources : []) sources.set(source.id, source);
        }
        return book.rebuild([...sources.values()], now());
      }),
    async uses() {
      const scanned = await articles.read();
      if (!scanned.ok) return scanned;
      const aliases = aliasesOf(await withBook(() => book.read()));
      return ok(summedUses(articles.uses().values(), (id) => aliases.get(id) ?? id));
    },
    async quotations(ids) {
      const wanted = new Set(ids);
      const slugs = await articlesUsing(wanted);
      if (!slugs.ok) return slugs;
      const found: SourceQuotation[] = [];
      for (const slug of slugs.value) {
        const file = await readArticleFile(articlePath(desk, slug));
        // An article that vanished since the scan has no quotations any more.
        if (file.ok) found.push(...quotationsOfSources(slug, file.value.article, wanted));
      }
      // The sort is stable: within an article they stay in reading order.
      return ok(
        found.sort((one, other) =>
          one.modified < other.modified ? 1 : one.modified > other.modified ? -1 : 0,
        ),
      );
    },
    addDocument: (path) => addDocument(desk, path),
    documentState: (file, sha256) => documentState(desk, file, sha256),
  };
}
