import { type AdPolicy, defaultAdPolicy } from '../article/ad-policy';
import { isAdSize } from '../article/block';
import { fail, ok, type Result } from '../base/result';
import { columnWidth, phoneWidth } from './page-metrics';

/** The figures of a policy; the size is told apart because it is text. */
export type PolicyFigure = Exclude<keyof AdPolicy, 'size' | 'extra'>;

/** What a dialog needs to ask for a figure and to explain it. */
export interface FigureExplanation {
  readonly field: PolicyFigure;
  readonly label: string;
  readonly unit: 'blocks' | 'words' | 'CSS pixels' | 'breaks' | 'share';
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly why: string;
  /** Where the default comes from. */
  readonly source: string;
}

const houseSource = 'Our default; no public standard sets this figure.';

/** Every figure of the policy in the order of a dialog, with its bounds, its reason and the source of its default. */
export const figureExplanations: readonly FigureExplanation[] = [
  {
    field: 'firstAfterBlocks',
    label: 'Blocks before the first break',
    unit: 'blocks',
    least: 0,
    most: 1000,
    whole: true,
    why: 'The reader gets into the story before the first advertisement.',
    source: houseSource,
  },
  {
    field: 'firstAfterWords',
    label: 'Words before the first break',
    unit: 'words',
    least: 0,
    most: 100_000,
    whole: true,
    why: 'Three blocks can be three short sentences; this makes sure there is something to read.',
    source: houseSource,
  },
  {
    field: 'wordsBetween',
    label: 'Words between two breaks',
    unit: 'words',
    least: 0,
    most: 100_000,
    whole: true,
    why: 'Advertisements that follow each other closely drive readers away.',
    source:
      'Our default. For comparison: Facebook Instant Articles allowed one advertisement in 250 words (2017).',
  },
  {
    field: 'pixelsBetween',
    label: 'Text between two breaks on a phone',
    unit: 'CSS pixels',
    least: 0,
    most: 1_000_000,
    whole: true,
    why: `Two advertisements should not be seen at once: a phone ${phoneWidth} pixels wide shows about 640 to 800 pixels of height.`,
    source: 'Our default: one screen of a common phone.',
  },
  {
    field: 'mostBreaks',
    label: 'Breaks in one article',
    unit: 'breaks',
    least: 0,
    most: 1000,
    whole: true,
    why: 'An upper limit, however long the article is. 0 means no breaks.',
    source: houseSource,
  },
  {
    field: 'density',
    label: 'Share of the page taken by advertisements',
    unit: 'share',
    least: 0,
    most: 1,
    whole: false,
    why: 'Chrome may remove every advertisement of a site that exceeds 30 % on phones.',
    source:
      'Better Ads Standards, mobile web, “Ad density higher than 30%”: heights of all ads divided by the height of the main content.',
  },
];

/** Why a policy can not be used. */
export type PolicyRefusal =
  | { readonly code: 'not-a-number'; readonly field: PolicyFigure }
  | {
      readonly code: 'out-of-range';
      readonly field: PolicyFigure;
      readonly least: number;
      readonly most: number;
    }
  | { readonly code: 'not-whole'; readonly field: PolicyFigure }
  | { readonly code: 'size-unreadable'; readonly size: string }
  | { readonly code: 'size-too-wide'; readonly width: number; readonly room: number }
  | { readonly code: 'density-forbids-all'; readonly mostBreaks: number };

/** Whether the figures can be followed; otherwise every reason why not. */
export function checkPolicy(policy: AdPolicy): Result<AdPolicy, readonly PolicyRefusal[]> {
  const refusals = figureExplanations.flatMap((figure) => refusalsOf(figure, policy[figure.field]));
  if (!isAdSize(policy.size)) refusals.push({ code: 'size-unreadable', size: policy.size });
  else if (adSize(policy.size).width > phoneWidth) {
    refusals.push({ code: 'size-too-wide', width: adSize(policy.size).width, room: phoneWidth });
  }
  if (policy.density === 0 && policy.mostBreaks > 0) {
    refusals.push({ code: 'density-forbids-all', mostBreaks: policy.mostBreaks });
  }
  return refusals.length === 0 ? ok(policy) : fail(refusals);
}

function refusalsOf(figure: FigureExplanation, value: unknown): PolicyRefusal[] {
  const { field, least, most } = figure;
  if (typeof value !== 'number' || Number.isNaN(value)) return [{ code: 'not-a-number', field }];
  if (value < least || value > most) return [{ code: 'out-of-range', field, least, most }];
  if (figure.whole && !Number.isInteger(value)) return [{ code: 'not-whole', field }];
  return [];
}

const labelOf = (field: PolicyFigure): string =>
  figureExplanations.find((figure) => figure.field === field)?.label ?? field;

/** A refusal as a sentence that says what to do. */
export function describePolicyRefusal(refusal: PolicyRefusal): string {
  switch (refusal.code) {
    case 'not-a-number':
      return `“${labelOf(refusal.field)}” needs a number, such as ${defaultAdPolicy[refusal.field]}.`;
    case 'out-of-range':
      return `“${labelOf(refusal.field)}” must be from ${refusal.least} to ${refusal.most}.`;
    case 'not-whole':
      return `“${labelOf(refusal.field)}” must be a whole number.`;
    case 'size-unreadable':
      return `“${refusal.size}” is not a size. Write width and height in pixels, such as ${defaultAdPolicy.size}.`;
    case 'size-too-wide':
      return `An advertisement ${refusal.width} pixels wide does not fit a phone of ${refusal.room} pixels. Choose a size such as ${defaultAdPolicy.size} or 320x100.`;
    case 'density-forbids-all':
      return 'A density of 0 % forbids every break. Raise the density, or set the number of breaks to 0.';
  }
}

/** Something in a usable policy that its author may not have meant. */
export interface PolicyAdvice {
  readonly code: 'above-better-ads' | 'density-binds' | 'wider-than-column';
  readonly text: string;
}

/** What is worth telling about a policy that can be used. */
export function advisePolicy(policy: AdPolicy): readonly PolicyAdvice[] {
  const advice: PolicyAdvice[] = [];
  const { width, height } = adSize(policy.size);
  if (policy.density > defaultAdPolicy.density) {
    advice.push({
      code: 'above-better-ads',
      text: 'Above 30 % Chrome may remove every advertisement of your site on phones (Better Ads Standards).',
    });
  }
  if (policy.mostBreaks > 1 && height / (height + policy.pixelsBetween) > policy.density) {
    advice.push({
      code: 'density-binds',
      text: `With advertisements ${height} pixels high, ${policy.pixelsBetween} pixels between them are too little for this density: breaks will stand further apart than the distance says.`,
    });
  }
  if (width > columnWidth) {
    advice.push({
      code: 'wider-than-column',
      text: `An advertisement ${width} pixels wide is wider than the column of text on a phone (${columnWidth} pixels) and will stand out of it.`,
    });
  }
  return advice;
}

/** Width and height of a size such as "300x250", in CSS pixels; the default size for text that is none. */
export function adSize(size: string): { readonly width: number; readonly height: number } {
  const [width, height] = (isAdSize(size) ? size : defaultAdPolicy.size).split('x').map(Number);
  return { width: width ?? 0, height: height ?? 0 };
}
