import { defineExtension } from 'lexical';
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
        // Fetched beside the start, not with it: nobody begins a line before there is one.
        void import('./starts').then(({ registerStarts }) => {
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
