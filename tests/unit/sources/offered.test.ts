import { expect, it } from 'vitest';
import { newSource } from '../../../shared/article/source';
import { emptySourceBook } from '../../../shared/sources/book';
import { offeredSources, sourcesOfSurname } from '../../../shared/sources/offered';
import { speakerIndex } from '../../../shared/sources/speaker-index';

const [kerry, short, okri] = [
  newSource('s1', 'John Kerry'),
  newSource('s2', 'J. Kerry'),
  newSource('s3', 'Ben Okri'),
];
const names = (sources: readonly { name: string }[]) => sources.map(({ name }) => name);

it('the sources of the article are offered first, then the others of the book, none twice, none deleted', () => {
  const book = { ...emptySourceBook, sources: [kerry, okri, { ...newSource('s4', 'Gone'), deleted: true }] };
  expect(names(offeredSources([okri], book))).toEqual(['Ben Okri', 'John Kerry']);
});

it('an entry that was merged into another is not offered beside it', () => {
  const book = { ...emptySourceBook, sources: [kerry], merges: [{ from: short, into: kerry }] };
  expect(names(offeredSources([{ ...kerry, id: 's2' }], book))).toEqual(['John Kerry']);
});

it('a surname means everybody of that name', () => {
  expect(names(sourcesOfSurname([kerry, okri, short], 'Mr. Kerry'))).toEqual(['John Kerry', 'J. Kerry']);
  expect(sourcesOfSurname([kerry], '…')).toEqual([]);
});

it('two entries of one name share the tone of the first', () => {
  const sources = [okri, kerry, { ...kerry, id: 's2' }];
  expect(['s3', 's1', 's2', 'gone', null].map((id) => speakerIndex(sources, id))).toEqual([0, 1, 1, -1, -1]);
  const unnamed = [newSource('a', ''), newSource('b', '')];
  expect(speakerIndex(unnamed, 'b')).toBe(1);
});
