import { type Status, statusNames } from '../../shared/article/article';
import type { ArticleEntry, DeskEntry } from '../../shared/ipc/desk-entries';

/*
 * Which articles of the desk the library shows, and in which order: decided here, on values alone.
 */

export const sortNames = ['match', 'changed', 'created', 'headline', 'words', 'status'] as const;
/** The order of the list. `match` is the search's own and means "last changed" while nothing is looked for. */
export type Sort = (typeof sortNames)[number];

export const periodNames = ['any', 'today', 'week', 'month', 'year', 'between'] as const;
/** When an article was changed last; the days are counted back from now. */
export type Period = (typeof periodNames)[number];

export const findingNames = ['any', 'errors', 'warnings', 'none'] as const;
/** `errors`: the article has errors; `warnings`: errors or warnings; `none`: neither. */
export type Findings = (typeof findingNames)[number];

export interface Filters {
  readonly status: Status | 'any';
  /** '' is any. */
  readonly section: string;
  /** Part of a source's name; '' is any. */
  readonly source: string;
  readonly period: Period;
  /** Days of `between`, YYYY-MM-DD, both included; '' is open. */
  readonly from: string;
  readonly to: string;
  readonly findings: Findings;
}

export const noFilters: Filters = {
  status: 'any',
  section: '',
  source: '',
  period: 'any',
  from: '',
  to: '',
  findings: 'any',
};

export const isFiltering = (filters: Filters): boolean =>
  // Days alone say nothing while another period is chosen.
  filters.status !== 'any' ||
  filters.section !== '' ||
  filters.source.trim() !== '' ||
  filters.period !== 'any' ||
  filters.findings !== 'any';

/** What the filters go by beside the entries themselves. */
export interface KnownOfArticles {
  /** The folders of articles with a source of the wanted name; null where no source is wanted. */
  readonly withSource: ReadonlySet<string> | null;
  readonly errors: ReadonlySet<string>;
  readonly warnings: ReadonlySet<string>;
  /** Folders that the checks have looked at; others are neither with nor without findings. */
  readonly checked: boolean;
}

/** The first and the last moment (exclusive) of what a period means at `now`, in milliseconds since 1970. */
function span({ period, from, to }: Filters, now: Date): readonly [number, number] {
  // By the calendar: a day on which the clocks change has other hours than 24.
  const dayBefore = (days: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).getTime();
  switch (period) {
    case 'any':
      return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    case 'today':
      return [dayBefore(0), Number.POSITIVE_INFINITY];
    case 'week':
      return [dayBefore(6), Number.POSITIVE_INFINITY];
    case 'month':
      return [dayBefore(29), Number.POSITIVE_INFINITY];
    case 'year':
      return [new Date(now.getFullYear(), 0, 1).getTime(), Number.POSITIVE_INFINITY];
    case 'between':
      return [
        from === '' ? Number.NEGATIVE_INFINITY : new Date(`${from}T00:00:00`).getTime(),
        to === '' ? Number.POSITIVE_INFINITY : new Date(`${to}T23:59:59.999`).getTime() + 1,
      ];
  }
}

/** The entries that pass the filters. What cannot be opened is shown only while nothing is filtered. */
export function filtered(
  entries: readonly DeskEntry[],
  filters: Filters,
  known: KnownOfArticles,
  now: Date,
): readonly DeskEntry[] {
  if (!isFiltering(filters)) return entries;
  const [first, end] = span(filters, now);
  const passes = (entry: ArticleEntry): boolean => {
    if (filters.status !== 'any' && entry.status !== filters.status) return false;
    if (filters.section !== '' && entry.section !== filters.section) return false;
    if (known.withSource && !known.withSource.has(entry.slug)) return false;
    const changed = Date.parse(entry.modified);
    if (changed < first || changed >= end) return false;
    switch (filters.findings) {
      case 'any':
        return true;
      case 'errors':
        return known.errors.has(entry.slug);
      case 'warnings':
        return known.errors.has(entry.slug) || known.warnings.has(entry.slug);
      case 'none':
        return known.checked && !known.errors.has(entry.slug) && !known.warnings.has(entry.slug);
    }
  };
  return entries.filter((entry) => entry.kind === 'article' && passes(entry));
}

const byText = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Below 0 where `one` stands before `other`. */
type Order = (one: ArticleEntry, other: ArticleEntry) => number;

const latest =
  (field: 'modified' | 'created'): Order =>
  (one, other) =>
    one[field] < other[field] ? 1 : one[field] > other[field] ? -1 : 0;

const orders: Readonly<Record<Sort, Order>> = {
  match: latest('modified'),
  changed: latest('modified'),
  created: latest('created'),
  headline: (one, other) => byText.compare(one.headline, other.headline),
  words: (one, other) => other.words - one.words,
  status: (one, other) => statusNames.indexOf(one.status) - statusNames.indexOf(other.status),
};

/** The entries in an order; those that fall together newest first, what cannot be opened last. */
export function sorted(entries: readonly DeskEntry[], sort: Sort): readonly DeskEntry[] {
  const order = orders[sort];
  return [...entries].sort((one, other) => {
    if (one.kind === 'article' && other.kind === 'article') {
      return order(one, other) || orders.changed(one, other) || (one.slug < other.slug ? -1 : 1);
    }
    if (one.kind !== other.kind) return one.kind === 'article' ? -1 : 1;
    return one.slug < other.slug ? -1 : 1;
  });
}

/** The entries by their folders, made once for a list: a search asks at every letter. */
const entriesBySlug = new WeakMap<readonly DeskEntry[], ReadonlyMap<string, DeskEntry>>();

function bySlugOf(entries: readonly DeskEntry[]): ReadonlyMap<string, DeskEntry> {
  const bySlug = entriesBySlug.get(entries) ?? new Map(entries.map((entry) => [entry.slug, entry]));
  entriesBySlug.set(entries, bySlug);
  return bySlug;
}

/** The entries that a search found, in its order, and what cannot be opened but has the words in its name. */
export function ofHits(
  entries: readonly DeskEntry[],
  slugs: readonly string[],
  typed: string,
): readonly DeskEntry[] {
  const bySlug = bySlugOf(entries);
  const words = typed.trim().toLowerCase();
  return [
    ...slugs.flatMap((slug) => bySlug.get(slug) ?? []),
    ...entries.filter((entry) => entry.kind === 'problem' && entry.slug.toLowerCase().includes(words)),
  ];
}

/** The sections of the desk, in the order of the alphabet. */
export function sectionsOf(entries: readonly DeskEntry[]): readonly string[] {
  const sections = new Set(entries.map((entry) => (entry.kind === 'article' ? entry.section : '')));
  sections.delete('');
  return [...sections].sort(byText.compare);
}
