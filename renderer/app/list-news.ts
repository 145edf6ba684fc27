import type { DeskChange } from '../../shared/ipc/desk-entries';
import { on } from '../bridge/standfirst';
import { useDocument } from '../session/document';
import type { Session } from '../session/session';
import { useWindow } from './desk-state';
import { changedEntries, saysOnlyOtherWords, stillReading } from './entries';

/** So long nothing is written when the hands rest, in milliseconds. */
const rest = 250;

/** How long the list may say an older number of words while somebody writes on, in milliseconds. */
const mostWait = 3000;

/**
 * Keeps the list of articles as the desk tells it. That the open article has other words now is told at every save: while
 * somebody writes on, it waits until the panes are drawn anyway.
 */
export function followDesk(session: Session): void {
  let held: DeskChange[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let written = Number.NEGATIVE_INFINITY;

  function show(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const changes = held;
    held = [];
    if (changes.length === 0) return;
    useWindow.setState((state) =>
      changes.reduce(
        ({ entries, reading }, change) => ({
          entries: changedEntries(entries, change),
          reading: change.reading ? stillReading(change.reading) : reading,
        }),
        { entries: state.entries, reading: state.reading },
      ),
    );
  }

  on('deskChanged', (change) => {
    held.push(change);
    const waits = saysOnlyOtherWords(change, useWindow.getState().entries[0]);
    if (!waits || performance.now() - written > rest) show();
    else timer ??= setTimeout(show, mostWait);
  });
  session.use.subscribe((state, before) => {
    const [version, former] = [state, before].map((each) => (each.kind === 'open' ? each.save.version : 0));
    if (version !== former) written = performance.now();
  });
  useDocument.subscribe(show);
}
