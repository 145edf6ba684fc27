import type { Mention } from './mentions';
import type { QuotationInText, Reading } from './reading';

const MOST_BEFORE = 24;
const MOST_AFTER = 12;
const MOST_ELSEWHERE = 8;

/** The mentions of a text by paragraph, for looking up candidates at bounded cost. */
export type MentionsByParagraph = readonly (readonly Mention[])[];

/** Sorts mentions by paragraph, in order of the text. */
export function groupByParagraph(reading: Reading): MentionsByParagraph {
  const groups: Mention[][] = reading.paragraphs.map(() => []);
  for (const mention of reading.mentions) groups[mention.paragraph]?.push(mention);
  return groups;
}

/**
 * Mentions that may be the speaker of a quotation: the nearest of its own paragraph, the last of the two paragraphs
 * before and the first of the next one, and for a quotation of many paragraphs those of the paragraph that introduces it. At most 68, so that a paragraph of any length costs the same.
 */
export function candidatesFor(quotation: QuotationInText, groups: MentionsByParagraph): Mention[] {
  const introduction = quotation.introducedBy;
  const own = groups[quotation.paragraph] ?? [];
  const split = firstAfter(own, quotation.at);
  return [
    ...(introduction < quotation.paragraph - 2 ? (groups[introduction] ?? []).slice(-MOST_ELSEWHERE) : []),
    ...(groups[quotation.paragraph - 2] ?? []).slice(-MOST_ELSEWHERE),
    ...(groups[quotation.paragraph - 1] ?? []).slice(-2 * MOST_ELSEWHERE),
    ...own.slice(Math.max(0, split - MOST_BEFORE), split),
    ...own.slice(split, split + MOST_AFTER),
    ...(groups[quotation.paragraph + 1] ?? []).slice(0, MOST_ELSEWHERE),
  ];
}

function firstAfter(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention).first < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
