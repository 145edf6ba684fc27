import { createBlockMeasures, inspectAdBreaks } from '../../../shared/adbreaks';
import { defaultAdPolicy } from '../../../shared/article/ad-policy';
import type { Block } from '../../../shared/article/block';
import { p } from '../../../shared/article/build';

/** A paragraph of so many words. */
export const words = (count: number): Block => p(`${'water '.repeat(count).trim()}.`);

/** So many paragraphs of 50 words each. */
export const story = (paragraphs: number): readonly Block[] =>
  Array.from({ length: paragraphs }, () => words(50));

export const measures = createBlockMeasures('en');

/** A policy whose only limit is what a test sets. */
export const lenient = {
  ...defaultAdPolicy,
  firstAfterBlocks: 0,
  firstAfterWords: 0,
  wordsBetween: 0,
  pixelsBetween: 0,
  mostBreaks: 1000,
  density: 1,
};

/** The rules broken, as "code@index". */
export const broken = (body: readonly Block[], policy = defaultAdPolicy): readonly string[] =>
  inspectAdBreaks(body, policy, measures).violations.map(({ code, block }) => `${code}@${block}`);
