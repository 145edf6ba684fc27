import type { Article, Status } from '../article/article';
import type { DeskSettings, DeskSettingsRefusal } from '../article/desk-settings';
import type { Source, Terms } from '../article/source';
import type { ImportReport } from '../import/report';
import type { Merge, SourceBookRefusal } from '../sources/book';
import type { CheckState } from '../sources/checking';
import type { FileFailure, ImportFailure, ReadProblem } from './failures';

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

/** How far the folders of a desk were looked at; `done` reaches `all` when the list is whole. */
export interface DeskReading {
  readonly done: number;
  readonly all: number;
}

/** What changed on the desk, by us or by another program. */
export interface DeskChange {
  readonly changed: readonly DeskEntry[];
  /** Slugs that are gone. */
  readonly removed: readonly string[];
  /** While a large desk is read for its list: how far that has come. */
  readonly reading?: DeskReading;
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

/** An article whose folder has another name now, and with it a file with another hash. */
export interface RenamedArticle extends OpenArticle {
  /** The hash of the file before: what was renamed may not be what the window read. */
  readonly formerHash: string;
}

/** A completed, durable save. */
export interface Saved {
  readonly hash: string;
  /** The moment that was written into the article. */
  readonly modified: string;
}

/** The source book of the desk. */
export interface SourceBookState {
  readonly sources: readonly Source[];
  readonly merges: readonly Merge[];
  /** `sources.json` cannot be used: the book is empty, and the file stays as it is. */
  readonly problem: SourceBookRefusal | FileFailure | null;
}

/** How much the articles of the desk use a source. */
export interface SourceUse {
  readonly sourceId: string;
  /** Articles that list or quote it. */
  readonly articles: number;
  readonly quotations: number;
}

/** One quotation of a source, in whatever article it stands. */
export interface SourceQuotation {
  readonly slug: string;
  readonly headline: string;
  /** ISO 8601 with zone: when the article was last changed. */
  readonly modified: string;
  readonly quoteId: string;
  readonly text: string;
  readonly terms: Terms;
  readonly check: CheckState;
}

/** The stored copy of a document: the name of its file and the SHA-256 of its content. */
export interface StoredDocument {
  readonly file: string;
  readonly sha256: string;
}

/** Whether a stored copy is still what was stored. */
export type DocumentState = 'same' | 'changed' | 'missing' | 'unreadable';

/** A deleted article in the bin. */
export interface BinEntry {
  /** The name of its folder in the bin. */
  readonly name: string;
  readonly slug: string;
  readonly headline: string;
  /** ISO 8601 with zone. */
  readonly deleted: string;
  /** When the bin gives it up by itself, ISO 8601 with zone; null: never, only when the writer empties the bin. */
  readonly expires: string | null;
}

/** Where a sync client left its second version of an article: a file in its folder, or a folder beside its own. */
export interface CopyPlace {
  readonly place: 'file' | 'folder';
  readonly name: string;
}

/** A second version of an article that a sync client left. */
export interface ConflictCopy extends CopyPlace {
  readonly headline: string;
  /** ISO 8601 with zone. */
  readonly modified: string;
}

/** Words that were typed and not saved when an earlier window ended. */
export interface RecoveredArticle {
  /** The name of the copy. */
  readonly name: string;
  /** The folder in which the article stands now; null: it is no longer on the desk. */
  readonly slug: string | null;
  readonly headline: string;
  /** When the words were kept, ISO 8601 with zone. */
  readonly kept: string;
  /** The path of the desk they were typed for, where that is no longer there; null: they are of the open desk. */
  readonly deskGone: string | null;
}

/** An article that somebody else has open, on a desk that several machines share. */
export interface OpenElsewhere {
  readonly slug: string;
  /** The name of the machine. */
  readonly host: string;
  readonly user: string;
}

/** How far the packing or unpacking of a desk is, in files. */
export interface PackProgress {
  readonly step: 'packing' | 'checking' | 'unpacking';
  readonly done: number;
  readonly all: number;
}

/** A desk that was packed or unpacked. */
export interface PackReport {
  /** The zip file, or the new folder. */
  readonly path: string;
  readonly files: number;
  /** What lay in the folder of the desk and is no part of it, or went meanwhile. */
  readonly leftOut: readonly string[];
}

/** What came of one file of an import. `name` is the file's own. */
export type ImportOutcome =
  | {
      readonly kind: 'imported';
      readonly name: string;
      readonly slug: string;
      readonly headline: string;
      readonly report: ImportReport;
    }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: ImportFailure };
