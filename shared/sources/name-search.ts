import type { Source } from '../article/source';
import { type Folded, fold } from './fold';
import { tokensOf, withoutTitles } from './name-tokens';

/** A stretch of a text, in UTF-16 code units. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Finds one source's secret words in a text. `address` is for file names, links, slugs: words may stand without gaps. */
export interface NameSearch {
  readonly source: Source;
  find(text: Folded, as: 'prose' | 'address'): Found | null;
}

/** What writers type into the name field when there is no name. */
const placeholders = new Set(
  'anonymous,unknown,unnamed,source,n n,nn,tk,tbc,tbd,a source,no name'.split(','),
);

/** Scripts that write names without spaces around them: there a name has no edges to look for. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const letter = /[\p{L}\p{N}]/u;

/** What in a contact leads to the person: an address or a number. "Press office, after six" gives nobody away. */
const reachable = /@|:\/\/|\d(?:\D?\d){5}/;

/** A description such as "a senior official" without its article, for comparing. */
const withoutArticle = (tokens: readonly string[]): string =>
  tokens.join(' ').replace(/^(?:an?|the) (?=.)/, '');

/**
 * Prepares the search for the name (for documents also the title and address) and the contact of an unnamed source.
 * Letter case, accents, invisible characters, hyphens and spaces make no difference; "Kerry, John", "Dr John Kerry",
 * "John F. Kerry" and "#johnkerry" are found for "John Kerry". A bare surname is not: it can be a place or a common
 * word, and a check asks about it. A name field that only repeats the public description holds no secret.
 */
export function nameSearch(source: Source): NameSearch {
  const names = [source.name, source.kind === 'document' ? source.title : '']
    .map(tokensOf)
    .filter((tokens) => isSecret(tokens, source));
  const phrases = names.flatMap((tokens) => (source.kind === 'person' ? personForms(tokens) : [tokens]));
  const prose = phrases.map((tokens) => phrasePattern(tokens, source.name, proseGap));
  const addresses = phrases.map((tokens) => phrasePattern(tokens, source.name, () => addressGap));
  if (source.kind === 'person') {
    for (const [first, ...rest] of phrases) {
      const last = rest.at(-1);
      if (first === undefined || last === undefined) continue;
      prose.push(pattern([last, `\\s*,\\s*${first}`], last, first));
      addresses.push(pattern([last, `${addressGap}${first}`], last, first));
    }
  }
  const exact = [
    ...source.contact.split(/[,;|\n]/).filter((part) => reachable.test(part)),
    source.kind === 'document' ? (source.url ?? '') : '',
  ]
    .map(tokensOf)
    .filter((tokens) => tokens.join('').length >= 6)
    .map((tokens) => pattern([tokens.join(addressGap)], tokens[0] ?? '', tokens.at(-1) ?? ''));
  return {
    source,
    find(text, as) {
      for (const matcher of as === 'prose' ? [...prose, ...exact] : [...addresses, ...exact]) {
        const found = matcher(text);
        if (found) return found;
      }
      return null;
    },
  };
}

function isSecret(tokens: readonly string[], source: Source): boolean {
  const joined = tokens.join(' ');
  if (joined.length < 2 || placeholders.has(joined)) return false;
  return withoutArticle(tokens) !== withoutArticle(tokensOf(source.publishedAs));
}

/** The name without titles, and first with last name where there are names between them. */
function personForms(tokens: readonly string[]): readonly (readonly string[])[] {
  const bare = withoutTitles(tokens);
  const [first, last] = [bare[0], bare.at(-1)];
  const forms = [bare];
  if (bare.length > 2 && first !== undefined && last !== undefined) forms.push([first, last]);
  return forms;
}

const addressGap = '[^\\p{L}\\p{N}]*';

/** Between two words of a name in prose: spaces and hyphens; a full stop only after an initial, or it ends a sentence. */
const proseGap = (token: string, dotted: boolean): string =>
  token.length <= 2 || dotted ? "[\\s\\p{Pd}_'’.]" : "[\\s\\p{Pd}_'’]";

type Matcher = (text: Folded) => Found | null;

function phrasePattern(
  tokens: readonly string[],
  name: string,
  gap: (token: string, dotted: boolean) => string,
): Matcher {
  const folded = fold(name).text;
  const letters = tokens.join('').length;
  const parts = tokens.map((token, index) => {
    if (index === tokens.length - 1) return token;
    const between = gap(token, folded.includes(`${token}.`));
    const gapHere = between === addressGap ? between : `${between}${letters < 6 ? '+' : '*'}`;
    // A middle initial that the source book does not know.
    const initial = index === 0 ? `(?:${between}${between === addressGap ? '' : '+'}\\p{L}\\.?)?` : '';
    return `${token}${initial}${gapHere}`;
  });
  return pattern(parts, tokens[0] ?? '', tokens.length > 1 ? (tokens.at(-1) ?? '') : '');
}

/** A matcher for the joined parts; a short word at an edge must stand by itself ("Al Green" is not in "legal greens"). */
function pattern(parts: readonly string[], first: string, last: string): Matcher {
  const expression = new RegExp(parts.join(''), 'gu');
  const single = last === '';
  const free = (token: string): boolean => unspaced.test(token) || (!single && token.length >= 4);
  const [startFree, endFree] = [free(first), free(single ? first : last)];
  return (text) => {
    for (const match of text.text.matchAll(expression)) {
      const found = original(text, match.index, match.index + match[0].length);
      if ((startFree || edgeBefore(text, found.start)) && (endFree || edgeAfter(text, found.end)))
        return found;
    }
    return null;
  };
}

function edgeBefore({ original: text }: Folded, start: number): boolean {
  const [before, here] = [
    /.$/su.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '',
    text[start] ?? '',
  ];
  if (!letter.test(before)) return true;
  // "saidKerry": words run together show by the capital.
  return /\p{Ll}/u.test(before) && /\p{Lu}/u.test(here);
}

function edgeAfter({ original: text }: Folded, end: number): boolean {
  const after = String.fromCodePoint(text.codePointAt(end) ?? 32);
  if (!letter.test(after)) return true;
  return /\p{Lu}/u.test(after) && /\p{Ll}/u.test(text[end - 1] ?? '');
}

const original = (text: Folded, start: number, end: number): Found => ({
  start: text.at(start),
  end: text.at(end),
});
