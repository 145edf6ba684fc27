import { create } from 'zustand';
import type { Article } from '../../shared/article/article';
import type { Block } from '../../shared/article/block';
import type { Quotation } from '../../shared/article/quotation';
import { fail, type Result } from '../../shared/base/result';
import type { Client } from '../../shared/ipc/contract';
import type { OpenArticle } from '../../shared/ipc/desk-entries';
import type { CallFailure, DeskFailure, ReadProblem } from '../../shared/ipc/failures';
import { quotationsOf } from './quotations';
import {
  autosaveDelay,
  hasUnsavedWords,
  maySave,
  next,
  opened,
  retryDelay,
  type SaveEvent,
  type SaveState,
} from './save-state';

/** Everything of an article but the body, which the editor holds. */
export type Head = Omit<Article, 'body' | 'quotations'>;

/** What the window knows of the open article. `body` and `quotations` are as of the last idle moment. */
export interface OpenState {
  readonly slug: string;
  readonly head: Head;
  readonly save: SaveState;
  /** Raised when the body or the records in the editor were replaced from outside the editor. */
  readonly loads: number;
}

export type SessionState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'problem';
      readonly slug: string;
      readonly problem: ReadProblem | DeskFailure | CallFailure;
    }
  | ({ readonly kind: 'open' } & OpenState);

/** The page in which the article is written; the session reads words from it and puts words into it. */
export interface Page {
  show(body: readonly Block[], quotations: readonly Quotation[]): void;
  body(): readonly Block[];
  quotations(): ReadonlyMap<string, Quotation>;
}

export interface Session {
  /** The state as a React hook and as a plain store. */
  readonly use: ReturnType<typeof createStore>;
  /** Gives the session its page; answers how to take it away. */
  attach(page: Page): () => void;
  /** Saves what is open, then shows the article `slug`. */
  open(slug: string): Promise<void>;
  /** Saves what is open, makes an article by `make` and shows it; null where the words of the open one cannot be saved. */
  leaveFor<Failure>(
    make: () => Promise<Result<OpenArticle, Failure>>,
  ): Promise<Result<OpenArticle, Failure> | null>;
  /** Shows an article that was just read or made, in place of one without unsaved words. */
  show(open: OpenArticle): void;
  /** Shows nothing. The words must be saved before. */
  close(): void;
  /** The body changed by the writer's hand. */
  bodyChanged(): void;
  /** Changes fields outside the body. */
  change(fields: Partial<Head>): void;
  /** The whole article as it stands in the window now. */
  article(): Article | null;
  /** Writes what is unsaved; true when everything is on the disk. */
  flush(): Promise<boolean>;
  /** After a conflict: write these words over the ones on the disk. */
  keepMine(): Promise<void>;
  /** After a conflict or an outside change: show what is on the disk. */
  takeTheirs(): Promise<void>;
  /** After the folder vanished: write the words into a folder of their own. */
  rescue(): Promise<void>;
  /** The main process reports that the file now has content `hash`. */
  fileChanged(slug: string, hash: string): Promise<void>;
  fileRenamed(from: string, to: string): void;
  /** The folder was renamed at our own request: its file, which holds the slug, is now this one. */
  renamed(from: string, open: OpenArticle): void;
  fileRemoved(slug: string): void;
}

type ReadAnswer = Result<OpenArticle, ReadProblem | DeskFailure | CallFailure>;

/** The answer of a call; one that broke off is a failure like any other, and the next call is made all the same. */
async function answerOf<Answer>(call: Promise<Answer>): Promise<Answer | Result<never, CallFailure>> {
  try {
    return await call;
  } catch (error) {
    return fail({ code: 'internal', message: String(error) });
  }
}

const createStore = () => create<SessionState>()(() => ({ kind: 'none' }));

/** The life of the open article: states, autosave, conflicts. Talks to the main process by `client`. */
export function createSession(client: Client): Session {
  const use = createStore();
  let page: Page | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  /** When the first keystroke came that no save holds yet, in milliseconds of the epoch; null while there is none. */
  let unsavedSince: number | null = null;
  /** Counts what the writer asked to be shown: only the last wish is fulfilled. */
  let wishes = 0;

  const open = () => {
    const state = use.getState();
    return state.kind === 'open' ? state : null;
  };

  function apply(event: SaveEvent): void {
    const state = open();
    if (!state) return;
    if (event.kind === 'edited') unsavedSince ??= Date.now();
    if (event.kind === 'save-began') unsavedSince = null;
    const save = next(state.save, event);
    // What is drawn depends on the phase, not on the version, so a keystroke in a dirty article renders nothing.
    use.setState({ ...state, save }, true);
    plan(save);
  }

  function plan(save: SaveState): void {
    if (timer !== null || !maySave(save)) return;
    // What was typed while a save ran has waited already.
    const waited = unsavedSince === null ? 0 : Date.now() - unsavedSince;
    const wait =
      save.phase.kind === 'error' ? retryDelay(save.failures) : Math.max(0, autosaveDelay - waited);
    timer = setTimeout(() => {
      timer = null;
      void saveOnce();
    }, wait);
  }

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  /** One save at a time; a second request waits for the first. */
  async function saveOnce(): Promise<void> {
    while (running) await running;
    const state = open();
    const article = wholeArticle();
    if (!state || !article || !maySave(state.save)) return;
    stopTimer();
    running = write(state, article);
    try {
      await running;
    } finally {
      running = null;
    }
  }

  async function write({ slug, save, loads }: OpenState, article: Article): Promise<void> {
    apply({ kind: 'save-began' });
    const answer = await answerOf(client.article.save({ slug, article, expectedHash: save.hash }));
    const now = open();
    if (now?.loads !== loads) return;
    if (answer.ok) apply({ kind: 'saved', version: save.version, hash: answer.value.hash });
    else if (answer.error.code === 'conflict') {
      apply({ kind: 'conflict-found', theirs: answer.error.theirs, hash: answer.error.hash });
    } else if (answer.error.code !== 'orphan') apply({ kind: 'save-failed', failure: answer.error });
    // The folder was renamed while the words were on their way to its old name.
    else if (now.slug !== slug) await write({ ...now, save: { ...save, hash: now.save.hash } }, article);
    else apply({ kind: 'file-vanished' });
  }

  function wholeArticle(): Article | null {
    const state = open();
    if (!state || !page) return null;
    const body = page.body();
    return { ...state.head, body, quotations: quotationsOf(body, page.quotations()) };
  }

  function show({ slug, article, hash }: OpenArticle): void {
    stopTimer();
    const { body, quotations, ...head } = article;
    const loads = (open()?.loads ?? 0) + 1;
    use.setState({ kind: 'open', slug, head, save: opened(hash), loads }, true);
    page?.show(body, quotations);
    pending = page ? null : { body, quotations };
  }
  let pending: Pick<Article, 'body' | 'quotations'> | null = null;

  const read = (slug: string) => answerOf<ReadAnswer>(client.article.read({ slug }));

  function showAnswer(slug: string, answer: ReadAnswer): void {
    if (answer.ok) show(answer.value);
    else use.setState({ kind: 'problem', slug, problem: answer.error }, true);
  }

  const mayLeave = () => {
    const state = open();
    return !state || !hasUnsavedWords(state.save);
  };

  async function flush(): Promise<boolean> {
    // Typing goes on while a save runs, so one save may not be enough; a failure ends the attempt.
    for (let round = 0; round < 3; round += 1) {
      const state = open();
      if (!state || !hasUnsavedWords(state.save)) return true;
      await saveOnce();
      const after = open();
      if (after && after.save.phase.kind !== 'dirty' && after.save.phase.kind !== 'clean') return false;
    }
    return mayLeave();
  }

  return {
    use,
    attach(given) {
      page = given;
      if (pending) page.show(pending.body, pending.quotations);
      pending = null;
      return () => {
        if (page === given) page = null;
      };
    },
    async open(slug) {
      wishes += 1;
      const wish = wishes;
      if (open()?.slug === slug) return;
      // The writer types on while the article is read: those words are saved before it is shown, and then it is read anew.
      while (await flush()) {
        const answer = await read(slug);
        if (wish !== wishes) return;
        if (mayLeave()) return showAnswer(slug, answer);
      }
    },
    async leaveFor(make) {
      wishes += 1;
      const wish = wishes;
      if (!(await flush())) return null;
      const answer = await make();
      if (!answer.ok) return answer;
      if (wish !== wishes || !(await flush())) return null;
      show(answer.value);
      return answer;
    },
    show,
    close() {
      stopTimer();
      use.setState({ kind: 'none' }, true);
    },
    bodyChanged: () => apply({ kind: 'edited' }),
    change(fields) {
      const state = open();
      if (!state) return;
      use.setState({ ...state, head: { ...state.head, ...fields } }, true);
      apply({ kind: 'edited' });
    },
    article: wholeArticle,
    flush,
    async keepMine() {
      const state = open();
      if (state?.save.phase.kind !== 'conflict') return;
      apply({ kind: 'kept-mine', hash: state.save.phase.hash });
      await saveOnce();
    },
    async takeTheirs() {
      const state = open();
      if (!state) return;
      const answer = await read(state.slug);
      if (open()?.loads === state.loads) showAnswer(state.slug, answer);
    },
    async rescue() {
      const state = open();
      const article = wholeArticle();
      if (!state || !article) return;
      const { version } = state.save;
      const answer = await client.article.rescue({ article });
      const now = open();
      if (!now || now.slug !== state.slug) return;
      if (!answer.ok) return apply({ kind: 'save-failed', failure: answer.error });
      use.setState({ ...now, slug: answer.value.slug, head: { ...now.head, slug: answer.value.slug } }, true);
      apply({ kind: 'rescued', version, hash: answer.value.hash });
    },
    async fileChanged(slug, hash) {
      const isOpen = () => open()?.slug === slug;
      if (!isOpen() || open()?.save.hash === hash) return;
      let answer: ReadAnswer;
      do {
        // A save that is under way finds the change itself, or was there before it.
        while (running) await running;
        if (!isOpen()) return;
        answer = await read(slug);
      } while (running);
      const state = open();
      if (state?.slug !== slug || state.save.hash === (answer.ok ? answer.value.hash : hash)) return;
      if (state.save.phase.kind !== 'clean') {
        const [theirs, theirHash] = answer.ok ? [answer.value.article, answer.value.hash] : [null, hash];
        return apply({ kind: 'conflict-found', theirs, hash: theirHash });
      }
      // What cannot be read now is being written: its end is told as well.
      if (answer.ok) show(answer.value);
    },
    fileRenamed(from, to) {
      const state = open();
      if (state?.slug !== from) return;
      use.setState({ ...state, slug: to, head: { ...state.head, slug: to } }, true);
      apply({ kind: 'folder-found' });
    },
    renamed(from, { slug, hash }) {
      const state = open();
      if (state?.slug !== from) return;
      use.setState({ ...state, slug, head: { ...state.head, slug }, save: { ...state.save, hash } }, true);
    },
    fileRemoved(slug) {
      if (open()?.slug === slug) apply({ kind: 'file-vanished' });
    },
  };
}
