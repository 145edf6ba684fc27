import { create } from 'zustand';
import type { Block } from '../../shared/article/block';
import type { Quotation } from '../../shared/article/quotation';
import { type Counts, createWordCounter, type WordCounter } from '../../shared/article/words';

/** The body as of the last idle moment, for the panes: counts, sources, checks. Never on the keystroke's path. */
export interface DocumentSnapshot {
  readonly body: readonly Block[];
  readonly quotations: ReadonlyMap<string, Quotation>;
  readonly counts: Counts;
}

const empty: DocumentSnapshot = { body: [], quotations: new Map(), counts: { words: 0, characters: 0 } };

/** The latest snapshot, as a React hook and a plain store. */
export const useDocument = create<DocumentSnapshot>()(() => empty);

interface DocumentReader {
  body(): readonly Block[];
  quotations(): ReadonlyMap<string, Quotation>;
}

/** How long the window may postpone a snapshot while the writer types on, in milliseconds. */
const mostIdleWait = 1200;

/**
 * Answers a function to call after every change: it takes a snapshot when the window is idle, at most one at a time.
 * Counting costs only the blocks that changed, because blocks never change once read.
 */
export function createSnapshots(reader: DocumentReader, language: string): { changed(): void; now(): void } {
  const counter: WordCounter = createWordCounter(language);
  let waiting = false;
  const take = () => {
    waiting = false;
    const body = reader.body();
    useDocument.setState({ body, quotations: reader.quotations(), counts: counter.ofBody(body) }, true);
  };
  return {
    now: take,
    changed() {
      if (waiting) return;
      waiting = true;
      requestIdleCallback(take, { timeout: mostIdleWait });
    },
  };
}
