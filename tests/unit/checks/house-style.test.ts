import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { p } from '../../../shared/article/build';
import { defaultDeskSettings, type HouseStyleRule } from '../../../shared/article/desk-settings';
import {
  applyFix,
  checkStyleRule,
  describeStyleFileRefusal,
  describeStyleRefusal,
  exportHouseStyle,
  importHouseStyle,
} from '../../../shared/checks';
import { createStyleSearch } from '../../../shared/checks/house-style';
import { complete, found } from './desk';

const rule = (avoid: string, prefer: string, reason = ''): HouseStyleRule => ({ avoid, prefer, reason });
const deskWith = (...houseStyle: readonly HouseStyleRule[]) => ({
  desk: { ...defaultDeskSettings, houseStyle },
});

describe('house style', () => {
  it('tells what to write instead and why, and writes it', () => {
    const story = complete({}, p('Illegal aliens came.'), p('End.'));
    const [finding] = found(
      'house-style',
      story,
      deskWith(rule('illegal aliens', 'migrants', 'people are not illegal')),
    );
    expect(finding?.reason).toBe('House style: “Migrants”, not “Illegal aliens” (people are not illegal).');
    expect(finding?.fix && applyFix(story, finding.fix).body[0]).toEqual(p('Migrants came.'));
  });

  it.each([
    ['utilise', 'She will utilise it; utilised stays.', ['utilise']],
    ['utilis*', 'She will utilise what was utilised.', ['utilise', 'utilised']],
    ['*gate', 'Bridgegate opened the gate.', ['Bridgegate', 'gate']],
    ['Web', 'The Web and a web.', ['Web']],
    ['web', 'The Web and a web.', ['Web', 'web']],
    ['no one', 'No one, no  one, noone, “no one”', ['No one', 'no  one', 'no one']],
    ['e-mail', 'An e-mail; mail.', ['e-mail']],
    ['don’t', "I don't, I don’t.", ["don't", 'don’t']],
    ['Mr.', 'Mr. Smith and Mr Smith.', ['Mr.']],
    ['%', '5 % of it', ['%']],
  ])('finds “%s” in “%s”', (avoid, text, expected) => {
    const hits = createStyleSearch([rule(avoid, 'x')])(text);
    expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('takes the longest of several rules', () => {
    const search = createStyleSearch([rule('climate', 'a'), rule('climate change', 'b')]);
    expect(search('The climate change and the climate.').map((hit) => hit.rule.prefer)).toEqual(['b', 'a']);
  });

  it.each([
    'He said “we utilise it” and they utilise it.',
    'He said: ‘We utilise it.’ They utilise it.',
    'Er sagte: „Wir utilise es.“ Wir utilise es.',
    'Il dit : « Nous utilise. » Nous utilise.',
  ])('offers no fix for words that somebody said: %s', (words) => {
    const story = complete({}, p(words));
    const findings = found('house-style', story, deskWith(rule('utilise', 'use')));
    expect(findings.map(({ fix }) => fix !== null)).toEqual([false, true]);
  });

  it('refuses what is not words, and says what to do', () => {
    const refusal = (avoid: string, prefer = 'x') => {
      const checked = checkStyleRule({ avoid, prefer });
      return checked.ok ? null : describeStyleRefusal(checked.error);
    };
    expect(refusal(' ')).toBe('There are no words to avoid. Write them in the first column.');
    expect(refusal('a'.repeat(201))).toBe('The words to avoid are longer than 200 characters.');
    expect(refusal('**')).toBe('There must be at least one character to look for besides *.');
    expect(refusal('x')).toBe('The words to avoid and the words to prefer are the same.');
    for (const pattern of [
      '(a+)+$',
      '/(a|a)*b/',
      '^the',
      'colou?r\\b',
      '[aeiou]+x',
      '(x+x+)+y',
      'a{2,}',
      '.*foo',
    ]) {
      expect([pattern, refusal(pattern)]).toEqual([
        pattern,
        'This looks like a regular expression. Write plain words; a * stands for the rest of a word.',
      ]);
    }
    for (const words of [
      'C++',
      'Yahoo!',
      'LGBTQ+',
      'and/or',
      'St. Petersburg',
      'AT&T',
      '9/11',
      'who?',
      '$US',
    ]) {
      expect([words, refusal(words)]).toEqual([words, null]);
    }
  });

  it('answers at once for a pattern that would never end, and for stars without end', () => {
    const text = `${'a'.repeat(50_000)}b`;
    expect(createStyleSearch([rule('(a+)+$', 'x'), rule('(a|a)*c', 'x')])(text)).toEqual([]);
    expect(createStyleSearch([rule(`${'*a'.repeat(90)}*c`, 'x')])(text.slice(0, 5000))).toEqual([]);
  });
});

describe('a house style as CSV', () => {
  it('reads back as it was written, for any rules', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/[\u0000-\u001f\u007f\ufffd\ufeff\ud800-\udfff]/gu, '').trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 8 }), (rows) => {
        const rules = rows
          .map(([avoid, prefer, reason]) => rule(avoid, prefer, reason))
          .filter((each) => checkStyleRule(each).ok);
        fc.pre(rules.length > 0);
        expect(importHouseStyle(exportHouseStyle(rules))).toEqual({
          ok: true,
          value: { rules, refused: [] },
        });
      }),
      { numRuns: 300 },
    );
  });

  it('may have commas, semicolons or tabs, a head row in any order, quotes and line breaks', () => {
    const one = [rule('utilise', 'use', 'short, plain')];
    for (const text of [
      'utilise,use,"short, plain"',
      'utilise;use;short, plain\r\n',
      'avoid\tprefer\treason\nutilise\tuse\tshort, plain\n',
      '\uFEFFPrefer,Reason,Avoid\nuse,"short, plain",utilise\n\n',
    ]) {
      expect([text, importHouseStyle(text)]).toEqual([
        text,
        { ok: true, value: { rules: one, refused: [] } },
      ]);
    }
  });

  it('tells row by row what cannot be used, and keeps the rest', () => {
    const imported = importHouseStyle(
      'avoid,prefer,reason\nutilise,use,\n(a+)+$,b,slow\n,nothing,\n"two\nlines",x,\n',
    );
    expect(imported).toMatchObject({
      ok: true,
      value: {
        rules: [rule('utilise', 'use'), rule('two\nlines', 'x')],
        refused: [
          { line: 3, row: ['(a+)+$', 'b', 'slow'], refusal: { code: 'pattern' } },
          { line: 4, row: ['', 'nothing', ''], refusal: { code: 'empty' } },
        ],
      },
    });
  });

  it('says what is wrong with a file that is no list', () => {
    const refused = (text: string) => {
      const imported = importHouseStyle(text);
      return imported.ok ? null : describeStyleFileRefusal(imported.error);
    };
    expect(refused('PK\u0003\u0004\u0000\u0000')).toMatch(/^This file is not text\./);
    expect(refused('\ufffd\ufffd\ufffd\ufffd')).toMatch(/^This file is not text\./);
    expect(refused('\n \n')).toMatch(/^There are no rows in this file\./);
    expect(refused('avoid,prefer,reason\n')).toMatch(/^There are no rows in this file\./);
    expect(refused('a,b\n"c,d\n')).toMatch(/^A quotation mark that begins on line 2 never closes\./);
    expect(refused('a,b\n'.repeat(20_001))).toMatch(/^The list has more than 20,000 rows\./);
  });
});
