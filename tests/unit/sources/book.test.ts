import { describe, expect, it } from 'vitest';
import { newSource } from '../../../shared/article/source';
import {
  emptySourceBook,
  parseSourceBook,
  type SourceBook,
  serialiseSourceBook,
} from '../../../shared/sources/book';

const book: SourceBook = {
  ...emptySourceBook,
  sources: [{ ...newSource('s1', 'Ada Field'), contact: '+44 1955 000000' }, newSource('s2', 'Ben Okri')],
};

describe('a source book', () => {
  it('reads back as it was written', () => {
    expect(parseSourceBook(serialiseSourceBook(book))).toEqual({ ok: true, value: book });
    expect(parseSourceBook(serialiseSourceBook(emptySourceBook))).toEqual({
      ok: true,
      value: emptySourceBook,
    });
  });

  it('keeps what a newer minor version wrote', () => {
    const newer = JSON.stringify({
      format: { name: 'standfirst-sources', version: '1.9' },
      sources: [{ id: 's1', kind: 'person', name: 'Ada Field', mood: 'dry' }],
      groups: ['council'],
    });
    const parsed = parseSourceBook(newer);
    if (!parsed.ok) throw new Error(parsed.error.code);
    expect(JSON.parse(serialiseSourceBook(parsed.value))).toEqual(JSON.parse(newer));
  });

  it.each([
    ['', { code: 'empty' }],
    ['{"format"', { code: 'not-json' }],
    ['{"format":{"name":"other"}}', { code: 'not-a-source-book' }],
    ['[]', { code: 'not-a-source-book' }],
    [
      '{"format":{"name":"standfirst-sources","version":"2.0"},"sources":[]}',
      { code: 'newer-format', version: '2.0' },
    ],
    [
      '{"format":{"name":"standfirst-sources","version":"1.0"},"sources":[{"id":"s1","kind":"robot","name":""}]}',
      { code: 'damaged', where: 'sources[0].kind', expected: 'one of person, organisation, document' },
    ],
    [
      serialiseSourceBook({ ...book, sources: [newSource('s1', 'A'), newSource('s1', 'B')] }),
      { code: 'damaged', where: 'sources[1].id', expected: 'an id of its own' },
    ],
  ])('refuses %j', (text, error) => {
    expect(parseSourceBook(text)).toEqual({ ok: false, error });
  });
});
