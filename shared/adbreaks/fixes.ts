import type { Block } from '../article/block';
import { type AdFix, breakOf } from './ad-fix';
import type { AdRule, Ruling } from './rules';
import { areApart, bodyIndexOf, isLateEnough, isOpenSpot } from './spots';

/** The body with the fix applied; unchanged when no break stands where the fix expects one. */
export function applyAdFix(body: readonly Block[], fix: AdFix): readonly Block[] {
  const index = breakOf(fix);
  const block = body[index];
  if (block?.kind !== 'adBreak') return body;
  const without = body.toSpliced(index, 1);
  return fix.kind === 'removeBreak' ? without : without.toSpliced(fix.to, 0, block);
}

/** The nearest spot between the neighbouring breaks at which this break would keep every rule; otherwise its removal. */
export function fixFor(rule: AdRule, ruling: Ruling): AdFix {
  const { place, body } = ruling;
  const removal: AdFix = { kind: 'removeBreak', index: place.index, words: 'Remove this ad break' };
  if (rule.remedy === 'remove') return removal;
  const spot = nearestSpot(ruling);
  if (spot === null) return removal;
  const index = bodyIndexOf(body.passages, spot);
  const [distance, where] =
    spot > place.passagesBefore ? [spot - place.passagesBefore, 'down'] : [place.passagesBefore - spot, 'up'];
  return {
    kind: 'moveBreak',
    from: place.index,
    to: index > place.index ? index - 1 : index,
    words: `Move this ad break ${distance} ${distance === 1 ? 'block' : 'blocks'} ${where}`,
  };
}

function nearestSpot({ place, body, policy }: Ruling): number | null {
  const { passages, breaks } = body;
  const earlier = breaks[place.ordinal - 1];
  const later = breaks[place.ordinal + 1];
  const suits = (spot: number): boolean =>
    isOpenSpot(passages, spot) &&
    (earlier
      ? areApart(passages, earlier.passagesBefore, spot, policy)
      : isLateEnough(passages, spot, policy)) &&
    (!later || areApart(passages, spot, later.passagesBefore, policy));
  const lowest = earlier ? earlier.passagesBefore + 1 : 1;
  const highest = later ? later.passagesBefore - 1 : passages.length - 1;
  for (let step = 1; step <= passages.length; step += 1) {
    const [down, up] = [place.passagesBefore + step, place.passagesBefore - step];
    if (down > highest && up < lowest) return null;
    // Later rather than earlier where both are as near: it takes nothing from the beginning of the story.
    if (down >= lowest && down <= highest && suits(down)) return down;
    if (up >= lowest && up <= highest && suits(up)) return up;
  }
  return null;
}
