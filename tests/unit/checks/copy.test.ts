import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article/article';
import { bold, deskNote, factBox, p, text, tk } from '../../../shared/article/build';
import { inlineRuns, inlineText } from '../../../shared/article/traverse';
import { applyFix, applyFixes } from '../../../shared/checks';
import { check, complete, found } from './desk';

/** The first paragraph after every fix of one check was applied at once. */
function fixed(code: string, words: string, language = 'en'): string {
  const story = complete({ language }, p(words), p('End.'));
  const fixes = found(code, story, { language }).flatMap(({ fix }) => (fix ? [fix] : []));
  return firstWords(applyFixes(story, fixes));
}

function firstWords({ body }: Article): string {
  const [first] = body;
  return first ? inlineText(inlineRuns(first)[0] ?? []) : '';
}

const clean =
  'Mr. Smith, 44, of St. Albans, told the BBC at 10:30 a.m.: “We won’t go.” (He had said so before.) The U.S. Senate ' +
  'voted 51-49; Sen. J. D. Vance didn’t. Visit example.org or www.gov.uk. It cost $1,000.50 — a lot… He had had enough.';

describe('copy checks', () => {
  it('find nothing in clean text', () => {
    expect(check(complete({}, p(clean), p('Nothing more.')))).toEqual([]);
  });

  it.each([
    ['two  spaces', 'two spaces'],
    ['a \u00a0 b', 'a b'],
    [' begins with one', 'begins with one'],
    ['He came , saw and won .', 'He came, saw and won.'],
    ['He came ,saw and won.', 'He came, saw and won.'],
    ['the mayor ( a lawyer )', 'the mayor (a lawyer)'],
  ])('stray spaces: “%s”', (words, expected) => {
    expect(fixed('stray-space', words)).toBe(expected);
  });

  it('take the words on both sides of a gap (TK) for no neighbours', () => {
    const around = complete(
      {},
      p('She said ', tk(), ' people would lose the ', tk(), ' the work.'),
      p(tk(), ' of them are (', tk(), ' per cent) in town, at a cost of ', tk('TK million'), '.'),
      p('He wrote that it was “', tk(), '” again.'),
      p('End.'),
    );
    expect(check(around).map(({ code }) => code)).toEqual(['tk', 'tk', 'tk', 'tk', 'tk', 'tk']);
  });

  it('leave the space of French punctuation and of ellipses', () => {
    expect(fixed('stray-space', 'Pourquoi ? Parce que !', 'fr')).toBe('Pourquoi ? Parce que !');
    expect(fixed('stray-space', 'He waited . . . and left.')).toBe('He waited . . . and left.');
  });

  it.each([
    ['they agreed.The court sat.', 'they agreed. The court sat.'],
    ['on Monday,the court sat.', 'on Monday, the court sat.'],
    ['He said:“We go.”', 'He said: “We go.”'],
    ['“We go.”He left.', '“We go.” He left.'],
    ['“We go,”said Ann.', '“We go,” said Ann.'],
    ['the mayor (a lawyer)said so', 'the mayor (a lawyer) said so'],
    ['the U.S.The court', 'the U.S. The court'],
    ['Is it?They say so!Who knows;nobody', 'Is it? They say so! Who knows; nobody'],
  ])('missing spaces: “%s”', (words, expected) => {
    expect(fixed('missing-space', words)).toBe(expected);
  });

  it.each([
    'example.com and Amazon.com and nytimes.com/2016/The',
    'the file report.pdf, Node.js and 3,000 people',
    'St.George’s and No.10 and vs.The others',
    'at 10:30, in Luke 3:16, re:publica (s)he',
  ])('missing spaces: “%s” stays', (words) => {
    expect(fixed('missing-space', words)).toBe(words);
  });

  it('remove one of two equal words, but not “had had”, and no name', () => {
    expect(fixed('doubled-word', 'He gave the the book.')).toBe('He gave the book.');
    expect(fixed('doubled-word', 'The the book.')).toBe('The book.');
    const right =
      'She had had it; that that is. Duran Duran in Walla Walla. A very very long day. The theatre.';
    expect(fixed('doubled-word', right)).toBe(right);
  });

  it.each([
    ['en', 'She gave her her coat.'],
    ['de', 'Kinder, die die Schule besuchen, und der, der der Frau half.'],
    ['fr', 'Nous nous sommes vus, vous vous trompez.'],
    ['nl', 'Zij weet dat dat niet kan.'],
  ])('%s: leave words that rightly follow themselves: “%s”', (language, words) => {
    expect(fixed('doubled-word', words, language)).toBe(words);
  });

  it('leave a face behind its space, and see a comma without one in every language', () => {
    expect(fixed('stray-space', 'It read “yes :) no ;-)” twice.')).toBe('It read “yes :) no ;-)” twice.');
    expect(fixed('missing-space', 'Alle Leser:innen,die kommen:so ist es.', 'de')).toBe(
      'Alle Leser:innen, die kommen: so ist es.',
    );
  });

  it('clean what pasting leaves, with one key for a text', () => {
    const story = complete({}, p('a\u00a0b\u200bc\u00add\ufeff e\u0007f'), p('End.'));
    const [finding, ...more] = found('invisible-character', story);
    expect(more).toEqual([]);
    expect(finding?.reason).toMatch(
      /^A non-breaking space and 4 characters nobody sees \(U\+200B, U\+00AD, U\+FEFF, U\+0007\)/,
    );
    expect(finding?.fix && firstWords(applyFix(story, finding.fix))).toBe('a bcd ef');
  });

  it('leave non-breaking spaces that typography wants', () => {
    expect(fixed('invisible-character', 'about 10\u00a0km and 10\u202f000 people, «\u00a0non\u00a0»')).toBe(
      'about 10\u00a0km and 10\u202f000 people, «\u00a0non\u00a0»',
    );
  });

  it('find gaps: marked ones block the export, typed ones ask', () => {
    const story = complete(
      {},
      p('Mr. Field, ', tk('TK age'), ', said so. TK name.'),
      p('He shops at TK Maxx.'),
    );
    const [marked, typed, ...more] = check(story);
    expect(more).toEqual([]);
    expect(marked).toMatchObject({
      code: 'tk',
      severity: 'error',
      place: { kind: 'run', block: 0, run: 0, start: 11, end: 11 },
      reason: 'Still to come: “TK age”. Fill the gap or remove it.',
    });
    expect(typed).toMatchObject({ code: 'tk-typed', severity: 'warning' });
  });

  it('say nothing about desk notes, which are never published', () => {
    expect(check(complete({}, p('Fine.'), deskNote('n', 'the the  TK', tk()), p('End.')))).toEqual([]);
  });

  it('make mixed quotation marks and apostrophes one kind, for the whole article at once', () => {
    const story = complete(
      { deck: '"Later"' },
      p('“One,” he said. "Two," she didn\'t. “Three.”'),
      p('It’s 6\'2" tall, it isn’t.'),
    );
    const findings = check(story);
    expect(findings.map(({ code }) => code).sort()).toEqual(['mixed-apostrophes', 'mixed-quotation-marks']);
    const after = applyFixes(
      story,
      findings.flatMap(({ fix }) => (fix ? [fix] : [])),
    );
    expect(after.deck).toBe('“Later”');
    expect(after.body).toEqual([
      p('“One,” he said. “Two,” she didn’t. “Three.”'),
      p('It’s 6\'2" tall, it isn’t.'),
    ]);
  });

  it.each([
    [
      'de',
      '„Das ist so", sagte er. "Nein", sagte sie. „Ja“.',
      '„Das ist so“, sagte er. „Nein“, sagte sie. „Ja“.',
    ],
    ['sv', '”Ja”, sa han. "Nej", sa hon.', '”Ja”, sa han. ”Nej”, sa hon.'],
    ['en', '“So.” “No.” "I was—" he said.', '“So.” “No.” “I was—” he said.'],
    ['it', '«Sì». “Bene”, "così".', '«Sì». “Bene”, “così”.'],
  ])('%s: all quotation marks become those of the language: %s', (language, words, expected) => {
    expect(fixed('mixed-quotation-marks', words, language)).toBe(expected);
  });

  it('a straight mark ends a German quotation in a quotation', () => {
    expect(fixed('mixed-apostrophes', "‚ja' und ‚nein‘, geht’s", 'de')).toBe('‚ja‘ und ‚nein‘, geht’s');
  });

  it('hint at a paragraph of more than 150 words', () => {
    const long = `${'water '.repeat(150)}end.`;
    expect(found('long-paragraph', complete({}, p(long)))).toMatchObject([{ severity: 'hint' }]);
    expect(found('long-paragraph', complete({}, p(long.slice(6))))).toEqual([]);
  });

  it('look into lists, tables, boxes, captions and fields', () => {
    const story = complete({ headline: 'The the tides' }, factBox('Facts', p('the the')), p('End.'));
    expect(found('doubled-word', story).map(({ place }) => place)).toEqual([
      { kind: 'field', field: 'headline', index: 0, start: 0, end: 7 },
      { kind: 'run', block: 0, run: 0, start: 0, end: 7 },
    ]);
  });

  it('keep marks and spans when a fix changes words', () => {
    const story = complete({}, p('He gave ', bold('the the'), text(' book  back', 'italic')), p('End.'));
    const fixes = check(story).flatMap(({ fix }) => (fix ? [fix] : []));
    expect(applyFixes(story, fixes).body[0]).toEqual(
      p('He gave ', bold('the'), text(' book back', 'italic')),
    );
  });
});
