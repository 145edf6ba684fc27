import { create } from 'zustand';
import type { SourceBookState } from '../../shared/ipc/desk-entries';

/** The source book of the open desk, as the main process told it last. */
export const useBook = create<SourceBookState>()(() => ({ sources: [], merges: [], problem: null }));
