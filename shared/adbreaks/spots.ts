import type { AdPolicy } from '../article/ad-policy';
import { mayTouch } from './rules';
import { gapBetween, type Passage } from './situation';

/*
 * A spot is a place between two passages, named by how many passages stand before it. These are the same limits as in
 * rules.ts, asked of a place where no break stands yet; a test over generated articles holds the two together.
 */

/** The distances a break must keep. */
export type Distances = Pick<
  AdPolicy,
  'firstAfterBlocks' | 'firstAfterWords' | 'wordsBetween' | 'pixelsBetween'
>;

/** Whether a break between these two passages touches nothing it must not touch, and is neither first nor last. */
export function isOpenSpot(passages: readonly Passage[], spot: number): boolean {
  const [before, after] = [passages[spot - 1], passages[spot]];
  return before !== undefined && after !== undefined && mayTouch(before.block) && mayTouch(after.block);
}

/** Whether a first break at this spot leaves enough to read before it. */
export function isLateEnough(passages: readonly Passage[], spot: number, distances: Distances): boolean {
  return (
    spot >= distances.firstAfterBlocks && gapBetween(passages, 0, spot).words >= distances.firstAfterWords
  );
}

/** Whether two breaks at these spots are far enough apart. */
export function areApart(
  passages: readonly Passage[],
  earlier: number,
  later: number,
  distances: Distances,
): boolean {
  if (later <= earlier) return false;
  const gap = gapBetween(passages, earlier, later);
  return gap.words >= distances.wordsBetween && gap.pixels >= distances.pixelsBetween;
}

/** Where in the body a break at this spot is inserted: directly after the passage before it. */
export const bodyIndexOf = (passages: readonly Passage[], spot: number): number =>
  spot === 0 ? 0 : (passages[spot - 1]?.index ?? -1) + 1;
