import type { Article } from '../../shared/article/article';
import { assertNever } from '../../shared/base/assert-never';
import type { CallFailure, SaveFailure } from '../../shared/ipc/failures';

/** A failed save that is not a conflict and not a vanished file: it is tried again. */
export type SaveError = Exclude<SaveFailure, { code: 'conflict' | 'orphan' }> | CallFailure;

/** How the words in the window stand to the file on the disk. */
export type SavePhase =
  | { readonly kind: 'clean' }
  | { readonly kind: 'dirty' }
  /** `version` is on its way to the disk. */
  | { readonly kind: 'saving'; readonly version: number }
  /** Another program changed the file; nothing was overwritten. */
  | { readonly kind: 'conflict'; readonly theirs: Article | null; readonly hash: string }
  /** The file is gone; the words are here. */
  | { readonly kind: 'orphan' }
  | { readonly kind: 'error'; readonly failure: SaveError; readonly attempts: number };

/** `version` counts the edits of this session; `hash` is the content of the file that the next save may replace. */
export interface SaveState {
  readonly version: number;
  /** The version that stands on the disk. */
  readonly written: number;
  readonly hash: string;
  readonly phase: SavePhase;
  /** How many saves failed in a row. */
  readonly failures: number;
}

export type SaveEvent =
  | { readonly kind: 'edited' }
  | { readonly kind: 'save-began' }
  | { readonly kind: 'saved'; readonly version: number; readonly hash: string }
  | { readonly kind: 'save-failed'; readonly failure: SaveError }
  | { readonly kind: 'conflict-found'; readonly theirs: Article | null; readonly hash: string }
  | { readonly kind: 'file-vanished' }
  /** The file that was gone is there again, as it was or under another name. */
  | { readonly kind: 'folder-found' }
  /** What the other program wrote is taken back: the file is what these words were written on. */
  | { readonly kind: 'conflict-over' }
  /** The writer chose to keep these words over the ones on the disk. */
  | { readonly kind: 'kept-mine'; readonly hash: string }
  /** The file was written anew, with the words of `version`. */
  | { readonly kind: 'rescued'; readonly version: number; readonly hash: string };

/** The state of an article that was just read from the disk. */
export const opened = (hash: string): SaveState => ({
  version: 0,
  written: 0,
  hash,
  phase: { kind: 'clean' },
  failures: 0,
});

/**
 * What follows from an event. "clean" is reached only by a completed write of the version that is still the newest
 * (STYLE: saving that never lies); every failure leaves the words dirty.
 */
export function next(state: SaveState, event: SaveEvent): SaveState {
  switch (event.kind) {
    case 'edited': {
      const version = state.version + 1;
      return state.phase.kind === 'clean'
        ? { ...state, version, phase: { kind: 'dirty' } }
        : { ...state, version };
    }
    case 'save-began':
      return maySave(state) ? { ...state, phase: { kind: 'saving', version: state.version } } : state;
    case 'saved': {
      const after = { ...state, written: event.version, hash: event.hash, failures: 0 };
      // What was heard of the file while the save was under way is newer than the save: the writer decides first.
      if (state.phase.kind === 'conflict') return { ...after, hash: state.hash };
      if (state.phase.kind === 'orphan') return after;
      return { ...after, phase: settled(after) };
    }
    case 'rescued': {
      const after = { ...state, written: event.version, hash: event.hash, failures: 0 };
      return { ...after, phase: settled(after) };
    }
    case 'save-failed': {
      const failures = state.failures + 1;
      if (state.phase.kind === 'conflict') return { ...state, failures };
      return { ...state, failures, phase: { kind: 'error', failure: event.failure, attempts: failures } };
    }
    case 'conflict-found':
      return { ...state, phase: { kind: 'conflict', theirs: event.theirs, hash: event.hash } };
    case 'file-vanished':
      return { ...state, phase: { kind: 'orphan' } };
    case 'folder-found':
      return state.phase.kind === 'orphan' ? { ...state, phase: settled(state) } : state;
    case 'conflict-over':
      return state.phase.kind === 'conflict' ? { ...state, phase: settled(state) } : state;
    case 'kept-mine':
      return { ...state, hash: event.hash, version: state.version + 1, phase: { kind: 'dirty' } };
    default:
      return assertNever(event);
  }
}

const settled = ({ version, written }: SaveState): SavePhase => ({
  kind: version === written ? 'clean' : 'dirty',
});

/** Whether a save may begin now: there are words to write and nothing for the writer to decide first. */
export const maySave = (state: SaveState): boolean =>
  state.phase.kind === 'dirty' || state.phase.kind === 'error';

/** Whether something keeps the words from the disk that the writer must know of. */
export const isTrouble = ({ kind }: SavePhase): boolean =>
  kind === 'conflict' || kind === 'orphan' || kind === 'error';

/** Whether leaving now could lose words. */
export const hasUnsavedWords = (state: SaveState): boolean => state.phase.kind !== 'clean';

/**
 * Whether the newest words should lie in a second place: they cannot be saved where they belong, or a save takes its time.
 * With a file that is gone, those that it held are nowhere but here; what was only read is left where its owner put it.
 */
export function needsSecondPlace({ phase, version, written }: SaveState): boolean {
  if (phase.kind === 'orphan') return version > 0;
  return version !== written && phase.kind !== 'clean' && phase.kind !== 'dirty';
}

/**
 * Milliseconds until the words go to the second place: at once where saving was refused for the first time, soon where a
 * save takes longer than it should, and otherwise so that a crash loses at most one second of typing.
 */
export function copyDelay({ phase }: SaveState, isFirst: boolean): number {
  if (!isFirst) return 800;
  return phase.kind === 'saving' ? 250 : 0;
}

/** Milliseconds from the first unsaved keystroke to its save where saving is quick. */
const autosaveDelay = 700;

/** Milliseconds from the first unsaved keystroke until it shall be on the disk (DESIGN 3: at the latest one second). */
const onDiskWithin = 800;

/** Even the slowest disk is given this pause between two saves, in milliseconds. */
const shortestPause = 100;

/**
 * Milliseconds from the first unsaved keystroke to the start of its save, when the last save took `lastSave`: where saving
 * is slow it begins earlier.
 */
export const autosaveWait = (lastSave: number): number =>
  Math.max(shortestPause, Math.min(autosaveDelay, onDiskWithin - lastSave));

/** Milliseconds until the next try after `attempts` failures: growing, at most half a minute. */
export const retryDelay = (attempts: number): number =>
  Math.min(30_000, 1000 * 2 ** Math.min(attempts - 1, 5));
