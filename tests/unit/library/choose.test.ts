import { describe, expect, it } from 'vitest';
import { filtered, noFilters, ofHits, sectionsOf, sorted } from '../../../renderer/library/choose';
import type { ArticleEntry, DeskEntry } from '../../../shared/ipc/desk-entries';

const entry = (slug: string, fields: Partial<ArticleEntry> = {}): ArticleEntry => ({
  kind: 'article',
  slug,
  id: slug,
  headline: slug,
  status: 'draft',
  section: '',
  created: '2026-01-01T00:00:00Z',
  modified: '2026-03-01T12:00:00Z',
  words: 10,
  ...fields,
});
const broken: DeskEntry = { kind: 'problem', slug: 'broken-ferry', problem: { code: 'empty' } };
const nothing = { withSource: null, errors: new Set<string>(), warnings: new Set<string>(), checked: true };
const now = new Date('2026-03-10T12:00:00Z');
const slugs = (entries: readonly DeskEntry[]) => entries.map(({ slug }) => slug);

describe('filters', () => {
  const entries = [
    entry('a', { status: 'ready', section: 'City' }),
    entry('b', { modified: '2026-03-10T08:00:00Z' }),
    entry('c', { modified: '2025-12-31T08:00:00Z', section: 'City' }),
    broken,
  ];
  const left = (filters: Partial<typeof noFilters>, known = nothing) =>
    slugs(filtered(entries, { ...noFilters, ...filters }, known, now));

  it('let everything pass while none is set, also what cannot be opened', () => {
    expect(filtered(entries, noFilters, nothing, now)).toBe(entries);
  });

  it('go by status, section, source and the time of the last change', () => {
    expect(left({ status: 'ready' })).toEqual(['a']);
    expect(left({ section: 'City' })).toEqual(['a', 'c']);
    expect(left({ source: 'Ann' }, { ...nothing, withSource: new Set(['b']) as never })).toEqual(['b']);
    expect(left({ period: 'today' })).toEqual(['b']);
    expect(left({ period: 'month' })).toEqual(['a', 'b']);
    expect(left({ period: 'year' })).toEqual(['a', 'b']);
    expect(left({ period: 'between', from: '', to: '2026-03-01' })).toEqual(['a', 'c']);
    expect(left({ period: 'between', from: '2026-03-01', to: '2026-03-01' })).toEqual(['a']);
  });

  it('count days by the calendar where the clocks changed between them', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Europe/Berlin';
    try {
      // On 25 October 2026 a day has 25 hours: seven days before are six of 24 hours and one of 25.
      const evening = new Date(2026, 9, 27, 20);
      const week = (modified: Date) =>
        filtered(
          [entry('a', { modified: modified.toISOString() })],
          { ...noFilters, period: 'week' },
          nothing,
          evening,
        ).length;
      expect([week(new Date(2026, 9, 21, 0, 30)), week(new Date(2026, 9, 20, 23, 30))]).toEqual([1, 0]);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('go by findings, and call nothing clean before it was checked', () => {
    const known = { ...nothing, errors: new Set(['a']), warnings: new Set(['b']) };
    expect(left({ findings: 'errors' }, known)).toEqual(['a']);
    expect(left({ findings: 'warnings' }, known)).toEqual(['a', 'b']);
    expect(left({ findings: 'none' }, known)).toEqual(['c']);
    expect(left({ findings: 'none' }, { ...known, checked: false })).toEqual([]);
  });
});

it('orders by each of the orders; what falls together newest first, what cannot be opened last', () => {
  const entries = [
    broken,
    entry('b', { headline: 'Story 10', words: 5, status: 'published' }),
    entry('a', { headline: 'Story 9', words: 7, modified: '2026-04-01T00:00:00Z' }),
    entry('c', {
      headline: 'älter',
      created: '2026-02-01T00:00:00Z',
      words: 5,
      modified: '2026-02-02T00:00:00Z',
    }),
  ];
  expect(slugs(sorted(entries, 'changed'))).toEqual(['a', 'b', 'c', 'broken-ferry']);
  expect(slugs(sorted(entries, 'headline'))).toEqual(['c', 'a', 'b', 'broken-ferry']);
  expect(slugs(sorted(entries, 'words'))).toEqual(['a', 'b', 'c', 'broken-ferry']);
  expect(slugs(sorted(entries, 'created'))).toEqual(['c', 'a', 'b', 'broken-ferry']);
  expect(slugs(sorted(entries, 'status'))).toEqual(['a', 'c', 'b', 'broken-ferry']);
});

it('keeps the order of a search, without what is gone, and finds broken articles by their folder', () => {
  expect(slugs(ofHits([entry('a'), entry('b'), broken], ['b', 'gone', 'a'], 'Ferry'))).toEqual([
    'b',
    'a',
    'broken-ferry',
  ]);
});

it('lists the sections once each', () => {
  expect(
    sectionsOf([
      entry('a', { section: 'Sport' }),
      entry('b', { section: 'City' }),
      entry('c', { section: 'Sport' }),
      entry('d'),
    ]),
  ).toEqual(['City', 'Sport']);
});
