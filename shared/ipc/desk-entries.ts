import type { Article, Status } from '../article/article';
import type { DeskSettings, DeskSettingsRefusal } from '../article/desk-settings';
import type { FileFailure, ReadProblem } from './failures';

/** What the library shows of an article. `slug` is the name of its folder. */
export interface ArticleEntry {
  readonly kind: 'article';
  readonly slug: string;
  readonly id: string;
  readonly headline: string;
  readonly status: Status;
  readonly section: string;
  /** ISO 8601 with zone. */
  readonly created: string;
  readonly modified: string;
  /** Words of published text. */
  readonly words: number;
}

/** A folder with an `article.json` that cannot be shown: listed with its problem, never touched. */
export interface ProblemEntry {
  readonly kind: 'problem';
  readonly slug: string;
  readonly problem: ReadProblem;
}

export type DeskEntry = ArticleEntry | ProblemEntry;

/** What changed on the desk, by us or by another program. */
export interface DeskChange {
  readonly changed: readonly DeskEntry[];
  /** Slugs that are gone. */
  readonly removed: readonly string[];
}

/** An open desk. */
export interface DeskState {
  /** Absolute path of its folder. */
  readonly path: string;
  readonly settings: DeskSettings;
  /** `desk.json` could not be used: the settings are the defaults, the file stays until new settings are saved. */
  readonly settingsProblem: DeskSettingsRefusal | FileFailure | null;
}

/** An article as it stands on the disk. */
export interface OpenArticle {
  readonly slug: string;
  readonly article: Article;
  /** SHA-256 of the file's bytes: what the next save expects to replace. */
  readonly hash: string;
}

/** A completed, durable save. */
export interface Saved {
  readonly hash: string;
  /** The moment that was written into the article. */
  readonly modified: string;
}

/** A deleted article in the bin. */
export interface BinEntry {
  /** The name of its folder in the bin. */
  readonly name: string;
  readonly slug: string;
  readonly headline: string;
  /** ISO 8601 with zone. */
  readonly deleted: string;
}
