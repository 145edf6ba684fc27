import { create } from 'zustand';
import {
  foundFolders,
  type LibraryChecks,
  type LibraryExcerpt,
  type LibraryPeople,
} from '../../shared/ipc/library';
import { standfirst } from '../bridge/standfirst';
import { type Filters, isFiltering, noFilters, type Sort } from './choose';

/** What a search found, the best first, for which words, and how many articles were searched for it. */
interface Hits {
  readonly words: string;
  /** While somebody types, the best; a moment later all, which filters and other orders need. */
  readonly slugs: readonly string[];
  /** How many there are. */
  readonly count: number;
  readonly searched: number;
  readonly all: number;
}

/** What the writer looks for in the library, and what came back. */
interface LibraryState {
  readonly words: string;
  /** The last answer, with the words it belongs to; null while nothing is looked for. */
  readonly hits: Hits | null;
  /** How articles show what is looked for, as far as asked. */
  readonly excerpts: ReadonlyMap<string, LibraryExcerpt>;
  readonly filters: Filters;
  readonly filtersOpen: boolean;
  /** null: by match while something is looked for, otherwise by the last change. */
  readonly sort: Sort | null;
  readonly people: LibraryPeople | null;
  readonly checks: LibraryChecks | null;
}

const nothing: LibraryState = {
  words: '',
  hits: null,
  excerpts: new Map(),
  filters: noFilters,
  filtersOpen: false,
  sort: null,
  people: null,
  checks: null,
};

/** Kept beside the pane, so that folding it away and back loses nothing. */
export const useLibrary = create<LibraryState>()(() => nothing);

let begunWith: string | null = null;

/** Forgets what was looked for when another desk is shown. */
export function beginWith(desk: string): void {
  if (begunWith !== null && begunWith !== desk) useLibrary.setState(nothing, true);
  begunWith = desk;
}

/** How long to wait before asking again while the search is still reading the desk, in milliseconds. */
const askAgainAfter = 600;

/** How many articles are named while somebody types: more than anybody scrolls through between two letters. */
const namedAtOnce = 200;

/** How long after an answer the rest of it is asked for, in milliseconds. */
const restAfter = 250;

let asking = false;
let again: ReturnType<typeof setTimeout> | null = null;

/** Looks for `words`; the answer comes into the state. While one question is open, only the newest words wait. */
export function search(words: string): void {
  useLibrary.setState(words.trim() === '' ? { words, hits: null, excerpts: new Map() } : { words });
  if (!asking) void ask();
}

async function ask(): Promise<void> {
  if (again) clearTimeout(again);
  again = null;
  const { words } = useLibrary.getState();
  if (words.trim() === '') return;
  asking = true;
  const { hits: before, filters, sort } = useLibrary.getState();
  const byMatch = (sort === null || sort === 'match') && !isFiltering(filters);
  const most = byMatch && before?.words !== words ? namedAtOnce : null;
  const answer = await standfirst.library.find({ words, most });
  asking = false;
  const now = useLibrary.getState();
  if (now.words !== words) return void ask();
  if (!answer.ok) return;
  const same = now.hits?.words === words;
  const { count, searched, all } = answer.value;
  const hits = { words, slugs: foundFolders(answer.value), count, searched, all };
  useLibrary.setState({ hits, ...(same ? {} : { excerpts: new Map() }) });
  // The same words are asked for once more: for all that was found, or because the search is still reading.
  const wait = hits.slugs.length < count ? restAfter : searched < all ? askAgainAfter : null;
  if (wait !== null) again = setTimeout(() => void ask(), wait);
}

/** The desk changed: what was found may be old. */
export function searchAgain(): void {
  if (asking || useLibrary.getState().words.trim() === '') return;
  if (again) clearTimeout(again);
  again = setTimeout(() => {
    useLibrary.setState({ excerpts: new Map() });
    void ask();
  }, askAgainAfter);
}

/** Asks how these articles show what was found, as far as that is not known. */
export async function fetchExcerpts(slugs: readonly string[]): Promise<void> {
  const { hits, excerpts } = useLibrary.getState();
  const missing = slugs.filter((slug) => !excerpts.has(slug));
  if (!hits || missing.length === 0) return;
  const answer = await standfirst.library.excerpts({ words: hits.words, slugs: missing });
  if (!answer.ok) return;
  useLibrary.setState((state) =>
    // Other words may have been typed since.
    state.hits?.words === hits.words
      ? { excerpts: new Map([...state.excerpts, ...answer.value.map((each) => [each.slug, each] as const)]) }
      : {},
  );
}

let askingPeople: ReturnType<typeof setTimeout> | null = null;

/** Asks who is a source of which articles, until all articles were read; asked again meanwhile, there is one who asks. */
export async function fetchPeople(): Promise<void> {
  if (askingPeople) clearTimeout(askingPeople);
  askingPeople = null;
  const answer = await standfirst.library.people();
  if (!answer.ok) return;
  useLibrary.setState({ people: answer.value });
  const { filtersOpen, filters } = useLibrary.getState();
  const wanted = filtersOpen || filters.source !== '';
  if (wanted && answer.value.searched < answer.value.all) {
    if (askingPeople) clearTimeout(askingPeople);
    askingPeople = setTimeout(() => void fetchPeople(), askAgainAfter);
  }
}

let checking = false;
/** Something changed while the articles were being checked: what was answered may be old. */
let isOld = false;

/** Has the articles of the desk checked, a part at a time, as long as the writer filters by findings. */
export async function fetchChecks(): Promise<void> {
  isOld = checking;
  if (checking) return;
  checking = true;
  for (;;) {
    const answer = await standfirst.library.check();
    if (answer.ok) useLibrary.setState({ checks: answer.value });
    const done = !answer.ok || (answer.value.checked >= answer.value.all && !isOld);
    isOld = false;
    if (done || useLibrary.getState().filters.findings === 'any') break;
  }
  checking = false;
}
