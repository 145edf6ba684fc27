import { describe, expect, it } from 'vitest';
import { changedEntries, saysOnlyOtherWords } from '../../../renderer/app/entries';
import type { ArticleEntry, DeskChange, DeskEntry } from '../../../shared/ipc/desk-entries';

const entry = (slug: string, fields: Partial<ArticleEntry> = {}): ArticleEntry => ({
  kind: 'article',
  slug,
  id: `id-${slug}`,
  headline: slug,
  status: 'draft',
  section: '',
  created: '2026-01-01T00:00:00Z',
  modified: '2026-01-01T00:00:00Z',
  words: 3,
  ...fields,
});
const change = (changed: readonly DeskEntry[], removed: readonly string[] = []): DeskChange => ({
  changed,
  removed,
});

describe('what the desk tells of its articles', () => {
  it('puts what was written last first and takes away what is gone', () => {
    const list = changedEntries(
      [entry('tides'), entry('walls'), entry('gulls')],
      change([entry('walls', { modified: '2026-01-02T00:00:00Z' })], ['gulls']),
    );
    expect(list.map((each) => each.slug)).toEqual(['walls', 'tides']);
  });

  it('may wait where it is only other words of the first article', () => {
    const [first, later] = [entry('tides'), '2026-01-02T00:00:00Z'];
    expect(saysOnlyOtherWords(change([{ ...first, words: 9, modified: later }]), first)).toBe(true);
  });

  it.each<[string, DeskChange]>([
    ['another headline', change([entry('tides', { headline: 'Higher tides' })])],
    ['another status', change([entry('tides', { status: 'ready' })])],
    ['another section', change([entry('tides', { section: 'News' })])],
    ['another article under the same name', change([entry('tides', { id: 'other' })])],
    ['an article further down', change([entry('walls', { words: 9 })])],
    ['one more article', change([entry('tides'), entry('walls')])],
    ['an article that is gone', change([entry('tides')], ['walls'])],
    ['one that cannot be read', change([{ kind: 'problem', slug: 'tides', problem: { code: 'empty' } }])],
    ['a reading', { ...change([entry('tides')]), reading: { done: 1, all: 2 } }],
    ['nothing', change([])],
  ])('does not wait with %s', (_, told) => {
    expect(saysOnlyOtherWords(told, entry('tides'))).toBe(false);
  });
});
