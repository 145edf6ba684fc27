import { type Codec, stringThat } from '../base/codec';

/** Whether `tag` has the form of a language tag as a file may hold it (BCP 47). `Intl` does not take every one of these. */
export const isLanguageTag = (tag: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);

export const languageCodec: Codec<string> = stringThat('a language tag such as en or en-GB', isLanguageTag);

/**
 * The canonical form of a language tag. `Intl` throws at tags that pages and files have all the same, such as "zh-cmn-Hans"
 * (BCP 47 knows it, Unicode's locale identifiers do not): of those it is the longest beginning that `Intl` takes, "en" where it
 * takes none. Whoever asks `Intl` about an article's language asks by this.
 */
export function canonicalLanguage(tag: string): string {
  const parts = tag.split('-');
  for (let count = parts.length; count > 0; count -= 1) {
    const known = taken(parts.slice(0, count).join('-'));
    if (known !== null) return known;
  }
  return 'en';
}

function taken(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
