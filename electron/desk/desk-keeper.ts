import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Article } from '../../shared/article/article';
import { defaultDeskSettings, serialiseDeskSettings } from '../../shared/article/desk-settings';
import { ok, type Result } from '../../shared/base/result';
import type { FileFailure } from '../../shared/ipc/failures';
import { type Desk, type DeskReaders, openDeskWith } from './desk';
import type { DeskListener } from './desk-news';
import { attempt } from './file-failure';
import { makeFolders } from './folders';
import { privateMode, safeCreate } from './safe-write';

/** Holds the one desk that is open. */
export interface DeskKeeper {
  current(): Desk | null;
  /** Opens the desk in `path` in place of the present one; where that fails, the present one stays open. */
  open(path: string): Promise<Result<Desk, FileFailure>>;
  /** Makes `path` a desk, with the sample article if wanted, and opens it. What lies there already stays. */
  create(path: string, withSample: boolean): Promise<Result<Desk, FileFailure>>;
  close(): Promise<void>;
}

/** A keeper without a desk yet; its desks are read by `readers`. */
export function createDeskKeeper(
  listener: DeskListener,
  sample: Article,
  now: () => Date,
  readers: DeskReaders,
): DeskKeeper {
  let desk: Desk | null = null;

  async function open(path: string): Promise<Result<Desk, FileFailure>> {
    const opened = await openDeskWith(path, listener, now, readers);
    if (!opened.ok) return opened;
    await desk?.close();
    desk = opened.value;
    return opened;
  }

  return {
    current: () => desk,
    open,
    async create(path, withSample) {
      const made = await makeDesk(path);
      if (!made.ok) return made;
      const opened = await open(path);
      if (!opened.ok || !withSample) return opened;
      const moment = now().toISOString();
      const added = await opened.value.add({
        ...sample,
        id: randomUUID(),
        created: moment,
        modified: moment,
      });
      return added.ok ? opened : added;
    },
    async close() {
      await desk?.close();
      desk = null;
    },
  };
}

async function makeDesk(path: string): Promise<Result<null, FileFailure>> {
  const folder = await attempt(path, () => makeFolders(path));
  if (!folder.ok) return folder;
  const settings = await safeCreate({
    path: join(path, 'desk.json'),
    content: serialiseDeskSettings(defaultDeskSettings),
    mode: privateMode,
  });
  return settings.ok || settings.error.code === 'exists' ? ok(null) : settings;
}
