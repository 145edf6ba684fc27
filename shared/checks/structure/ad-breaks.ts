import {
  advisePolicy,
  type BlockMeasures,
  checkPolicy,
  createBlockMeasures,
  describePolicyRefusal,
  inspectAdBreaks,
} from '../../adbreaks';
import type { Block } from '../../article/block';
import { publishedPieces } from '../../article/traverse';
import type { ArticleCheck } from '../check';
import type { Draft } from '../finding';

/** Every break that stands against the policy, with the fix that the rules propose. */
export const adBreakPlacement: ArticleCheck = {
  scope: 'article',
  code: 'ad-break',
  severity: 'warning',
  title: 'Places of ad breaks',
  create({ desk, language }) {
    const measures: BlockMeasures = createBlockMeasures(language);
    return ({ article }) => {
      const policy = article.adPolicy ?? desk.adPolicy;
      if (!checkPolicy(policy).ok) return [];
      const { violations } = inspectAdBreaks(article.body, policy, measures);
      return violations.map(
        ({ block, reason, fix }): Draft => ({
          place: { kind: 'block', block },
          excerpt: wordsAround(article.body, block),
          reason,
          fix: { kind: 'adBreak', words: fix.words, fix },
        }),
      );
    };
  },
};

/** So much of the text before a break names its place, in characters. */
const shown = 48;

/** The words before a break, or behind it where none come before: what a writer knows the place by. */
function wordsAround(body: readonly Block[], block: number): string {
  const before = lastPieceBefore(body, block);
  if (before) return before.length > shown ? `…${before.slice(-shown)}` : before;
  const behind = body.slice(block).flatMap(publishedPieces)[0] ?? '';
  return behind.length > shown ? `${behind.slice(0, shown)}…` : behind;
}

function lastPieceBefore(body: readonly Block[], block: number): string | undefined {
  for (let index = block - 1; index >= 0; index -= 1) {
    const before = body[index];
    const pieces = before ? publishedPieces(before) : [];
    if (pieces.length > 0) return pieces.at(-1);
  }
  return undefined;
}

/** A policy that nobody can follow, or that costs more than its author may know. */
export const adPolicySense: ArticleCheck = {
  scope: 'article',
  code: 'ad-policy',
  severity: 'warning',
  title: 'Ad policy',
  create:
    ({ desk }) =>
    ({ article }) => {
      if (!article.body.some(({ kind }) => kind === 'adBreak')) return [];
      const policy = article.adPolicy ?? desk.adPolicy;
      const checked = checkPolicy(policy);
      const reasons = checked.ok
        ? advisePolicy(policy)
            .filter(({ code }) => code === 'above-better-ads')
            .map(({ text }) => text)
        : checked.error.map(describePolicyRefusal);
      return reasons.map((reason) => ({
        place: { kind: 'article', part: 'adPolicy', id: '' },
        excerpt: '',
        reason,
        fix: null,
      }));
    },
};
