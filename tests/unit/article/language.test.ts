import { describe, expect, it } from 'vitest';
import { parseDeskSettings } from '../../../shared/article/desk-settings';
import { canonicalLanguage, isLanguageTag } from '../../../shared/article/language';
import { createWordCounter } from '../../../shared/article/words';
import { wordDifference } from '../../../shared/versions/word-difference';

/** Tags that a file may hold and Intl throws at: with an extended language, a lone letter and digit, a variant twice. */
const notForIntl = ['zh-cmn-Hans', 'zh-yue', 'en-x1', 'en-us-us', 'de-1996-1996'];

describe('a language', () => {
  it('has a canonical form, which is the longest beginning that Intl takes, and English where it takes none', () => {
    const tags = ['EN-gb', 'de', 'en-abc-abc-abc-abc', 'zh-cmn-Hans', 'de-1996-1996', 'i-klingon', ''];
    expect(tags.map(canonicalLanguage)).toEqual(['en-GB', 'de', 'en', 'zh', 'de-1996', 'en', 'en']);
  });

  it.each(notForIntl)('that Intl does not take is counted and compared all the same: %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
    expect(() => new Intl.Segmenter(tag)).toThrow(RangeError);
    expect(createWordCounter(tag).ofText('One two').words).toBe(2);
    expect(wordDifference('One two', 'One three', tag).map(({ text }) => text)).toEqual([
      'One ',
      'two',
      'three',
    ]);
  });

  it('of a desk is one that its articles can be read with', () => {
    const desk = (language: string) =>
      parseDeskSettings(JSON.stringify({ format: { name: 'standfirst-desk', version: '1.0' }, language }));
    expect(desk('en-GB')).toMatchObject({ ok: true });
    expect(desk('English')).toMatchObject({ ok: false, error: { code: 'damaged', where: 'language' } });
  });
});
