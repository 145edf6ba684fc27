import type { Stretch } from './finding';

/**
 * The stretches of a text that are not language: addresses, domain names, handles, hashtags, file names; and the gaps
 * (TK) in it, whose words are not there yet.
 */
export interface ProtectedStretches {
  /**
   * Whether any part of the stretch lies in an address or the like, or the stretch meets a gap: what stands on both sides
   * of one is not one piece of text, and a word at its edge may be half of one.
   */
  touches(stretch: Stretch): boolean;
  /** Whether any part of the stretch lies in an address or the like; a gap beside it does not matter. */
  isInAddress(stretch: Stretch): boolean;
}

/** Endings of domain names that are also words at the beginning of a sentence are left to the lower-case pattern. */
const pattern = new RegExp(
  [
    String.raw`(?:https?|ftp|mailto|tel):[^\s<>\u201c\u201d"]+`,
    String.raw`www\.[^\s<>\u201c\u201d"]+`,
    String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`(?<![\w@])@\w+`,
    String.raw`(?<![\w#&])#\w+`,
    // Domain names, with what follows a slash.
    String.raw`(?<![\w@.-])(?:[\w-]+\.)+(?:com|org|net|gov|edu|info|biz|co\.uk|ac\.uk|gov\.uk|org\.uk|eu|de|fr|ru|ly|tv|io|fm|cc)(?![\p{L}\p{N}-])(?:\/[^\s<>\u201c\u201d"]*)?`,
    String.raw`(?<![\w@.-])[A-Z][\w-]*\.(?:Com|Org|Net)(?![\p{L}\p{N}-])`,
    String.raw`(?<![\w@.-])[\w-]+\.(?:pdf|docx?|xlsx?|jpe?g|png|gif|mp[34]|zip|txt|html?|csv|js|py)(?![\p{L}\p{N}-])`,
  ].join('|'),
  'gu',
);

const none: ProtectedStretches = { touches: () => false, isInAddress: () => false };

/**
 * Finds them. Cost: linear in the text.
 * @param gaps where words are still to come, in UTF-16 code units of `text`
 */
export function protectedStretches(text: string, gaps: readonly number[]): ProtectedStretches {
  const addresses = addressesIn(text);
  if (addresses.length === 0 && gaps.length === 0) return none;
  const isInAddress = ({ start, end }: Stretch): boolean =>
    addresses.some((address) => start < address.end && end > address.start);
  return {
    isInAddress,
    touches: (stretch) => isInAddress(stretch) || gaps.some((at) => stretch.start <= at && at <= stretch.end),
  };
}

function addressesIn(text: string): readonly Stretch[] {
  // Every one of them has one of these characters.
  if (!/[.:@#]/.test(text)) return [];
  const stretches: Stretch[] = [];
  for (const match of text.matchAll(pattern)) {
    // The full stop that ends the sentence is not part of the address.
    const words = match[0].replace(/[.,;:!?)\]’']+$/, '');
    stretches.push({ start: match.index, end: match.index + words.length });
  }
  return stretches;
}
