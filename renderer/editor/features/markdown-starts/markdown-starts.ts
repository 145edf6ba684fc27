import { defineExtension } from 'lexical';
import { afterFirstFrame } from '../../../ui/behind-start';
import type { Feature } from '../../feature';

/** "## ", "> ", "- ", "1. ", "--- " at the start of a paragraph. Undo gives back what was typed. */
export const markdownStartsFeature: Feature = {
  name: 'markdown-starts',
  extensions: [
    defineExtension({
      name: 'standfirst/markdown-starts',
      register(editor) {
        let stop: (() => void) | null = null;
        let ended = false;
        // Nobody begins a line before there is one.
        void afterFirstFrame()
          .then(() => import('./starts'))
          .then(({ registerStarts }) => {
            if (!ended) stop = registerStarts(editor);
          });
        return () => {
          ended = true;
          stop?.();
        };
      },
    }),
  ],
};
