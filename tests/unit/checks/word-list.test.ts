import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWordList, writeWordList } from '../../../shared/checks/words/word-list';
import { englishWords } from '../../builders/english-words';

const file = readFileSync(new URL('../../../assets/words/english.txt', import.meta.url), 'utf8');

describe('a word list', () => {
  it('reads back as it was written', () => {
    const text = writeWordList([
      { tier: 10, words: ['the', 'then', 'there', 'a'] },
      { tier: 35, words: ['thermal', 'the'] },
      { tier: 'names', words: ['Theo'] },
    ]);
    const parsed = parseWordList(text);
    if (!parsed.ok) throw new Error(parsed.error.code);
    const list = parsed.value;
    expect(['the', 'then', 'there', 'thermal', 'ther'].map((word) => list.rank(word))).toEqual([
      10,
      10,
      10,
      35,
      Number.POSITIVE_INFINITY,
    ]);
    expect([list.has('thermal'), list.has('theo'), list.hasName('Theo'), list.hasName('the')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('of English is made of its sources as they are installed', () => {
    expect(file).toBe(englishWords());
    expect(file.length).toBeLessThan(700_000);
  });

  it('that is not text, or not a list, or damaged, is refused with its line', () => {
    expect(parseWordList('\u0089PNG\r\n\u001a\n\u0000')).toEqual({ ok: false, error: { code: 'not-text' } });
    expect(parseWordList('the\nthen\n')).toEqual({ ok: false, error: { code: 'not-a-word-list', line: 1 } });
    expect(parseWordList('')).toEqual({ ok: false, error: { code: 'not-a-word-list', line: 1 } });
    expect(parseWordList('standfirst-words 1\n0the\n')).toEqual({
      ok: false,
      error: { code: 'not-a-word-list', line: 2 },
    });
    expect(parseWordList('standfirst-words 1\n# 10\n0the\n9n\n')).toEqual({
      ok: false,
      error: { code: 'not-a-word-list', line: 4 },
    });
    expect(parseWordList('standfirst-words 1\n# often\n0the\n')).toEqual({
      ok: false,
      error: { code: 'not-a-word-list', line: 2 },
    });
  });
});
