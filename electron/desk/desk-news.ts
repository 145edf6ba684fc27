import type {
  DeskChange,
  DeskEntry,
  DeskReading,
  DeskState,
  SourceBookState,
} from '../../shared/ipc/desk-entries';
import type { FoundDifference } from './catalogue';

/** What a desk tells about its articles, whoever changed them. */
export interface DeskListener {
  readonly deskChanged: (change: DeskChange) => void;
  /** Another program changed the file; `hash` is what stands there now. */
  readonly articleChanged: (told: { readonly slug: string; readonly hash: string }) => void;
  /** `id` is the article's: by the time this is heard another one may have the folder's former name. */
  readonly articleRenamed: (told: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
  }) => void;
  /** `id` is null where the file could not be read before it went. */
  readonly articleRemoved: (told: { readonly id: string | null; readonly slug: string }) => void;
  readonly sourcesChanged: (book: SourceBookState) => void;
  readonly conflictCopyAppeared: (told: { readonly slug: string }) => void;
  /** Another program changed `desk.json`. */
  readonly deskSettingsChanged: (state: DeskState) => void;
}

/** Makes news of what was found in a desk's folder. */
export interface DeskNews {
  /** We wrote the article `id` where it stands now, wherever it stood before. */
  wrote(id: string): void;
  tell(found: readonly FoundDifference[]): void;
  /** Tells what became of articles that may be open. */
  tellSessions(found: readonly FoundDifference[]): void;
  /** Tells the list what changed; `reading` is how far a reading is that found it. */
  tellList(found: readonly FoundDifference[], reading?: DeskReading): void;
}

/** What the desk does about news before the window hears of it. */
interface Before {
  /** A folder that went and one that came hold the same article: it was renamed. */
  moved(from: string, to: string): void;
  /** Another program wrote this article. */
  written(slug: string): void;
}

/** The news of one desk for `listener`. A folder that went and one that came with the same article are one that was renamed. */
export function createDeskNews(listener: DeskListener, before: Before): DeskNews {
  /** Where the articles stood whose folders went since the desk was opened, by id: they may come back elsewhere. */
  const departed = new Map<string, string>();

  function tell(found: readonly FoundDifference[]): void {
    tellSessions(found);
    tellList(found);
  }

  function tellSessions(found: readonly FoundDifference[]): void {
    const arrivals = new Map<string, string>();
    for (const { slug, difference } of found) {
      if (difference.kind === 'new' || difference.kind === 'changed') before.written(slug);
      if (difference.kind === 'new' && difference.entry.kind === 'article') {
        arrivals.set(difference.entry.id, slug);
        const from = departed.get(difference.entry.id);
        departed.delete(difference.entry.id);
        if (from !== undefined) listener.articleRenamed({ id: difference.entry.id, from, to: slug });
      }
      if (difference.kind === 'changed' && difference.hash !== null) {
        listener.articleChanged({ slug, hash: difference.hash });
      }
    }
    for (const { slug, difference } of found) {
      if (difference.kind !== 'gone') continue;
      const { id } = difference;
      const to = id === null ? undefined : arrivals.get(id);
      if (id !== null && to !== undefined) {
        before.moved(slug, to);
        listener.articleRenamed({ id, from: slug, to });
        continue;
      }
      if (id !== null) departed.set(id, slug);
      listener.articleRemoved({ id, slug });
    }
  }

  function tellList(found: readonly FoundDifference[], reading?: DeskReading): void {
    const changed: DeskEntry[] = [];
    const removed: string[] = [];
    for (const { slug, difference } of found) {
      if (difference.kind === 'gone') removed.push(slug);
      else if (difference.kind !== 'same') changed.push(difference.entry);
    }
    if (reading) listener.deskChanged({ changed, removed, reading });
    else if (changed.length > 0 || removed.length > 0) listener.deskChanged({ changed, removed });
  }

  return { wrote: (id) => void departed.delete(id), tell, tellSessions, tellList };
}
