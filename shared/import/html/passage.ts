import type { Block } from '../../article/block';
import type { Inline } from '../../article/inline';

/** In which part of a web page a passage stood. */
export type Region = 'body' | 'article' | 'article-head' | 'header' | 'nav' | 'footer' | 'aside';

/** What a passage is by its markup, where that is more than its block says. */
export type PassageRole = 'title' | 'headline' | 'deck' | 'kicker' | 'byline' | 'dateline' | 'masthead' | '';

/** A block with what the page says about it. */
export interface Passage {
  readonly kind: 'passage';
  readonly block: Block;
  readonly region: Region;
  readonly role: PassageRole;
  /** The level of the heading as written, 1 to 6; 0 for other blocks. */
  readonly headingLevel: number;
}

/** One item of a list on its way into a nested list. */
export interface ListLine {
  readonly kind: 'line';
  /** Depth, 1 for the outermost list. */
  readonly level: number;
  readonly ordered: boolean;
  /** The item's number, for ordered lists. */
  readonly number: number;
  /** Lines of one list share this; a different one begins a new list. */
  readonly list: string;
  readonly children: readonly Inline[];
  readonly region: Region;
}

export type Entry = Passage | ListLine;
