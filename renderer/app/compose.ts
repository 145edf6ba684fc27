import { keepCaretInTime } from '../editor/caret-in-time';
import { createPerformers, type Performers } from './actions';
import { showReach } from './view-actions';
import { createWorkspace, type Workspace } from './workspace';

/** What the window is made of, beside what it draws. */
export interface Composition {
  readonly workspace: Workspace;
  readonly performers: Performers;
}

/** Makes the long-lived things of the window; to be called once. */
export function compose(): Composition {
  keepCaretInTime();
  const workspace = createWorkspace();
  workspace.editor.history.onReach(showReach);
  return { workspace, performers: createPerformers(workspace) };
}
