import { useEffect, useState } from 'react';
import { isTrouble, type SavePhase } from '../session/save-state';
import type { Session, SessionState } from '../session/session';

/** So long the words stay saved before it is said, in milliseconds: who types on would see the words flicker. */
const staysSaved = 250;

/** A save that takes no longer than this is not spoken of, in milliseconds. */
const shortSave = 300;

/** Milliseconds until a phase that followed another is said. What is unsaved, and trouble, is said at once. */
export function waitToSay(former: SavePhase | null, phase: SavePhase | null): number {
  if (!former || !phase || isTrouble(former) || isTrouble(phase)) return 0;
  if (phase.kind === 'dirty' || phase.kind === former.kind) return 0;
  return phase.kind === 'clean' ? staysSaved : shortSave;
}

const phaseOf = (state: SessionState): SavePhase | null => (state.kind === 'open' ? state.save.phase : null);

/**
 * How the words stand to the disk, as the status bar says it; null without an article. While somebody types on, the
 * words are unsaved, saving and saved in every second: that is one calm "unsaved". Nothing is ever called saved that is not.
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
      const wait = waitToSay(former, phase);
      if (wait === 0) say();
      else timer = window.setTimeout(say, wait);
    });
    say();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return shown;
}
