import type { AdPolicy } from '../article/ad-policy';
import type { Block } from '../article/block';
import type { BodySituation, BreakSituation } from './situation';

export const adRuleCodes = [
  'first-block',
  'last-block',
  'beside-break',
  'beside-block',
  'too-early-blocks',
  'too-early-words',
  'too-close-words',
  'too-close-pixels',
  'too-many',
  'too-dense',
] as const;
export type AdRuleCode = (typeof adRuleCodes)[number];

/** What a rule looks at: one break, the body it stands in, and the policy. */
export interface Ruling {
  readonly place: BreakSituation;
  readonly body: BodySituation;
  readonly policy: AdPolicy;
}

/** A rule of placement: a value, so that checks, placement, dialogs and tests read the same list. */
export interface AdRule {
  readonly code: AdRuleCode;
  readonly severity: 'warning' | 'hint';
  /** Whether standing elsewhere can help, or only one break fewer. */
  readonly remedy: 'move' | 'remove';
  isBroken(ruling: Ruling): boolean;
  /** In words for a reporter; called only where the rule is broken. */
  reason(ruling: Ruling): string;
}

/** Blocks that no advertisement may touch, as a reporter calls them: the reader would take the ad for part of them. */
const untouchable: Partial<Record<Block['kind'], string>> = {
  heading: 'a heading',
  image: 'an image',
  pullQuote: 'a pull quote',
  list: 'a list',
  table: 'a table',
};

/** Whether an advertisement may stand directly before or after a block of this kind. */
export const mayTouch = (block: Block): boolean => untouchable[block.kind] === undefined;

const isBesideBreak = ({ place, body }: Ruling): boolean =>
  place.ordinal > 0 && body.breaks[place.ordinal - 1]?.passagesBefore === place.passagesBefore;

/** A rule about the first break only; at the very top the rule "first-block" speaks instead. */
const isEarly = (ruling: Ruling): boolean => ruling.place.ordinal === 0 && ruling.place.passagesBefore > 0;

/** A rule about the distance to the break before; for neighbours the rule "beside-break" speaks instead. */
const isLater = (ruling: Ruling): boolean => ruling.place.ordinal > 0 && !isBesideBreak(ruling);

const figure = (value: number): string => Math.round(value).toLocaleString('en-GB');
const counted = (value: number, one: string): string => `${figure(value)} ${one}${value === 1 ? '' : 's'}`;
/** A share in percent, never rounded down to the limit it exceeds. */
export const percent = (share: number): string =>
  `${(Math.ceil(share * 1000) / 10).toLocaleString('en-GB')} %`;

/** All rules, the plainest first. */
export const adRules: readonly AdRule[] = [
  {
    code: 'first-block',
    severity: 'warning',
    remedy: 'move',
    isBroken: ({ place }) => place.before === null,
    reason: () => 'An ad break must not be the first thing in the article.',
  },
  {
    code: 'last-block',
    severity: 'warning',
    remedy: 'move',
    isBroken: ({ place }) => place.after === null,
    reason: () => 'An ad break must not be the last thing in the article: nothing continues after it.',
  },
  {
    code: 'beside-break',
    severity: 'warning',
    remedy: 'move',
    isBroken: isBesideBreak,
    reason: () => 'This ad break follows another one with nothing to read between them.',
  },
  {
    code: 'beside-block',
    severity: 'warning',
    remedy: 'move',
    isBroken: ({ place }) =>
      [place.before, place.after].some((passage) => passage !== null && !mayTouch(passage.block)),
    reason: ({ place }) => {
      const above = place.before && untouchable[place.before.block.kind];
      const below = place.after && untouchable[place.after.block.kind];
      const where = [above && `after ${above}`, below && `before ${below}`].filter(Boolean).join(' and ');
      return `This ad break stands directly ${where}; a reader may take one for part of the other.`;
    },
  },
  {
    code: 'too-early-blocks',
    severity: 'warning',
    remedy: 'move',
    isBroken: (ruling) => isEarly(ruling) && ruling.place.passagesBefore < ruling.policy.firstAfterBlocks,
    reason: ({ place, policy }) =>
      `The first ad break comes after ${counted(place.passagesBefore, 'block')}; your policy asks for at least ${figure(policy.firstAfterBlocks)}.`,
  },
  {
    code: 'too-early-words',
    severity: 'warning',
    remedy: 'move',
    isBroken: (ruling) => isEarly(ruling) && ruling.place.words < ruling.policy.firstAfterWords,
    reason: ({ place, policy }) =>
      `The first ad break comes after ${counted(place.words, 'word')}; your policy asks for at least ${figure(policy.firstAfterWords)}.`,
  },
  {
    code: 'too-close-words',
    severity: 'warning',
    remedy: 'move',
    isBroken: (ruling) => isLater(ruling) && ruling.place.words < ruling.policy.wordsBetween,
    reason: ({ place, policy }) =>
      `Only ${counted(place.words, 'word')} since the ad break before; your policy asks for at least ${figure(policy.wordsBetween)}.`,
  },
  {
    code: 'too-close-pixels',
    severity: 'warning',
    remedy: 'move',
    isBroken: (ruling) => isLater(ruling) && ruling.place.pixels < ruling.policy.pixelsBetween,
    reason: ({ place, policy }) =>
      `On a phone only about ${figure(place.pixels)} pixels of text since the ad break before; your policy asks for at least ${figure(policy.pixelsBetween)}.`,
  },
  {
    code: 'too-many',
    severity: 'warning',
    remedy: 'remove',
    isBroken: ({ place, policy }) => place.ordinal >= policy.mostBreaks,
    reason: ({ body, policy }) =>
      policy.mostBreaks === 0
        ? 'Your policy allows no ad breaks in an article.'
        : `The article has ${counted(body.breaks.length, 'ad break')}; your policy allows ${figure(policy.mostBreaks)}.`,
  },
  {
    code: 'too-dense',
    severity: 'warning',
    remedy: 'remove',
    isBroken: ({ place, body, policy }) => body.density > policy.density && place === densest(body),
    reason: ({ body, policy }) =>
      `On a phone advertisements take about ${percent(body.density)} of the article; your policy allows ${percent(policy.density)}.`,
  },
];

/** The break to give up first when the article is too dense: the last automatic one, or else the last one. */
function densest(body: BodySituation): BreakSituation | undefined {
  return body.breaks.findLast((each) => each.block.placed === 'auto') ?? body.breaks.at(-1);
}
