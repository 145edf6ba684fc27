import { isTrouble } from '../session/save-state';
import type { Session } from '../session/session';
import { unsavedWords } from '../strings/unsaved';
import { say, sayAbout } from './desk-state';

/** Writes what is unsaved; where that fails, says why the window stays with it. Answers whether all is on the disk. */
export async function savedOrSaid(session: Session): Promise<boolean> {
  const saved = await session.flush();
  if (!saved) sayUnsaved(session);
  return saved;
}

/** Says what keeps the words of the open article from the disk, and so the window with them; nothing where nothing does. */
export function sayUnsaved(session: Session): void {
  const why = whyUnsaved(session);
  if (why !== null) sayAbout('unsaved', why);
}

/** What must be done before the open article can be left; null where nothing is in the way. */
export function whyUnsaved(session: Session): string | null {
  const state = session.use.getState();
  if (state.kind !== 'open' || !isTrouble(state.save.phase)) return null;
  const { phase } = state.save;
  if (phase.kind === 'conflict' || phase.kind === 'orphan') return unsavedWords.stays[phase.kind];
  return unsavedWords.stays.error;
}

/** Lets go of an article whose file is gone, and says where its words are. */
export async function letGo(session: Session): Promise<void> {
  const outcome = await session.letGo();
  if (outcome === 'not-kept') sayAbout('unsaved', unsavedWords.notKept);
  else if (outcome === 'kept') say(unsavedWords.letGo);
}

/** Says where the words are that could not be saved on the desk that was left. */
export const sayKept = (): void => say(unsavedWords.deskLeft);
