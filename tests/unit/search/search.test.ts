import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, p } from '../../../shared/article/build';
import { newSource } from '../../../shared/article/source';
import { textsOf } from '../../../shared/search/article-texts';
import { fold, placedWords, wordsOf } from '../../../shared/search/fold';
import { type Marked, marked, passageOf } from '../../../shared/search/marks';
import { parseQuery } from '../../../shared/search/query';
import { createTextIndex } from '../../../shared/search/text-index';

const inMarks = (text: Marked): string =>
  text.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('');

describe('folding', () => {
  it.each([
    ['Müller', 'muller'],
    ['ØDEGÅRD', 'odegard'],
    ['Straße', 'strasse'],
    ['ﬁnance', 'finance'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['İzmir', 'izmir'],
    ['soft\u00adhyphen', 'softhyphen'],
  ])('makes %s %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('takes the words of a text apart as readers do, and those of unspaced scripts character by character', () => {
    expect(wordsOf(fold('The night-ferry isn’t 20 % late.'))).toEqual([
      'the',
      'night',
      'ferry',
      'isn',
      't',
      '20',
      'late',
    ]);
    expect(wordsOf(fold('東京タワー'))).toHaveLength(5);
  });

  it('finds the same words with and without their places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(placedWords(text).map(({ word }) => word)).toEqual([...wordsOf(fold(text))]);
      }),
    );
  });
});

describe('a query', () => {
  it('is words that all must occur, and phrases in any quotation marks', () => {
    expect(parseQuery('ferry “night boat” "open e')).toEqual([
      { words: ['ferry'], goesOn: true },
      { words: ['night', 'boat'], goesOn: false },
      { words: ['open', 'e'], goesOn: true },
    ]);
    expect(parseQuery('night-ferry')).toEqual([{ words: ['night', 'ferry'], goesOn: true }]);
    expect(parseQuery(' … ')).toEqual([]);
  });
});

describe('the index', () => {
  const texts = (headline: string, ...body: string[]) => ({ headline, deck: '', people: [], body });
  function indexOf(articles: Readonly<Record<string, ReturnType<typeof texts>>>) {
    const index = createTextIndex();
    for (const [name, given] of Object.entries(articles)) index.put(name, given, name);
    return (typed: string) => index.find(parseQuery(typed), null).names;
  }

  it('finds begun words, words inside others from three letters on, without case and accents', () => {
    const find = indexOf({
      one: texts('The ferry', 'Frau Müller rose.'),
      two: texts('Nothing', 'Ferrymen met.'),
    });
    expect(find('FERR')).toEqual(['one', 'two']);
    expect(find('erry')).toEqual(['one', 'two']);
    expect(find('er')).toEqual([]);
    expect(find('muller')).toEqual(['one']);
    expect(find('müller')).toEqual(['one']);
  });

  it('wants all words, wherever they stand, and phrases in a row inside one text', () => {
    const find = indexOf({
      one: texts('Ferry', 'It runs at night.', 'Boats wait.'),
      two: texts('Night boats', 'They wait.'),
    });
    expect(find('night wait')).toEqual(['two', 'one']);
    expect(find('"night boats"')).toEqual(['two']);
    expect(find('"night bo')).toEqual(['two']);
    expect(find('"night bo"')).toEqual([]);
    expect(find('ferry night harbour')).toEqual([]);
  });

  it('ranks the headline before people, deck and body, and what fits equally well by its moment', () => {
    const index = createTextIndex();
    index.put('body', { headline: 'A', deck: '', people: [], body: ['the tide'] }, '2026-01-04');
    index.put('deck', { headline: 'B', deck: 'Tide', people: [], body: [] }, '2026-01-03');
    index.put('people', { headline: 'C', deck: '', people: ['Ann Tide'], body: [] }, '2026-01-02');
    index.put('headline', { headline: 'Tide', deck: '', people: [], body: [] }, '2026-01-01');
    index.put('later', { headline: 'Tide', deck: '', people: [], body: [] }, '2026-02-01');
    expect(index.find(parseQuery('tide'), null).names).toEqual([
      'later',
      'headline',
      'people',
      'deck',
      'body',
    ]);
  });

  it('forgets the old words of an article that changed, also after many changes', () => {
    const index = createTextIndex();
    for (let round = 0; round < 700; round += 1) index.put('one', texts(`Round ${round}`), '');
    index.put('two', texts('Round 3'), '');
    expect(index.find(parseQuery('"699"'), null).names).toEqual(['one']);
    expect(index.find(parseQuery('"698"'), null).names).toEqual([]);
    expect(index.find(parseQuery('round'), null).names).toHaveLength(2);
    index.remove('one');
    expect(index.find(parseQuery('round'), null).names).toEqual(['two']);
    expect(index.size).toBe(1);
  });

  it('finds every article by each of its own words and by its first two in a row', () => {
    const word = fc.stringMatching(/^[a-zäöüß]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 8 }),
        (bodies) => {
          const index = createTextIndex();
          for (const [number, body] of bodies.entries())
            index.put(`a${number}`, texts('', body.join(' ')), '');
          for (const [number, body] of bodies.entries()) {
            for (const each of body) expect(index.find(parseQuery(each), null).names).toContain(`a${number}`);
            expect(index.find(parseQuery(`"${body[0]} ${body[1]}"`), null).names).toContain(`a${number}`);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what a search looks at', () => {
  it('is headline, deck, body and sources, but neither contacts nor notes about them', () => {
    const source = {
      ...newSource('s1', 'Hidden Person'),
      contact: '+44 secret',
      notes: 'whispered',
      role: 'a clerk',
    };
    const story = {
      ...article({ headline: 'Tides' }, p('The sea rose.')),
      sources: [source],
      notes: 'private',
    };
    const all = JSON.stringify(textsOf(story));
    expect(all).toContain('Hidden Person, a clerk');
    expect(all).toContain('The sea rose.');
    expect(all).not.toMatch(/secret|whispered|private/);
  });
});

describe('what is shown of a find', () => {
  it('marks begun words, inner letters and phrases in the original spelling', () => {
    expect(inMarks(marked('Herr Müllers Mühle', parseQuery('mull')))).toBe('Herr [Müll]ers Mühle');
    expect(inMarks(marked('The ferryman', parseQuery('rrym')))).toBe('The fe[rrym]an');
    expect(inMarks(marked('A night-boat, at night', parseQuery('"night boat"')))).toBe(
      'A [night-boat], at night',
    );
    expect(inMarks(marked('Nothing', parseQuery('ferry')))).toBe('Nothing');
  });

  it('is the passage that shows most of the words, cut at words', () => {
    const filler = 'and so it went on '.repeat(20);
    const passage = passageOf(
      [`The ferry. ${filler}`, `${filler}the night ferry left. ${filler}`],
      parseQuery('night ferry'),
    );
    expect(passage).toMatchObject({ of: 1, shows: 2 });
    const text = inMarks(passage?.text ?? []);
    expect(text).toContain('the [night] [ferry] left.');
    expect(text).toMatch(/^… \S/);
    expect(text).toMatch(/\S …$/);
    expect(passageOf(['Nothing here'], parseQuery('ferry'))).toBeNull();
  });

  it('loses and adds no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 5 }), (text, typed) => {
        expect(
          marked(text, parseQuery(typed))
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('what is typed behind a query', () => {
  const texts = [
    'night ferry',
    'nightly ferries',
    'the ferry at night',
    'Muller, council',
    'evening news',
    'ninety',
  ];
  const makeIndex = () => {
    const index = createTextIndex();
    for (const [number, words] of texts.entries())
      index.put(`a${number}`, textsOf(article({ headline: words }, p(`${words}. ${words}`))), '2026-01-01');
    return index;
  };

  it('finds letter by letter what it finds when it is asked for at once', () => {
    for (const typed of [
      'night f',
      '"night ferry"',
      '"night fe',
      'ni',
      'nin',
      'muller coun',
      '"night" fer',
      'ev n',
    ]) {
      const index = makeIndex();
      for (let length = 1; length <= typed.length; length += 1) {
        const query = parseQuery(typed.slice(0, length));
        expect(index.find(query, null)).toEqual(makeIndex().find(query, null));
      }
      // And back, letter by letter, and after a change.
      for (let length = typed.length; length > 0; length -= 1) {
        const query = parseQuery(typed.slice(0, length));
        expect(index.find(query, null)).toEqual(makeIndex().find(query, null));
      }
      index.put(
        'new',
        textsOf(article({ headline: 'night ferry evening ninety muller council' })),
        '2027-01-01',
      );
      expect(index.find(parseQuery(typed.slice(0, 2)), null).names).toContain('new');
    }
  });

  it('names the best, and how many there are', () => {
    const index = makeIndex();
    const all = index.find(parseQuery('n'), null);
    const few = index.find(parseQuery('n'), 2);
    expect(few.count).toBe(all.names.length);
    expect(all.names.slice(0, few.names.length)).toEqual(few.names);
    expect(few.names.length).toBeGreaterThanOrEqual(2);
  });
});
