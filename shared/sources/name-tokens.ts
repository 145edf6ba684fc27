import { fold } from './fold';

/** Titles that stand before a name and are no part of it; without dots. */
const titlesBefore = new Set(
  [
    'mr mrs ms miss mx dr prof professor sir dame lord lady rev fr sen senator rep gov governor gen col capt sgt',
    'herr frau dipl monsieur madame mme mlle senor senora sra srta signor signora dott hr fru meneer mevrouw',
  ]
    .join(' ')
    .split(' '),
);
const titlesAfter = new Set('jr sr ii iii iv phd md mp qc kc'.split(' '));

/** The words of a name made comparable: letter case, accents, marks and spaces make no difference. */
export const tokensOf = (text: string): string[] => fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** A name without titles before and after it, as long as two words are left. */
export function withoutTitles(tokens: readonly string[]): readonly string[] {
  let bare = tokens;
  while (bare.length > 2 && titlesBefore.has(bare[0] ?? '')) bare = bare.slice(1);
  while (bare.length > 2 && titlesAfter.has(bare.at(-1) ?? '')) bare = bare.slice(0, -1);
  return bare;
}
