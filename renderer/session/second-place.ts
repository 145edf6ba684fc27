import type { Article } from '../../shared/article/article';
import type { Client } from '../../shared/ipc/contract';
import { answerOf } from './answer-of';
import { copyDelay, needsSecondPlace, type SaveState } from './save-state';

/** Whether words that cannot be saved lie in the second place, the app's own folder. */
export type SecondPlaceState = 'not-needed' | 'kept' | 'failed';

/** What the second place sees of the open article, and to whom it tells whether the words lie there. */
interface Seen<Open extends OpenInSecondPlace> {
  open(): Open | null;
  /** Null where there is no page, or one that cannot be read. */
  article(): Article | null;
  tell(state: Open, lies: SecondPlaceState): void;
}

interface OpenInSecondPlace {
  readonly slug: string;
  readonly head: Pick<Article, 'id'>;
  readonly save: SaveState;
  readonly secondPlace: SecondPlaceState;
}

/** Where words go that stay unsaved. */
export interface SecondPlace {
  /** Has the words kept there as `save` asks for it, or takes them away once they are on the disk. */
  plan(save: SaveState): void;
  /** Keeps the newest words there; whether they lie there now. */
  keep(): Promise<boolean>;
  /** Takes away what is kept of the open article. */
  drop(): void;
  /** The article is closed: nothing more is kept of it, and what lies there stays. */
  forget(): void;
}

/** The second place of a session, which keeps words by `client` while the desk does not take them. */
export function createSecondPlace<Open extends OpenInSecondPlace>(
  client: Client,
  seen: Seen<Open>,
): SecondPlace {
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** The version whose words lie there. */
  let copied: number | null = null;

  function plan(save: SaveState): void {
    if (save.phase.kind === 'clean') drop();
    if (!needsSecondPlace(save) || copied === save.version) return;
    const wait = copyDelay(save, copied === null);
    if (timer !== null && wait > 0) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      const state = seen.open();
      // A save that succeeded meanwhile shows that words get where they belong.
      if (!state || state.save.written !== save.written || !needsSecondPlace(state.save)) return;
      // What was not kept is tried again with the next key, or the next try to save.
      void keep().then((kept) => kept && plan(seen.open()?.save ?? save));
    }, wait);
  }

  async function keep(): Promise<boolean> {
    const state = seen.open();
    const article = seen.article();
    if (!state) return false;
    if (!article) {
      if (state.secondPlace !== 'failed') seen.tell(state, 'failed');
      return false;
    }
    const answer = await answerOf(client.recovery.keep({ slug: state.slug, article }));
    const now = seen.open();
    if (now?.head.id !== article.id) return answer.ok;
    if (answer.ok) copied = state.save.version;
    const lies = now.save.phase.kind === 'clean' ? 'not-needed' : answer.ok ? 'kept' : 'failed';
    if (now.secondPlace !== lies) seen.tell(now, lies);
    if (now.save.phase.kind === 'clean') drop();
    return answer.ok;
  }

  function drop(): void {
    const state = seen.open();
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!state || copied === null) return;
    copied = null;
    // A copy that could not be removed is recognised at the next start: its words are on the disk.
    void client.recovery.drop({ id: state.head.id });
    if (state.secondPlace !== 'not-needed') seen.tell(state, 'not-needed');
  }

  function forget(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    copied = null;
  }

  return { plan, keep, drop, forget };
}
