import { promises as fs } from 'node:fs';
import type { Article } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import type { KeptPicture } from '../../shared/article/picture-file';
import { fail, ok, type Result } from '../../shared/base/result';
import type { ArticleFile } from '../../shared/ipc/article-file';
import type {
  BinEntry,
  ConflictCopy,
  CopyPlace,
  DeskEntry,
  DeskState,
  OpenArticle,
  RenamedArticle,
  Saved,
} from '../../shared/ipc/desk-entries';
import type {
  DeskSettingsFailure,
  FileFailure,
  ImportFailure,
  MediaFailure,
  ReadProblem,
  RenameFailure,
  SaveFailure,
} from '../../shared/ipc/failures';
import { adoptLater } from './adopt-later';
import { createArticles, type Draft } from './articles';
import { binFolder, createBin } from './bin';
import { type Catalogue, createCatalogue, type Difference } from './catalogue';
import { conflictCopies, copyPath, readConflictCopy } from './conflict-copies';
import { createDeskNews, type DeskListener } from './desk-news';
import { readDeskSettings, settingsFileName, writeDeskSettings } from './desk-settings-file';
import { createDeskSources, type DeskSources } from './desk-sources';
import { attempt } from './file-failure';
import { type ImportedArticle, importIntoDesk } from './import-document';
import { removeLeftovers } from './leftovers';
import type { LibraryReader } from './library/reader';
import { createListReading } from './list-reading';
import { addMedia, addMediaFile } from './media';
import { createQueues } from './queues';
import type { DocumentToImport, ReadDocument } from './read-document';
import { articleSlug } from './slug';
import { bookFileName, createSourceBook } from './source-book';
import { createVersions, type Versions } from './versions';
import { watchDesk } from './watch';

/** An open desk folder. Work on one article is done one piece after the other. */
export interface Desk {
  readonly path: string;
  readonly state: () => DeskState;
  list(): Promise<Result<readonly DeskEntry[], FileFailure>>;
  /**
   * The list as it is known after at most `patience` milliseconds: what was remembered of the desk, and what was read by
   * then. What the reading finds later is told to the listener.
   */
  glance(patience: number): Promise<Result<readonly DeskEntry[], FileFailure>>;
  writeSettings(settings: DeskSettings): Promise<Result<DeskSettings, DeskSettingsFailure>>;
  /** The file of an article, unread: the window reads it itself. */
  articleFile(slug: string): Promise<Result<ArticleFile, ReadProblem>>;
  read(slug: string): Promise<Result<OpenArticle, ReadProblem>>;
  create(draft: Draft): Promise<Result<OpenArticle, FileFailure>>;
  /** Puts an article that exists in memory into a folder of its own. */
  add(article: Article): Promise<Result<OpenArticle, FileFailure>>;
  /** Writes an article whose file or folder `slug` is gone, or has become another's. */
  rescue(slug: string, article: Article): Promise<Result<OpenArticle, FileFailure>>;
  /** Makes an article of a document. */
  importDocument(document: DocumentToImport): Promise<Result<ImportedArticle, ImportFailure>>;
  save(slug: string, article: Article, expectedHash: string): Promise<Result<Saved, SaveFailure>>;
  duplicate(slug: string): Promise<Result<OpenArticle, ReadProblem>>;
  rename(slug: string, to: string): Promise<Result<RenamedArticle, RenameFailure>>;
  remove(slug: string): Promise<Result<BinEntry, FileFailure>>;
  bin(): Promise<Result<readonly BinEntry[], FileFailure>>;
  restore(name: string): Promise<Result<{ slug: string }, FileFailure>>;
  /** Removes these articles of the bin for good. */
  emptyBin(names: readonly string[]): Promise<Result<null, FileFailure>>;
  /** What sync clients left beside an article. */
  conflictCopies(slug: string): Promise<Result<readonly ConflictCopy[], FileFailure>>;
  readConflictCopy(slug: string, place: CopyPlace): Promise<Result<Article, ReadProblem>>;
  /** Moves a conflict copy to the bin. */
  removeConflictCopy(slug: string, place: CopyPlace): Promise<Result<null, FileFailure>>;
  /** The former states of articles. */
  readonly versions: Pick<Versions, 'take' | 'keepTheirs' | 'list' | 'read' | 'name'>;
  /** The folder in which the article with this id stands, the one that is asked for first; null: nowhere. */
  slugOf(articleId: string, likely: string): Promise<string | null>;
  addMedia(slug: string, name: string, bytes: Uint8Array): Promise<Result<KeptPicture, MediaFailure>>;
  addMediaFile(slug: string, path: string): Promise<Result<KeptPicture, MediaFailure>>;
  /** Searches the articles; reads what is left to be read for it. */
  readonly library: DeskLibrary;
  /** The source book and where its sources are used. */
  readonly sources: DeskSources;
  /** Stops watching and waits for the work that is under way. */
  close(): Promise<void>;
}

/** What can be asked about all articles of a desk. */
export type DeskLibrary = Pick<LibraryReader, 'find' | 'excerpts' | 'people'> & {
  /** The checks by the settings of the desk; see `LibraryReader`. */
  check(budget: number): ReturnType<LibraryReader['check']>;
};

/** How long to wait before a missing file counts as gone: programs that save by "delete, then write" take a moment. */
const graceForMissing = 200;

/** How often the bin is looked into for what has lain there for its time, in milliseconds. */
const lookIntoBinEvery = 6 * 3_600_000;

/** How often the whole desk is looked at where the system cannot watch it, in milliseconds. */
const lookEvery = 10_000;

/** What reads for a desk; in the app each works on a thread of its own. */
export interface DeskReaders {
  /** Makes what reads the library of the desk in a folder, given by its real path, with so many names in it. */
  readonly library: (desk: string, names: number) => LibraryReader;
  /** Reads a document that is to become an article. */
  readonly document: ReadDocument;
}

/**
 * Opens the folder `path` as a desk that is read by `readers`. Any folder can be a desk; a missing `desk.json` means the
 * defaults.
 */
export async function openDeskWith(
  path: string,
  listener: DeskListener,
  now: () => Date,
  readers: DeskReaders,
): Promise<Result<Desk, FileFailure>> {
  const folder = await attempt(path, async () => {
    const real = await fs.realpath(path);
    return { real, names: (await fs.readdir(real)).length };
  });
  if (!folder.ok) return folder;
  const { real, names } = folder.value;
  return ok(await deskIn(real, readers.library(real, names), listener, now, readers.document));
}

async function deskIn(
  path: string,
  reader: LibraryReader,
  listener: DeskListener,
  now: () => Date,
  readDocument: ReadDocument,
): Promise<Desk> {
  const queues = createQueues();
  const catalogue = createCatalogue(path, reader);
  const articles = createArticles(path, now);
  const bin = createBin(path, now);
  // Another desk's window must not hear of the sources that this one still takes in while it closes.
  const book = createSourceBook(path, (state) => void (closed || listener.sourcesChanged(state)));
  // Not waited for: the story is written, whatever becomes of the book.
  const adopting = adoptLater((sources) => void queues.run(bookFileName, () => book.adopt(sources)));
  const withBook = <Value>(work: () => Promise<Value>) => {
    adopting.now();
    return queues.run(bookFileName, work);
  };
  const versions = createVersions(path, now, () => performance.now());
  const news = createDeskNews(listener, {
    moved: (from, to) => versions.renamed(from, to),
    // The window keeps what stands there now as a version too.
    written: (slug) => void queues.run(slug, () => versions.keepReplaced(slug)),
  });
  const state = (): DeskState => ({ path, settings, settingsProblem: problem });
  let { settings, problem } = await readDeskSettings(path);
  let closed = false;
  let looking: NodeJS.Timeout | null = null;
  const expire = () => void queues.run(binFolder, () => bin.expire());
  const expiring = setInterval(expire, lookIntoBinEvery).unref();
  expire();
  await removeLeftovers(path, now().getTime());

  const watch = watchDesk(path, {
    touched: (slugs) => void refresh(slugs),
    copyTouched: (slug) => listener.conflictCopyAppeared({ slug }),
    blind: () => {
      looking ??= setInterval(() => void look(), lookEvery).unref();
    },
  });

  const listReading = createListReading(catalogue, reader, news, (slugs) => watch.cover(slugs));

  async function look(): Promise<void> {
    const names = await attempt(path, () => fs.readdir(path));
    if (names.ok) await refresh([...new Set([...names.value, ...catalogue.slugs()])]);
  }

  const inspect = (slug: string) => queues.run(slug, () => inspectPatiently(catalogue, slug));

  /** Finds out what other programs did to these articles, and tells. Our own writes are known already. */
  async function refresh(slugs: readonly string[]): Promise<void> {
    if (slugs.includes(bookFileName)) await withBook(() => book.read());
    if (slugs.includes(settingsFileName)) await queues.run(settingsFileName, readSettingsAgain);
    const found = await Promise.all(slugs.map(async (slug) => ({ slug, difference: await inspect(slug) })));
    if (!closed) news.tell(found);
  }

  /** A file that was damaged while the desk is open changes nothing: the settings that were read before hold. */
  async function readSettingsAgain(): Promise<void> {
    const read = await readDeskSettings(path);
    const before = JSON.stringify(state());
    problem = read.problem;
    if (!read.problem) settings = read.settings;
    if (!closed && JSON.stringify(state()) !== before) listener.deskSettingsChanged(state());
  }

  /** Remembers an article we wrote and tells the list, with the folders that it left by that. */
  async function wrote(
    { slug, article, hash }: OpenArticle,
    stamp: string | null,
    removed: readonly string[] = [],
  ): Promise<void> {
    watch.cover([slug]);
    news.wrote(article.id);
    const entry = await catalogue.remember(slug, article, hash, stamp);
    adopting.later(slug, article.sources);
    listener.deskChanged({ changed: [entry], removed });
  }

  /** Not waited for: the words are on the disk, and "Saved" says no more than that. */
  function keepWhenDue(slug: string, article: Article): void {
    void queues.run(slug, () => versions.afterSave(slug, article));
  }

  async function whenWritten<Failure>(
    result: Result<OpenArticle, Failure>,
  ): Promise<Result<OpenArticle, Failure>> {
    if (result.ok) await wrote(result.value, null);
    return result;
  }

  const desk: Desk = {
    path,
    state,
    list: () => listReading.list(),
    glance: (patience) => listReading.glance(patience),
    async writeSettings(next) {
      return queues.run(settingsFileName, async () => {
        const written = await writeDeskSettings(path, settings, next, now());
        if (written.ok) [settings, problem] = [written.value, null];
        return written;
      });
    },
    articleFile: (slug) => queues.run(slug, () => articles.file(slug)),
    read: (slug) => queues.run(slug, () => articles.read(slug)),
    create: async (draft) => whenWritten(await articles.create(draft)),
    add: async (article) =>
      whenWritten(
        await articles.add(article, articleSlug(article.headline || article.slug, article.created), []),
      ),
    rescue: (slug, article) =>
      queues.run(slug, async () => {
        const written = await whenWritten(await articles.rescue(slug, article));
        if (written.ok) keepWhenDue(written.value.slug, article);
        return written;
      }),
    importDocument: (document) =>
      importIntoDesk(document, settings, readDocument, async (article, slug, pictures) =>
        whenWritten(await articles.add(article, slug, pictures)),
      ),
    save: (slug, article, expectedHash) =>
      queues.run(slug, async () => {
        const written = await articles.save(slug, article, expectedHash);
        if (!written.ok) return written;
        const { saved, stamp } = written.value;
        await wrote({ slug, article: { ...article, modified: saved.modified }, hash: saved.hash }, stamp);
        keepWhenDue(slug, article);
        return ok(saved);
      }),
    duplicate: (slug) => queues.run(slug, async () => whenWritten(await articles.duplicate(slug))),
    rename: (slug, to) =>
      queues.run(slug, async () => {
        const renamed = await articles.rename(slug, to);
        if (!renamed.ok || renamed.value.slug === slug) return renamed;
        catalogue.forget(slug);
        versions.renamed(slug, renamed.value.slug);
        // Told at once: an article does not stand in the list twice.
        await wrote(renamed.value, null, [slug]);
        return renamed;
      }),
    remove: (slug) =>
      queues.run(slug, async () => {
        const taken = await bin.take(slug);
        if (!taken.ok) return taken;
        catalogue.forget(slug);
        listener.deskChanged({ changed: [], removed: [slug] });
        return taken;
      }),
    bin: () => bin.list(),
    async restore(name) {
      const restored = await queues.run(binFolder, () => bin.restore(name));
      if (!restored.ok) return restored;
      await refresh([restored.value.slug]);
      return restored;
    },
    emptyBin: (names) => queues.run(binFolder, () => bin.empty(names)),
    conflictCopies: (slug) => conflictCopies(path, slug),
    readConflictCopy: (slug, place) => readConflictCopy(path, slug, place),
    async removeConflictCopy(slug, place) {
      if (place.place === 'folder') {
        const taken = await desk.remove(place.name);
        return taken.ok ? ok(null) : taken;
      }
      const file = copyPath(path, slug, place);
      if (file === null) return fail({ code: 'vanished', path: place.name, errno: 'ENOENT' });
      return queues.run(slug, () => bin.takeFile(slug, file));
    },
    versions: {
      take: (slug, reason, name, hash) => queues.run(slug, () => versions.take(slug, reason, name, hash)),
      keepTheirs: (slug) => queues.run(slug, () => versions.keepTheirs(slug)),
      list: (slug) => queues.run(slug, () => versions.list(slug)),
      read: (slug, file) => queues.run(slug, () => versions.read(slug, file)),
      name: (slug, file, name) => queues.run(slug, () => versions.name(slug, file, name)),
    },
    async slugOf(articleId, likely) {
      const there = await desk.read(likely);
      if (there.ok && there.value.article.id === articleId) return likely;
      const entries = await listReading.lookThrough();
      const found = entries.ok
        ? entries.value.find((entry) => entry.kind === 'article' && entry.id === articleId)
        : undefined;
      return found?.slug ?? null;
    },
    addMedia: (slug, name, bytes) => queues.run(slug, () => addMedia(path, slug, name, bytes)),
    addMediaFile: (slug, file) => queues.run(slug, () => addMediaFile(path, slug, file)),
    library: {
      find(typed, most) {
        listReading.warm();
        return reader.find(typed, most);
      },
      excerpts: (typed, slugs) => reader.excerpts(typed, slugs),
      people() {
        listReading.warm();
        return reader.people();
      },
      check: (budget) => reader.check(settings, budget),
    },
    sources: createDeskSources(
      path,
      book,
      { read: () => listReading.lookThrough(), uses: () => catalogue.uses() },
      withBook,
      now,
    ),
    async close() {
      closed = true;
      watch.close();
      if (looking) clearInterval(looking);
      listReading.stop();
      clearInterval(expiring);
      adopting.now();
      await queues.idle();
      await reader.close();
    },
  };
  return desk;
}

/** Looks twice before it says that a file is gone. */
async function inspectPatiently(catalogue: Catalogue, slug: string): Promise<Difference> {
  if (await catalogue.isMissing(slug)) {
    await new Promise((resolve) => setTimeout(resolve, graceForMissing));
  }
  return catalogue.inspect(slug);
}
