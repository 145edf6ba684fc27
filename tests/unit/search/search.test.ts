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
    return (typed: string) => index.find(parseQuery(typed));
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
    expect(index.find(parseQuery('tide'))).toEqual(['later', 'headline', 'people', 'deck', 'body']);
  });

  it('forgets the old words of an article that changed, also after many changes', () => {
    const index = createTextIndex();
    for (let round = 0; round < 700; round += 1) index.put('one', texts(`Round ${round}`), '');
    index.put('two', texts('Round 3'), '');
    expect(index.find(parseQuery('"699"'))).toEqual(['one']);
    expect(index.find(parseQuery('"698"'))).toEqual([]);
    expect(index.find(parseQuery('round'))).toHaveLength(2);
    index.remove('one');
    expect(index.find(parseQuery('round'))).toEqual(['two']);
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
            for (const each of body) expect(index.find(parseQuery(each))).toContain(`a${number}`);
            expect(index.find(parseQuery(`"${body[0]} ${body[1]}"`))).toContain(`a${number}`);
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
