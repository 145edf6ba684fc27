/**
 * What the window answered when it was asked to write what is unsaved; `kept`: not where it belongs, but in a second place;
 * `silent`: nothing in time.
 */
export type FlushOutcome = 'saved' | 'kept' | 'not-saved' | 'silent';

/** What closing needs from the window and its writer. */
export interface ClosingWindow {
  /** Asks the window to write what is unsaved. */
  readonly requestFlush: () => void;
  /** Whether the window last told that it holds words that are not on the disk. */
  readonly hasUnsavedWords: () => boolean;
  /** Whether the writer agrees to close although words may be lost. */
  readonly confirmLoss: (outcome: FlushOutcome) => Promise<boolean>;
}

/** Closing waits this long for the window, in milliseconds, before it asks the writer. */
export const flushPatience = 5_000;

/** Decides whether a window may close; one decision at a time. */
export interface Closing {
  /** Resolves to whether the window may close now. A second call while one is under way gets the same answer. */
  ask(): Promise<boolean>;
  /** The window's answer. */
  flushed(outcome: Exclude<FlushOutcome, 'silent'>): void;
}

/** Lets a window close only when its words are on the disk, or when the writer says so. */
export function createClosing(window: ClosingWindow, patience: number): Closing {
  let asking: Promise<boolean> | null = null;
  let answer: ((outcome: FlushOutcome) => void) | null = null;

  async function decide(): Promise<boolean> {
    const outcome = await new Promise<FlushOutcome>((resolve) => {
      const timer = setTimeout(() => resolve('silent'), patience);
      answer = (told) => {
        clearTimeout(timer);
        resolve(told);
      };
      window.requestFlush();
    });
    answer = null;
    if (outcome === 'saved') return true;
    // A window that hangs with everything saved loses nothing by closing.
    if (outcome === 'silent' && !window.hasUnsavedWords()) return true;
    return window.confirmLoss(outcome);
  }

  return {
    ask() {
      asking ??= decide().finally(() => {
        asking = null;
      });
      return asking;
    },
    flushed: (outcome) => answer?.(outcome),
  };
}
