import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adBreak, article, h, p } from '../../../shared/article/build';
import { parseArticle, serialiseArticle } from '../../../shared/article/file';
import { newSource } from '../../../shared/article/source';
import {
  applyFix,
  checkArticle,
  createChecker,
  type Finding,
  heedFinding,
  ignoreFinding,
} from '../../../shared/checks';
import type { Check, TextCheck } from '../../../shared/checks/check';
import { createCheckerOf } from '../../../shared/checks/checker';
import { allChecks } from '../../../shared/checks/registry';
import { articles } from '../../builders/arbitrary-article';
import { check, complete, found, moment, setting } from './desk';

describe('the list of checks', () => {
  it('names each check once, with a title', () => {
    const codes = allChecks.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(allChecks.every(({ title }) => title.length > 3)).toBe(true);
  });
});

describe('a checker', () => {
  it('answers as if it had never seen the article before, whatever was edited, for any articles', () => {
    const checker = createChecker();
    fc.assert(
      fc.property(articles, articles, (one, other) => {
        const mixed = { ...one, body: [...other.body.slice(0, 2), ...one.body, ...other.body.slice(2)] };
        for (const story of [one, mixed, other, one]) {
          expect(checker.check(story, setting, moment)).toEqual(checkArticle(story, setting, moment));
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('does so where what one block says counts for another: names, capitals, people who come and go', () => {
    const sentences = [
      'Vin Weber left.',
      'Mr. Weber left.',
      'Ada Field spoke.',
      'Field spoke.',
      'Max Weber wrote.',
      'Syriaand Wick fell.',
      'Syria fell.',
      'DonaldTrump won.',
      'Donald won.',
      'Trump won.',
    ];
    const block = fc.constantFrom(...sentences).map((words) => p(words));
    const sources = fc.subarray([
      newSource('s1', 'Vin Weber'),
      newSource('s2', 'Ada Field'),
      newSource('s3', 'Ida Field'),
    ]);
    const states = fc.array(fc.record({ at: fc.nat(), gone: fc.nat(3), come: fc.array(block), sources }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(states, (steps) => {
        const checker = createChecker();
        let story = complete({});
        for (const { at, gone, come, sources: present } of steps) {
          const body = story.body.toSpliced(at % (story.body.length + 1), gone, ...come);
          story = { ...story, body, sources: present };
          expect(checker.check(story, setting, moment)).toEqual(checkArticle(story, setting, moment));
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('points only at places that are there, for any article', () => {
    fc.assert(
      fc.property(articles, (story) => {
        for (const { place, reason } of check(story)) {
          expect(reason).not.toBe('');
          if ('block' in place) expect(story.body[place.block]).toBeDefined();
          if ('start' in place) expect(place.start <= place.end).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives fixes that keep the article readable and solve what they fix, for any article', () => {
    fc.assert(
      fc.property(articles, (story) => {
        for (const finding of check(story)) {
          // Taking one break away makes another the first: the rules' own tests hold these fixes.
          if (!finding.fix || finding.code === 'ad-break') continue;
          const after = applyFix(story, finding.fix);
          expect(parseArticle(serialiseArticle(after)).ok).toBe(true);
          expect(after).not.toEqual(story);
          const count = (findings: readonly Finding[]) =>
            findings.filter(
              ({ code, excerpt, reason }) =>
                code === finding.code && excerpt === finding.excerpt && reason === finding.reason,
            ).length;
          expect([finding.code, count(check(after)) < count(check(story))]).toEqual([finding.code, true]);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('looks at a block once, and again only when the setting changes', () => {
    const seen: string[] = [];
    const spy: TextCheck = {
      scope: 'text',
      code: 'spy',
      severity: 'hint',
      title: 'Counts what is read',
      find: ({ text }) => {
        seen.push(text);
        return [];
      },
    };
    const checks: readonly Check[] = [spy];
    const checker = createCheckerOf(checks);
    const story = article({ headline: 'H' }, p('one'), p('two'));
    checker.check(story, setting, moment);
    checker.check(story, setting, moment);
    expect(seen).toEqual(['H', 'one', 'two']);
    const [first, second] = story.body;
    if (!first || !second) throw new Error('no blocks');
    checker.check({ ...story, body: [p('new'), second, first] }, setting, moment);
    expect(seen).toEqual(['H', 'one', 'two', 'new']);
    checker.check(story, { ...setting, language: 'en-GB' }, moment);
    expect(seen).toEqual(['H', 'one', 'two', 'new', 'H', 'one', 'two']);
  });

  it('names the block where a finding stands after others moved it', () => {
    const checker = createChecker();
    const wrong = p('He gave the the book.');
    const places = (...blocks: Parameters<typeof complete>[1][]) =>
      checker
        .check(complete({}, ...blocks), setting, moment)
        .map(({ place, fix }) => [
          'block' in place && place.block,
          fix?.kind === 'edit' && fix.edits.map((edit) => 'block' in edit && edit.block),
        ]);
    expect(places(wrong, p('End.'))).toEqual([[0, [0]]]);
    expect(places(p('Begin.'), wrong, p('End.'))).toEqual([[1, [1]]]);
  });

  it('lists errors first, then warnings, then hints, each in the order of the article', () => {
    const story = article({}, p('a  b'), h(4, 'Late'), p('the the'));
    expect(check(story).map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'error headline-missing',
      'warning byline-missing',
      'warning stray-space',
      'warning doubled-word',
      'hint deck-missing',
      'hint dateline-missing',
      'hint heading-jump',
    ]);
  });

  it('copes with one block, with nothing but breaks, and with 100,000 words', () => {
    expect(check(complete({}, p('One.')))).toEqual([]);
    expect(check(complete({}, adBreak(), adBreak())).map(({ code }) => code)).toContain('ad-break');
    const paragraph = `The water rose again and again${' in the harbour town'.repeat(11)}.`;
    const long = Array.from({ length: 2000 }, () => p(paragraph));
    expect(check(complete({}, ...long, p('the the')))).toMatchObject([
      { code: 'doubled-word', place: { block: 2000 } },
    ]);
  });
});

describe('a paragraph that is no prose', () => {
  it.each(['“', '.a', '(a b)x', 'a.b-', 'a,a', 'a@', 'http://a.', 'Weber ', 'thatthe ', 'a” '])(
    'of “%s” a hundred thousand signs long is checked like any other',
    (sign) => {
      const story = complete(
        { sources: [newSource('s1', 'Vin Weber')] },
        p(sign.repeat(100_000 / sign.length)),
      );
      expect(check(story).every(({ reason }) => reason !== '')).toBe(true);
      expect(check({ ...story, headline: '' })[0]?.code).toBe('headline-missing');
    },
    20_000,
  );
});

describe('ignoring a finding', () => {
  const story = complete({}, p('He gave the the book.'), p('He gave me the the same.'), p('End.'));

  it('keeps the reason in the article, for these words only', () => {
    const [first] = found('doubled-word', story);
    if (!first) throw new Error('nothing found');
    const after = ignoreFinding(story, first, 'He stammers.');
    expect(found('doubled-word', after).map(({ ignored }) => ignored)).toEqual(['He stammers.', null]);
    expect(parseArticle(serialiseArticle(after))).toEqual({ ok: true, value: after });
    expect(heedFinding(after, first)).toEqual(story);
  });

  it('ends when the words change', () => {
    const [first] = found('doubled-word', story);
    if (!first) throw new Error('nothing found');
    const after = ignoreFinding(story, first, 'He stammers.');
    const edited = { ...after, body: [p('He took the the book.')] };
    expect(found('doubled-word', edited).map(({ ignored }) => ignored)).toEqual([null]);
  });

  it('is not possible for an error', () => {
    const bare = { ...story, headline: '' };
    const [missing] = found('headline-missing', bare);
    if (!missing) throw new Error('nothing found');
    expect(ignoreFinding(bare, missing, 'Later.')).toBe(bare);
    const forced = {
      ...bare,
      ignoredChecks: [{ code: missing.code, excerpt: missing.excerpt, reason: 'x' }],
    };
    expect(found('headline-missing', forced).map(({ ignored }) => ignored)).toEqual([null]);
  });
});
