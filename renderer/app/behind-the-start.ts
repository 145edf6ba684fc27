import { on } from '../bridge/standfirst';
import { type DeskWorkspace, openDeskAt } from './desk-choice';
import { followOthers, lookForRecovered } from './other-versions';
import { followTitle } from './title';

/** Begins what nobody waits for, once the first frame is there. @public: loaded late. */
export function followBehind(workspace: DeskWorkspace): void {
  followTitle(workspace.session);
  followOthers(workspace.session);
  void lookForRecovered();
  on('deskAsked', ({ path }) => void openDeskAt(workspace, path, 'open'));
}
