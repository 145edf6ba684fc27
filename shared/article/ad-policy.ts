import { type Codec, integerBetween, numberBetween, object, stringThat, type WithExtra } from '../base/codec';
import { isAdSize } from './block';

/** Where ad breaks may stand. Distances are in words and blocks of published text. */
export interface AdPolicy extends WithExtra {
  /** The first break stands after at least this many blocks. */
  readonly firstAfterBlocks: number;
  /** The first break stands after at least this many words. */
  readonly firstAfterWords: number;
  /** Words between two breaks, at least. */
  readonly wordsBetween: number;
  /** CSS pixels of text between two breaks at 360 px width, at least. */
  readonly pixelsBetween: number;
  readonly mostBreaks: number;
  /** Summed height of ads as a share of the height of the main content at 360 px width. Better Ads: 0.3. */
  readonly density: number;
  /** The size of a break that names none, as "300x250". */
  readonly size: string;
}

export const adPolicyCodec: Codec<AdPolicy> = object<AdPolicy>({
  firstAfterBlocks: integerBetween(0, 1000),
  firstAfterWords: integerBetween(0, 100_000),
  wordsBetween: integerBetween(0, 100_000),
  pixelsBetween: integerBetween(0, 1_000_000),
  mostBreaks: integerBetween(0, 1000),
  density: numberBetween(0, 1),
  size: stringThat('a size such as 300x250', isAdSize),
});

/** Better Ads Standards: ads take at most 30 % of the height of the main content on a mobile page. */
export const defaultAdPolicy: AdPolicy = {
  firstAfterBlocks: 3,
  firstAfterWords: 120,
  wordsBetween: 200,
  pixelsBetween: 800,
  mostBreaks: 20,
  density: 0.3,
  size: '300x250',
};
