import { defineExtension, type LexicalEditor } from 'lexical';
import { afterFirstFrame } from '../ui/first-frame';

/**
 * An extension whose code comes behind the start, once the editor has a page; `load` fetches what registers it. No first
 * keystroke waits for it, and without it no word may be lost.
 */
export const lateExtension = (name: string, load: () => Promise<(editor: LexicalEditor) => () => void>) =>
  defineExtension({
    name,
    register(editor) {
      let stop: (() => void) | null = null;
      let begun = false;
      let ended = false;
      const stopRoot = editor.registerRootListener((root) => {
        if (!root || begun) return;
        begun = true;
        void afterFirstFrame()
          .then(load)
          .then((register) => {
            if (!ended) stop = register(editor);
          });
      });
      return () => {
        ended = true;
        stopRoot();
        stop?.();
      };
    },
  });
