import type { Session } from '../session/session';
import { followOthers, lookForRecovered } from './other-versions';
import { followTitle } from './title';

/** Begins what nobody waits for, once the first frame is there. @public: loaded late. */
export function followBehind(session: Session): void {
  followTitle(session);
  followOthers(session);
  void lookForRecovered();
}
