import { inLatinLetters } from '../../shared/base/latin-letters';
import { plainLetters } from '../../shared/base/plain-letters';
import { isDeviceName } from '../../shared/base/windows-names';

const mostCharacters = 80;

/** A slug from a name: lower-case ASCII letters, digits and hyphens, at most 80; "article" where none is left. */
export const slugFrom = (name: string): string => slugOf(name) ?? 'article';

/**
 * The name for the folder of an article. Headlines in Japanese, Arabic or Hindi have no common way into Latin letters: a desk would
 * have a hundred folders told apart by a number. They are named by the day, local, on which the article was begun, as is one without a
 * headline. `created` is ISO 8601.
 */
export const articleSlug = (headline: string, created: string): string =>
  slugOf(headline) ?? `article-${dayOf(new Date(created))}`;

function dayOf(moment: Date): string {
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
}

/** The slug of a name; null where no letter or digit of it has a way into one. */
function slugOf(headline: string): string | null {
  const words = inLatinLetters(headline)
    .replace(/\P{ASCII}/gu, (letter) => plainLetters[letter] ?? (/\p{M}|[’']/u.test(letter) ? '' : '-'))
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const slug = shortened(words, mostCharacters);
  if (slug === '') return null;
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

/** Whether `slug` is `wanted` with a number behind it, and `wanted` the name of a day: no words that somebody chose are lost with it. */
export const isNumbered = (slug: string, wanted: string): boolean =>
  /^article-\d{4}-\d\d-\d\d$/.test(wanted) &&
  /^-\d+$/.test(slug.slice(wanted.length)) &&
  slug.startsWith(wanted);

/** At most `most` characters, cut after a whole word where one ends in the second half. */
function shortened(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const cut = slug.slice(0, most + 1);
  const end = cut.lastIndexOf('-');
  return slug.slice(0, end > most / 2 ? end : most).replace(/-+$/, '');
}
