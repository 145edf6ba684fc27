import { basename } from 'node:path';
import { ok, type Result } from '../../shared/base/result';
import { mostFileBytes } from '../../shared/import/import-refusal';
import type { Handlers } from '../../shared/ipc/contract';
import type { ImportOutcome } from '../../shared/ipc/desk-entries';
import type { FileFailure } from '../../shared/ipc/failures';
import type { Desk } from '../desk/desk';
import type { DeskKeeper } from '../desk/desk-keeper';
import { attempt } from '../desk/file-failure';
import { readWithin } from '../desk/read-file';
import type { Dialogs } from '../windows/dialogs';
import { noDesk } from './no-desk';

/** Answers the calls that make articles of documents. A document that fails does not stop those after it. */
export function importHandlers(keeper: DeskKeeper, dialogs: Dialogs): Pick<Handlers, 'import'> {
  return {
    import: {
      async choose() {
        const paths = await dialogs.chooseDocuments();
        if (paths === null) return ok(null);
        const desk = keeper.current();
        if (!desk) return noDesk;
        const outcomes: ImportOutcome[] = [];
        for (const path of paths) outcomes.push(await importFile(desk, path));
        return ok(outcomes);
      },
      async dropped({ name, bytes }) {
        const desk = keeper.current();
        return desk ? ok(await importOne(desk, name, bytes, null)) : noDesk;
      },
    },
  };
}

async function importFile(desk: Desk, path: string): Promise<ImportOutcome> {
  const name = basename(path);
  const read = await readDocument(path);
  if (!read.ok) return { kind: 'failed', name, problem: { kind: 'file', failure: read.error } };
  if (typeof read.value !== 'number') return importOne(desk, name, read.value, path);
  const refusal = { code: 'file-too-large', bytes: read.value } as const;
  return { kind: 'failed', name, problem: { kind: 'content', refusal } };
}

/** The bytes of the file, or its size where it is too large to be read. */
const readDocument = (path: string): Promise<Result<Uint8Array | number, FileFailure>> =>
  attempt<Uint8Array | number>(path, () => readWithin(path, mostFileBytes));

async function importOne(
  desk: Desk,
  name: string,
  bytes: Uint8Array,
  path: string | null,
): Promise<ImportOutcome> {
  const imported = await desk.importDocument({ name, bytes, from: 'auto', path });
  if (!imported.ok) return { kind: 'failed', name, problem: imported.error };
  const { slug, article, report } = imported.value;
  return { kind: 'imported', name, slug, headline: article.headline, report };
}
