import { useEffect, useState } from 'react';
import { isTrouble, type SavePhase } from '../session/save-state';
import type { Session, SessionState } from '../session/session';

/** So long the words stay saved before it is said, in milliseconds: who types on would see the words flicker. */
const staysSaved = 250;

/** A save that takes no longer than this is not spoken of, in milliseconds. */
const shortSave = 300;

const phaseOf = (state: SessionState): SavePhase | null => (state.kind === 'open' ? state.save.phase : null);

/**
 * How the words stand to the disk, as the status bar says it; null without an article. While somebody types on, the
 * words are unsaved, saving and saved in every second: that is one calm "unsaved". What is unsaved, and trouble, is
 * said at once, so nothing is ever called saved that is not.
 */
export function useShownPhase(session: Session): SavePhase | null {
  const [shown, setShown] = useState(() => phaseOf(session.use.getState()));
  useEffect(() => {
    let timer = 0;
    const say = () => setShown(phaseOf(session.use.getState()));
    const stop = session.use.subscribe((state, before) => {
      const [phase, former] = [phaseOf(state), phaseOf(before)];
      if (phase === former) return;
      clearTimeout(timer);
      const isCalm = phase && former && !isTrouble(phase) && !isTrouble(former);
      if (!isCalm || phase.kind === 'dirty' || former.kind === phase.kind) say();
      else timer = window.setTimeout(say, phase.kind === 'clean' ? staysSaved : shortSave);
    });
    say();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return shown;
}
