import type { DeskChange, DeskEntry, DeskReading } from '../../shared/ipc/desk-entries';
import { inOrder } from '../../shared/ipc/entry-order';

/** What is left to tell of a reading. */
export const stillReading = (reading: DeskReading): DeskReading | null =>
  reading.done < reading.all ? reading : null;

/** The entries after a change of the desk, newest first. */
export function changedEntries(entries: readonly DeskEntry[], change: DeskChange): readonly DeskEntry[] {
  if (change.removed.length === 0 && change.changed.length === 0) return entries;
  const gone = new Set([...change.removed, ...change.changed.map((entry) => entry.slug)]);
  return inOrder([...entries.filter((entry) => !gone.has(entry.slug)), ...change.changed]);
}

/** Whether a change says no more than that the article at the head of the list was written on. */
export function saysOnlyOtherWords(change: DeskChange, first: DeskEntry | undefined): boolean {
  const [entry, ...more] = change.changed;
  if (change.reading || change.removed.length > 0 || more.length > 0) return false;
  return (
    entry?.kind === 'article' &&
    first?.kind === 'article' &&
    entry.slug === first.slug &&
    entry.id === first.id &&
    entry.headline === first.headline &&
    entry.status === first.status &&
    entry.section === first.section
  );
}
