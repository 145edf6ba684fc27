import type { Article } from '../article/article';
import type { DeskSettingsRefusal } from '../article/desk-settings';
import type { ParseRefusal } from '../article/file';
import type { ImportRefusal } from '../import/import-refusal';
import type { SourceBookRefusal } from '../sources/book';
import type { UnknownSource } from '../sources/book-changes';

/** Why the file system did not do what was asked. The window's words say what to do about each code. */
export const fileFailureCodes = [
  'disk-full',
  'read-only',
  'no-permission',
  'vanished',
  'not-a-folder',
  'is-a-folder',
  'not-a-file',
  'exists',
  'part-of-desk',
  'name-too-long',
  'too-many-open-files',
  'busy',
  'io',
] as const;
export type FileFailureCode = (typeof fileFailureCodes)[number];

export interface FileFailure {
  readonly code: FileFailureCode;
  /** The file or folder it happened to. */
  readonly path: string;
  /** The system's own name of the error, such as ENOSPC; for the details of a message. */
  readonly errno: string;
}

/** A call that does not fit the contract, or a mistake of ours; every call can answer so. */
export type CallFailure =
  | { readonly code: 'bad-argument'; readonly where: string; readonly expected: string }
  | { readonly code: 'internal'; readonly message: string };

/** No desk is open: the window shows the choice of a desk. */
export interface NoDesk {
  readonly code: 'no-desk';
}

export type DeskFailure = FileFailure | NoDesk;

/** Why an article's file cannot be shown. The file itself stays as it is. */
export type ReadProblem =
  | Exclude<ParseRefusal, { readonly code: 'too-large' }>
  | { readonly code: 'too-large'; readonly bytes: number }
  | FileFailure;

/** Why words were not saved. On `conflict` both stay: ours in the window, theirs on the disk. */
export type SaveFailure =
  | DeskFailure
  /** Another program changed the file. `theirs` is null where it no longer parses; `hash` is what stands there now. */
  | { readonly code: 'conflict'; readonly theirs: Article | null; readonly hash: string }
  /** The article's folder or file is gone. */
  | { readonly code: 'orphan' };

/** Changes were sent for an article that the main process does not have in mind: send it whole. */
export interface FormerUnknown {
  readonly code: 'former-unknown';
}

/** Why a new name for an article was not taken. */
export type RenameFailure =
  | DeskFailure
  | { readonly code: 'taken'; readonly slug: string }
  /** The article's own file does not parse: a folder with damaged content is not renamed under its writer. */
  | { readonly code: 'unreadable'; readonly problem: ReadProblem };

export type DeskSettingsFailure =
  | DeskFailure
  /** `desk.json` was written by a newer version of the app: it is not overwritten. */
  | Extract<DeskSettingsRefusal, { readonly code: 'newer-format' }>;

/** Why a stylesheet cannot be the house's own. */
export type StylesheetFailure =
  | DeskFailure
  | { readonly code: 'too-large'; readonly bytes: number }
  /** Not text in UTF-8. */
  | { readonly code: 'not-text' };

/** Why the files of an export were not written into the folder that was chosen for several. */
export type DeliveryFailure =
  | FileFailure
  /** The folder was chosen for another run. */
  | { readonly code: 'no-place' };

/** Why a version of an article was not kept, read or named. */
export type VersionFailure =
  | DeskFailure
  /** The article's own file does not parse. */
  | { readonly code: 'unreadable'; readonly problem: ReadProblem }
  /** The version's file is gone or damaged. */
  | { readonly code: 'no-such-version' };

/** Why a packed desk is not taken for one, or a work with it ended. */
export type PackRefusal =
  | { readonly code: 'cancelled' }
  | {
      readonly code: 'not-a-pack';
      readonly why: 'damaged' | 'changed' | 'no-list' | 'link' | 'unsafe-name' | 'too-large';
      /** The file in it that shows it; '' where there is none. */
      readonly name: string;
    };

/** Why a desk was not packed or unpacked; nothing half-written is left. */
export type PackFailure =
  | DeskFailure
  | PackRefusal
  /** Another desk is being packed or unpacked. */
  | { readonly code: 'under-way' };

/** Why a page was not printed; `reason` is the system's own word for it. */
export interface PrintFailure {
  readonly code: 'not-printed';
  readonly reason: string;
}

/** Why the source book was not changed. Its file stays as it is. */
export type SourceBookFailure = DeskFailure | SourceBookRefusal | UnknownSource;

/** Why a document was not copied into the desk. */
export type DocumentFailure = DeskFailure | { readonly code: 'too-large'; readonly bytes: number };

export type MediaFailure =
  | DeskFailure
  /** Not a picture of a kind that every browser shows. */
  | { readonly code: 'not-a-picture'; readonly name: string }
  /** An SVG drawing, which is a program and not a picture. */
  | { readonly code: 'svg'; readonly name: string }
  | { readonly code: 'too-large'; readonly bytes: number };

/** Why a document did not become an article: what it holds, or what the file system said. */
export type ImportFailure =
  | { readonly kind: 'content'; readonly refusal: ImportRefusal }
  | { readonly kind: 'file'; readonly failure: FileFailure };
