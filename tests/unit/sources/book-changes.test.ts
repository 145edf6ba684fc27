import { describe, expect, it } from 'vitest';
import { newSource, type Source } from '../../../shared/article/source';
import type { Result } from '../../../shared/base/result';
import {
  emptySourceBook,
  parseSourceBook,
  type SourceBook,
  serialiseSourceBook,
} from '../../../shared/sources/book';
import {
  adopting,
  aliasesOf,
  mergeSources,
  replacedDescription,
  withMerge,
  withoutMerge,
  withoutSource,
  withSource,
} from '../../../shared/sources/book-changes';
import { sourcesFollowing } from '../../../shared/sources/follow-book';

const kerry: Source = { ...newSource('s1', 'John Kerry'), role: 'a senator', contact: 'john@example.org' };
const short: Source = {
  ...newSource('s2', 'J. Kerry'),
  organisation: 'the Senate',
  contact: '+1 202 000000',
  terms: 'on-background',
};
const book: SourceBook = { ...emptySourceBook, sources: [kerry, short] };
const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const idsOf = ({ sources }: SourceBook) => sources.map(({ id }) => id);

describe('a change of one source', () => {
  it('writes only the fields the writer changed over what another program wrote meanwhile', () => {
    const theirs = { ...book, sources: [{ ...kerry, role: 'the former secretary of state' }, short] };
    const changed = withSource(theirs, { ...kerry, notes: 'Call before noon' }, kerry);
    expect(changed.sources[0]).toEqual({
      ...kerry,
      role: 'the former secretary of state',
      notes: 'Call before noon',
    });
  });

  it('adds a source that the book does not hold, also one that was removed meanwhile', () => {
    expect(idsOf(withSource(emptySourceBook, kerry, null))).toEqual(['s1']);
    expect(idsOf(withSource(emptySourceBook, kerry, kerry))).toEqual(['s1']);
  });
});

describe('removing a source', () => {
  it('leaves a tombstone with its name, without contact and notes, while articles use it', () => {
    const { sources } = value(withoutSource(book, 's1', true));
    expect(sources[0]).toEqual({ ...kerry, contact: '', notes: '', deleted: true });
  });

  it('takes it away where nothing uses it', () => {
    expect(idsOf(value(withoutSource(book, 's1', false)))).toEqual(['s2']);
    expect(withoutSource(book, 'nobody', false)).toEqual({ ok: false, error: { code: 'unknown-source' } });
  });

  it('is not undone by the next save of an article that lists it', () => {
    const removed = value(withoutSource(book, 's1', true));
    expect(adopting(removed, [kerry])).toBe(removed);
  });
});

describe('merging two entries', () => {
  it('fills gaps, keeps both contacts and the more binding terms', () => {
    expect(mergeSources(kerry, short)).toEqual({
      ...kerry,
      organisation: 'the Senate',
      contact: 'john@example.org; +1 202 000000',
      terms: 'on-background',
    });
  });

  it('is taken back whole, and keeps what was changed since', () => {
    const merged = value(withMerge(book, 's1', 's2'));
    expect(idsOf(merged)).toEqual(['s1']);
    expect(value(withoutMerge(merged, 's2'))).toEqual(book);
    const [only] = merged.sources;
    if (!only) throw new Error('The merged entry is missing');
    const later = withSource(merged, { ...only, role: 'an envoy' }, only);
    expect(value(withoutMerge(later, 's2')).sources).toEqual([{ ...kerry, role: 'an envoy' }, short]);
  });

  it('survives the file, so that it can be taken back after a restart', () => {
    const merged = value(withMerge(book, 's1', 's2'));
    expect(value(parseSourceBook(serialiseSourceBook(merged)))).toEqual(merged);
  });

  it('means the last entry through several merges, and never runs in circles', () => {
    const three = { ...book, sources: [...book.sources, newSource('s3', 'John F. Kerry')] };
    const twice = value(withMerge(value(withMerge(three, 's1', 's2')), 's3', 's1'));
    expect([...aliasesOf(twice)]).toEqual([
      ['s2', 's3'],
      ['s1', 's3'],
    ]);
    const circle = {
      ...emptySourceBook,
      merges: [
        { from: kerry, into: short },
        { from: short, into: kerry },
      ],
    };
    expect(aliasesOf(circle).size).toBe(2);
  });

  it('knows the description that readers see no longer', () => {
    const aide = { ...short, publishedAs: 'a ministry aide' };
    const official = { ...short, id: 's4', publishedAs: 'a senior official' };
    expect(replacedDescription(official, aide)).toBe('a ministry aide');
    expect(replacedDescription(official, { ...official, id: 's5' })).toBeNull();
    // The gap is filled with it: nothing changes.
    expect(replacedDescription(kerry, aide)).toBeNull();
    expect(replacedDescription(official, { ...aide, terms: 'deep-background' })).toBeNull();
  });

  it('refuses to merge a source with itself or with one that is gone', () => {
    for (const [into, from] of [
      ['s1', 's1'],
      ['s1', 'gone'],
    ] as const) {
      expect(withMerge(book, into, from)).toEqual({ ok: false, error: { code: 'unknown-source' } });
    }
  });
});

describe('the copies in an article', () => {
  it('follow the book, also through a merge, and keep their ids', () => {
    const merged = value(withMerge(book, 's1', 's2'));
    const [following] = sourcesFollowing([short], merged);
    expect(following).toEqual({ ...mergeSources(kerry, short), id: 's2', otherNames: ['J. Kerry'] });
  });

  it('keep every name that was merged into theirs, through any number of merges, until it is taken back', () => {
    const alias = newSource('s3', 'Zebulon Quist');
    const three = { ...book, sources: [...book.sources, alias] };
    const merged = value(withMerge(value(withMerge(three, 's2', 's3')), 's1', 's2'));
    const namesOf = (within: SourceBook) => sourcesFollowing([alias], within)[0]?.otherNames;
    const namesIn = (within: SourceBook) => sourcesFollowing([kerry], within)[0]?.otherNames;
    expect(namesOf(merged)).toEqual(['Zebulon Quist', 'J. Kerry']);
    expect(namesOf(value(withoutMerge(merged, 's2')))).toEqual(['Zebulon Quist']);
    expect(namesOf(value(withoutMerge(value(withoutMerge(merged, 's2')), 's3')))).toEqual([]);
    // An entry that was itself made from an article's copy, after the book was lost, holds names of its own.
    const made = { ...book, sources: [kerry, { ...short, otherNames: ['Xaver Quist'] }] };
    expect(namesIn(value(withMerge(made, 's1', 's2')))).toEqual(['J. Kerry', 'Xaver Quist']);
    // A writer who changes another field of the copy does not write them into the entry of the book.
    const [copy] = sourcesFollowing([kerry], merged);
    if (!copy) throw new Error('nobody follows');
    const [entry] = withSource(merged, { ...structuredClone(copy), role: 'a clerk' }, copy).sources;
    expect(entry).toMatchObject({ role: 'a clerk', otherNames: [] });
  });

  it('become stricter with the book, never looser', () => {
    const open = { ...book, sources: [{ ...kerry, terms: 'on-the-record' as const }] };
    expect(sourcesFollowing([{ ...kerry, terms: 'deep-background' }], open)[0]?.terms).toBe(
      'deep-background',
    );
    const strict = { ...book, sources: [{ ...kerry, terms: 'off-the-record' as const }] };
    expect(sourcesFollowing([kerry], strict)[0]?.terms).toBe('off-the-record');
  });

  it('are the very same list where nothing differs', () => {
    const copies = [kerry, newSource('s9', 'Not in the book')];
    expect(sourcesFollowing(copies, book)).toBe(copies);
  });
});
