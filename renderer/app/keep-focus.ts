import { isTrouble } from '../session/save-state';
import type { SessionState } from '../session/session';
import { useWindow } from './desk-state';
import type { Workspace } from './workspace';

/**
 * Keeps the keyboard somewhere. After a start it is on the page, in the headline of an article that has none yet, where the article is
 * read from. Later, what had it may go (a pane is hidden, a button does its work and is gone or grey), and
 * the browser then gives it to nobody. It goes to the page instead, or to the list where no article is open. Answers how
 * to stop.
 */
export function keepFocus({ session, editor }: Workspace): () => void {
  let last: Element | null = null;
  let frame = 0;

  function look(): void {
    frame = 0;
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    const isOpen = session.use.getState().kind === 'open';
    // An article that is about to be opened is where the keyboard begins.
    if (!last && !isOpen) return;
    // Still there: the writer has put the keyboard down, by a click beside it.
    if (last?.isConnected && last.checkVisibility() && !last.matches(':disabled, [inert] *')) return;
    const home =
      document.querySelector<HTMLElement>('[role="dialog"] :is(button, input, select, textarea):enabled') ??
      document.querySelector<HTMLElement>('[data-takes-focus]') ??
      (last ? null : document.querySelector<HTMLElement>('.page .headline:placeholder-shown')) ??
      (isOpen ? editor.lexical.getRootElement() : null) ??
      document.querySelector<HTMLElement>('input[type="search"], main button');
    home?.focus({ preventScroll: true });
  }
  // The second frame: by then the change is drawn, and a dialog has given the keyboard back where it came from.
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(() => requestAnimationFrame(look));
  };
  const came = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null;
  };
  // What the writer types on the page takes nothing away from under the keyboard.
  const acted = ({ target }: Event) => {
    if (target !== editor.lexical.getRootElement()) soon();
  };
  // What is typed and saved changes the state at every key, and asks for no frame of its own: it takes no button away.
  const stateChanged = (state: SessionState, before: SessionState) => {
    const sameButForWords =
      state.kind === 'open' &&
      before.kind === 'open' &&
      (state.save.phase === before.save.phase ||
        (!isTrouble(state.save.phase) && !isTrouble(before.save.phase))) &&
      state.head === before.head &&
      state.slug === before.slug;
    if (!sameButForWords) soon();
  };

  document.addEventListener('focusin', came);
  document.addEventListener('keyup', acted);
  document.addEventListener('click', acted);
  soon();
  const stops = [useWindow.subscribe(soon), session.use.subscribe(stateChanged)];
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener('focusin', came);
    document.removeEventListener('keyup', acted);
    document.removeEventListener('click', acted);
    for (const stop of stops) stop();
  };
}
