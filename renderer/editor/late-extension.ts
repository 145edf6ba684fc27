import { defineExtension, type LexicalEditor } from 'lexical';
import { afterFirstFrame } from '../ui/behind-start';

/** An extension whose code comes behind the start; `load` fetches what registers it. No first keystroke waits for it. */
export const lateExtension = (name: string, load: () => Promise<(editor: LexicalEditor) => () => void>) =>
  defineExtension({
    name,
    register(editor) {
      let stop: (() => void) | null = null;
      let ended = false;
      void afterFirstFrame()
        .then(load)
        .then((register) => {
          if (!ended) stop = register(editor);
        });
      return () => {
        ended = true;
        stop?.();
      };
    },
  });
