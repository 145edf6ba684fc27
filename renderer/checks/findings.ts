import { create } from 'zustand';
import type { Article } from '../../shared/article/article';
import type { Block } from '../../shared/article/block';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { changedStretch } from '../../shared/base/stretch';
import type { Finding } from '../../shared/checks/finding';
import { panesWait, whenHandsRest } from '../session/hands-rest';
import type { FromChecks, ToChecks } from './check-messages';
import { withChanges } from './finding-changes';

/**
 * For how long the hands rest before the checks look, in milliseconds: by then the panes are drawn. Both at once took the panes of a
 * long article three times as long on two processors.
 */
const checksRest = 450;

interface FindingsState {
  /** What the checks last said; null before the first check of an article. */
  readonly findings: readonly Finding[] | null;
  /** What the dictionary offers for a word it does not know, for the words that were asked about. */
  readonly suggestions: ReadonlyMap<string, readonly string[]>;
  /** How many suggested quotations were left open when the writer last walked them. */
  readonly openSuggestions: number;
}

export const useFindings = create<FindingsState>()(() => ({
  findings: null,
  suggestions: new Map(),
  openSuggestions: 0,
}));

export interface Checking {
  /** Checks again when the window is idle; calls in between are one. */
  changed(): void;
  /**
   * The same finding in the article as it is now, with its places; null where it is gone. What the list shows may be
   * older than the words: a fix must never be made at places of former words.
   */
  present(finding: Finding): Promise<Finding | null>;
  /** Forgets what was found: another article is coming, which must not be asked for before all of it is there. */
  reset(): void;
  /** All of the article is there: from now on it is checked. */
  loaded(): void;
  /** Asks what may have been meant by a word; the answer arrives in `useFindings`. */
  suggest(word: string): void;
}

/** What the checks read of the window. */
interface OpenForChecks {
  /** The open article as it stands now. */
  article(): Article | null;
  /** Its id, without reading all of it. */
  articleId(): string | null;
  /** The name of its folder on the desk. */
  folder(): string;
  desk(): DeskSettings | null;
}

/** Keeps the findings up to date: sends the worker what changed, and shows what it says. */
export function createChecking(open: OpenForChecks): Checking {
  let worker: Worker | null = null;
  /** The body as the worker has it. */
  let sent: readonly Block[] = [];
  /** The rest of the article as the worker has it. */
  let sentHead: ArticleHead | null = null;
  /** The findings as the worker said them last: it says only what became of them. */
  let heard: readonly Finding[] = [];
  let round = 0;
  /** What the worker was asked about last. */
  let asked: Article | null = null;
  let waiting: (() => void)[] = [];
  let isComing = false;

  function started(): Worker {
    if (worker) return worker;
    worker = new Worker(new URL('./checks.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<FromChecks>) => hear(event.data));
    worker.addEventListener('error', () => {
      // A mistake in a check must not end the checking: the next change starts a new worker.
      worker = null;
      sent = [];
      sentHead = null;
      heard = [];
      answer();
    });
    return worker;
  }

  function hear(message: FromChecks): void {
    if (message.kind === 'suggestions') {
      const { word, suggestions } = message;
      useFindings.setState((state) => ({ suggestions: new Map(state.suggestions).set(word, suggestions) }));
    } else {
      heard = withChanges(heard, message.changes);
      if (message.articleId === open.articleId()) useFindings.setState({ findings: heard });
    }
    if (message.kind === 'findings' && message.round === round) answer();
  }

  function answer(): void {
    const answered = waiting;
    waiting = [];
    for (const resolve of answered) resolve();
  }

  const send = (message: ToChecks): void => started().postMessage(message);

  function check(): void {
    const [present, settings] = [open.article(), open.desk()];
    if (!present || !settings) return;
    started();
    // What is suggested is of one language.
    if (asked?.language !== present.language) useFindings.setState({ suggestions: new Map() });
    asked = present;
    const { body, ...head } = present;
    const known = sentHead !== null && sameHead(sentHead, head);
    if (!known) sentHead = head;
    const { openSuggestions } = useFindings.getState();
    const { adPolicy, houseStyle, words } = settings;
    send({
      kind: 'check',
      round,
      folder: open.folder(),
      head: known ? null : head,
      body: changedStretch(sent, body),
      desk: { adPolicy, houseStyle, words },
      openSuggestions,
    });
    sent = body;
  }

  const changed = whenHandsRest(
    () => {
      if (!isComing) check();
    },
    panesWait,
    checksRest,
  );
  return {
    changed,
    async present(finding) {
      const { closest, sameWords } = await import('./closest');
      // Somebody who types on while the worker looks makes its answer old again.
      for (let tries = 0; tries < 5; tries += 1) {
        round += 1;
        const answered = new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
        check();
        if (!asked) return null;
        await answered;
        if (sameWords(asked, open.article())) return closest(useFindings.getState().findings ?? [], finding);
      }
      return null;
    },
    reset() {
      isComing = true;
      round += 1;
      useFindings.setState({ findings: null, openSuggestions: 0 });
    },
    loaded() {
      isComing = false;
      changed();
    },
    suggest: (word) => send({ kind: 'suggest', word }),
  };
}

type ArticleHead = Omit<Article, 'body'>;

/** Whether two heads hold the very same values, lists compared item by item: to say so costs less than to send one. */
function sameHead(one: ArticleHead, other: ArticleHead): boolean {
  const names = Object.keys({ ...one, ...other }) as readonly (keyof ArticleHead)[];
  return names.every((name) => {
    const [mine, others] = [one[name], other[name]] as const;
    if (mine === others) return true;
    if (!Array.isArray(mine) || !Array.isArray(others)) return false;
    return mine.length === others.length && mine.every((item, index) => item === others[index]);
  });
}
