import type { Feature } from '../../feature';
import { lateExtension } from '../../late-extension';

/** "## ", "> ", "- ", "1. ", "--- " at the start of a paragraph. Undo gives back what was typed. */
export const markdownStartsFeature: Feature = {
  name: 'markdown-starts',
  extensions: [
    lateExtension('standfirst/markdown-starts', async () => (await import('./starts')).registerStarts),
  ],
};
