import type { Source } from '../article/source';
import { fold } from './fold';
import { writtenNames } from './written-names';

/** Languages that give names the endings of cases: the Slavic ones but Bulgarian and Macedonian, and the Baltic ones. */
const declining = /^(?:be|bs|cs|hr|lt|lv|pl|ru|sh|sk|sl|sr|uk)(?:-|$)/;
const baltic = /^l[tv](?:-|$)/;

/** Vowels as `fold` leaves them: "й" and "ї" are "и" and "і" to it. */
const vowel = '[aeiouyаеиоуыэюяіє]';
/** What follows the first vowel of an ending: "-ovi", "-ego", "-ymi", "-ového", "-ами", "-ього". */
const ending = `${vowel}[aeiouymhgjvwаеиоуыэюяієьмгвхj]{0,4}`;

/** What the last consonant of a name becomes before some endings: "Novák" and "Nováci", "Petraitis" and "Petraičio". */
const softened: Readonly<Record<string, string>> = {
  k: '(?:k|cz?)',
  g: '(?:g|d?z)',
  h: '(?:h|z|s)',
  t: '(?:t|c)',
  d: '(?:d|dz)',
  r: '(?:r|rz)',
  к: '[кцч]',
  г: '[гзж]',
  х: '[хсш]',
};

/**
 * The surnames of a person, folded: of the name and of those that were made one with it, each once; of "Müller-Weiß" each
 * half as well. None that the public description has anyway.
 */
export const surnamesOf = ({ kind, name, otherNames, publishedAs }: Source): readonly string[] =>
  kind === 'person'
    ? [...new Set([name, ...otherNames].flatMap((each) => surnamesIn(each, publishedAs)))]
    : [];

/** The last word of a name of several words, and what hyphens part in it; shorter ones than three letters are too often chance. */
function surnamesIn(name: string, publishedAs: string): readonly string[] {
  const words =
    fold((writtenNames(name)[0] ?? name).replace(/,?\s+(?:jr|sr|ii|iii|iv)\.?$/i, '')).text.match(
      /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu,
    ) ?? [];
  const last = words.at(-1);
  if (words.length < 2 || !last) return [];
  const told = fold(publishedAs).text;
  return [last, ...last.split('-')].filter((part) => part.length >= 3 && !told.includes(part));
}

/**
 * Matches a surname of `surnamesOf` in a folded text of that language, also in the genitive with "s" and, where the language
 * declines names, in its other cases.
 */
export const surnamePattern = (surname: string, language: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms(surname, language)})(?![\\p{L}\\p{N}])`, 'gu');

function forms(surname: string, language: string): string {
  const plain = `${escaped(surname)}s?`;
  if (!declining.test(language)) return plain;
  const stem = surname.replace(
    new RegExp(baltic.test(language) ? `${vowel}{0,2}s$|${vowel}{1,2}$` : `${vowel}{1,2}$`, 'u'),
    '',
  );
  if (stem.length < 3) return plain;
  // "Němec" and "Němce", "Kwiatek" and "Kwiatka": the vowel before the last consonant goes.
  const [, before = '', fleeting = '', last = ''] =
    /^(.*?)(?:(?<=[^aeiouyаеиоуыэюяіє])([eoео]))?(.)$/u.exec(stem) ?? [];
  const optional = fleeting !== '' && stem === surname ? `${fleeting}?` : fleeting;
  return `${plain}|${escaped(before)}${optional}${softened[last] ?? escaped(last)}${ending}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
