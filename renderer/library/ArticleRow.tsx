import { TriangleAlert, Users } from 'lucide-react';
import { memo, type Ref } from 'react';
import type { DeskEntry } from '../../shared/ipc/desk-entries';
import type { LibraryExcerpt } from '../../shared/ipc/library';
import type { Marked } from '../../shared/search/marks';
import { strings } from '../strings/en';
import styles from './LibraryPane.module.css';

export const titleOf = (entry: DeskEntry): string =>
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

/** The list is drawn again after saves, which is often enough for "today". */
const now = () => new Date();

interface ArticleRowProps {
  readonly entry: DeskEntry;
  /** How it shows what is looked for; undefined while that is not known, null while nothing is looked for. */
  readonly excerpt: LibraryExcerpt | null | undefined;
  /** Who else has it open; '' for nobody. */
  readonly alsoOpen: string;
  readonly index: number;
  readonly count: number;
  readonly isOpen: boolean;
  readonly inTabOrder: boolean;
  /** CSS pixels from the top of the list. */
  readonly top: number;
  readonly measure: Ref<HTMLDivElement>;
  /** The pointer was pressed on it, and will open it when it is let go. */
  readonly onPress: (slug: string) => void;
  readonly onOpen: (slug: string) => unknown;
  readonly onMenu: (slug: string, at: { readonly x: number; readonly y: number }) => unknown;
}

/** One article of the list. */
export const ArticleRow = memo(function ArticleRow(props: ArticleRowProps) {
  const { entry, excerpt, alsoOpen, index, count, isOpen, inTabOrder, top, measure } = props;
  const { onPress, onOpen, onMenu } = props;
  const facts =
    entry.kind === 'article'
      ? [
          strings.status[entry.status],
          whenOf(entry.modified, now()),
          strings.library.words(entry.words),
        ].join(' · ')
      : '';
  const passage = excerpt?.passage;
  const described = [facts, alsoOpen, passage ? textOf(passage.text) : ''].filter(Boolean).join('. ');
  return (
    <div
      ref={measure}
      data-index={index}
      role="option"
      aria-description={described}
      aria-selected={isOpen}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-label={
        entry.kind === 'article' ? titleOf(entry) : `${titleOf(entry)}: ${strings.library.cannotOpen}`
      }
      tabIndex={inTabOrder ? 0 : -1}
      className={styles.entry}
      style={{ transform: `translateY(${top}px)` }}
      onPointerDown={({ button }) => {
        if (button === 0) onPress(entry.slug);
      }}
      onClick={() => onOpen(entry.slug)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(entry.slug, { x: Math.round(event.clientX), y: Math.round(event.clientY) });
      }}
      onKeyDown={(event) => {
        // The space bar is the list's: it may belong to letters that lead to a headline.
        if (event.key === 'Enter') onOpen(entry.slug);
      }}
    >
      <span className={styles.headline}>
        {excerpt && entry.kind === 'article' && entry.headline !== '' ? (
          <Pieces text={excerpt.headline} />
        ) : (
          titleOf(entry)
        )}
      </span>
      {passage ? (
        <span className={styles.excerpt}>
          {passage.where === 'people' ? (
            <span className={styles.place}>{strings.library.source} </span>
          ) : null}
          <Pieces text={passage.text} />
        </span>
      ) : excerpt === undefined ? (
        <span className={styles.excerpt} />
      ) : null}
      {entry.kind === 'article' ? (
        <span className={styles.facts} data-facts={facts}>
          {alsoOpen ? <Users size={12} aria-hidden className={styles.others} /> : null}
        </span>
      ) : (
        <span className={styles.problem}>
          <TriangleAlert size={12} aria-hidden /> {strings.library.cannotOpen}
        </span>
      )}
    </div>
  );
});

const textOf = (marked: Marked): string => marked.map(({ text }) => text).join('');

function Pieces({ text }: { readonly text: Marked }) {
  let at = 0;
  return text.map(({ text: piece, marked }) => {
    const key = at;
    at += piece.length;
    return marked ? <mark key={key}>{piece}</mark> : <span key={key}>{piece}</span>;
  });
}
