import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairMarks } from '../../../shared/quotes/marks';
import { typographyLanguages, typographyOf } from '../../../shared/typography/rules';
import { substitute } from '../../../shared/typography/substitute';

/** What stands on the page after `keys` were typed one after the other. */
function typed(keys: string, language: string): string {
  const rules = typographyOf(language);
  let text = '';
  for (const key of keys) {
    text += key;
    const found = substitute(text, rules);
    if (found) text = text.slice(0, text.length - found.back) + found.text;
  }
  return text;
}

describe('what a language makes of typed characters', () => {
  it.each([
    ['en', `"It rose," she said. "Not 'high'."`, '“It rose,” she said. “Not ‘high’.”'],
    ['de', `"Es stieg", sagte sie, "nicht 'hoch'".`, '„Es stieg“, sagte sie, „nicht ‚hoch‘“.'],
    ['de', `"Wie geht's?"`, '„Wie geht’s?“'],
    ['de-CH', `"Es stieg", sagte sie.`, '«Es stieg», sagte sie.'],
    ['fr', `"Elle monte", dit-elle : l'eau !`, '«\u00a0Elle monte\u00a0», dit-elle\u00a0: l’eau\u202f!'],
    ['fr', `" Elle monte " ?`, '«\u00a0Elle monte\u00a0»\u202f?'],
    [
      'fr',
      'Quoi? Non; oui: 10:30 https://a.fr/b?c',
      'Quoi\u202f? Non\u202f; oui\u00a0: 10:30 https://a.fr/b?c',
    ],
    ['fr-CA', 'Quoi? Non: oui', 'Quoi? Non\u00a0: oui'],
    ['nl', `"Het steeg," zei ze.`, '“Het steeg,” zei ze.'],
    ['es', `"Subió", dijo.`, '«Subió», dijo.'],
    ['it', `"È salita", ha detto l'uomo.`, '«È salita», ha detto l’uomo.'],
    ['pl', `"Wzrosło" - powiedziała.`, '„Wzrosło” – powiedziała.'],
    ['sv', `"Det steg", sa hon. "Ja", sa han.`, '”Det steg”, sa hon. ”Ja”, sa han.'],
    ['fr', `l'"Europe" unie`, 'l’«\u00a0Europe\u00a0» unie'],
    ['it', `dell'"Italia", "un po'"`, 'dell’«Italia», «un po’»'],
    ['nl', `'s avonds is 't "'s-Graven"`, '’s avonds is ’t “’s-Graven”'],
    ['de', `die '68er, 's ist so`, 'die ’68er, ’s ist so'],
    ['xx', `"Words"`, '“Words”'],
  ])('%s: %s', (language, keys, expected) => {
    expect(typed(keys, language)).toBe(expected);
  });

  it.each([
    ["the '90s and '08", 'the ’90s and ’08'],
    ["rock 'n' roll", 'rock ’n’ roll'],
    ["'Tis said they'll tell 'em, 'til noon", '’Tis said they’ll tell ’em, ’til noon'],
    [`the dogs' owner, O'Brien's`, 'the dogs’ owner, O’Brien’s'],
    [`6' 2" tall`, `6' 2" tall`],
    [`"in 1989"`, '“in 1989”'],
    ['("yes")', '(“yes”)'],
    [`"'Go,' he said"`, '“‘Go,’ he said”'],
    ['the wall--old--fell... so', 'the wall—old—fell… so'],
    ['a --- b', 'a — b'],
    ['wait....', 'wait….'],
    ['---', '---'],
    ['-- and', '— and'],
    ['7 - 3 and one - two', '7 - 3 and one — two'],
    ['"I was going to--" she said.', '“I was going to—” she said.'],
    [`"He said, 'I was--'"`, '“He said, ‘I was—’”'],
    [`He left--"suddenly"--"so"`, 'He left—“suddenly”—“so”'],
    [`"'90s music", "'tis"`, '“’90s music”, “’tis”'],
    [`'3 hurt', '100 hurt', '10,000 hurt'`, '‘3 hurt’, ‘100 hurt’, ‘10,000 hurt’'],
    [`'T cells', 'K-pop'`, '‘T cells’, ‘K-pop’'],
    [`see https://a.org/x--y'z..."q`, `see https://a.org/x--y'z..."q`],
  ])('English: %s', (keys, expected) => {
    expect(typed(keys, 'en')).toBe(expected);
  });

  it('keeps a number and its unit together where the language wants it', () => {
    expect(typed('10 % von 5 km, 3 Mio. und 2 Minuten', 'de')).toBe(
      '10\u00a0% von 5\u00a0km, 3\u00a0Mio. und 2 Minuten',
    );
    expect(typed('10 % of 5 km, yes', 'en')).toBe('10 % of 5 km, yes');
  });

  it('keeps the marks around a short word whose closing mark is typed as such', () => {
    expect(typed("'n'!", 'is')).toBe('‚n‘!');
    expect(typed('‚n‘!', 'is')).toBe('‚n‘!');
  });

  it('spaces British dashes and sets American ones closed', () => {
    expect(typed('the sea - cold - rose', 'en-GB')).toBe('the sea – cold – rose');
    expect(typed('the sea--cold', 'en-GB')).toBe('the sea–cold');
  });
});

/** Keys as a reporter hits them, with the ones that mean something far too often. */
const keys = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', "'", '-', '.', ' ', ' ', '!', '?', ':', ';', ',', '(', ')', '9', '%'),
      fc.constantFrom('sea', 'n', 'em', 'km', 'https://a', 'é', '😀', '«', '»', '“', '”', '’', '…', '–', '—'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('typography, whatever is typed', () => {
  const languages = fc.constantFrom(...typographyLanguages);

  it('loses no letter and no digit, and adds none', () => {
    const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(keys, languages, (text, language) => {
        expect(words(typed(text, language))).toBe(words(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves its own output as it is', () => {
    fc.assert(
      fc.property(keys, languages, (text, language) => {
        const once = typed(text, language);
        expect(typed(once, language)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what typography makes', () => {
  it.each(typographyLanguages)('is understood by the detection of quotations: %s', (language) => {
    const text = typed(`Then "the sea rose", she said, "and 'fell' again."`, language);
    const spans = pairMarks(text, false);
    expect(
      spans.map(({ start, end }) =>
        text
          .slice(start, end)
          .replace(/[^\p{L} ]/gu, '')
          .trim(),
      ),
    ).toEqual(['the sea rose', 'and fell again']);
    expect(spans.every(({ closed, marks }) => closed && marks === 'double')).toBe(true);
  });
});
