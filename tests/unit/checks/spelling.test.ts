import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { p } from '../../../shared/article/build';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { newSource } from '../../../shared/article/source';
import { applyFix, spellingFix } from '../../../shared/checks';
import { loadSpeller } from '../../../shared/checks/spelling/speller';
import { newsroomMisspellings } from '../../bench/newsroom-misspellings';
import { complete, found } from './desk';

const read = (name: string): string =>
  readFileSync(new URL(`../../../assets/dictionaries/${name}`, import.meta.url), 'utf8');

function spellerOf(name: string) {
  const loaded = loadSpeller({ aff: read(`${name}.aff`), dic: read(`${name}.dic`) });
  if (!loaded.ok) throw new Error(loaded.error.code);
  return loaded.value;
}

const speller = spellerOf('en');

const misspelt = (words: string, fields: Parameters<typeof complete>[0] = {}): readonly string[] =>
  found('spelling', complete(fields, p(words)), { speller, wordList: null }).map(
    ({ reason }) => reason.split('”')[0]?.slice(1) ?? '',
  );

describe('spelling', () => {
  it('finds what is in no dictionary, and writes the suggestion that was chosen', () => {
    const story = complete({}, p('They recieve it.'));
    const [finding] = found('spelling', story, { speller });
    if (!finding) throw new Error('nothing found');
    expect(finding).toMatchObject({
      reason: '“recieve” is not in the dictionary.',
      place: { start: 5, end: 12 },
    });
    const [first = ''] = speller.suggest('recieve');
    const fix = spellingFix(finding, first);
    expect(fix && applyFix(story, fix).body[0]).toEqual(p('They receive it.'));
  });

  it('leaves names, initials, figures, contractions, addresses and parts of compounds alone', () => {
    expect(
      misspelt(
        'Mr. Qzxwv of NATO didn’t see the mayor’s 20th e-mail at qzxwv.org, @qzxwv, #qzxwv or x/qzxwv. It’s re-qzxwvd.',
      ),
    ).toEqual([]);
  });

  it('never finds words of the desk or of the names of sources', () => {
    const sources = [{ ...newSource('s1', 'Marlene van qzxwv'), role: 'chief plugger of glorps' }];
    expect(misspelt('The qzxwv of glorps and blurbls.', { sources })).toEqual(['blurbls']);
    const desk = { ...defaultDeskSettings, words: ['blurbls'] };
    expect(found('spelling', complete({}, p('The blurbls.')), { speller, wordList: null, desk })).toEqual([]);
  });

  it('knows the small words of names', () => {
    expect(misspelt('Ursula von der Leyen, Luca della Robbia and Ana dos Santos.')).toEqual([]);
  });

  it('leaves words run together to the check for those', () => {
    const story = complete({}, p('He saw thatthe mayor left.'));
    expect(found('spelling', story, { speller })).toEqual([]);
    expect(found('run-together', story, { speller })).toHaveLength(1);
  });

  it('knows American and British English', () => {
    const british = spellerOf('en-gb');
    expect([speller.has('color'), speller.has('colour')]).toEqual([true, false]);
    expect([british.has('color'), british.has('colour')]).toEqual([false, true]);
  });

  it('suggests first what two swapped letters were meant to be', () => {
    const slips = { teh: 'the', hte: 'the', adn: 'and', taht: 'that', thier: 'their', wierd: 'weird' };
    for (const [typed, meant] of Object.entries(slips)) expect(speller.suggest(typed)[0], typed).toBe(meant);
  });

  it('finds every one of fifty newsroom misspellings and suggests the right word among five for at least 46', () => {
    const words = newsroomMisspellings.map(([typed]) => typed);
    expect(words.filter((word) => speller.has(word))).toEqual([]);
    const helped = newsroomMisspellings.filter(([typed, meant]) => speller.suggest(typed).includes(meant));
    expect(helped.length).toBeGreaterThanOrEqual(46);
  });

  it('refuses files that are no dictionary', () => {
    const aff = read('en.aff');
    expect(loadSpeller({ aff, dic: 'PK\u0003\u0004\u0000' })).toEqual({
      ok: false,
      error: { code: 'not-text' },
    });
    expect(loadSpeller({ aff, dic: 'just\nwords\n' })).toEqual({
      ok: false,
      error: { code: 'not-a-dictionary' },
    });
    expect(loadSpeller({ aff: '<html>', dic: '1\nword\n' })).toEqual({
      ok: false,
      error: { code: 'not-a-dictionary' },
    });
  });
});
