import { mostFileBytes } from '../../shared/import/import-refusal';
import type { ImportOutcome } from '../../shared/ipc/desk-entries';
import { standfirst } from '../bridge/standfirst';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { openDialog, say, useWindow } from './desk-state';
import { savedOrSaid } from './unsaved';
import type { Workspace } from './workspace';

/*
 * Documents become articles in the main process, by the same function as on the command line; here the writer's choice
 * and what came of it. A file that fails does not stop the others.
 */

/** Lets the writer choose documents, imports them, and shows what came of each. @public: loaded late. */
export async function importChosen(workspace: Workspace): Promise<void> {
  if (!(await savedOrSaid(workspace.session))) return;
  const answer = await standfirst.import.choose();
  if (!answer.ok) return say(strings.notDone(callFailure(answer.error)));
  if (answer.value) await showOutcomes(workspace, answer.value);
}

/** Imports documents that were dropped on the window, one after the other, and shows what came of each. @public: loaded late. */
export async function importDropped(workspace: Workspace, files: readonly File[]): Promise<void> {
  if (!(await savedOrSaid(workspace.session))) return;
  const outcomes: ImportOutcome[] = [];
  for (const [index, file] of files.entries()) {
    say(strings.importing.progress(file.name, index + 1, files.length));
    const outcome = await importOne(file);
    if (!outcome) return;
    outcomes.push(outcome);
  }
  useWindow.setState({ message: null });
  await showOutcomes(workspace, outcomes);
}

/** null where no import is possible at all; the writer was told why. */
async function importOne(file: File): Promise<ImportOutcome | null> {
  const { name } = file;
  const failed = (problem: Extract<ImportOutcome, { kind: 'failed' }>['problem']): ImportOutcome => ({
    kind: 'failed',
    name,
    problem,
  });
  if (file.size > mostFileBytes) {
    return failed({ kind: 'content', refusal: { code: 'file-too-large', bytes: file.size } });
  }
  const bytes = await bytesOf(file);
  if (!bytes) return failed({ kind: 'file', failure: { code: 'io', path: name, errno: '' } });
  const answer = await standfirst.import.dropped({ name, bytes });
  if (answer.ok) return answer.value;
  say(strings.notDone(callFailure(answer.error)));
  return null;
}

/** The file's bytes; null where it cannot be read (it is gone, or it is a folder). */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Opens the first new article and lists what came of every file. */
async function showOutcomes(workspace: Workspace, outcomes: readonly ImportOutcome[]): Promise<void> {
  const first = outcomes.find((outcome) => outcome.kind === 'imported');
  if (first) await workspace.openArticle(first.slug);
  openDialog({ kind: 'import-report', outcomes });
}
