import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adBreak, deskNote, note, p, tk } from '../../../shared/article/build';
import { createWordCounter, readingMinutes } from '../../../shared/article/words';

/** Words as the language's own segmenter counts them, without any short cut. */
function wordsBySegmenter(text: string, language: string): number {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}

const languages = ['en', 'en-GB', 'de', 'fr', 'it', 'sv', 'fi', 'es', 'ru', 'ja'];

describe('the count of words', () => {
  it.each([
    ['The sea rose.', 3],
    ['“Don’t,” she said; “it’s 7.5 per cent — 1,000 more.”', 9],
    ['U.S. officials, 7am, B2B, e-mail', 6],
    ['', 0],
    ['—', 0],
    ['Приливы растут', 2],
    ['東京都に住む', wordsBySegmenter('東京都に住む', 'en')],
  ])('of %j is %i', (text, words) => {
    expect(createWordCounter('en').ofText(text).words).toBe(words);
  });

  it('is that of the language’s segmenter, for any prose in any language', () => {
    const pieces = fc.constantFrom(
      ...[
        'a',
        'Sea',
        'é',
        'ß',
        'U',
        'S',
        '7',
        '1000',
        ' ',
        '  ',
        '\n',
        '.',
        ',',
        ';',
        ':',
        "'",
        '’',
        '‘',
        '“',
        '”',
      ],
      ...[
        '-',
        '–',
        '—',
        '…',
        '_',
        '·',
        '/',
        '(',
        ')',
        '%',
        '$',
        '€',
        '&',
        '@',
        '#',
        '\u00a0',
        '\u00ad',
        '\u200b',
        'я',
        '水',
        'か',
      ],
    );
    const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom(...languages), (text, language) => {
        expect(createWordCounter(language).ofText(text).words).toBe(wordsBySegmenter(text, language));
      }),
      { numRuns: 5000 },
    );
  });

  it('leaves out ad breaks, desk notes, comments and gaps', () => {
    const body = [
      p('The sea ', note('n', 'a comment of five words', 'rose'), tk('TK how far'), '.'),
      adBreak({ label: 'Ad' }),
      deskNote('d', 'Not counted'),
    ];
    expect(createWordCounter('en').ofBody(body).words).toBe(3);
  });

  it('gives whole minutes to read, at least one for any words', () => {
    expect([0, 1, 238, 357, 4760].map(readingMinutes)).toEqual([0, 1, 1, 2, 20]);
  });
});

describe('a very long text', () => {
  it('is counted in stretches, with the words of each counted once', () => {
    const counter = createWordCounter('ru');
    const sentence = 'Съешь же ещё этих мягких французских булок, да выпей чаю. ';
    expect(counter.ofText(sentence.repeat(500))).toEqual({
      words: counter.ofText(sentence).words * 500,
      characters: sentence.length * 500,
    });
  });

  it('without a single space is counted all the same', () => {
    expect(createWordCounter('en').ofText('\u200b'.repeat(20_000))).toEqual({ words: 0, characters: 20_000 });
  });
});
