import { COMMAND_PRIORITY_EDITOR, KEY_TAB_COMMAND, type LexicalEditor } from 'lexical';
import { isField } from './card-keys';

const stops =
  'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable="true"]';

/**
 * Tab in the words of the page goes on behind the page. The browser would go to the first field of the page, wherever the
 * caret stands: from below a quote that is above the caret, and round again, so that nobody with a keyboard gets out
 * (WCAG 2.2, 2.1.2 No Keyboard Trap). A list, a quote and a card that is selected take Tab for themselves before.
 */
export function registerLeavingPage(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      const root = editor.getRootElement();
      if (event.shiftKey || isField(event.target) || !root) return false;
      const next = stopBehind(root);
      if (!next) return false;
      event.preventDefault();
      next.focus();
      return true;
    },
    COMMAND_PRIORITY_EDITOR,
  );
}

/** The first element behind `place` at which Tab stops. */
const stopBehind = (place: HTMLElement): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(stops)].find(
    (element) =>
      (place.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      !place.contains(element) &&
      element.tabIndex >= 0 &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled, [inert] *'),
  );
