import { ListFilter, Search } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { DeskEntry, DeskReading } from '../../shared/ipc/desk-entries';
import { fold } from '../../shared/search/fold';
import { standfirst } from '../bridge/standfirst';
import { strings } from '../strings/en';
import { IconButton } from '../ui/Button';
import { ArticleList, type ArticleListHandle } from './ArticleList';
import {
  type Filters,
  filtered,
  isFiltering,
  type KnownOfArticles,
  noFilters,
  ofHits,
  sectionsOf,
  sorted,
  sortNames,
} from './choose';
import { LibraryFilters } from './LibraryFilters';
import styles from './LibraryPane.module.css';
import {
  beginWith,
  fetchChecks,
  fetchExcerpts,
  fetchPeople,
  search,
  searchAgain,
  useLibrary,
} from './library-state';

interface LibraryPaneProps {
  /** The path of the desk: what was looked for on another one is forgotten. */
  readonly desk: string;
  readonly entries: readonly DeskEntry[];
  readonly reading: DeskReading | null;
  readonly openSlug: string | null;
  /** Who else has articles open, in words, by folder. */
  readonly alsoOpen: ReadonlyMap<string, string>;
  /** The pointer was pressed on an article. */
  readonly onPress: (slug: string) => void;
  /** Answers whether the article is open now. */
  readonly onOpen: (slug: string) => Promise<boolean>;
}

/** The list is drawn again at every save and search, which is often enough for "today". */
const now = () => new Date();

/** The articles of the desk: search, narrow down, choose. */
export function LibraryPane({
  desk,
  entries,
  reading,
  openSlug,
  alsoOpen,
  onPress,
  onOpen,
}: LibraryPaneProps) {
  useEffect(() => beginWith(desk), [desk]);
  const words = useLibrary((state) => state.words);
  const hits = useLibrary((state) => state.hits);
  const excerpts = useLibrary((state) => state.excerpts);
  const filters = useLibrary((state) => state.filters);
  const filtersOpen = useLibrary((state) => state.filtersOpen);
  const sort = useLibrary((state) => state.sort);
  const order = sort ?? (hits ? 'match' : 'changed');
  const known = useKnown(entries);
  const list = useRef<ArticleListHandle>(null);

  // Ten thousand entries are sorted after the keystroke was drawn, not before.
  const present = useDeferredValue(entries);
  const shown = useMemo(() => {
    const found = hits ? ofHits(present, hits.slugs, hits.words) : present;
    const passing = filtered(found, filters, known, now());
    return hits && (sort === null || sort === 'match') ? passing : sorted(passing, sort ?? 'changed');
  }, [present, hits, filters, known, sort]);
  // The best of what was found come first, the rest a moment later.
  const isPart = hits !== null && hits.slugs.length < hits.count && !isFiltering(filters);
  const sections = useMemo(() => (filtersOpen ? sectionsOf(present) : []), [present, filtersOpen]);

  // Enter may come before the answer: it is for what these words find, not for what stands there from the words before.
  const entered = useRef<string | null>(null);
  const first = useRef<string | null>(null);
  useLayoutEffect(() => {
    first.current = shown[0]?.slug ?? null;
  }, [shown]);
  const openFirst = useCallback(() => {
    if (first.current !== null) void onOpen(first.current);
  }, [onOpen]);
  useEffect(() => {
    if (entered.current === null || hits?.words !== entered.current) return;
    entered.current = null;
    openFirst();
  }, [hits, openFirst]);

  // What was found is asked for again when the desk changed, not when the pane only came back.
  const searched = useRef(entries);
  useEffect(() => {
    if (searched.current !== entries) searchAgain();
    searched.current = entries;
  }, [entries]);

  const show = useCallback((slugs: readonly string[]) => void fetchExcerpts(slugs), []);
  // Asked for again when other words were answered: the same rows may be in view.
  const answered = hits?.words;
  const inView = useRef<readonly string[]>([]);
  const follow = useCallback(
    (slugs: readonly string[]) => {
      inView.current = slugs;
      show(slugs);
    },
    [show],
  );
  useEffect(() => {
    if (answered !== undefined) show(inView.current);
  }, [answered, show]);

  // What the menu does is done with the open article: the one that it was asked for.
  const offerMenu = useCallback(
    async (slug: string, at: { readonly x: number; readonly y: number }) => {
      if (await onOpen(slug)) void standfirst.library.menu(at);
    },
    [onOpen],
  );

  // Drawn for its own words alone: React writes a field anew with whatever is drawn around it, and each save draws the list.
  const field = useMemo(
    () => (
      <input
        type="search"
        aria-label={strings.library.search}
        placeholder={strings.library.search}
        value={words}
        maxLength={500}
        spellCheck={false}
        onChange={(event) => {
          entered.current = null;
          search(event.target.value);
        }}
        onBlur={() => {
          entered.current = null;
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            list.current?.focusFirst();
          } else if (event.key === 'Enter') {
            if (words.trim() === '') return;
            if (answered === words) openFirst();
            else entered.current = words;
          } else if (event.key === 'Escape' && words !== '') {
            event.stopPropagation();
            search('');
          }
        }}
      />
    ),
    [words, answered, openFirst],
  );

  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <div className={styles.search}>
          <Search size={14} aria-hidden />
          {field}
        </div>
        <IconButton
          label={strings.library.filter.open}
          icon={<ListFilter size={16} aria-hidden />}
          aria-expanded={filtersOpen}
          aria-pressed={filtersOpen || isFiltering(filters)}
          onClick={() => {
            useLibrary.setState({ filtersOpen: !filtersOpen });
            if (!filtersOpen) void fetchPeople();
          }}
        />
      </div>
      {filtersOpen ? <FiltersOf sections={sections} /> : <FiltersInWords filters={filters} />}
      <div className={styles.line}>
        {filtersOpen ? (
          <select
            aria-label={strings.library.sort}
            className={styles.sort}
            value={order}
            // The select offers exactly the values of `sortNames`.
            onChange={(event) =>
              useLibrary.setState({ sort: event.target.value as (typeof sortNames)[number] })
            }
          >
            {sortNames
              .filter((name) => name !== 'match' || hits || sort === 'match')
              .map((name) => (
                <option key={name} value={name}>
                  {strings.library.sorts[name]}
                </option>
              ))}
          </select>
        ) : (
          <span>{strings.library.sorts[order]}</span>
        )}
        <span className={styles.count} role="status" aria-label={strings.library.shown}>
          {countOf(isPart ? hits.count : shown.length, entries.length, reading, hits)}
        </span>
      </div>
      {entries.length === 0 && !reading ? (
        <p className={styles.empty}>
          {strings.library.empty}
          <br />
          {strings.library.emptyHint}
        </p>
      ) : null}
      {entries.length > 0 && shown.length === 0 ? (
        <p className={styles.empty}>
          {hits && !isFiltering(filters)
            ? strings.library.noMatch(hits.words.trim())
            : strings.library.noneLeft}
        </p>
      ) : null}
      <ArticleList
        entries={shown}
        openSlug={openSlug}
        found={answered}
        excerpts={hits ? excerpts : null}
        alsoOpen={alsoOpen}
        onPress={onPress}
        onOpen={onOpen}
        onMenu={offerMenu}
        onShown={follow}
        handle={list}
      />
    </div>
  );
}

function countOf(
  shown: number,
  all: number,
  reading: DeskReading | null,
  hits: { readonly searched: number; readonly all: number } | null,
): string {
  if (reading) return strings.library.reading(reading.done, reading.all);
  if (hits && hits.searched < hits.all) return strings.library.gettingReady(hits.searched, hits.all);
  return shown === all ? strings.library.articles(all) : strings.library.some(shown, all);
}

/** What the filters go by that stands in no entry; asked for only while it is needed. */
function useKnown(entries: readonly DeskEntry[]): KnownOfArticles {
  const source = useLibrary((state) => state.filters.source.trim());
  const hasSource = source !== '';
  const findings = useLibrary((state) => state.filters.findings);
  const people = useLibrary((state) => state.people);
  const checks = useLibrary((state) => state.checks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved or changed by others may have other findings and sources.
  useEffect(() => {
    if (findings !== 'any') void fetchChecks();
    if (hasSource) void fetchPeople();
  }, [findings, hasSource, entries]);
  return useMemo(() => {
    const wanted = fold(source);
    const matching = people?.people.filter(({ name }) => fold(name).includes(wanted)) ?? [];
    return {
      withSource: source === '' ? null : new Set(matching.flatMap(({ slugs }) => slugs)),
      errors: new Set(checks?.found.filter(({ errors }) => errors > 0).map(({ slug }) => slug)),
      warnings: new Set(checks?.found.filter(({ warnings }) => warnings > 0).map(({ slug }) => slug)),
      checked: checks !== null && checks.checked >= checks.all,
    };
  }, [source, people, checks]);
}

function FiltersOf({ sections }: { readonly sections: readonly string[] }) {
  const filters = useLibrary((state) => state.filters);
  const people = useLibrary((state) => state.people);
  const checks = useLibrary((state) => state.checks);
  const left = filters.findings !== 'any' && checks && checks.checked < checks.all;
  return (
    <LibraryFilters
      filters={filters}
      sections={sections}
      people={people}
      checking={
        filters.findings === 'any'
          ? ''
          : left
            ? strings.library.filter.checking(checks.checked, checks.all)
            : strings.library.filter.withoutSpelling
      }
      onChange={(changed) => useLibrary.setState({ filters: changed })}
    />
  );
}

/** What narrows the list down while the controls are out of sight: nothing is hidden without a word about it. */
function FiltersInWords({ filters }: { readonly filters: Filters }) {
  if (!isFiltering(filters)) return null;
  const { periods, found, clear } = strings.library.filter;
  const parts = [
    filters.status === 'any' ? '' : strings.status[filters.status],
    filters.section,
    filters.source.trim(),
    filters.period === 'any'
      ? ''
      : filters.period === 'between'
        ? `${filters.from} – ${filters.to}`
        : periods[filters.period],
    filters.findings === 'any' ? '' : found[filters.findings],
  ].filter(Boolean);
  return (
    <div className={styles.summary}>
      <span>{parts.join(' · ')}</span>
      <button type="button" onClick={() => useLibrary.setState({ filters: noFilters })}>
        {clear}
      </button>
    </div>
  );
}
