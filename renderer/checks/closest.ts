import type { Article } from '../../shared/article/article';
import type { Finding } from '../../shared/checks/finding';

/* What is needed of an older finding when it is mended; loaded then. */

/** Whether two articles hold the very same words and the same of everything else. */
export const sameWords = (one: Article | null, other: Article | null): boolean =>
  one !== null &&
  other !== null &&
  one.body.length === other.body.length &&
  one.body.every((block, index) => block === other.body[index]) &&
  JSON.stringify({ ...one, body: [] }) === JSON.stringify({ ...other, body: [] });

/** The finding of `findings` that says the same as `finding`, at the place nearest to its own. */
export function closest(findings: readonly Finding[], finding: Finding): Finding | null {
  const distance = ({ place }: Finding): number => {
    const own = finding.place;
    const blocks = 'block' in place && 'block' in own ? Math.abs(place.block - own.block) : 0;
    const characters = 'start' in place && 'start' in own ? Math.abs(place.start - own.start) : 0;
    return 1e6 * blocks + characters;
  };
  return (
    findings
      .filter(({ code, reason }) => code === finding.code && reason === finding.reason)
      .toSorted((one, other) => distance(one) - distance(other))[0] ?? null
  );
}
