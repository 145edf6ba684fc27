import { createHash } from 'node:crypto';
import fs, { type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { decodeWith, nullable, object, string, type WithExtra } from '../../shared/base/codec';
import type { OpenElsewhere } from '../../shared/ipc/desk-entries';
import { makeFolder } from './folders';
import { createQueues } from './queues';
import { readWithin } from './read-file';
import { privateMode, removeFile, safeWrite } from './safe-write';

/*
 * Who has which article open, on a desk that several machines share. Each running app keeps one small file in a folder
 * of the desk that is no article, and looks at those of the others. It is a courtesy and blocks nobody: what two people
 * write into one article at the same time is a conflict that is shown to both.
 */

/** Hidden, so that it is listed, packed and exported nowhere. */
export const presenceFolder = '.open';

/** How often our own file is written again and those of the others are looked at, in milliseconds. */
export const refreshEvery = 30_000;

/** A file that was not written again for so long belongs to an app that is gone, in milliseconds. */
export const staleAfter = 120_000;

/** The one who writes here: this machine, this person, this app. */
export interface Myself {
  readonly host: string;
  readonly user: string;
  /** The same at every start of this app; it tells apart two apps on one machine. */
  readonly app: string;
}

interface PresenceFile extends WithExtra {
  readonly host: string;
  readonly user: string;
  readonly article: string | null;
  /** ISO 8601: when it was written, by the clock of whoever wrote it. */
  readonly time: string;
}

const presenceCodec = object<PresenceFile>({
  host: string,
  user: string,
  article: nullable(string),
  time: string,
});

/** Larger files are not ours. */
const mostBytes = 10_000;

/** Tells others what is open here, and here what is open elsewhere. */
export interface Presence {
  /** The article that is open now; null for none. A desk that cannot be written to tells nobody. */
  show(article: string | null): Promise<void>;
  others(): readonly OpenElsewhere[];
  /** Looks at the others' files; also called by a timer and when the folder changes. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** What was seen of another's file, by our own clock. */
interface Seen {
  readonly time: string;
  /** When we saw it change, or null where it has been the same since we first saw it. */
  readonly changedAt: number | null;
}

/** The presence on the desk in `desk`; `changed` is told whenever others came, went or opened something else. */
export function createPresence(
  desk: string,
  myself: Myself,
  now: () => Date,
  changed: (others: readonly OpenElsewhere[]) => void,
): Presence {
  const folder = join(desk, presenceFolder);
  const own = ownFileName(myself);
  const seen = new Map<string, Seen>();
  let article: string | null = null;
  let written = false;
  let others: readonly OpenElsewhere[] = [];
  let watcher: FSWatcher | null = null;
  let closed = false;
  const queues = createQueues();

  /** One piece of work after the other, so that an old file never comes after a newer one. */
  const inTurn = (task: () => Promise<void>): Promise<void> => queues.run(own, task);

  async function write(): Promise<void> {
    if (article === null) {
      if (written) await removeFile(join(folder, own));
      written = false;
      return;
    }
    const { host, user } = myself;
    const file: PresenceFile = { host, user, article, time: now().toISOString() };
    try {
      await makeFolder(folder);
    } catch {
      // A desk that is read-only or gone: nobody is told, and writing itself says what is wrong.
      return;
    }
    const put = await safeWrite({
      path: join(folder, own),
      content: `${JSON.stringify(file)}\n`,
      mode: privateMode,
    });
    written = put.ok;
    watch();
  }

  function watch(): void {
    if (watcher || closed) return;
    try {
      watcher = fs.watch(folder, { persistent: false }, (_, name) => {
        if (name !== own) void look();
      });
      watcher.on('error', () => {
        watcher?.close();
        watcher = null;
      });
    } catch {
      // No such folder yet, or no more watches: the timer looks all the same.
    }
  }

  /** Whether a file is of an app that runs: written lately by its clock, or seen changing lately by ours. */
  function isAlive(name: string, { time }: PresenceFile): boolean {
    const moment = now().getTime();
    const before = seen.get(name);
    const changedAt = before === undefined ? null : before.time === time ? before.changedAt : moment;
    seen.set(name, { time, changedAt });
    const age = Math.abs(moment - Date.parse(time));
    return age <= staleAfter || (changedAt !== null && moment - changedAt <= staleAfter);
  }

  async function read(): Promise<void> {
    let names: readonly string[] = [];
    try {
      names = await fs.promises.readdir(folder);
    } catch {
      // Nobody ever wrote there.
    }
    const found: OpenElsewhere[] = [];
    for (const name of names) {
      if (name === own || !name.endsWith('.json') || name.startsWith('.')) continue;
      const file = await readPresence(join(folder, name));
      if (file && isAlive(name, file) && file.article !== null) {
        found.push({ slug: file.article, host: file.host, user: file.user });
      }
    }
    found.sort((one, other) => (`${one.host} ${one.user}` < `${other.host} ${other.user}` ? -1 : 1));
    if (closed || JSON.stringify(found) === JSON.stringify(others)) return;
    others = found;
    changed(found);
  }

  const look = () => inTurn(read);
  const timer = setInterval(() => {
    void inTurn(async () => {
      if (article !== null) await write();
      await read();
    });
  }, refreshEvery).unref();
  watch();
  void look();

  return {
    show(next) {
      article = next;
      return inTurn(write);
    },
    others: () => others,
    look,
    async close() {
      closed = true;
      clearInterval(timer);
      watcher?.close();
      article = null;
      await inTurn(write);
    },
  };
}

async function readPresence(path: string): Promise<PresenceFile | null> {
  try {
    const bytes = await readWithin(path, mostBytes);
    if (typeof bytes === 'number') return null;
    const decoded = decodeWith(presenceCodec, JSON.parse(bytes.toString('utf8')));
    return decoded.ok ? decoded.value : null;
  } catch {
    // It went while we looked, or is half synchronised: the next look sees it.
    return null;
  }
}

/** A file name of the machine's name that every system takes, and some letters that tell two apps on it apart. */
function ownFileName({ host, user, app }: Myself): string {
  const id = createHash('sha256').update(`${host}\n${user}\n${app}`).digest('hex').slice(0, 8);
  return `${
    host
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60) || 'machine'
  }-${id}.json`;
}
