import type { DeskState, OpenArticle } from './desk-entries';
import type { FileFailure } from './failures';
import type { Preferences } from './preferences';

/** What the window shows first. */
export interface FirstScreen {
  readonly start: SessionStart;
  /** The article that was open last, otherwise the newest of the desk; null: there is none, or it cannot be read. */
  readonly article: OpenArticle | null;
}

/** Everything the window must know before it draws. */
export interface SessionStart {
  /** null: no desk is open; `deskProblem` tells whether one was tried. */
  readonly desk: DeskState | null;
  readonly deskProblem: FileFailure | null;
  /** The desk that was tried, or the folder to propose for a new one. */
  readonly deskPath: string;
  /** No desk is known, and `deskPath` does not exist yet: the writer is asked where the desk shall be. */
  readonly firstStart: boolean;
  readonly preferences: Preferences;
  /** Where a settings file that could not be used was kept aside, and what was lost with it: everything, or the keys. */
  readonly preferencesKeptAside: { readonly path: string; readonly lost: 'all' | 'keys' } | null;
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  readonly versions: {
    readonly app: string;
    readonly electron: string;
    readonly chromium: string;
    readonly node: string;
  };
}
