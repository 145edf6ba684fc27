import type { AdPolicy } from '../article/ad-policy';
import type { AdBreak, Block } from '../article/block';
import { inlineText } from '../article/traverse';
import { fail, ok, type Result } from '../base/result';
import { boxes } from './page-metrics';
import { checkPolicy, type PolicyRefusal } from './policy';
import { percent } from './rules';
import { adBreakHeight, type BlockMeasures, type Passage, roomOfBreak, situationOf } from './situation';
import { areApart, bodyIndexOf, type Distances, isLateEnough, isOpenSpot } from './spots';

/** One break of the new body and why it stands there. */
export interface PlacedBreak {
  /** Index in the new body. */
  readonly index: number;
  readonly by: 'hand' | 'auto';
  readonly reason: string;
}

/** What automatic placement answers. */
export interface Placement {
  readonly body: readonly Block[];
  /** Every break of the new body in order. */
  readonly breaks: readonly PlacedBreak[];
  /** Why there are not more breaks, in words. */
  readonly limit: string;
}

/**
 * The density and the distance are estimates. So that the real page keeps the policy too, automatic breaks keep this
 * much more: 2 percentage points of density (the error the estimate is tested for) and 5 % of distance.
 */
const densityReserve = 0.02;
const pixelReserve = 1.05;

/**
 * Sets breaks by the policy: breaks set by hand stay as they are, breaks set by an earlier run are set anew. No break
 * it sets breaks a rule; what is wrong with breaks set by hand stays for `inspectAdBreaks` to tell. The number is the
 * largest that distance, density and the policy's maximum allow; their places are then spread as evenly as paragraphs
 * permit. The same body gives the same answer, and placing twice changes nothing. Cost: linear in the body.
 * Refuses impossible policies.
 */
export function placeAutomatically(
  body: readonly Block[],
  policy: AdPolicy,
  measures: BlockMeasures,
): Result<Placement, readonly PolicyRefusal[]> {
  const checked = checkPolicy(policy);
  if (!checked.ok) return fail(checked.error);
  const kept = body.filter((block) => block.kind !== 'adBreak' || block.placed === 'hand');
  const ground = survey(kept, policy, measures);
  const spread = spreadSpots(ground, policy);
  const placed = insertBreaks(kept, ground.passages, spread.spots, formerBreaks(body, policy, measures));
  const unchanged = placed.length === body.length && placed.every((block, index) => block === body[index]);
  return ok({
    body: unchanged ? body : placed,
    breaks: explainBreaks(placed, policy, measures),
    limit: limitInWords(spread.stoppedBy, ground, policy),
  });
}

/** The body without automatic breaks, and where automatic ones could stand. */
interface Ground {
  readonly passages: readonly Passage[];
  /** Spots of the breaks set by hand, rising. */
  readonly byHand: readonly number[];
  /** Spots between two paragraphs, rising. */
  readonly open: readonly number[];
  readonly adHeight: number;
  readonly height: number;
}

function survey(kept: readonly Block[], policy: AdPolicy, measures: BlockMeasures): Ground {
  const { passages, breaks, adHeight, height } = situationOf(kept, policy, measures);
  const open: number[] = [];
  for (let spot = 1; spot < passages.length; spot += 1) if (isGoodSpot(passages, spot)) open.push(spot);
  return { passages, byHand: breaks.map((each) => each.passagesBefore), open, adHeight, height };
}

/**
 * Between two paragraphs that do not lean on each other: not after a colon that announces what follows, and not
 * inside a quotation that goes on in the next paragraph. Stricter than the rules, because nobody chose the place.
 */
function isGoodSpot(passages: readonly Passage[], spot: number): boolean {
  const [before, after] = [passages[spot - 1]?.block, passages[spot]?.block];
  if (before?.kind !== 'paragraph' || after?.kind !== 'paragraph') return false;
  const above = inlineText(before.children).trimEnd();
  if (/[:：]$/.test(above)) return false;
  const [mark = ''] = inlineText(after.children).trimStart();
  return !staysOpen(above, mark) && isOpenSpot(passages, spot);
}

/** What closes a quotation, by the mark that opens it. */
const closing: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"', '”': '”' };

/** Whether a quotation that `mark` opens goes on behind `text`. */
function staysOpen(text: string, mark: string): boolean {
  const closers = closing[mark];
  if (closers === undefined) return false;
  if (closers === mark) return text.split(mark).length % 2 === 0;
  const opened = text.lastIndexOf(mark);
  return opened >= 0 && ![...text.slice(opened + 1)].some((character) => closers.includes(character));
}

interface Spread {
  readonly spots: readonly number[];
  readonly stoppedBy: 'nothing-open' | 'too-short' | 'distance' | 'density' | 'maximum';
}

/** The most spots the policy allows, as far apart as that number permits. */
function spreadSpots(ground: Ground, policy: AdPolicy): Spread {
  const distances = { ...policy, pixelsBetween: policy.pixelsBetween * pixelReserve };
  const byDistance = spotsAtDistances(ground, distances);
  const byDensity = mostByDensity(ground, policy);
  const byMaximum = Math.max(0, policy.mostBreaks - ground.byHand.length);
  const most = Math.min(byDistance.length, byDensity, byMaximum);
  const stoppedBy =
    ground.open.length === 0
      ? 'nothing-open'
      : byMaximum < Math.min(byDistance.length, byDensity)
        ? 'maximum'
        : byDensity < byDistance.length
          ? 'density'
          : byDistance.length === 0
            ? 'too-short'
            : 'distance';
  if (most === 0) return { spots: [], stoppedBy };
  // The widest distance in words that still gives this many breaks, found by halving.
  let [feasible, infeasible] = [policy.wordsBetween, (ground.passages.at(-1)?.wordsAfter ?? 0) + 1];
  let best = byDistance;
  while (infeasible - feasible > 1) {
    const middle = Math.floor((feasible + infeasible) / 2);
    const spots = spotsAtDistances(ground, { ...distances, wordsBetween: middle });
    if (spots.length >= most) [feasible, best] = [middle, spots];
    else infeasible = middle;
  }
  return { spots: best.slice(0, most), stoppedBy };
}

/** Front to back, every open spot that keeps the distances to the break before and to the next one set by hand. */
function spotsAtDistances(ground: Ground, distances: Distances): readonly number[] {
  const { passages, byHand, open } = ground;
  const spots: number[] = [];
  let last: number | null = null;
  let passedByHand = 0;
  for (const spot of open) {
    while (passedByHand < byHand.length && (byHand[passedByHand] ?? 0) <= spot) {
      last = byHand[passedByHand] ?? null;
      passedByHand += 1;
    }
    const next = byHand[passedByHand];
    const apart =
      last === null ? isLateEnough(passages, spot, distances) : areApart(passages, last, spot, distances);
    if (!apart || (next !== undefined && !areApart(passages, spot, next, distances))) continue;
    spots.push(spot);
    last = spot;
  }
  return spots;
}

/** How many automatic breaks the density leaves room for. Each adds its height and its margins to the body. */
function mostByDensity(ground: Ground, policy: AdPolicy): number {
  const limit = policy.density - densityReserve;
  const adHeight = adBreakHeight(policy.size);
  const room = roomOfBreak(adHeight, boxes.paragraph, boxes.paragraph);
  // (ground.adHeight + n * adHeight) / (ground.height + n * room) <= limit, solved for n.
  const each = adHeight - limit * room;
  const free = limit * ground.height - ground.adHeight;
  if (free < 0) return 0;
  return each <= 0 ? Number.POSITIVE_INFINITY : Math.floor(free / each);
}

/** Automatic breaks of an earlier run by their spot: one that would be set again stays the same object. */
function formerBreaks(
  body: readonly Block[],
  policy: AdPolicy,
  measures: BlockMeasures,
): ReadonlyMap<number, AdBreak> {
  const former = new Map<number, AdBreak>();
  for (const { block, passagesBefore } of situationOf(body, policy, measures).breaks) {
    if (block.placed === 'auto' && (block.size === '' || block.size === policy.size)) {
      former.set(passagesBefore, block);
    }
  }
  return former;
}

function insertBreaks(
  kept: readonly Block[],
  passages: readonly Passage[],
  spots: readonly number[],
  former: ReadonlyMap<number, AdBreak>,
): readonly Block[] {
  const inserted = new Map<number, AdBreak>();
  for (const spot of spots) {
    const fresh: AdBreak = { kind: 'adBreak', slot: '', label: '', size: '', placed: 'auto' };
    inserted.set(bodyIndexOf(passages, spot), former.get(spot) ?? fresh);
  }
  return kept.flatMap((block, index) => {
    const adBreak = inserted.get(index);
    return adBreak ? [adBreak, block] : [block];
  });
}

const figure = (value: number): string => Math.round(value).toLocaleString('en-GB');

/**
 * Why each break of the body stands where it does, in order. Cost: linear in the body. Of an automatic break around which the
 * text has changed since, only what still holds is said.
 */
export function explainBreaks(
  body: readonly Block[],
  policy: AdPolicy,
  measures: BlockMeasures,
): readonly PlacedBreak[] {
  const { breaks, passages } = situationOf(body, policy, measures);
  return breaks.map((place) => {
    const { index, block, ordinal, words, pixels, passagesBefore } = place;
    if (block.placed === 'hand') return { index, by: 'hand', reason: 'You set this ad break; it stays.' };
    const isLate = passagesBefore >= policy.firstAfterBlocks && words >= policy.firstAfterWords;
    const distance =
      ordinal === 0
        ? `After ${figure(passagesBefore)} blocks and ${figure(words)} words${isLate ? ', the first place that leaves enough to read' : ''}`
        : `${figure(words)} words and about ${figure(pixels)} pixels of text on a phone since the ad break before (at least ${figure(policy.wordsBetween)} and ${figure(policy.pixelsBetween)})`;
    const between = isGoodSpot(passages, passagesBefore) ? '; between two paragraphs' : '';
    return { index, by: 'auto', reason: `${distance}${between}.` };
  });
}

function limitInWords(stoppedBy: Spread['stoppedBy'], ground: Ground, policy: AdPolicy): string {
  switch (stoppedBy) {
    case 'nothing-open':
      return 'Nowhere do two paragraphs follow each other, and automatic ad breaks stand only between paragraphs.';
    case 'too-short':
      return ground.byHand.length > 0
        ? `No other place is far enough from the ad breaks you set (at least ${figure(policy.wordsBetween)} words and ${figure(policy.pixelsBetween)} pixels).`
        : `The article is too short: the first ad break may stand after ${figure(policy.firstAfterBlocks)} blocks and ${figure(policy.firstAfterWords)} words, with text after it.`;
    case 'distance':
      return `More would stand closer than ${figure(policy.wordsBetween)} words or ${figure(policy.pixelsBetween)} pixels to each other.`;
    case 'density':
      return `More would take the advertisements near ${percent(policy.density)} of the article on a phone.`;
    case 'maximum':
      return `Your policy allows ${figure(policy.mostBreaks)} ad breaks in an article.`;
  }
}
