import { removeInvisible } from '../../shared/article/characters';
import { standfirst } from '../bridge/standfirst';
import { hasUnsavedWords } from '../session/save-state';
import type { Session, SessionState } from '../session/session';

/** Of a longer headline, in characters, the title bar shows the beginning. */
const longest = 120;

/**
 * Tells the main process whether there are unsaved words, so that a window that no longer answers is not closed over them, and what the
 * title bar shows. A headline that is being written is told with the next save, not at each letter.
 */
export function followTitle(session: Session): void {
  let told = '';
  const tell = (state: SessionState): void => {
    const unsaved = state.kind === 'open' && hasUnsavedWords(state.save);
    const present = `${state.kind === 'open' ? state.loads : 'none'} ${unsaved}`;
    if (present === told) return;
    told = present;
    const headline = state.kind === 'open' ? removeInvisible(state.head.headline).trim() : '';
    const letters = Array.from(headline);
    const title = letters.length > longest ? `${letters.slice(0, longest).join('')}…` : headline;
    void standfirst.session.title({ title, unsaved });
  };
  tell(session.use.getState());
  session.use.subscribe(tell);
}
