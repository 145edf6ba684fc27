import { standfirst } from '../bridge/standfirst';
import type { Session } from '../session/session';

/** The folder of an article that was made before it had a headline. */
const unnamedFolder = /^article(-\d+)*$/;

/** No folder is named after more than so many characters (UTF-16 code units). */
const longestName = 200;

interface Unnamed {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
}

export interface FolderNames {
  /** The writer has left the headline: the folder is named after it, where its name is still open. */
  readonly headlineLeft: () => void;
  /** Resolves when no folder is being renamed. */
  readonly settled: () => Promise<void>;
}

/**
 * Names the folder of an article after its headline, and again when the headline changes while the article is new in this
 * window, until somebody gives the folder a name by hand. `renamed` hears of the open article's new folder.
 */
export function nameFolders(session: Session, renamed: (slug: string) => void): FolderNames {
  /** What was given here, by article: the folder's name, and the headline that was tried last. */
  const given = new Map<string, string>();
  const tried = new Map<string, string>();
  let running: Promise<void> = Promise.resolve();

  const wanting = (): Unnamed | null => {
    const state = session.use.getState();
    if (state.kind !== 'open') return null;
    const { slug, head } = state;
    const isOpenName = unnamedFolder.test(slug) || given.get(head.id) === slug;
    const headline = head.headline.trim();
    return isOpenName && headline !== '' && tried.get(head.id) !== headline
      ? { id: head.id, slug, headline }
      : null;
  };

  async function rename({ id, slug, headline }: Unnamed): Promise<void> {
    if (tried.get(id) === headline) return;
    tried.set(id, headline);
    const from = given.get(id) ?? slug;
    const answer = await standfirst.article.rename({ slug: from, to: headline.slice(0, longestName) });
    // A name that cannot be had is no harm: the article keeps the one it has.
    if (!answer.ok) return;
    given.set(id, answer.value.slug);
    session.renamed(answer.value);
    const state = session.use.getState();
    if (state.kind === 'open' && state.head.id === id) renamed(answer.value.slug);
  }

  /** What is not written yet is named once it is: the article may be another one by the time its turn has come. */
  function nameNow(): void {
    const state = session.use.getState();
    const article = wanting();
    if (!article || state.kind !== 'open' || state.save.phase.kind !== 'clean') return;
    running = running.then(() => rename(article));
  }

  session.use.subscribe(() => {
    // Not after half a headline.
    if (!document.activeElement?.matches('.page .headline')) nameNow();
  });
  return {
    headlineLeft() {
      nameNow();
      if (wanting()) void session.flush();
    },
    settled: () => running,
  };
}
