import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesFor, groupByParagraph } from '../../../shared/quotes/candidates';
import { findQuotations } from '../../../shared/quotes/index';
import { readText } from '../../../shared/quotes/reading';

const PIECES = [
  '"',
  '“',
  '”',
  '‘',
  '’',
  "'",
  "''",
  '„',
  '«',
  '»',
  ' ',
  ' ',
  '\n',
  '\n\n',
  ',',
  '.',
  '?',
  ':',
  '—',
  '(',
  ')',
  '😀',
  '👩‍👧',
  '\ud83d',
  'שלום',
  '\u200f',
  'he',
  'she said',
  'the constructor',
  '__proto__',
  'toString',
  'Ana Lopez',
  'Mr. Weber',
  'according to',
  'the senator',
  'who',
  'of the board',
  'a former aide',
  'and',
  'added',
  '6\'2"',
  'WALLACE:',
  '(@ana)',
  '\u0000',
];

const newsLike = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 120 })
  .map((pieces) => pieces.join(' ').replaceAll('  ', ''));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), newsLike);

describe('any text', () => {
  it('gives quotations inside the text, in order, without overlap', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0;
        for (const { start, end, text: words, confidence, speaker } of findQuotations(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(words).toBe(text.slice(start, end));
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (speaker) expect(speaker.text).toBe(text.slice(speaker.start, speaker.end));
          if (speaker) expect(speaker.text.length).toBeGreaterThan(0);
          last = end;
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('gives the same answer every time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(findQuotations(text)).toEqual(findQuotations(text));
      }),
      { numRuns: 200 },
    );
  });

  it('weighs a bounded number of candidates for each quotation, however long the paragraph', () => {
    const reading = readText('Ana Lopez met Tom Birk. “We stay,” she said. '.repeat(400));
    const groups = groupByParagraph(reading);
    for (const quotation of reading.quotations)
      expect(candidatesFor(quotation, groups).length).toBeLessThanOrEqual(68);
  });
});

describe('hard texts', () => {
  it('keeps a quotation of 5,000 words whole', () => {
    const long = `“${'word '.repeat(5_000).trim()},”`;
    const [quotation] = findQuotations(`${long} Ana Lopez said.`);
    expect(quotation?.text).toBe(long);
    expect(quotation?.speaker?.text).toBe('Ana Lopez');
  });

  it('survives an odd number of marks', () => {
    const found = findQuotations('“We stay,” said Ana Lopez. “We always did.\n\nTom Birk said: “They go.”');
    expect(found.map(({ text }) => text)).toEqual(['“We stay,”', '“We always did.', '“They go.”']);
    expect(found.map(({ speaker }) => speaker?.text)).toEqual(['Ana Lopez', 'Ana Lopez', 'Tom Birk']);
  });

  it('does not treat words of the object prototype as known', () => {
    expect(() =>
      findQuotations(
        '“constructor,” said toString. “__proto__,” Constructor said. “x,” the constructor said.',
      ),
    ).not.toThrow();
  });

  it('counts offsets in UTF-16 code units after emoji', () => {
    const text = '😀😀 “Yes, we do,” said Ana Lopez.';
    const [quotation] = findQuotations(text);
    expect(quotation).toMatchObject({ start: 5, end: 18 });
  });
});
