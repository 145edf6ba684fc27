import { Search, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { DeskEntry } from '../../shared/ipc/desk-entries';
import { strings } from '../strings/en';
import styles from './LibraryPane.module.css';

interface LibraryPaneProps {
  readonly entries: readonly DeskEntry[];
  readonly openSlug: string | null;
  readonly onOpen: (slug: string) => void;
}

const titleOf = (entry: DeskEntry): string =>
  entry.kind === 'article' ? entry.headline || strings.library.untitled : entry.slug;

/** "12 Mar", or "12 Mar 2024" for another year; the time for today. */
function whenOf(moment: string, now: Date): string {
  const date = new Date(moment);
  if (date.toDateString() === now.toDateString()) {
    return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  }
  const year = date.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...year });
}

/** The articles of the desk: search and choose. */
export function LibraryPane({ entries, openSlug, onOpen }: LibraryPaneProps) {
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const wanted = query.trim().toLocaleLowerCase();
  const shown = entries.filter(
    (entry) => wanted === '' || titleOf(entry).toLocaleLowerCase().includes(wanted),
  );

  /** Arrows move through the list as in any list box; Enter opens. */
  function move(event: KeyboardEvent<HTMLDivElement>): void {
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    const at = options.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    options[Math.max(0, Math.min(options.length - 1, to))]?.focus();
  }

  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <div className={styles.search}>
          <Search size={14} aria-hidden />
          <input
            type="search"
            aria-label={strings.library.search}
            placeholder={strings.library.search}
            value={query}
            spellCheck={false}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
      </div>
      {entries.length === 0 ? (
        <p className={styles.empty}>
          {strings.library.empty}
          <br />
          {strings.library.emptyHint}
        </p>
      ) : null}
      {entries.length > 0 && shown.length === 0 ? (
        <p className={styles.empty}>{strings.library.noMatch(query.trim())}</p>
      ) : null}
      <div
        ref={list}
        className={styles.list}
        role="listbox"
        aria-label={strings.library.title}
        tabIndex={-1}
        onKeyDown={move}
      >
        {shown.map((entry, index) => (
          <Entry
            key={entry.slug}
            entry={entry}
            isOpen={entry.slug === openSlug}
            inTabOrder={
              entry.slug === openSlug || (index === 0 && !shown.some((other) => other.slug === openSlug))
            }
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}

/** The list is drawn again at every save, which is often enough for "today". */
const now = () => new Date();

interface EntryProps {
  readonly entry: DeskEntry;
  readonly isOpen: boolean;
  readonly inTabOrder: boolean;
  readonly onOpen: (slug: string) => void;
}

function Entry({ entry, isOpen, inTabOrder, onOpen }: EntryProps) {
  const facts =
    entry.kind === 'article'
      ? [
          strings.status[entry.status],
          whenOf(entry.modified, now()),
          strings.library.words(entry.words),
        ].join(' · ')
      : '';
  return (
    <div
      role="option"
      aria-description={facts}
      aria-selected={isOpen}
      aria-label={
        entry.kind === 'article' ? titleOf(entry) : `${titleOf(entry)}: ${strings.library.cannotOpen}`
      }
      tabIndex={inTabOrder ? 0 : -1}
      className={styles.entry}
      onClick={() => onOpen(entry.slug)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen(entry.slug);
      }}
    >
      <span className={styles.headline}>{titleOf(entry)}</span>
      {entry.kind === 'article' ? (
        <span className={styles.facts} data-facts={facts} />
      ) : (
        <span className={styles.problem}>
          <TriangleAlert size={12} aria-hidden /> {strings.library.cannotOpen}
        </span>
      )}
    </div>
  );
}
