/** Why a version was kept. */
export const versionReasons = [
  'opened',
  'writing',
  'outside',
  'before-restore',
  'before-export',
  'by-hand',
] as const;
export type VersionReason = (typeof versionReasons)[number];

/** One version of an article, as the list shows it. */
export interface VersionEntry {
  /** The name of its file. */
  readonly file: string;
  /** ISO 8601 with zone, by the clock of that moment. */
  readonly taken: string;
  readonly reason: VersionReason;
  /** What the writer calls it; null without a name. Named versions stay for good. */
  readonly name: string | null;
  /** Words of published text. */
  readonly words: number;
  /** Words that came and went since the version before it in the list. */
  readonly added: number;
  readonly removed: number;
}

/** The versions of an article, newest first, and the files that hold none that can be read. */
export interface VersionList {
  readonly versions: readonly VersionEntry[];
  readonly damaged: readonly string[];
}

/** The longest name of a version, in characters. */
export const mostNameCharacters = 200;
