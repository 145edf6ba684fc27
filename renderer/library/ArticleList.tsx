import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { DeskEntry } from '../../shared/ipc/desk-entries';
import type { LibraryExcerpt } from '../../shared/ipc/library';
import { strings } from '../strings/en';
import { ArticleRow, titleOf } from './ArticleRow';
import styles from './LibraryPane.module.css';

interface ArticleListProps {
  readonly entries: readonly DeskEntry[];
  readonly openSlug: string | null;
  /** The words that the list answers to; undefined while nothing is looked for. */
  readonly found: string | undefined;
  /** null while nothing is looked for. */
  readonly excerpts: ReadonlyMap<string, LibraryExcerpt> | null;
  /** Who else has articles open, in words, by folder. */
  readonly alsoOpen: ReadonlyMap<string, string>;
  readonly onPress: (slug: string) => void;
  readonly onOpen: (slug: string) => unknown;
  /** Asks for the menu of an article at a point in CSS pixels. */
  readonly onMenu: (slug: string, at: { readonly x: number; readonly y: number }) => unknown;
  /** The folders of the articles that can be seen now. */
  readonly onShown: (slugs: readonly string[]) => void;
  readonly handle: Ref<ArticleListHandle>;
}

/** What others may ask of the list. */
export interface ArticleListHandle {
  /** Puts the keyboard on the first article. */
  focusFirst(): void;
}

/** CSS pixels of an article in the list, before it is measured; more with an excerpt. */
const estimated = { plain: 58, found: 96 } as const;

/** How long letters are gathered to a word that leads to a headline, in milliseconds. */
const lettersTogether = 800;

/**
 * The list box of the articles. Only what can be seen (and what the keyboard is on) is in the document, so that ten
 * thousand articles cost what twenty do; assistive technology is told how many there are and which one each is.
 */
export function ArticleList(props: ArticleListProps) {
  const { entries, openSlug, found, excerpts, alsoOpen, onPress, onOpen, onMenu, onShown, handle } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [activeSlug, setActiveSlug] = useState<string | null>(null);
  const focusWanted = useRef(false);
  const letters = useRef({ typed: '', at: 0 });

  const indexOf = (slug: string | null) =>
    slug === null ? -1 : entries.findIndex((entry) => entry.slug === slug);
  const activeIndex = indexOf(activeSlug);
  const openIndex = indexOf(openSlug);
  // Where Tab enters the list: where the keyboard was, or the open article, or the first.
  const stop = activeIndex >= 0 ? activeIndex : Math.max(0, openIndex);

  // oxlint-disable-next-line react/incompatible-library -- the library's own way; nothing here is memoized by a compiler
  const list = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (excerpts ? estimated.found : estimated.plain),
    getItemKey: (index) => entries[index]?.slug ?? index,
    overscan: 6,
    paddingStart: 2,
    paddingEnd: 12,
    // The ring of the keyboard around the first and the last row in view is seen whole.
    scrollPaddingStart: 6,
    scrollPaddingEnd: 6,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (stop >= range.count || shown.includes(stop)) return shown;
      return [...shown, stop].sort((one, other) => one - other);
    },
  });
  const items = list.getVirtualItems();

  const shownSlugs = items.map(({ index }) => entries[index]?.slug ?? '').join('/');
  useEffect(() => {
    onShown(shownSlugs === '' ? [] : shownSlugs.split('/'));
  }, [shownSlugs, onShown]);

  // The open article is in view when it is opened, and stays where it is when the list only changes around it.
  const scrolledTo = useRef<string | null>(null);
  useEffect(() => {
    if (openSlug === null || openIndex < 0 || scrolledTo.current === openSlug) return;
    scrolledTo.current = openSlug;
    // Asked by what is known: scrolling would have the browser lay out the article that has just been put on the page.
    if (!isInView(list, openIndex)) list.scrollToIndex(openIndex, { align: 'auto' });
  }, [openSlug, openIndex, list]);

  useEffect(() => {
    if (!focusWanted.current || activeIndex < 0) return;
    const option = scroller.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`);
    if (!option) return;
    focusWanted.current = false;
    option.focus({ preventScroll: true });
  });

  const moveTo = useCallback(
    (index: number) => {
      const entry = entries[Math.max(0, Math.min(entries.length - 1, index))];
      if (!entry) return;
      focusWanted.current = true;
      setActiveSlug(entry.slug);
      list.scrollToIndex(entries.indexOf(entry), { align: 'auto' });
    },
    [entries, list],
  );
  useImperativeHandle(handle, () => ({ focusFirst: () => moveTo(0) }), [moveTo]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const option = (event.target as HTMLElement).closest<HTMLElement>('[role="option"]');
    const at = option ? Number(option.dataset.index) : stop;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / estimated.plain) - 1);
    const typing = event.timeStamp - letters.current.at < lettersTogether && letters.current.typed !== '';
    if (event.key === ' ' && !typing) {
      event.preventDefault();
      const entry = entries[at];
      if (entry) onOpen(entry.slug);
      return;
    }
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: entries.length - 1,
      PageDown: at + page,
      PageUp: at - page,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      moveTo(to);
      return;
    }
    if (event.key.length !== 1) return;
    event.preventDefault();
    const typed = (typing ? letters.current.typed : '') + event.key.toLocaleLowerCase();
    letters.current = { typed, at: event.timeStamp };
    const found = startingWith(entries, typed, typed.length === 1 ? at + 1 : at);
    if (found >= 0) moveTo(found);
  }

  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      aria-label={strings.library.title}
      data-found={found}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const index = (event.target as HTMLElement).dataset.index;
        const entry = index === undefined ? undefined : entries[Number(index)];
        if (entry) setActiveSlug(entry.slug);
      }}
    >
      <div role="presentation" className={styles.room} style={{ height: list.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const entry = entries[index];
          return entry ? (
            <ArticleRow
              key={key}
              measure={list.measureElement}
              entry={entry}
              excerpt={excerpts ? excerpts.get(entry.slug) : null}
              alsoOpen={alsoOpen.get(entry.slug) ?? ''}
              index={index}
              count={entries.length}
              isOpen={entry.slug === openSlug}
              inTabOrder={index === stop}
              top={start}
              onPress={onPress}
              onOpen={onOpen}
              onMenu={onMenu}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

/** The next article from `from` on, and round again, whose headline begins with the letters; -1 for none. */
function startingWith(entries: readonly DeskEntry[], letters: string, from: number): number {
  for (let step = 0; step < entries.length; step += 1) {
    const index = (from + step) % entries.length;
    const entry = entries[index];
    if (entry && titleOf(entry).toLocaleLowerCase().startsWith(letters)) return index;
  }
  return -1;
}

/** Whether the item stands whole in what is seen of the list, as far as the list has measured. */
function isInView(list: Virtualizer<HTMLDivElement, Element>, index: number): boolean {
  const item = list.measurementsCache[index];
  if (!item || list.scrollRect === null || list.scrollOffset === null) return false;
  return item.start >= list.scrollOffset && item.end <= list.scrollOffset + list.scrollRect.height;
}
