import type { Stretch } from './finding';

/** The stretches of a text that are not language: addresses, domain names, handles, hashtags, file names. */
export interface ProtectedStretches {
  /** Whether any part of the stretch lies in one of them. */
  touches(stretch: Stretch): boolean;
}

/** Endings of domain names that are also words at the beginning of a sentence are left to the lower-case pattern. */
const pattern = new RegExp(
  [
    String.raw`(?:https?|ftp|mailto|tel):[^\s<>“”"]+`,
    String.raw`www\.[^\s<>“”"]+`,
    String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`(?<![\w@])@\w+`,
    String.raw`(?<![\w#&])#\w+`,
    // Domain names, with what follows a slash.
    String.raw`(?<![\w@.-])(?:[\w-]+\.)+(?:com|org|net|gov|edu|info|biz|co\.uk|ac\.uk|gov\.uk|org\.uk|eu|de|fr|ru|ly|tv|io|fm|cc)(?![\p{L}\p{N}-])(?:\/[^\s<>“”"]*)?`,
    String.raw`(?<![\w@.-])[A-Z][\w-]*\.(?:Com|Org|Net)(?![\p{L}\p{N}-])`,
    String.raw`(?<![\w@.-])[\w-]+\.(?:pdf|docx?|xlsx?|jpe?g|png|gif|mp[34]|zip|txt|html?|csv|js|py)(?![\p{L}\p{N}-])`,
  ].join('|'),
  'gu',
);

const none: ProtectedStretches = { touches: () => false };

/** Finds them. Cost: linear in the text. */
export function protectedStretches(text: string): ProtectedStretches {
  // Every one of them has one of these characters.
  if (!/[.:@#]/.test(text)) return none;
  const stretches: Stretch[] = [];
  for (const match of text.matchAll(pattern)) {
    // The full stop that ends the sentence is not part of the address.
    const words = match[0].replace(/[.,;:!?)\]’']+$/, '');
    stretches.push({ start: match.index, end: match.index + words.length });
  }
  if (stretches.length === 0) return none;
  return {
    touches: ({ start, end }) => stretches.some((stretch) => start < stretch.end && end > stretch.start),
  };
}
