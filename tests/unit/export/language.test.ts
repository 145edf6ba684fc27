import { describe, expect, it } from 'vitest';
import { dayInWords, directionOf, namesInRow, wordingIn } from '../../../shared/export/language';

describe('the language of an export', () => {
  it('decides the direction, unless the script does', () => {
    expect(['he', 'ar-EG', 'fa', 'az-Arab', 'en', 'ar-Latn', 'he-x-a'].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
      'rtl',
    ]);
  });

  it('gives the day as it was where the moment was written down', () => {
    expect(dayInWords('2026-02-28T23:30:00-11:00', 'en-GB')).toBe('28 February 2026');
    expect(dayInWords('2026-03-01T00:30+13:00', 'de')).toBe('1. März 2026');
  });

  it('does not fall back to the language of the machine', () => {
    expect(dayInWords('2026-03-01T00:30:00Z', 'tlh')).toBe('March 1, 2026');
    expect(namesInRow(['A', 'B', 'C'], 'tlh')).toBe('A, B, and C');
  });

  it('puts names in a row as the language does', () => {
    expect(namesInRow(['Ada Field'], 'en')).toBe('Ada Field');
    expect(namesInRow(['A', 'B', 'C'], 'en-GB')).toBe('A, B and C');
    expect(namesInRow(['A', 'B'], 'de')).toBe('A und B');
  });

  it('adds words of its own in the language of the article, English where it has none', () => {
    expect([wordingIn('de-AT').by, wordingIn('fr').by, wordingIn('fi').by]).toEqual(['Von', 'Par', 'By']);
  });
});
