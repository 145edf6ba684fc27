import { create } from 'zustand';
import type {
  ConflictCopy,
  DeskEntry,
  DeskReading,
  DeskState,
  ImportOutcome,
  OpenElsewhere,
  RecoveredArticle,
} from '../../shared/ipc/desk-entries';
import type { FileFailure } from '../../shared/ipc/failures';
import type { Preferences } from '../../shared/ipc/preferences';
import type { SessionStart } from '../../shared/ipc/session-start';

/** The dialogs of the window; at most one is open. */
export type OpenDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'export' }
  | { readonly kind: 'send-out' }
  | { readonly kind: 'link' }
  | { readonly kind: 'link-card' }
  | { readonly kind: 'note'; readonly id: string | null; readonly note: string }
  | { readonly kind: 'tag' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'conflict-copy'; readonly copy: ConflictCopy }
  | { readonly kind: 'recovered'; readonly recovered: RecoveredArticle }
  | { readonly kind: 'versions' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'ad-policy' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'length' }
  | { readonly kind: 'corrections' }
  | { readonly kind: 'attribution'; readonly block: string }
  | { readonly kind: 'source-book' }
  | { readonly kind: 'source-sheet' }
  | { readonly kind: 'bin' }
  | { readonly kind: 'import-report'; readonly outcomes: readonly ImportOutcome[] }
  | { readonly kind: 'source'; readonly sourceId: string }
  | { readonly kind: 'rename'; readonly slug: string }
  | { readonly kind: 'remove'; readonly slug: string; readonly headline: string };

/** What the window shows around the article. */
export interface WindowState {
  readonly start: SessionStart | null;
  readonly desk: DeskState | null;
  readonly deskProblem: FileFailure | null;
  readonly entries: readonly DeskEntry[];
  /** How far a large desk was read for its list; null when the list is whole. */
  readonly reading: DeskReading | null;
  /** What others have open, on a desk that several machines share. */
  readonly elsewhere: readonly OpenElsewhere[];
  readonly preferences: Preferences | null;
  readonly dialog: OpenDialog | null;
  /** Whether "Suggest quotes" is walking the article. */
  readonly suggesting: boolean;
  /** Whether the find bar is open, and whether with replacing. */
  readonly finding: 'find' | 'replace' | null;
  /** In a narrow window the inspector lies over the page, and only when it is asked for. */
  readonly inspectorOver: boolean;
  /** On a full screen the library is there only when it is asked for. */
  readonly libraryOver: boolean;
  /** Whether the page fills the screen. */
  readonly fullScreen: boolean;
  /** Whether the article is shown as readers will see it, in place of the page. */
  readonly preview: boolean;
  /** Whether there is a step of the page to undo, and one to redo. */
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Whether an article is on its way to the page. */
  readonly arriving: boolean;
  /** A sentence at the foot of the window. */
  readonly message: string | null;
  /** Whether the sentence goes by itself: information, never a failure. */
  readonly passing: boolean;
  /** What the sentence asks for or tells of; it goes when that is over. Null for one that only closing ends. */
  readonly about: About | null;
  /** What the writer may do about the message, by a button beside it. */
  readonly offer: Offer | null;
  /** What sync clients left beside the open article. */
  readonly conflictCopies: readonly ConflictCopy[];
  /** Words that earlier windows could not save. */
  readonly recovered: readonly RecoveredArticle[];
  /** What takes long just now; shown in place of the message. */
  readonly work: Work | null;
}

/**
 * Words to be selected first, the open article, that the page shows what is on the disk, words that cannot be saved, the
 * desk's settings, the source book.
 */
export type About = 'selection' | 'article' | 'disk' | 'unsaved' | 'settings' | 'book';

export interface Offer {
  readonly label: string;
  readonly take: () => void;
}

export interface Work {
  readonly words: string;
  readonly cancel: () => void;
}

export const useWindow = create<WindowState>()(() => ({
  start: null,
  desk: null,
  deskProblem: null,
  entries: [],
  reading: null,
  elsewhere: [],
  preferences: null,
  dialog: null,
  suggesting: false,
  finding: null,
  inspectorOver: false,
  libraryOver: false,
  fullScreen: false,
  canUndo: false,
  canRedo: false,
  preview: false,
  arriving: false,
  passing: false,
  message: null,
  about: null,
  offer: null,
  conflictCopies: [],
  recovered: [],
  work: null,
}));

export const openDialog = (dialog: OpenDialog): void => useWindow.setState({ dialog });
export const closeDialog = (): void => useWindow.setState({ dialog: null });

/** CSS pixels of width below which the inspector lies over the page (App.module.css has the same figure). */
const narrowWidth = 1060;

/** Whether the window is too narrow for three panes side by side. */
export const narrowWindow = window.matchMedia(`(max-width: ${narrowWidth}px)`);

/** Shows a sentence at the foot of the window until it is closed: what went wrong, what the writer must know. */
export const say = (message: string): void =>
  useWindow.setState({ message, about: null, offer: null, passing: false });

/** Shows a sentence until what it is about is over, or it is closed. */
export const sayAbout = (about: About, message: string): void =>
  useWindow.setState({ message, about, offer: null, passing: false });

/** Shows a sentence that goes by itself, or when what it is about is over before. */
export const informAbout = (about: About | null, message: string): void =>
  useWindow.setState({ message, about, offer: null, passing: true });

/** Shows a sentence that goes by itself: something was done, and nothing is to be done about it. */
export const inform = (message: string): void => informAbout(null, message);

/** Shows a sentence with something the writer may do about it, until what it is about is over. */
export const offer = (about: About | null, message: string, made: Offer): void =>
  useWindow.setState({ message, about, offer: made, passing: false });

/** Takes the sentence away. */
export const closeMessage = (): void => useWindow.setState({ message: null, about: null, offer: null });

/** What a sentence was about is over: it goes. */
export function over(about: About): void {
  if (useWindow.getState().about === about) closeMessage();
}

/** Shows what takes long, or no longer (null). */
export const work = (under: Work | null): void => useWindow.setState({ work: under });
