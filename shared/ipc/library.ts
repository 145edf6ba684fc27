import type { Marked } from '../search/marks';

/** What a search of the desk found. */
export interface LibraryHits {
  /**
   * The folders of the best articles in which everything occurs, the best first, "/" between them: one text of many
   * names goes through three processes much faster than a list. `foundFolders` takes it apart.
   */
  readonly found: string;
  /** In how many articles everything occurs. */
  readonly count: number;
  /** How many articles were searched as a whole; of the rest only the headlines. */
  readonly searched: number;
  /** How many articles there are. */
  readonly all: number;
}

/** How the library shows one article that was found. */
export interface LibraryExcerpt {
  readonly slug: string;
  readonly headline: Marked;
  /** Where what was looked for stands, and words around it; null where the headline shows it all. */
  readonly passage: { readonly where: 'deck' | 'people' | 'body'; readonly text: Marked } | null;
}

/** Somebody who is a source of articles, by name. */
export interface LibraryPerson {
  readonly name: string;
  /** The folders of the articles. */
  readonly slugs: readonly string[];
}

/** Who is a source of which articles, as far as the articles were read. */
export interface LibraryPeople {
  readonly people: readonly LibraryPerson[];
  readonly searched: number;
  readonly all: number;
}

/** What the checks find in the articles of the desk, without spelling. */
export interface LibraryChecks {
  /** Articles with open findings: how many errors and warnings. */
  readonly found: readonly { readonly slug: string; readonly errors: number; readonly warnings: number }[];
  readonly checked: number;
  readonly all: number;
}

/** The folders in the answer of a search. No name of a folder holds a "/". */
export const foundFolders = ({ found }: Pick<LibraryHits, 'found'>): readonly string[] =>
  found === '' ? [] : found.split('/');
