import type { Source } from '../article/source';
import { inLatinLetters } from '../base/latin-letters';
import { type Folded, fold } from './fold';
import { tokensOf, withoutTitles } from './name-tokens';
import { writtenNames } from './written-names';

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
/** Scripts whose names are also written in Latin letters: in slugs and names of files, and in other languages. */
const otherScript = /[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Georgian}]/u;

/** Cyrillic and Greek letters that look like Latin ones, small or capital: "Кеrry". Both sides are read alike, so that nothing is lost. */
const latinShapes: Readonly<Record<string, string>> = Object.fromEntries(
  ['аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝw', 'αaβbεeζzηhιiκkμmνvοoρpτtυyχx'].flatMap((pairs) =>
    (pairs.match(/../gu) ?? []).map((pair) => [pair[0], pair[1]]),
  ),
);
const inShape = (folded: string): string =>
  folded.replace(/[\p{sc=Cyrillic}\p{sc=Greek}]/gu, (letter) => latinShapes[letter] ?? letter);
const wordsOf = (text: string): readonly string[] => tokensOf(text).map(inShape);

/** What in a contact leads to the person: an address or a number. "Press office, after six" gives nobody away. */
const reachable =
  /https?:\/\/[^\s,;|]+|[^\s,;|:<>()@]{0,64}@[^\s,;|:<>()]+|\+?\(?\d(?:[^\p{L}\p{N}@,;|]{0,3}\d){5,}/gu;

/** A description such as "a senior official" without its article, for comparing. */
const withoutArticle = (tokens: readonly string[]): string =>
  tokens.join(' ').replace(/^(?:an?|the) (?=.)/, '');

/**
 * Prepares the search for the names (for documents also the title and address) and the contact of an unnamed source.
 * Letter case, accents, invisible characters, hyphens and spaces make no difference, nor does "ue" for "ü"; "Kerry, John",
 * "KERRY John", "Dr John Kerry", "John F. Kerry", "John Forbes Kerry", "J. Kerry" and "#johnkerry" are found for "John Kerry", "Ivan Petrov" for "Иван Петров". A bare surname
 * is not: it can be a place or a common word, and a check asks about it. A name field that only repeats the public
 * description holds no secret.
 */
export function nameSearch(source: Source): NameSearch {
  const isPerson = source.kind === 'person';
  const written = [
    ...[source.name, ...source.otherNames].flatMap((name) => [name, ...(isPerson ? writtenNames(name) : [])]),
    source.kind === 'document' ? source.title : '',
  ];
  const fields = written.flatMap((field) =>
    otherScript.test(field) ? [field, inLatinLetters(field)] : [field],
  );
  const names = fields
    .map((field) => ({ field, tokens: wordsOf(field) }))
    .filter(({ tokens }) => isSecret(tokens, source));
  const phrases = names.flatMap(({ field, tokens }) =>
    (isPerson ? personForms(tokens) : [tokens]).map((form) => ({ field, tokens: form })),
  );
  const prose = phrases.map(({ field, tokens }) => phrasePattern(tokens, proseGaps(tokens, field)));
  const addresses = phrases.map(({ tokens }) => phrasePattern(tokens, () => addressGap));
  if (isPerson) {
    for (const { tokens } of phrases) {
      const [first, last] = [tokens[0], tokens.at(-1)];
      if (first === undefined || last === undefined || tokens.length < 2) continue;
      const rest = tokens.slice(1).map(letters).join(`${proseGap}*`);
      prose.push(pattern(`${rest}\\s*,\\s*${letters(first)}`, tokens[1] ?? '', first));
      prose.push(pattern(`${rest}\\s+${letters(first)}`, tokens[1] ?? '', first, inCapitals));
      addresses.push(pattern(`${letters(last)}${addressGap}${letters(first)}`, last, first));
      if (tokens.length === 2) prose.push(withNamesBetween(first, last));
      if (first.length > 1 && last.length > 1 && !unspaced.test(first)) prose.push(...withInitial(tokens));
      if (first.length > 1 && last.length > 3 && !unspaced.test(first)) {
        const initial = first[0] ?? '';
        // "kerryj@", "kerry.j@"; without the sign behind it a plural would be one: "stones" for Simon Stone.
        addresses.push(pattern(`${letters(last)}[._-]?${initial}\\p{N}*(?=@)`, last, initial));
        // Words and what an apostrophe leaves over: "a-stone-s-throw", "the-king-s-stone".
        const gap = /[aeiouysdlmt]/.test(initial) ? '[._]?' : addressGap;
        addresses.push(pattern(`${initial}${gap}${letters(last)}`, initial, last));
      }
    }
  }
  const exact = [
    ...(source.contact.match(reachable) ?? []),
    source.kind === 'document' ? (source.url ?? '') : '',
  ].flatMap(exactPattern);
  return {
    source,
    find(given, as) {
      const text = { ...given, text: inShape(given.text) };
      const found = firstFound([...(as === 'prose' ? prose : addresses), ...exact], text);
      return found ?? (as === 'prose' ? findInTypedAddresses(addresses, text) : null);
    },
  };
}

function isSecret(tokens: readonly string[], source: Source): boolean {
  const joined = tokens.join(' ');
  if (joined.length < 2 || placeholders.has(joined)) return false;
  return withoutArticle(tokens) !== withoutArticle(wordsOf(source.publishedAs));
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

/** Between two words of a name in prose: spaces, hyphens, apostrophes, and the dots that part names in some scripts. */
const proseGap = "[\\s\\p{Pd}_'’‘`´′·・‧]";

/** Quotation marks are as different in two texts as their keyboards. */
const quotationMarks = '"“”„«»';

/** The gap behind each word of `field`: what its own writer put there counts as well, such as the "&" of "Smith & Sons". */
function proseGaps(tokens: readonly string[], field: string): (token: string) => string {
  const text = inShape(fold(field).text);
  const own = tokens.length < 2 ? '' : (text.match(/[^\p{L}\p{N}\s.]/gu) ?? []).join('');
  const marks = [...new Set(own + (/["“”„«»]/.test(own) ? quotationMarks : ''))].map(
    (mark) => `\\u{${hex(mark)}}`,
  );
  // A full stop only after an initial, or it ends a sentence.
  return (token) =>
    `${proseGap.slice(0, -1)}${marks.join('')}${token.length <= 2 || text.includes(`${token}.`) ? '.' : ''}]`;
}

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);

/** A word as it may be spelled: "Mueller" and "Müller", "Annemarie" and "Anne-Marie". Nothing is taken out of short words. */
function letters(token: string): string {
  // "山田 太郎": where names have no spaces, whoever writes one puts it where it pleases.
  if (unspaced.test(token)) return [...token].join(`${proseGap}*`);
  const isShort = token.length < 4;
  return (token.match(isShort ? /./gsu : /[aou]e|aa|./gsu) ?? [])
    .map((letter) =>
      /^[aou]/.test(letter) && token.length > 2 ? `${letter[0]}${letter[0] === 'a' ? '[ae]' : 'e'}?` : letter,
    )
    .join(isShort ? '' : "(?:[\\p{Pd}'’]\\s?)?");
}

/** Names have capitals: "may mark" is not Mark May. Scripts without capitals pass. */
const inCapitals = (original: string): boolean =>
  original.split(/[\s.]+/).every((word) => !/^\p{Ll}/u.test(word));

/** What stands between may be small: "L. van Beethoven", "A. al-Sayed". */
const beginsAndEndsInCapitals = (original: string): boolean => {
  const words = original.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
  return inCapitals(`${words[0]} ${words.at(-1)}`);
};

type Matcher = (text: Folded) => Found | null;

function firstFound(matchers: readonly Matcher[], text: Folded): Found | null {
  for (const matcher of matchers) {
    const found = matcher(text);
    if (found) return found;
  }
  return null;
}

/** A word that is an address of a page, of a mailbox or of an account, although nobody made a link of it. */
const typedAddress = /@|:\/\/|^www\.|\.\p{L}{2,}\//u;

/** Prose can hold addresses; in them a name is written as in any other: "john.kerry@example.org". */
function findInTypedAddresses(addresses: readonly Matcher[], given: Folded): Found | null {
  if (!/[@/]|www\./.test(given.text)) return null;
  for (const { 0: word, index } of given.text.matchAll(/\S+/g)) {
    if (!typedAddress.test(word)) continue;
    const found = firstFound(addresses, {
      ...given,
      text: word,
      at: (place) => given.at(index + place),
    });
    if (found) return found;
  }
  return null;
}

/**
 * The initial of the first name with the last name, and the names between them as they are, by their initials or not at all:
 * "J. Kerry", "J. F. Kerry", "A. al-Sayed", "M.-J. O’Neill"; and "Kerry, J." as lists write it.
 */
function withInitial(tokens: readonly string[]): readonly Matcher[] {
  const [first = '', last = ''] = [tokens[0], tokens.at(-1)];
  const initial = first[0] ?? '';
  const between = tokens
    .slice(1, -1)
    .map((token) => `(?:(?:${letters(token)}|${token[0]}\\.)${proseGap}*)?`)
    .join('');
  const rest = tokens.slice(1).map(letters).join(`${proseGap}*`);
  return [
    // Not the end of "e.g." or "U.S.".
    pattern(
      `(?<!\\p{L}\\.)${initial}\\.${proseGap}*${between}${letters(last)}`,
      initial,
      last,
      beginsAndEndsInCapitals,
    ),
    pattern(
      `${rest}\\s*,\\s*${initial}\\.(?:\\s+\\p{L}+)?`,
      tokens[1] ?? '',
      initial,
      // "in Kerry, J. Smith said": the initial is somebody else's.
      (original) =>
        beginsAndEndsInCapitals(original.replace(/\s+\p{Ll}+$/u, '')) && !/\.\s+\p{Lu}\p{L}/u.test(original),
    ),
  ];
}

function phrasePattern(tokens: readonly string[], gap: (token: string) => string): Matcher {
  const size = tokens.join('').length;
  const parts = tokens.map((token, index) => {
    if (index === tokens.length - 1) return letters(token);
    const between = gap(token);
    const gapHere = between === addressGap ? between : `${between}${size < 6 ? '+' : '*'}`;
    // A middle initial that the source book does not know.
    const initial = index === 0 ? `(?:${between}${between === addressGap ? '' : '+'}\\p{L}\\.?)?` : '';
    return `${letters(token)}${initial}${gapHere}`;
  });
  return pattern(parts.join(''), tokens[0] ?? '', tokens.length > 1 ? (tokens.at(-1) ?? '') : '');
}

/** First and last name with one or two names between them that the source book does not know, or a nickname. */
function withNamesBetween(first: string, last: string): Matcher {
  const nickname = `[${quotationMarks}(‘'][^${quotationMarks}()\\n]{1,30}[${quotationMarks})’']`;
  const name = `(?:${nickname}|\\p{L}[\\p{L}'’]*(?:\\p{Pd}\\p{L}+)?)`;
  return pattern(
    `${letters(first)}(?:\\s+${name}){1,2}\\s+${letters(last)}`,
    first,
    last,
    // "John and Kerry": a name has a capital.
    (original) => original.split(/\s+/).every((word) => !/^\p{Ll}|^\p{Lo}/u.test(word)),
  );
}

/** An address or a number out of a contact. Of a long number the end is enough: the country and its zeros are written in many ways. */
function exactPattern(part: string): readonly Matcher[] {
  const tokens = wordsOf(part);
  const joined = tokens.join('');
  if (joined.length < 6) return [];
  const isNumber = /^\d+$/.test(joined);
  const wanted = isNumber ? [...joined.slice(-8)] : tokens;
  const isLong = isNumber && joined.length > 8;
  const before = isLong ? `(?:\\p{N}${addressGap}){0,8}` : '';
  const [first, last] = isNumber ? [isLong ? joined : '', joined] : [wanted[0] ?? '', wanted.at(-1) ?? ''];
  return [pattern(before + wanted.join(addressGap), first, last)];
}

/**
 * A matcher for an expression; a short word at an edge must stand by itself ("Al Green" is not in "legal greens"). An "s" at
 * the end is a genitive. `accepts` has the last word on what was found.
 */
function pattern(
  source: string,
  first: string,
  last: string,
  accepts: (original: string) => boolean = () => true,
): Matcher {
  const expression = new RegExp(`${source}(?:s(?![\\p{L}\\p{N}]))?`, 'gu');
  const single = last === '';
  const free = (token: string): boolean => unspaced.test(token) || (!single && token.length >= 4);
  const [startFree, endFree] = [free(first), free(single ? first : last)];
  return (text) => {
    expression.lastIndex = 0;
    for (let match = expression.exec(text.text); match; match = expression.exec(text.text)) {
      const found = original(text, match.index, match.index + match[0].length);
      if (
        (startFree || edgeBefore(text, found.start)) &&
        (endFree || edgeAfter(text, found.end)) &&
        accepts(text.original.slice(found.start, found.end))
      ) {
        return found;
      }
      // A name can begin within what was none: "John and John Kerry".
      expression.lastIndex = match.index + 1;
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
