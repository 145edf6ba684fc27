import type { KeyMap } from '../../shared/ipc/keys';
import type { Performers } from './actions';
import { useWindow } from './desk-state';
import { actionOf } from './keys';

/** Actions that a plain text field does itself. */
const ownOfFields = /^(edit\.(undo|redo)|format\.|block\.)/;

const noKeys: KeyMap = {};

/**
 * Runs the action of a key wherever the keyboard is in the window; answers how to stop. Comes before the native menu,
 * which would run the same action a second time.
 */
export function followKeys(performers: Performers, platform: string): () => void {
  function press(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return;
    const keys = useWindow.getState().preferences?.keys ?? noKeys;
    const action = actionOf(event, keys, platform);
    if (!action) {
      // The editor knows some default keys by itself. Where the writer took them away, it does not hear them.
      const onPage = event.target instanceof HTMLElement && event.target.isContentEditable;
      if (onPage && actionOf(event, noKeys, platform)) {
        event.preventDefault();
        event.stopPropagation();
      }
      return;
    }
    const perform = performers[action];
    if (!perform) return;
    const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    // The fields of the head and of cards share the page's line of undo.
    const ownUndo = !(
      event.target instanceof HTMLElement && event.target.matches('.head-field, .card-field')
    );
    if (inField && ownOfFields.test(action) && (ownUndo || !action.startsWith('edit.'))) return;
    const inDialog = event.target instanceof HTMLElement && event.target.closest('[role="dialog"]');
    if (inDialog) return;
    event.preventDefault();
    event.stopPropagation();
    perform();
  }
  window.addEventListener('keydown', press, { capture: true });
  return () => window.removeEventListener('keydown', press, { capture: true });
}
