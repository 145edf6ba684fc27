import { keepCaretInTime } from '../editor/caret-in-time';
import { letTypingPass } from '../editor/unseen-by-react';
import { createPerformers, type Performers } from './actions';
import { showReach } from './view-actions';
import { createWorkspace, type Workspace } from './workspace';

/** What the window is made of, beside what it draws. */
export interface Composition {
  readonly workspace: Workspace;
  readonly performers: Performers;
}

/** Makes the long-lived things of the window, which React will draw to `root`; to be called once, before it does. */
export function compose(root: HTMLElement): Composition {
  keepCaretInTime();
  letTypingPass(root);
  const workspace = createWorkspace();
  workspace.editor.history.onReach(showReach);
  return { workspace, performers: createPerformers(workspace) };
}
