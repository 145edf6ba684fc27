import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article/article';
import {
  blockquote,
  br,
  deskNote,
  image,
  link,
  mention,
  p,
  pullQuote,
  quote,
  type Words,
} from '../../../shared/article/build';
import { newQuotation, type Quotation } from '../../../shared/article/quotation';
import { newSource, type Source } from '../../../shared/article/source';
import { applyFix, blocksExport } from '../../../shared/checks';
import { check, complete, found } from './desk';

const weber = newSource('s1', 'Vin Weber');
const secret: Source = {
  ...newSource('s2', 'Nadia Keller'),
  terms: 'on-background',
  publishedAs: 'a senior official',
  reasonUnnamed: 'She was not allowed to speak in public.',
};
const tagged = (id: string, sourceId: string | null, fields: Partial<Quotation> = {}): Quotation => ({
  ...newQuotation(id, sourceId),
  ...fields,
});
const codes = (story: Article): readonly string[] => check(story).map(({ code }) => code);

describe('quotations', () => {
  const story = (quotation: Quotation, sources: readonly Source[] = [weber]): Article =>
    complete(
      { quotations: [quotation], sources },
      p('Vin Weber spoke. ', quote('q1', '“It rose,”'), ' he said. ', quote('q1', '“It did.”')),
    );

  it('with a speaker are fine', () => {
    expect(codes(story(tagged('q1', 's1')))).toEqual([]);
  });

  it('without a speaker are told once, at their first words', () => {
    expect(found('quotation-without-speaker', story(tagged('q1', null)))).toMatchObject([
      { severity: 'warning', place: { kind: 'run', block: 0, run: 0, start: 17, end: 27 } },
    ]);
  });

  it('whose source was deleted, or that refer to nothing, are told', () => {
    expect(codes(story(tagged('q1', 's1'), [{ ...weber, deleted: true }]))).toEqual([
      'quotation-without-speaker',
    ]);
    expect(codes(story(tagged('q1', 'gone')))).toEqual(['quotation-without-speaker']);
    expect(codes(story(tagged('other', 's1')))).toEqual(['quotation-without-speaker']);
  });

  it('set off as a block name somebody', () => {
    expect(codes(complete({}, blockquote('', 'It rose.'), p('End.')))).toEqual(['quotation-without-speaker']);
    expect(codes(complete({}, blockquote('A council paper', 'It rose.'), p('End.')))).toEqual([]);
  });

  it('off the record block the export, by their own terms or by their source’s', () => {
    for (const off of [
      story(tagged('q1', 's1', { terms: 'off-the-record' })),
      story(tagged('q1', 's1'), [{ ...weber, terms: 'off-the-record' }]),
    ]) {
      expect(found('off-the-record', off)).toHaveLength(2);
      expect(blocksExport(check(off))).toBe(true);
    }
    const own = story(tagged('q1', 's1', { terms: 'on-the-record' }), [
      { ...weber, terms: 'off-the-record' },
    ]);
    expect(found('off-the-record', own)).toEqual([]);
  });

  it('off the record in a block or pull quote block the export too', () => {
    const sources: readonly Source[] = [{ ...weber, terms: 'off-the-record' }];
    for (const block of [blockquote('', 'It rose.'), pullQuote('', 'It rose.')]) {
      expect(found('off-the-record', complete({ sources }, { ...block, sourceId: 's1' }))).toHaveLength(1);
    }
  });

  it('that were checked and changed later are told', () => {
    const checked = { by: 'Ann', at: '2026-01-01T00:00:00Z', text: '“It rose,” “It did.”' };
    expect(codes(story(tagged('q1', 's1', { checked })))).toEqual([]);
    const other = { ...checked, text: '“It rose,” “It did not.”' };
    expect(found('checked-words-changed', story(tagged('q1', 's1', { checked: other })))).toMatchObject([
      {
        reason:
          'These are not the words that Ann checked. Check them again. Checked were: “It rose,” “It did not.”',
      },
    ]);
  });

  it('that paraphrase say whose view it is', () => {
    const paraphrase = (words: string, sources = [weber]): Article =>
      complete(
        { quotations: [tagged('q1', 's1', { kind: 'paraphrase' })], sources },
        p('Vin Weber is a lobbyist.'),
        p(quote('q1', 'The party will split'), words),
      );
    expect(codes(paraphrase('. Nobody knows when.'))).toEqual(['paraphrase-without-attribution']);
    expect(codes(paraphrase(', Weber said.'))).toEqual([]);
    expect(codes(paraphrase(', he said.'))).toEqual([]);
    expect(codes(paraphrase(', according to a memo.'))).toEqual([]);
  });
});

describe('quotation marks', () => {
  const unbalanced = (...paragraphs: readonly string[]): readonly (readonly number[])[] =>
    found('unbalanced-marks', complete({}, ...paragraphs.map((words) => p(words)))).map(({ place }) =>
      place.kind === 'run' ? [place.block, place.start] : [],
    );

  it.each([
    ['sv', '”Ja”, sa han. ”Nej, ’aldrig’.”'],
    ['fr', 'L’« Europe », dit-elle, « c’est “fini” ».'],
  ])('%s: finds nothing in marks of its own: %s', (language, words) => {
    expect(found('unbalanced-marks', complete({ language }, p(words)), { language })).toEqual([]);
  });

  it('that pair are fine, nested, straight or curly', () => {
    expect(unbalanced('“One,” he said. “Two ‘three’ four.”', 'He said "one" and "two". It’s 6\'2".')).toEqual(
      [],
    );
  });

  it('that open and never close are told', () => {
    expect(unbalanced('He said, “One and left.', 'Then he went.')).toEqual([[0, 9]]);
    expect(unbalanced('He said, "One and left.')).toEqual([[0, 9]]);
  });

  it('that close and never opened are told', () => {
    expect(unbalanced('He said One,” and left.')).toEqual([[0, 12]]);
  });

  it('of a quotation over several paragraphs open each and close the last', () => {
    expect(unbalanced('“One.', '“Two.', '“Three.”', 'He left.')).toEqual([]);
    expect(unbalanced('“One.', '“Two.', 'He left.')).toEqual([[1, 0]]);
    expect(unbalanced('“One.', 'He left.', '“Three.”')).toEqual([[0, 0]]);
  });
});

describe('unnamed sources', () => {
  const story = (...words: Words): Article =>
    complete(
      { quotations: [tagged('q1', 's2')], sources: [secret] },
      p(quote('q1', '“It rose,”'), ' a senior official said.'),
      p(...words),
    );

  it('that are described and explained are fine', () => {
    expect(codes(story('Nothing more.'))).toEqual([]);
  });

  it('need a reason and a description', () => {
    const bare = { ...story('Nothing more.'), sources: [{ ...secret, publishedAs: '', reasonUnnamed: '' }] };
    expect(found('unnamed-without-reason', bare).map(({ place }) => place)).toEqual([
      { kind: 'article', part: 'source', id: 's2' },
      { kind: 'article', part: 'source', id: 's2' },
    ]);
  });

  it('must not be named: each place blocks the export', () => {
    const named = story('Nadia Keller said so. NADIA  KELLER, and Nádia Keller.');
    const findings = found('unnamed-source-named', named);
    expect(findings.map(({ place }) => (place.kind === 'run' ? [place.block, place.start] : null))).toEqual([
      [1, 0],
      [1, 22],
      [1, 41],
    ]);
    expect(blocksExport(findings)).toBe(true);
  });

  it('must not be named in headline, caption, alt text, credit, addresses, file names or slug', () => {
    const body = [
      p(
        quote('q1', '“It rose,”'),
        ' a senior official said. ',
        link('https://example.org/nadia-keller', 'More'),
      ),
      image('nadia_keller.jpg', { alt: 'Nadia Keller', credit: 'Nadia Keller' }),
    ];
    const places = found(
      'unnamed-source-named',
      complete(
        {
          headline: 'Nadia Keller talks',
          slug: 'nadia-keller',
          quotations: [tagged('q1', 's2')],
          sources: [secret],
        },
        ...body,
      ),
    ).map(({ place }) => ('field' in place ? place.field : 'part' in place ? place.part : place.kind));
    expect(places.sort()).toEqual(['alt', 'block', 'block', 'credit', 'headline', 'slug']);
  });

  it('are asked about when only the surname stands there', () => {
    const findings = check(story('Mrs. Keller said so; a keller is a cellar.'));
    expect(findings).toMatchObject([
      { code: 'unnamed-source-surname', severity: 'warning', place: { block: 1, start: 5, end: 11 } },
    ]);
  });

  it('are asked about by their surname where the book has it first', () => {
    const turned = {
      ...story('Mrs. Keller and Nadia said so.'),
      sources: [{ ...secret, name: 'Keller, Nadia' }],
    };
    expect(check(turned)).toMatchObject([
      { code: 'unnamed-source-surname', place: { block: 1, start: 5, end: 11 } },
    ]);
  });

  it.each([
    ['en', 'Jürgen Müller-Weiß', 'Mr. Müller said so.', 4, 10],
    ['en', 'Jürgen Müller-Weiß', 'Mr. Müller-Weiß said so.', 4, 15],
    ['de', 'Nadia Keller', 'Kellers Anwalt kam.', 0, 7],
    ['cs', 'Jan Novák', 'Řekl to pan Novák.', 12, 17],
    ['cs', 'Jan Novák', 'S Janem Novákem jsme mluvili.', 8, 15],
    ['ru', 'Иван Петров', 'Слова Петрова услышали.', 6, 13],
  ])('%s: %s is asked about in any case of the surname: %s', (language, name, words, start, end) => {
    const declined = { ...story(words), language, sources: [{ ...secret, name }] };
    expect(found('unnamed-source-surname', declined)).toMatchObject([{ place: { block: 1, start, end } }]);
  });

  it('may stand in a desk note, which is never published', () => {
    const noted = story('Nothing more.');
    expect(codes({ ...noted, body: [...noted.body, deskNote('n', 'Nadia Keller, call back')] })).toEqual([]);
  });
});

describe('introductions', () => {
  const story = (...paragraphs: readonly Words[]): Article =>
    complete({ sources: [{ ...weber, role: 'a lobbyist' }] }, ...paragraphs.map((words) => p(...words)));

  it('come with the full name first', () => {
    expect(codes(story(['Vin Weber left. Mr. Weber is a lobbyist.']))).toEqual([]);
    expect(codes(story(['Vin P. Weber left. Weber is a lobbyist.']))).toEqual([]);
  });

  it('are asked for where the surname comes first; the fix writes the name', () => {
    const late = story(['The lobbyist Mr. Weber left.'], ['Vin Weber is 63.']);
    const [finding, ...more] = check(late);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code: 'name-before-introduction',
      place: { block: 0, start: 17, end: 22 },
      reason: '“Weber” stands here before the reader has met Vin Weber. Give the full name and role first.',
    });
    expect(finding?.fix && applyFix(late, finding.fix).body[0]).toEqual(
      p('The lobbyist Mr. Vin Weber left.'),
    );
  });

  it('are about this person, not another of the name, nor the source who must not be named', () => {
    expect(codes(story(['Max Weber wrote a book.'], ['Vin Weber is 63.']))).toEqual([]);
    expect(codes(complete({ sources: [secret] }, p('Nothing.')))).toEqual([]);
  });

  it('look into mentions', () => {
    expect(codes(story([mention('s1', 'Weber'), ' left.', br, 'Vin Weber is 63.']))).toEqual([
      'name-before-introduction',
    ]);
  });
});

it('a name that was merged into an unnamed source is found like its own, and so is its surname', () => {
  const merged = { ...secret, otherNames: ['Zebulon Quist'] };
  const story = complete(
    // The entry that was merged is a copy of its own in the article, of the same names: what both find is told once.
    { quotations: [tagged('q1', 's2')], sources: [merged, { ...merged, id: 's3' }] },
    p(quote('q1', '“It rose,”'), ' said Zebulon Quist. Mr. Quist left.'),
  );
  expect(found('unnamed-source-named', story)).toHaveLength(1);
  expect(found('unnamed-source-surname', story)).toHaveLength(1);
});
