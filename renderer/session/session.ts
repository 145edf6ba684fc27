import { create } from 'zustand';
import type { Article } from '../../shared/article/article';
import type { Block } from '../../shared/article/block';
import type { Quotation } from '../../shared/article/quotation';
import { fail, ok, type Result } from '../../shared/base/result';
import type { Client } from '../../shared/ipc/contract';
import type { OpenArticle, RenamedArticle } from '../../shared/ipc/desk-entries';
import type { CallFailure, DeskFailure, ReadProblem } from '../../shared/ipc/failures';
import { answerOf } from './answer-of';
import { quotationsOf } from './quotations';
import { createReadAhead } from './read-ahead';
import {
  autosaveWait,
  hasUnsavedWords,
  maySave,
  needsSecondPlace,
  next,
  opened,
  retryDelay,
  type SaveEvent,
  type SaveState,
} from './save-state';
import { createSecondPlace, type SecondPlaceState } from './second-place';

/** Everything of an article but the body, which the editor holds. */
export type Head = Omit<Article, 'body' | 'quotations'>;

/** What the window knows of the open article. `body` and `quotations` are as of the last idle moment. */
export interface OpenState {
  readonly slug: string;
  readonly head: Head;
  readonly save: SaveState;
  /** Another number whenever the body or the records in the editor were replaced from outside the editor; never 0. */
  readonly loads: number;
  readonly secondPlace: SecondPlaceState;
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
  /** Shows what another program made of the article: caret and scroll position stay where they are. */
  showAgain(body: readonly Block[], quotations: readonly Quotation[]): void;
  body(): readonly Block[];
  quotations(): ReadonlyMap<string, Quotation>;
}

export interface Session {
  /** The state as a React hook and as a plain store. */
  readonly use: ReturnType<typeof createStore>;
  /** Gives the session its page; answers how to take it away. */
  attach(page: Page): () => void;
  /** Reads the article `slug`, which is about to be opened. */
  readonly expect: (slug: string) => void;
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
  /** Writes what is unsaved; where that fails, keeps it in the second place. */
  leave(): Promise<'saved' | 'kept' | 'not-saved'>;
  /** After a conflict: write these words over what is on the disk. Where that cannot be kept first, both stay as they are. */
  keepMine(): Promise<Result<null, DeskFailure | CallFailure>>;
  /** The article as it was last read or written: what another program began from. */
  lastSaved(): Article | null;
  /** After the file or its folder vanished: write the words again. */
  rescue(): Promise<void>;
  /**
   * After the file or its folder vanished: shows nothing, and leaves what was written here in the second place. Where it cannot be
   * kept there the article stays.
   */
  letGo(): Promise<'kept' | 'nothing-to-keep' | 'not-kept'>;
  /** The main process reports that the file now has content `hash`. */
  fileChanged(slug: string, hash: string): Promise<void>;
  /** Another program gave the folder of the article `id` another name. */
  fileRenamed(told: { readonly id: string; readonly from: string; readonly to: string }): void;
  /** The folder was renamed at our own request: its file, which holds the slug, is now this one. */
  renamed(renamed: RenamedArticle): void;
  /** Another program took the folder away; `id` is null where nobody knows whose it was. */
  fileRemoved(told: { readonly id: string | null; readonly slug: string }): void;
}

type ReadAnswer = Result<OpenArticle, ReadProblem | DeskFailure | CallFailure>;

/** Milliseconds from an article on the screen to the version that is kept of it. */
const versionDelay = 1500;

const createStore = () => create<SessionState>()(() => ({ kind: 'none' }));

/** The life of the open article: states, autosave, conflicts. Talks to the main process by `client`. */
export function createSession(client: Client): Session {
  const use = createStore();
  let page: Page | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  /** Asked for twice it is one: the second would make another article of the same words. */
  let rescuing: Promise<void> | null = null;
  /** When the first keystroke came that no save holds yet, in milliseconds of the epoch; null while there is none. */
  let unsavedSince: number | null = null;
  /** How long the last save took, in milliseconds. */
  let lastSave = 0;
  /** Counts what the writer asked to be shown: only the last wish is fulfilled. */
  let wishes = 0;
  /** Counts what was put onto the page, whatever stood there before: by its number a save knows whose answer it gets. */
  let loads = 0;
  /** Keeps what was read as a version, a moment later: the article is to be on the screen first. */
  let versioning: { readonly timer: ReturnType<typeof setTimeout>; readonly now: () => void } | null = null;
  let saved: Article | null = null;

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
    secondPlace.plan(save);
  }

  const secondPlace = createSecondPlace(client, {
    open,
    article: () => {
      const whole = readPage();
      return whole?.ok ? whole.value : null;
    },
    tell: (state, lies) => use.setState({ ...state, secondPlace: lies }, true),
  });

  function plan(save: SaveState): void {
    if (timer !== null || !maySave(save)) return;
    // What was typed while a save ran has waited already.
    const waited = unsavedSince === null ? 0 : Date.now() - unsavedSince;
    const wait =
      save.phase.kind === 'error' ? retryDelay(save.failures) : Math.max(0, autosaveWait(lastSave) - waited);
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
    const article = readPage();
    if (!state || !article || !maySave(state.save)) return;
    stopTimer();
    if (!article.ok) return apply({ kind: 'save-failed', failure: article.error });
    running = write(state, article.value);
    try {
      await running;
    } finally {
      running = null;
    }
  }

  async function write({ slug, save, loads: load }: OpenState, article: Article): Promise<void> {
    apply({ kind: 'save-began' });
    // The main process does one after the other for an article, so what was opened is kept before it is replaced.
    versioning?.now();
    const began = Date.now();
    const answer = await answerOf(client.article.save({ slug, article, expectedHash: save.hash }));
    lastSave = Date.now() - began;
    const now = open();
    if (now?.loads !== load) return;
    if (answer.ok) {
      saved = article;
      apply({ kind: 'saved', version: save.version, hash: answer.value.hash });
    } else if (answer.error.code === 'conflict') {
      apply({ kind: 'conflict-found', theirs: answer.error.theirs, hash: answer.error.hash });
    } else if (answer.error.code !== 'orphan') apply({ kind: 'save-failed', failure: answer.error });
    // The folder was renamed while the words were on their way to its old name.
    else if (now.slug !== slug) await write({ ...now, save: { ...save, hash: now.save.hash } }, article);
    else apply({ kind: 'file-vanished' });
  }

  function wholeArticle(): Article | null {
    const state = open();
    if (!state || !page) return null;
    const written = { ...state.head, body: page.body() };
    return { ...written, quotations: quotationsOf(written, page.quotations()) };
  }

  /** The article as it stands in the window. A page that cannot be read is a mistake of ours, and told as any failure is. */
  function readPage(): Result<Article, CallFailure> | null {
    try {
      const article = wholeArticle();
      return article && ok(article);
    } catch (error) {
      return fail({ code: 'internal', message: String(error) });
    }
  }

  function keepVersion(slug: string, reason: 'opened' | 'outside', hash: string): void {
    versioning?.now();
    const now = () => {
      if (versioning) clearTimeout(versioning.timer);
      versioning = null;
      // Not waited for: a version that cannot be kept is no reason not to write.
      void client.versions.take({ slug, reason, name: null, hash });
    };
    versioning = { timer: setTimeout(now, versionDelay), now };
  }

  function show({ slug, article, hash }: OpenArticle, reason: 'opened' | 'outside'): void {
    stopTimer();
    // Whoever shows another article has seen to the words of this one.
    secondPlace.drop();
    saved = article;
    const { body, quotations, ...head } = article;
    loads += 1;
    use.setState({ kind: 'open', slug, head, save: opened(hash), loads, secondPlace: 'not-needed' }, true);
    keepVersion(slug, reason, hash);
    if (reason === 'outside') page?.showAgain(body, quotations);
    else page?.show(body, quotations);
    pending = page ? null : { body, quotations };
  }
  let pending: Pick<Article, 'body' | 'quotations'> | null = null;

  const read = (slug: string) => answerOf<ReadAnswer>(client.article.read({ slug }));
  const ahead = createReadAhead(read, () => performance.now());

  function showAnswer(slug: string, answer: ReadAnswer): void {
    if (answer.ok) show(answer.value, 'opened');
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

  async function fileChanged(slug: string, hash: string): Promise<void> {
    ahead.forget(slug);
    const isOpen = () => open()?.slug === slug;
    const isKnown = (found: string) => {
      const save = open()?.save;
      return save?.hash === found && save.phase.kind !== 'conflict';
    };
    if (!isOpen() || isKnown(hash)) return;
    let answer: ReadAnswer;
    do {
      // A save that is under way finds the change itself, or was there before it.
      while (running) await running;
      if (!isOpen()) return;
      answer = await read(slug);
    } while (running);
    const state = open();
    const found = answer.ok ? answer.value.hash : hash;
    if (state?.slug !== slug || isKnown(found)) return;
    if (state.save.hash === found) return apply({ kind: 'conflict-over' });
    if (state.save.phase.kind !== 'clean') {
      const theirs = answer.ok ? answer.value.article : null;
      return apply({ kind: 'conflict-found', theirs, hash: found });
    }
    // What cannot be read now is being written: its end is told as well.
    if (answer.ok) show(answer.value, 'outside');
  }

  async function rescueOnce(): Promise<void> {
    const state = open();
    const article = wholeArticle();
    if (!state || !article) return;
    const { version } = state.save;
    const answer = await answerOf(client.article.rescue({ slug: state.slug, article }));
    const now = open();
    if (!now || now.slug !== state.slug) return;
    if (!answer.ok) return apply({ kind: 'save-failed', failure: answer.error });
    saved = article;
    use.setState({ ...now, slug: answer.value.slug, head: { ...now.head, slug: answer.value.slug } }, true);
    apply({ kind: 'rescued', version, hash: answer.value.hash });
  }

  function close(): void {
    stopTimer();
    secondPlace.forget();
    use.setState({ kind: 'none' }, true);
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
    expect(slug) {
      if (open()?.slug !== slug) ahead.begin(slug);
    },
    async open(slug) {
      wishes += 1;
      const wish = wishes;
      if (open()?.slug === slug) return;
      // The writer types on while the article is read: those words are saved before it is shown, and then it is read anew.
      while (await flush()) {
        const answer = await ahead.take(slug);
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
      show(answer.value, 'opened');
      return answer;
    },
    show: (article) => show(article, 'opened'),
    close,
    bodyChanged: () => apply({ kind: 'edited' }),
    change(fields) {
      const state = open();
      if (!state) return;
      use.setState({ ...state, head: { ...state.head, ...fields } }, true);
      apply({ kind: 'edited' });
    },
    article: wholeArticle,
    flush,
    async leave() {
      if (await flush()) return 'saved';
      return (await secondPlace.keep()) ? 'kept' : 'not-saved';
    },
    lastSaved: () => saved,
    async keepMine() {
      const state = open();
      if (state?.save.phase.kind !== 'conflict') return ok(null);
      const kept = await answerOf(client.versions.keepTheirs({ slug: state.slug }));
      if (!kept.ok) return kept;
      apply({ kind: 'kept-mine', hash: state.save.phase.hash });
      await saveOnce();
      return kept;
    },
    rescue() {
      rescuing ??= rescueOnce().finally(() => {
        rescuing = null;
      });
      return rescuing;
    },
    async letGo() {
      let kept = 0;
      for (;;) {
        const save = open()?.save;
        // Its folder may have come back meanwhile.
        if (save?.phase.kind !== 'orphan') return 'nothing-to-keep';
        // What was written while the words were being kept is kept, too.
        if (!needsSecondPlace(save) || save.version === kept) break;
        kept = save.version;
        if (!(await secondPlace.keep())) return 'not-kept';
      }
      close();
      return kept > 0 ? 'kept' : 'nothing-to-keep';
    },
    fileChanged,
    fileRenamed({ id, from, to }) {
      ahead.forget(from);
      const state = open();
      if (state?.slug !== from || state.head.id !== id) return;
      use.setState({ ...state, slug: to, head: { ...state.head, slug: to } }, true);
      if (state.save.phase.kind !== 'orphan') return;
      apply({ kind: 'folder-found' });
      // It may have come back with other words in it.
      void read(to).then((answer) => (answer.ok ? fileChanged(to, answer.value.hash) : undefined));
    },
    renamed({ slug, hash, formerHash, article: { id } }) {
      const state = open();
      // By the article, not by the folder's former name: the desk may have told of the new one before.
      if (state?.head.id !== id) return;
      const isOurs = formerHash === state.save.hash;
      const save = isOurs ? { ...state.save, hash } : state.save;
      use.setState({ ...state, slug, head: { ...state.head, slug }, save }, true);
      // Another program had changed what was renamed: its words are not ours to write over.
      if (!isOurs) void fileChanged(slug, hash);
    },
    fileRemoved({ id, slug }) {
      ahead.forget(slug);
      const state = open();
      if (state?.slug === slug && (id === null || state.head.id === id)) apply({ kind: 'file-vanished' });
    },
  };
}
