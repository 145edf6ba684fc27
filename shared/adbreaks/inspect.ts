import type { AdPolicy } from '../article/ad-policy';
import type { AdBreak, Block } from '../article/block';
import type { AdFix } from './ad-fix';
import { fixFor } from './fixes';
import { type AdRuleCode, adRules } from './rules';
import { type BlockMeasures, type BodySituation, gapBetween, situationOf } from './situation';

/** A rule broken by one break. */
export interface AdViolation {
  readonly code: AdRuleCode;
  readonly severity: 'warning' | 'hint';
  /** Index of the break in the body. */
  readonly block: number;
  readonly reason: string;
  readonly fix: AdFix;
}

/** A stretch of text between two breaks, or between a break and an end of the article. */
export interface AdGap {
  /** Indexes of the breaks in the body; null: the beginning or the end of the article. */
  readonly from: number | null;
  readonly to: number | null;
  readonly words: number;
  /** Estimated CSS pixels of text at 360 pixels width. */
  readonly pixels: number;
}

/** How many ad breaks a body has, how dense they are, and how much text stands between them. */
export interface AdFigures {
  readonly breaks: readonly { readonly index: number; readonly block: AdBreak }[];
  /** Heights of all breaks divided by the height of the body, estimated at 360 CSS pixels width: 0 to 1. */
  readonly density: number;
  /** The two heights, in CSS pixels. */
  readonly adHeight: number;
  readonly height: number;
  /** One more than there are breaks, in order. */
  readonly gaps: readonly AdGap[];
}

/** What there is to know about the ad breaks of a body. */
export interface AdInspection extends AdFigures {
  /** In the order of the body. */
  readonly violations: readonly AdViolation[];
}

/** The figures of a body under a policy. Cost: linear in blocks; those that `measures` has seen before are not read. */
export const adFigures = (body: readonly Block[], policy: AdPolicy, measures: BlockMeasures): AdFigures =>
  figuresOf(situationOf(body, policy, measures));

/**
 * Looks at the breaks of a body under a policy. The policy is taken as it is: refuse impossible figures with
 * `checkPolicy` where they are typed. Cost: linear in blocks; blocks that `measures` has seen before cost no reading.
 */
export function inspectAdBreaks(
  body: readonly Block[],
  policy: AdPolicy,
  measures: BlockMeasures,
): AdInspection {
  const situation = situationOf(body, policy, measures);
  const violations = situation.breaks.flatMap((place) =>
    adRules.flatMap((rule): AdViolation[] => {
      const ruling = { place, body: situation, policy };
      if (!rule.isBroken(ruling)) return [];
      const fix = fixFor(rule, ruling);
      return [
        { code: rule.code, severity: rule.severity, block: place.index, reason: rule.reason(ruling), fix },
      ];
    }),
  );
  return { ...figuresOf(situation), violations };
}

function figuresOf({ passages, breaks, density, adHeight, height }: BodySituation): AdFigures {
  const ends = [null, ...breaks, null];
  const gaps = ends.slice(1).map((to, number): AdGap => {
    const from = ends[number] ?? null;
    return {
      from: from?.index ?? null,
      to: to?.index ?? null,
      ...gapBetween(passages, from?.passagesBefore ?? 0, to?.passagesBefore ?? passages.length),
    };
  });
  return {
    breaks: breaks.map(({ index, block }) => ({ index, block })),
    density,
    adHeight,
    height,
    gaps,
  };
}
