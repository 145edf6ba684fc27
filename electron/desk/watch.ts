import fs, { type FSWatcher } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { isPlainName } from '../../shared/ipc/arguments';
import { articleFileName } from './article-file';
import { isConflictFile } from './conflict-copies';

/** A running watch of a desk folder. */
export interface DeskWatch {
  /** Also watch the articles in these folders; those that are watched already stay so. */
  cover(slugs: readonly string[]): void;
  close(): void;
}

/** What the watch tells. */
export interface WatchListener {
  /** Something happened to these articles' folders or files; nothing is known about what. */
  readonly touched: (slugs: readonly string[]) => void;
  /** A file came, went or changed that by its name is a sync client's second version of the article. */
  readonly copyTouched: (slug: string) => void;
  /** The system gives no more watches (or none at all): look at the whole desk from time to time instead. */
  readonly blind: () => void;
}

/** Changes come in bursts (an atomic write is four events): they are gathered for this many milliseconds. */
const gatherFor = 60;

/** Watches that are begun at a time, and the pause between, in milliseconds: 200 take about five. */
const coverAtATime = 200;
const coverPause = 15;

/** The key of the watch on the desk itself; no article has it. */
const deskKey = '';

/**
 * Watches the desk in `desk`. On macOS and Windows one recursive watch; on Linux, where a recursive watch of Node
 * costs a watch a file, one on the desk and one on each article's folder.
 */
export function watchDesk(desk: string, listener: WatchListener): DeskWatch {
  const recursive = process.platform === 'darwin' || process.platform === 'win32';
  const watchers = new Map<string, FSWatcher>();
  const gathered = new Set<string>();
  const waiting: string[] = [];
  let covering: NodeJS.Timeout | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  function touch(slug: string): void {
    if (closed || !isPlainName(slug)) return;
    gathered.add(slug);
    timer ??= setTimeout(() => {
      timer = null;
      const slugs = [...gathered];
      gathered.clear();
      listener.touched(slugs);
    }, gatherFor);
  }

  /** Begins one watch; what cannot be watched (a folder that just went, no more watches) is told and left. */
  function begin(key: string, folder: string, deep: boolean, tell: (name: string | null) => void): void {
    if (closed || watchers.has(key)) return;
    try {
      const watcher = fs.watch(folder, { recursive: deep, persistent: false }, (_, name) => tell(name));
      watcher.on('error', () => {
        end(key);
        if (key === deskKey) listener.blind();
      });
      watchers.set(key, watcher);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOENT' || code === 'ENOTDIR') return;
      listener.blind();
    }
  }

  function end(key: string): void {
    watchers.get(key)?.close();
    watchers.delete(key);
  }

  function coverOne(slug: string): void {
    begin(slug, join(desk, slug), false, (name) => {
      if (name === null || name === articleFileName) touch(slug);
      else if (isConflictFile(name)) listener.copyTouched(slug);
    });
  }

  begin(deskKey, desk, recursive, (name) => {
    // The desk's own name: the folder itself was moved or removed, and this watch went with it.
    if (name === null || name === basename(desk)) return listener.blind();
    const [slug = '', file] = name.split(sep);
    if (!recursive) {
      // The folder came, went or was replaced by another: a watch on what it was would see nothing more.
      end(slug);
      if (isPlainName(slug)) coverOne(slug);
    }
    if (file === undefined || file === articleFileName) touch(slug);
    else if (isConflictFile(file) && isPlainName(slug)) listener.copyTouched(slug);
  });

  /** Begins the watches that wait, some at a time: ten thousand at once would hold up the window's calls. */
  function coverSome(): void {
    covering = null;
    for (const slug of waiting.splice(0, coverAtATime)) coverOne(slug);
    if (waiting.length > 0 && !closed) covering = setTimeout(coverSome, coverPause);
  }

  return {
    cover: (slugs) => {
      if (recursive) return;
      waiting.push(...slugs.filter((slug) => !watchers.has(slug)));
      if (covering === null) coverSome();
    },
    close() {
      closed = true;
      if (timer) clearTimeout(timer);
      if (covering) clearTimeout(covering);
      for (const key of [...watchers.keys()]) end(key);
    },
  };
}
