import { join } from 'node:path';
import type { Source } from '../../shared/article/source';
import { utf8Text } from '../../shared/base/decode-bytes';
import { fail, ok, type Result } from '../../shared/base/result';
import type { SourceBookState } from '../../shared/ipc/desk-entries';
import type { FileFailure, SourceBookFailure } from '../../shared/ipc/failures';
import {
  emptySourceBook,
  parseSourceBook,
  type SourceBook,
  type SourceBookRefusal,
  serialiseSourceBook,
} from '../../shared/sources/book';
import { adopting, knownIds } from '../../shared/sources/book-changes';
import { contentHash } from './content-hash';
import { attempt, errnoOf, fileFailure } from './file-failure';
import { readWhole } from './read-file';
import { renameWithPatience } from './rename';
import { privateMode, safeCreate, safeReplace } from './safe-write';

/** The file of the source book inside the desk. */
export const bookFileName = 'sources.json';

/** A change of the book, or why it cannot be made. */
type Change = (book: SourceBook) => Result<SourceBook, SourceBookFailure>;

/**
 * The source book of one desk, as a file. Every change begins with what stands on the disk at that moment, so that what
 * another program wrote stays. Calls must not overlap: `desk.ts` queues them.
 */
export interface SourceBookFile {
  /** Reads the file; a book that is missing is empty, one that cannot be used is empty with its problem. */
  read(): Promise<SourceBookState>;
  /** Makes a change. A file that cannot be used refuses every change and stays as it is. */
  change(change: Change): Promise<Result<SourceBookState, SourceBookFailure>>;
  /** Takes in the sources of an article that are new to the book. */
  adopt(sources: readonly Source[]): Promise<void>;
  /** Takes in the given sources; a book that cannot be used is kept aside first, and a new one begun. */
  rebuild(sources: readonly Source[], now: Date): Promise<Result<SourceBookState, SourceBookFailure>>;
}

interface Loaded {
  readonly book: SourceBook;
  /** null: there is no file. */
  readonly hash: string | null;
  readonly problem: SourceBookRefusal | FileFailure | null;
}

/** How often a change is tried again when another program is quicker. */
const mostTries = 4;

/** The book of the desk in `desk`; `told` hears of every content that is not the one it heard of last. */
export function createSourceBook(desk: string, told: (state: SourceBookState) => void): SourceBookFile {
  const path = join(desk, bookFileName);
  let known: { readonly text: string; readonly loaded: Loaded } | null = null;

  async function load(): Promise<Loaded> {
    const loaded = await loadFrom(path);
    remember(loaded);
    return loaded;
  }

  function remember(loaded: Loaded): void {
    const text = JSON.stringify([loaded.hash, loaded.problem]);
    const isNews = known !== null && known.text !== text;
    known = { text, loaded };
    if (isNews) told(stateOf(loaded));
  }

  async function change(make: Change): Promise<Result<SourceBookState, SourceBookFailure>> {
    for (let tries = 1; ; tries += 1) {
      const present = await load();
      if (present.problem) return fail(present.problem);
      const made = make(present.book);
      if (!made.ok) return made;
      if (made.value === present.book) return ok(stateOf(present));
      const written = await write(serialiseSourceBook(made.value), present.hash);
      if (written.ok) {
        const loaded = { book: made.value, hash: written.value.hash, problem: null };
        remember(loaded);
        return ok(stateOf(loaded));
      }
      const { error } = written;
      if (error.code !== 'conflict' && error.code !== 'exists' && error.code !== 'vanished')
        return fail(error);
      if (tries === mostTries) return fail({ code: 'busy', path, errno: 'EBUSY' });
    }
  }

  const write = (content: string, hash: string | null) => {
    const request = { path, content, mode: privateMode };
    return hash === null ? safeCreate(request) : safeReplace(request, [hash]);
  };

  return {
    async read() {
      return stateOf(await load());
    },
    change,
    async adopt(sources) {
      const ids = known && !known.loaded.problem ? knownIds(known.loaded.book) : null;
      if (sources.every(({ id }) => ids?.has(id))) return;
      // A book that cannot be written now is no reason to trouble a writer whose story was saved: the next save of any
      // article tries again, and the dialog of the book tells what is wrong with it.
      await change((book) => ok(adopting(book, sources)));
    },
    async rebuild(sources, now) {
      const present = await load();
      if (present.problem?.code === 'newer-format') return fail(present.problem);
      if (present.problem) {
        const aside = `${path}.damaged-${now.toISOString().replace(/:/g, '')}`;
        const moved = await attempt(path, () => renameWithPatience(path, aside));
        if (!moved.ok) return moved;
      }
      return change((book) => ok(adopting(book, sources)));
    },
  };
}

const stateOf = ({ book, problem }: Loaded): SourceBookState => ({
  sources: book.sources,
  merges: book.merges,
  problem,
});

async function loadFrom(path: string): Promise<Loaded> {
  const unusable = (problem: SourceBookRefusal | FileFailure, hash: string | null): Loaded => ({
    book: emptySourceBook,
    hash,
    problem,
  });
  let content: Buffer;
  try {
    content = await readWhole(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { book: emptySourceBook, hash: null, problem: null };
    return unusable(fileFailure(error, path), null);
  }
  const hash = contentHash(content);
  const text = utf8Text(content);
  if (text === null) return unusable({ code: 'not-json' }, hash);
  const parsed = parseSourceBook(text);
  return parsed.ok ? { book: parsed.value, hash, problem: null } : unusable(parsed.error, hash);
}
