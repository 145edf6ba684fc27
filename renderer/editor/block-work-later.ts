import { defineExtension, mergeRegister } from 'lexical';
import { afterFirstFrame } from '../ui/behind-start';
import type { Conversion } from './conversion/conversion';

/** Brings what is done with whole blocks when the page is there: no first keystroke waits for it. */
export const blockWorkExtension = (convert: Conversion) =>
  defineExtension({
    name: 'standfirst/block-work',
    register(editor) {
      let stop = () => {};
      let wanted = true;
      const stopRoot = editor.registerRootListener((root) => {
        if (!root) return;
        void afterFirstFrame()
          .then(() =>
            Promise.all([
              import('./block-work'),
              import('./attribution-keys'),
              import('./leave-page'),
              import('./compose-apart'),
            ]),
          )
          .then(
            ([
              { registerBlockWork },
              { registerAttributionKeys },
              { registerLeavingPage },
              { registerComposingApart },
            ]) => {
              stop();
              if (wanted)
                stop = mergeRegister(
                  registerBlockWork(editor, convert),
                  registerAttributionKeys(editor),
                  registerLeavingPage(editor),
                  registerComposingApart(editor),
                );
            },
          );
      });
      return () => {
        wanted = false;
        stopRoot();
        stop();
      };
    },
  });
