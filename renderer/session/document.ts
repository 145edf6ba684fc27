import { create } from 'zustand';
import type { Block } from '../../shared/article/block';
import type { Quotation } from '../../shared/article/quotation';
import { type Counts, createWordCounter, sumOfCounts, type WordCounter } from '../../shared/article/words';
import { panesWait, whenHandsRest } from './hands-rest';
import { inSlices } from './in-slices';

/** The body as of the last idle moment, for the panes: counts, sources, checks. Never on the keystroke's path. */
export interface DocumentSnapshot {
  /** Of which article it is: the session's `loads` when that was shown; 0 before the first one. */
  readonly loads: number;
  readonly body: readonly Block[];
  readonly quotations: ReadonlyMap<string, Quotation>;
  readonly counts: Counts;
  /** Of what is selected; null for nothing. */
  readonly selected: Counts | null;
}

const empty: DocumentSnapshot = {
  loads: 0,
  body: [],
  quotations: new Map(),
  counts: { words: 0, characters: 0 },
  selected: null,
};

/** The latest snapshot, as a React hook and a plain store. */
export const useDocument = create<DocumentSnapshot>()(() => empty);

interface DocumentReader {
  /** The open article: the session's `loads`, and its language (BCP 47). */
  article(): { readonly loads: number; readonly language: string };
  body(): readonly Block[];
  quotations(): ReadonlyMap<string, Quotation>;
}

/** How long the number of words may stay behind a writer who types on without a rest, in milliseconds. */
const countsWait = 3000;

interface Snapshots {
  changed(): void;
  /** Another article comes onto the page. */
  loading(): void;
  /** It stands there, and the panes still tell of the one before: they hear as soon as its words are counted. */
  loaded(body: readonly Block[]): void;
  /** Something else is selected: whole blocks and pieces of others; null for nothing. */
  selected(words: { readonly blocks: readonly Block[]; readonly pieces: readonly string[] } | null): void;
}

/**
 * Takes a snapshot when the window is idle: after every change, once the hands rest, and when an article was loaded. While
 * they do not rest, it counts, and leaves the rest as it was for a while. Counting costs only the blocks that changed,
 * because blocks never change once read.
 */
export function createSnapshots(reader: DocumentReader): Snapshots {
  let counter: WordCounter | null = null;
  let stop = () => {};
  let counted = '';
  const inItsLanguage = (): WordCounter => {
    const wanted = reader.article().language;
    if (!counter || counted !== wanted) counter = createWordCounter(wanted);
    counted = wanted;
    return counter;
  };
  /** Since when the panes are behind the words, in milliseconds; null where they are not. */
  let behindSince: number | null = null;
  const take = () => {
    behindSince = null;
    const [body, quotations] = [reader.body(), reader.quotations()];
    const { loads } = reader.article();
    useDocument.setState({ loads, body, quotations, counts: inItsLanguage().ofBody(body) });
  };
  const follow = (resting: boolean) => {
    const now = performance.now();
    const isOfThis = useDocument.getState().loads === reader.article().loads;
    behindSince ??= now - countsWait;
    if (resting || !isOfThis || now - behindSince > panesWait - countsWait) take();
    else useDocument.setState({ counts: inItsLanguage().ofBody(reader.body()) });
  };
  return {
    loading: () => stop(),
    loaded(body) {
      stop = inSlices(body, (blocks) => inItsLanguage().ofBody(blocks), take);
    },
    selected(words) {
      if (!words && useDocument.getState().selected === null) return;
      const selected = words
        ? sumOfCounts([
            inItsLanguage().ofBody(words.blocks),
            ...words.pieces.map((piece) => inItsLanguage().ofText(piece)),
          ])
        : null;
      useDocument.setState({ selected });
    },
    changed: whenHandsRest(follow, countsWait),
  };
}
