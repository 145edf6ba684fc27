import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../shared/quotes/index';

const words = (text: string): string[] => findQuotations(text).map((quotation) => quotation.text);

describe('telling speech from other quotation marks', () => {
  it('leaves out scare quotes', () => {
    expect(words('The so-called “green corridor” opened in May.')).toEqual([]);
    expect(words('The town has its own “miracle” to show.')).toEqual([]);
  });

  it('leaves out titles of works', () => {
    expect(words('He read “The Long Way Home” on the train.')).toEqual([]);
    expect(words('She stars in the series “Harbour Lights,” which returns in May.')).toEqual([]);
  });

  it('leaves out nicknames', () => {
    expect(words('Gov. Ellis “Red” Grant came late.')).toEqual([]);
  });

  it('keeps short words that somebody says', () => {
    expect(words('Pike called the vote “shameful.”')).toEqual(['“shameful.”']);
    expect(words('“Never,” she said.')).toEqual(['“Never,”']);
  });
});
