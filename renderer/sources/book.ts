import { create } from 'zustand';
import type { SourceBookState } from '../../shared/ipc/desk-entries';

/** The source book of the open desk, as the main process told it last. */
export interface ToldBook extends SourceBookState {
  /** False until the main process has told it: then nobody here knows the terms in it. */
  readonly isRead: boolean;
}

/** The book of a desk that was just opened. */
export const unreadBook: ToldBook = { sources: [], merges: [], problem: null, isRead: false };

export const useBook = create<ToldBook>()(() => unreadBook);
