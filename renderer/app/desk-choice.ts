import type { DeskSettings } from '../../shared/article/desk-settings';
import type { DeskState } from '../../shared/ipc/desk-entries';
import { standfirst } from '../bridge/standfirst';
import { arriving } from '../editor/held-keys';
import type { Session } from '../session/session';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { say, useWindow } from './desk-state';

/** What of the workspace another desk changes. */
export interface DeskWorkspace {
  readonly session: Session;
  refreshEntries(): Promise<unknown>;
  openArticle(slug: string): Promise<unknown>;
}

/** Lets the writer choose a folder and opens it as a desk, or makes one in it. */
export async function openDesk(workspace: DeskWorkspace, purpose: 'open' | 'create'): Promise<void> {
  await workspace.session.flush();
  const chosen = await standfirst.desk.choose({ purpose });
  if (!chosen.ok || !chosen.value) return;
  await openDeskAt(workspace, chosen.value.path, purpose);
}

/**
 * Opens, or makes and opens, the desk in the folder `path`. What is typed from now on is meant for the desk that comes:
 * the same folder names may be there, and no word of the one may go into the other. A desk that is gone or broken can be
 * left: its words are kept on this machine.
 */
export const openDeskAt = (
  workspace: DeskWorkspace,
  path: string,
  purpose: 'open' | 'create',
): Promise<void> =>
  arriving('same-place', async () => {
    const left = await workspace.session.leave();
    if (left === 'saved') return opened(workspace, path, purpose);
    const { sayKept, sayUnsaved } = await import('./unsaved');
    if (left === 'not-saved') {
      sayUnsaved(workspace.session);
      return false;
    }
    const isThere = await opened(workspace, path, purpose);
    if (isThere) sayKept();
    return isThere;
  });

async function opened(workspace: DeskWorkspace, path: string, purpose: 'open' | 'create'): Promise<boolean> {
  const answer =
    purpose === 'create'
      ? await standfirst.desk.create({ path, sample: true })
      : await standfirst.desk.open({ path });
  if (!answer.ok) {
    if (!useWindow.getState().desk && 'path' in answer.error)
      useWindow.setState({ deskProblem: answer.error });
    else say(strings.desk.problem(path, callFailure(answer.error)));
    return false;
  }
  await beginAt(workspace, answer.value);
  return true;
}

/** Shows a desk that was just opened, with the newest of its articles. */
export async function beginAt(workspace: DeskWorkspace, desk: DeskState): Promise<void> {
  workspace.session.close();
  useWindow.setState({ desk, deskProblem: null });
  void import('./other-versions').then(({ lookForRecovered }) => lookForRecovered());
  await workspace.refreshEntries();
  const first = useWindow.getState().entries[0];
  if (first) await workspace.openArticle(first.slug);
}

/** Writes settings that hold for every article of the desk, and shows them in the window once they are written. */
export async function writeDeskSettings(settings: DeskSettings): Promise<boolean> {
  const answer = await standfirst.desk.writeSettings({ settings });
  if (!answer.ok) {
    say(strings.notDone(callFailure(answer.error)));
    return false;
  }
  useWindow.setState(({ desk }) => (desk ? { desk: { ...desk, settings: answer.value } } : {}));
  return true;
}
