import type { Result } from '../../shared/base/result';
import type { FileFailure } from '../../shared/ipc/failures';
import { type Desk, type DeskReaders, openDeskWith } from './desk';
import type { DeskListener } from './desk-news';
import { createReader } from './library/reader';
import { readHere } from './read-document';

/** Reads on the thread of whoever asks, and remembers nothing for the next time. */
export const readersHere: DeskReaders = {
  library: (desk) => createReader(desk, null),
  document: readHere,
};

/** Opens the folder `path` as a desk that is read on this thread. */
export const openDesk = (
  path: string,
  listener: DeskListener,
  now: () => Date,
): Promise<Result<Desk, FileFailure>> => openDeskWith(path, listener, now, readersHere);
