import type { Check } from './check';
import { doubledWords } from './copy/doubled-words';
import { houseStyleWords } from './copy/house-style-words';
import { invisibleCharacters } from './copy/invisible';
import { longParagraphs } from './copy/long-paragraphs';
import { mixedApostrophes, mixedQuotationMarks } from './copy/quotation-marks';
import { wordsRunTogether } from './copy/run-together-check';
import { missingSpaces, straySpaces } from './copy/spaces';
import { markedGaps, typedGaps } from './copy/to-come';
import { nameBeforeIntroduction } from './sourcing/introductions';
import { unbalancedMarks } from './sourcing/marks';
import {
  checkedWordsChanged,
  offTheRecord,
  paraphraseWithoutAttribution,
  quotationWithoutSpeaker,
} from './sourcing/quotations';
import { unnamedSourceNamed, unnamedSourceSurname, unnamedWithoutReason } from './sourcing/unnamed';
import { spelling } from './spelling/spelling';
import { adBreakPlacement, adPolicySense } from './structure/ad-breaks';
import {
  emptyBlock,
  headingJump,
  linkWithoutText,
  unknownBlock,
  unknownPart,
  unsafeLink,
} from './structure/blocks';
import { embargoInFuture, fieldChecks, openSuggestions } from './structure/fields';
import { imageAltMissing, imageCreditMissing, imageFileMissing } from './structure/pictures';

/** Checks of how words are sourced. */
export const sourcingChecks: readonly Check[] = [
  offTheRecord,
  unnamedSourceNamed,
  unnamedSourceSurname,
  unnamedWithoutReason,
  quotationWithoutSpeaker,
  paraphraseWithoutAttribution,
  checkedWordsChanged,
  nameBeforeIntroduction,
  unbalancedMarks,
];

/** Checks of how words are written. */
export const copyChecks: readonly Check[] = [
  markedGaps,
  typedGaps,
  wordsRunTogether,
  spelling,
  missingSpaces,
  straySpaces,
  doubledWords,
  invisibleCharacters,
  mixedQuotationMarks,
  mixedApostrophes,
  houseStyleWords,
  longParagraphs,
];

/** Checks of what the article is made of. */
export const structureChecks: readonly Check[] = [
  ...fieldChecks,
  imageFileMissing,
  imageAltMissing,
  imageCreditMissing,
  linkWithoutText,
  unsafeLink,
  adBreakPlacement,
  adPolicySense,
  emptyBlock,
  headingJump,
  unknownBlock,
  unknownPart,
  embargoInFuture,
  openSuggestions,
];

/** Every check there is. A new check is one value in one of the three lists. */
export const allChecks: readonly Check[] = [...sourcingChecks, ...copyChecks, ...structureChecks];
