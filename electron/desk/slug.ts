import { inLatinLetters } from '../../shared/base/latin-letters';
import { plainLetters } from '../../shared/base/plain-letters';
import { isDeviceName } from '../../shared/base/windows-names';

const mostCharacters = 80;

/**
 * A slug from a headline: lower-case ASCII letters, digits and hyphens, at most 80; "article" where none is left, since no
 * letter has a common way into Latin ones.
 */
export function slugFrom(headline: string): string {
  const words = inLatinLetters(headline)
    .replace(/\P{ASCII}/gu, (letter) => plainLetters[letter] ?? (/\p{M}|[’']/u.test(letter) ? '' : '-'))
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const slug = shortened(words, mostCharacters);
  if (slug === '') return 'article';
  return isDeviceName(slug) ? `${slug}-article` : slug;
}

/** `wanted`, or with "-2", "-3" … the first that is not taken. `taken` holds names in lower case. */
export function uniqueSlug(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `-${number}`;
    const slug = `${shortened(wanted, mostCharacters - ending.length)}${ending}`;
    if (!taken.has(slug.toLowerCase())) return slug;
  }
}

/** At most `most` characters, cut after a whole word where one ends in the second half. */
function shortened(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const cut = slug.slice(0, most + 1);
  const end = cut.lastIndexOf('-');
  return slug.slice(0, end > most / 2 ? end : most).replace(/-+$/, '');
}
