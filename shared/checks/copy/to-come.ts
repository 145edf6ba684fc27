import { gapsOf, inlineRuns, inlineText } from '../../article/traverse';
import type { BlockCheck, TextCheck } from '../check';
import { excerptOf } from '../finding';

/** Gaps marked with the TK key. They are not published, so the sentence around them would be. */
export const markedGaps: BlockCheck = {
  scope: 'block',
  code: 'tk',
  severity: 'error',
  title: 'Gaps still to be filled (TK)',
  find(block) {
    if (block.kind === 'deskNote') return [];
    return inlineRuns(block).flatMap((inlines, run) =>
      gapsOf(inlines).map(({ at, words }) => {
        const place = { start: at, end: at };
        return {
          place: { kind: 'run', block: 0, run, ...place },
          excerpt: excerptOf(inlineText(inlines), place),
          reason: `Still to come: “${words}”. Fill the gap or remove it.`,
          fix: null,
        };
      }),
    );
  },
};

/** The letters TK typed as text, and what printers call greeking. */
export const typedGaps: TextCheck = {
  scope: 'text',
  code: 'tk-typed',
  severity: 'warning',
  title: 'The letters TK in the text',
  find({ text, protected: safe }) {
    const pattern = /(?<![\p{L}\p{N}-])(?:TK(?:TK)*|tktk|TKK+|XXXX?|Lorem ipsum)(?![\p{L}\p{N}-])(?! Maxx)/gu;
    return [...text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length];
      if (safe.touches({ start, end })) return [];
      return [{ start, end, reason: `“${match[0]}” looks like a gap still to be filled.`, fix: null }];
    });
  },
};
