import type { DeskEntry } from './desk-entries';

/** Newest first; what cannot be opened stands last. */
export function inOrder(entries: readonly DeskEntry[]): readonly DeskEntry[] {
  const key = (entry: DeskEntry) => (entry.kind === 'article' ? entry.modified : '');
  return [...entries].sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : a.slug < b.slug ? -1 : 1));
}
