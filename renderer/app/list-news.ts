import type { DeskChange } from '../../shared/ipc/desk-entries';
import { on } from '../bridge/standfirst';
import { useDocument } from '../session/document';
import { panesWait, restOfHands } from '../session/hands-rest';
import type { Session } from '../session/session';
import { strings } from '../strings/en';
import { over, sayAbout, useWindow } from './desk-state';
import { changedEntries, saysOnlyOtherWords, stillReading } from './entries';

/**
 * Keeps the list of articles, and the desk's settings, as the desk tells them. That the open article has other words now is
 * told at every save: while somebody writes on, it waits until the panes are drawn anyway.
 */
export function followDesk(session: Session): void {
  /** The latest words of the first article that the list does not say yet. */
  let held: DeskChange | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let written = Number.NEGATIVE_INFINITY;

  const take = (change: DeskChange): void =>
    useWindow.setState(({ entries, reading }) => ({
      entries: changedEntries(entries, change),
      reading: change.reading ? stillReading(change.reading) : reading,
    }));
  const isOfFirst = (change: DeskChange): boolean =>
    saysOnlyOtherWords(change, useWindow.getState().entries[0]);

  function show(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const change = held;
    held = null;
    // Another desk may have been opened meanwhile: its list is none of what was held.
    if (change && isOfFirst(change)) take(change);
  }

  on('deskSettingsChanged', (desk) => {
    useWindow.setState({ desk });
    if (desk.settingsProblem) sayAbout('settings', strings.desk.settingsProblemNow);
    else over('settings');
  });
  on('deskChanged', (change) => {
    if (isOfFirst(change) && performance.now() - written <= restOfHands) {
      held = change;
      timer ??= setTimeout(show, panesWait);
    } else {
      show();
      take(change);
    }
  });
  session.use.subscribe((state, before) => {
    const [version, former] = [state, before].map((each) => (each.kind === 'open' ? each.save.version : 0));
    if (version !== former) written = performance.now();
  });
  useDocument.subscribe(({ body }, former) => body !== former.body && show());
}
