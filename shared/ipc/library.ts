import type { Marked } from '../search/marks';

/** What a search of the desk found. */
export interface LibraryHits {
  /** The folders of the articles in which everything occurs, the best first. */
  readonly slugs: readonly string[];
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
