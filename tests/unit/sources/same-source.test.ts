import { describe, expect, it } from 'vitest';
import { newSource, type Source } from '../../../shared/article/source';
import { sourceProblems } from '../../../shared/sources/problems';
import { probableDuplicates, sourceNamed } from '../../../shared/sources/same-source';

const person = (name: string, fields: Partial<Source> = {}): Source => ({
  ...newSource(name, name),
  ...fields,
});
const pairs = (...sources: readonly Source[]) =>
  probableDuplicates(sources).map(({ keep, merge }) => [keep.name, merge.name]);

describe('a source is recognised by its name', () => {
  const book = [person('John Kerry'), person('Zoë Brandt'), person('Ben Okri', { deleted: true })];

  it.each(['John Kerry', 'john kerry', 'Sen. John Kerry', ' JOHN  KERRY '])('%j', (name) => {
    expect(sourceNamed(book, name)?.name).toBe('John Kerry');
  });

  it('without its accents too', () => expect(sourceNamed(book, 'Zoe Brandt')?.name).toBe('Zoë Brandt'));

  it('but not by another name, by none, or when it was deleted', () => {
    for (const name of ['Kerry', 'Joan Kerry', '', '…', 'Ben Okri'])
      expect(sourceNamed(book, name)).toBeUndefined();
  });

  it('and not where it could be two', () => {
    expect(sourceNamed([person('Dr John Kerry'), person('Sen John Kerry')], 'John Kerry')).toBeUndefined();
  });
});

describe('probable duplicates', () => {
  it.each([
    ['John Kerry', 'J. Kerry'],
    ['John Kerry', 'JOHN KERRY'],
    ['John F. Kerry', 'John Kerry'],
    ['John Forbes Kerry', 'J. F. Kerry'],
    ['John Kerry', 'Kerry'],
  ])('%s and %s', (keep, merge) => {
    expect(pairs(person(merge), person(keep)).map((pair) => [...pair].sort())).toEqual([
      [keep, merge].sort(),
    ]);
    if (keep.length > merge.length) expect(pairs(person(merge), person(keep))).toEqual([[keep, merge]]);
  });

  it.each([
    ['John Kerry', 'Joan Kerry'],
    ['John A. Kerry', 'John B. Kerry'],
    ['John Kerry', 'John Berry'],
    ['', ''],
  ])('not %s and %s', (one, other) => expect(pairs(person(one), person(other, { id: 'other' }))).toEqual([]));

  it('a bare surname is nobody in particular where two could be meant', () => {
    expect(pairs(person('Kerry'), person('John Kerry'), person('Teresa Kerry'))).toEqual([]);
  });

  it('not two entries that the desk keeps apart: one to be named, one not', () => {
    expect(pairs(person('Ada Field'), person('Ada Field', { id: 'b', terms: 'on-background' }))).toEqual([]);
  });

  it('organisations without regard to “the”, documents by their address', () => {
    const organisation = { kind: 'organisation' } as const;
    expect(pairs(person('The Treasury', organisation), person('Treasury', organisation))).toHaveLength(1);
    const document = { kind: 'document', url: 'https://example.org/report.pdf' } as const;
    expect(pairs(person('Report', document), person('The flood report', document))).toHaveLength(1);
  });
});

describe('the problems of a source', () => {
  const onRecord = { terms: 'on-the-record', check: 'checked' } as const;

  it('are none for a named source with a role, and none before it is quoted', () => {
    expect(sourceProblems(person('Ada Field', { role: 'a nurse' }), [onRecord])).toEqual([]);
    expect(sourceProblems(person(''), [])).toEqual([]);
  });

  it('tell what an unnamed source lacks', () => {
    expect(sourceProblems(person('Ada Field'), [{ terms: 'on-background', check: 'unchecked' }])).toEqual([
      'no-description',
      'no-reason',
    ]);
  });

  it('begin with what stops an export', () => {
    const quoted = [onRecord, { terms: 'off-the-record', check: 'changed' }] as const;
    expect(sourceProblems(person('Ada Field', { deleted: true }), quoted)).toEqual([
      'off-the-record',
      'words-changed',
      'no-reason',
      'no-role',
      'deleted',
    ]);
  });
});
