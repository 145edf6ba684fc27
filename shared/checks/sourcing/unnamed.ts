import type { Source } from '../../article/source';
import { inlineRuns, visitInlines } from '../../article/traverse';
import { decodedAddress, type Folded, fold } from '../../sources/fold';
import { type NameSearch, nameSearch } from '../../sources/name-search';
import { surnamePattern, surnamesOf } from '../../sources/surnames';
import { mayBeNamed } from '../../sources/terms';
import { termsOfAppearances, unnamedSources } from '../../sources/unnamed';
import { type ArticleCheck, type ArticleReading, keptByArticle, keptByBlock } from '../check';
import { atBlock, type Draft, excerptOf, type Stretch } from '../finding';
import type { BlockReading, TextPiece } from '../reading';

/** The sources of an article whose names must not be published. */
export const secretSources = keptByArticle(({ article }) => unnamedSources(article));

/** Sources that appear unnamed and for which nobody wrote down why, or how they are to be called. */
export const unnamedWithoutReason: ArticleCheck = {
  scope: 'article',
  code: 'unnamed-without-reason',
  severity: 'warning',
  title: 'Unnamed sources without a stated reason',
  create:
    () =>
    ({ article }) => {
      const appearances = termsOfAppearances(article);
      return article.sources.flatMap((source): Draft[] => {
        const terms = [...(appearances.get(source.id) ?? [])].filter((each) => !mayBeNamed(each));
        if (terms.length === 0) return [];
        const about = (reason: string): Draft => ({
          place: { kind: 'article', part: 'source', id: source.id },
          excerpt: source.publishedAs || source.name,
          reason,
          fix: null,
        });
        const shown = source.publishedAs.trim() || 'An unnamed source';
        return [
          ...(source.reasonUnnamed.trim() === ''
            ? [about(`${shown} is not named, and no reason is given. Readers deserve to know why.`)]
            : []),
          ...(source.publishedAs.trim() === '' && terms.includes('on-background')
            ? [
                about(
                  'A source speaks on background, but there is no description under which to publish the words, such as “a senior official”.',
                ),
              ]
            : []),
        ];
      });
    },
};

interface Search {
  readonly names: readonly NameSearch[];
  readonly surnames: readonly RegExp[];
}

/** What depends on the unnamed sources and the language only, so that it is kept while they stay the same. */
function createSearching() {
  let known: { readonly key: string; readonly search: Search } | null = null;
  return (sources: readonly Source[], language: string): Search => {
    const key = JSON.stringify([
      language,
      ...sources.map(({ kind, name, otherNames, title, publishedAs, contact, url }) => [
        kind,
        name,
        otherNames,
        title,
        publishedAs,
        contact,
        url,
      ]),
    ]);
    if (known?.key === key) return known.search;
    const search = {
      names: sources.map(nameSearch),
      surnames: sources.flatMap((source) =>
        surnamesOf(source).map((surname) => surnamePattern(surname, language)),
      ),
    };
    known = { key, search };
    return search;
  };
}

function namesIn(text: Folded, search: Search): readonly Stretch[] {
  return search.names.flatMap((name) => {
    const found: Stretch[] = [];
    let from = 0;
    // `find` tells the first; look again behind it.
    for (let rest: Folded = text; ; rest = fold(text.original.slice(from))) {
      const next = name.find(rest, 'prose');
      if (!next || next.end <= next.start) return found;
      found.push({ start: from + next.start, end: from + next.end });
      from += next.end;
    }
  });
}

function surnamesIn(text: Folded, search: Search): readonly Stretch[] {
  const found = search.surnames.flatMap((pattern) =>
    [...text.text.matchAll(pattern)].flatMap((match): Stretch[] => {
      const stretch = { start: text.at(match.index), end: text.at(match.index + match[0].length) };
      // A name has a capital; "brown" is a colour.
      return /\p{Lu}/u.test(text.original[stretch.start] ?? '') ? [stretch] : [];
    }),
  );
  // Of "Müller-Weiß" the halves were found as well.
  return found.filter((each) => !found.some((other) => isWithin(each, other) && !isWithin(other, each)));
}

const isWithin = (inner: Stretch, outer: Stretch): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** Two copies of one source find the same words. */
const eachOnce = (stretches: readonly Stretch[]): readonly Stretch[] => [
  ...new Map(stretches.map((stretch) => [`${stretch.start} ${stretch.end}`, stretch])).values(),
];

function inPieces(
  pieces: readonly TextPiece[],
  find: (text: Folded) => readonly Stretch[],
  reason: string,
): readonly Draft[] {
  return pieces.flatMap((piece) =>
    eachOnce(find(fold(piece.text))).map((stretch) => ({
      place: { ...piece.address, ...stretch },
      excerpt: excerptOf(piece.text, stretch),
      reason,
      fix: null,
    })),
  );
}

/** Goes through all texts; blocks are looked at once for as long as the unnamed sources stay the same. */
function throughTexts(
  article: ArticleReading,
  inBlock: (block: BlockReading) => readonly Draft[],
  inFields: (pieces: readonly TextPiece[]) => readonly Draft[],
): readonly Draft[] {
  return [
    ...inFields(article.pieces),
    ...article.blocks.flatMap((block, index) => inBlock(block).map((draft) => atBlock(draft, index))),
  ];
}

const fullNameReason =
  'This is the name of a source who must not be named. Take it out, or change the terms of what the source said.';

/** The name of an unnamed source in any text, address or file name of the article. */
export const unnamedSourceNamed: ArticleCheck = {
  scope: 'article',
  code: 'unnamed-source-named',
  severity: 'error',
  title: 'Names of unnamed sources',
  create() {
    const searching = createSearching();
    let kept: {
      readonly search: Search;
      readonly inBlock: (block: BlockReading) => readonly Draft[];
    } | null = null;
    return (reading) => {
      const sources = secretSources(reading);
      if (sources.length === 0) return [];
      const search = searching(sources, reading.article.language);
      const inTexts = (pieces: readonly TextPiece[]) =>
        inPieces(pieces, (text) => namesIn(text, search), fullNameReason);
      if (kept?.search !== search) {
        kept = {
          search,
          inBlock: keptByBlock((block) => [...inTexts(block.pieces), ...inAddresses(block, search)]),
        };
      }
      return [...throughTexts(reading, kept.inBlock, inTexts), ...inSlug(reading, search)];
    };
  },
};

function inAddresses({ block }: BlockReading, search: Search): readonly Draft[] {
  if (block.kind === 'deskNote') return [];
  const addresses: string[] = [];
  if (block.kind === 'image') addresses.push(block.file);
  if (block.kind === 'embed') addresses.push(block.url);
  for (const run of inlineRuns(block))
    visitInlines(run, (inline) => inline.kind === 'link' && addresses.push(inline.url));
  return addresses
    .filter((address) => holdsName(address, search))
    .map((address) => ({
      place: { kind: 'block', block: 0 },
      excerpt: address,
      reason: 'This address or file name holds the name of a source who must not be named.',
      fix: null,
    }));
}

const holdsName = (address: string, search: Search): boolean =>
  search.names.some((name) => name.find(fold(decodedAddress(address)), 'address') !== null);

function inSlug({ article }: ArticleReading, search: Search): readonly Draft[] {
  const parts = [
    { part: 'slug' as const, text: article.slug },
    ...article.subjects.map((text) => ({ part: 'subjects' as const, text })),
    ...(article.leadImage ? [{ part: 'leadImage' as const, text: article.leadImage.file }] : []),
  ];
  return parts
    .filter(({ text }) => holdsName(text, search))
    .map(({ part, text }) => ({
      place: { kind: 'article', part, id: '' },
      excerpt: text,
      reason: fullNameReason,
      fix: null,
    }));
}

/** The surname alone: it can be a place, a thing or somebody else, so the writer is asked. */
export const unnamedSourceSurname: ArticleCheck = {
  scope: 'article',
  code: 'unnamed-source-surname',
  severity: 'warning',
  title: 'Surnames of unnamed sources',
  create() {
    const searching = createSearching();
    let kept: {
      readonly search: Search;
      readonly inBlock: (block: BlockReading) => readonly Draft[];
    } | null = null;
    return (reading) => {
      const sources = secretSources(reading);
      if (sources.length === 0) return [];
      const search = searching(sources, reading.article.language);
      // Where the whole name stands the other check speaks.
      const find = (text: Folded): readonly Stretch[] => {
        const names = namesIn(text, search);
        return surnamesIn(text, search).filter((surname) => !names.some((name) => isWithin(surname, name)));
      };
      const inTexts = (pieces: readonly TextPiece[]) =>
        inPieces(pieces, find, 'This is the surname of a source who must not be named. Is it this person?');
      if (kept?.search !== search) kept = { search, inBlock: keptByBlock((block) => inTexts(block.pieces)) };
      return throughTexts(reading, kept.inBlock, inTexts);
    };
  },
};
