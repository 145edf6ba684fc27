import type { LibraryReader } from './reader';

/** What the thread is told at its start: the desk to read and where to remember its list. */
export interface ThreadTask {
  readonly desk: string;
  readonly cache: string | null;
}

/** One call of a reader's function, across the border between the threads. */
export interface ThreadCall {
  readonly id: number;
  readonly name: keyof LibraryReader;
  readonly given: readonly unknown[];
}

/** The answer to a call, or the mistake of ours that ended it. */
export type ThreadAnswer =
  /** `text`: what the call answered, as JSON. Ten thousand entries as objects take five times as long to arrive. */
  { readonly id: number; readonly text: string } | { readonly id: number; readonly mistake: string };
