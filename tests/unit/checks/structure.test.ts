import { describe, expect, it } from 'vitest';
import { defaultAdPolicy } from '../../../shared/article/ad-policy';
import type { Article } from '../../../shared/article/article';
import {
  adBreak,
  article,
  divider,
  embed,
  h,
  image,
  inlines,
  link,
  p,
  tk,
} from '../../../shared/article/build';
import { applyFix, blocksExport, checkArticle, heedFinding, ignoreFinding } from '../../../shared/checks';
import { check, complete, found, moment, setting } from './desk';

const codes = (story: Article): readonly string[] => check(story).map(({ code }) => code);
const long = Array.from({ length: 20 }, () =>
  p('The water rose again in the harbour town. '.repeat(6).trim()),
);

describe('structure checks', () => {
  it('tell what an empty article lacks, the headline first', () => {
    const findings = check(article({}));
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error headline-missing',
      'warning body-empty',
      'warning byline-missing',
      'hint deck-missing',
      'hint dateline-missing',
    ]);
    expect(blocksExport(findings)).toBe(true);
    expect(blocksExport(check(article({ headline: 'Tides' })))).toBe(false);
  });

  it('ask for descriptions and credits of images, the lead image included', () => {
    const bare = image('a.jpg');
    const { kind: _, ...leadImage } = bare;
    expect(codes(complete({ leadImage }, bare, p('End.')))).toEqual([
      'image-alt-missing',
      'image-credit-missing',
      'image-alt-missing',
      'image-credit-missing',
    ]);
    expect(codes(complete({}, image('a.jpg', { alt: 'A wave', credit: 'Ann' }), p('End.')))).toEqual([]);
  });

  it('name an image by its caption, its description or its number, and keep a decision by its file', () => {
    const { kind: _, ...leadImage } = image('0a1b-lead.jpg');
    const story = complete(
      { leadImage },
      image('1c2d-wave.jpg', { caption: inlines('The wave at Wick') }),
      image('3e4f-gull.jpg', { alt: 'A gull' }),
      image('5a6b-quay.jpg'),
      p('End.'),
    );
    const credits = found('image-credit-missing', story);
    expect(credits.map(({ excerpt }) => excerpt)).toEqual([
      'Lead picture',
      'The wave at Wick',
      'A gull',
      'Picture 3',
    ]);
    expect(JSON.stringify(check(story).map(({ excerpt, reason }) => [excerpt, reason]))).not.toMatch(/jpg/);
    const last = credits.at(-1);
    if (!last) throw new Error('nothing found');
    const left = ignoreFinding(story, last, 'Ours.');
    const moved = { ...left, body: left.body.toReversed() };
    expect(
      found('image-credit-missing', moved).flatMap(({ ignored, excerpt }) => (ignored ? excerpt : [])),
    ).toEqual(['Picture 1']);
    expect(heedFinding(left, last)).toEqual(story);
  });

  it('say which image has lost its file and what to do', () => {
    const story = complete({}, image('a.jpg', { alt: 'A wave', credit: 'Ann' }), p('End.'));
    expect(codes(story)).toEqual([]);
    const findings = checkArticle(story, setting, { ...moment, missingPictures: new Set(['a.jpg']) });
    expect(findings).toMatchObject([{ code: 'image-file-missing', severity: 'warning', excerpt: 'A wave' }]);
    expect(findings[0]?.reason).toContain('put “a.jpg” back');
  });

  it('take away links without words, and unsafe links but not their words', () => {
    const empty = complete(
      {},
      p('See ', link('https://example.org/', ' '), 'here ', link('https://example.org/', 'now')),
    );
    const [finding] = check(empty);
    expect(finding?.code).toBe('link-without-text');
    expect(finding?.fix && applyFix(empty, finding.fix).body[0]).toEqual(
      p('See ', ' ', 'here ', link('https://example.org/', 'now')),
    );
    const unsafe = complete({}, p('See ', link('javascript:alert(1)', 'here')));
    const [danger] = check(unsafe);
    expect(danger).toMatchObject({ code: 'link-unsafe', severity: 'error' });
    expect(danger?.fix && applyFix(unsafe, danger.fix).body[0]).toEqual(p('See ', 'here'));
    expect(codes(complete({}, embed('javascript:alert(1)'), p('End.')))).toEqual(['link-unsafe']);
  });

  it('show the ad policy’s violations with the fix of the rules', () => {
    const story = complete({}, adBreak(), ...long);
    const [finding] = found('ad-break', story);
    expect(finding).toMatchObject({
      severity: 'warning',
      place: { kind: 'block', block: 0 },
      reason: 'An ad break must not be the first thing in the article.',
    });
    const after = finding?.fix ? applyFix(story, finding.fix) : story;
    expect(codes(after)).toEqual([]);
    expect(after.body.some(({ kind }) => kind === 'adBreak')).toBe(true);
  });

  it('take the article’s own policy before the desk’s', () => {
    const story = complete(
      { adPolicy: { ...defaultAdPolicy, mostBreaks: 0 } },
      ...long.slice(0, 8),
      adBreak(),
      ...long,
    );
    expect(codes(story)).toEqual(['ad-break']);
    expect(codes({ ...story, adPolicy: null })).toEqual([]);
  });

  it('say that a policy cannot be followed', () => {
    const story = complete(
      { adPolicy: { ...defaultAdPolicy, density: 0 } },
      ...long.slice(0, 8),
      adBreak(),
      ...long,
    );
    expect(check(story)).toMatchObject([
      {
        code: 'ad-policy',
        reason: 'A density of 0 % forbids every break. Raise the density, or set the number of breaks to 0.',
      },
    ]);
  });

  it('say that a block of a newer version will not be published', () => {
    const poll = { kind: 'unknown', raw: { kind: 'poll' } } as const;
    expect(check(complete({}, poll, p('End.')))).toMatchObject([{ code: 'unknown-block', excerpt: 'poll' }]);
  });

  it('say that a lead picture and a correction of a newer version will not be published', () => {
    const newer = [{ kind: 'time', text: 'At noon' }];
    const story = complete(
      {
        leadImage: image('a.jpg', { alt: 'The quay', credit: 'Ada Field', extra: { caption: newer } }),
        corrections: [{ type: 'correction', date: '2026-01-01T00:00:00Z', text: [], extra: { text: newer } }],
      },
      p('End.'),
    );
    expect(found('unknown-part', story)).toMatchObject([
      { place: { part: 'leadImage' }, excerpt: 'At noon' },
      { place: { part: 'correction' }, excerpt: 'At noon' },
    ]);
  });

  it('find empty headings and paragraphs, but not the one about to be written', () => {
    const story = complete({}, h(2), p('One.'), p(' '), p(tk()), p('Two.'), divider, p());
    const empty = found('empty-block', story);
    expect(empty.map(({ place }) => place)).toEqual([
      { kind: 'block', block: 0 },
      { kind: 'block', block: 2 },
    ]);
    const [first] = empty;
    expect(first?.fix && applyFix(story, first.fix).body).toEqual(story.body.slice(1));
  });

  it('find headings that jump a level', () => {
    const story = complete({}, h(2, 'A'), h(4, 'B'), h(4, 'C'), h(2, 'D'), h(3, 'E'), p('End.'));
    const [jump, ...more] = found('heading-jump', story);
    expect(more.map(({ place }) => place)).toEqual([{ kind: 'block', block: 2 }]);
    expect(jump?.reason).toBe('This heading has level 4, but the one before has level 2.');
    expect(jump?.fix && applyFix(story, jump.fix).body[1]).toEqual(h(3, 'B'));
  });

  it('warn of an embargo that has not ended', () => {
    const embargo = (end: string) =>
      checkArticle(complete({ embargo: end }, p('End.')), setting, moment).map(({ reason }) => reason);
    expect(embargo('2026-03-05T09:30:00+01:00')).toEqual(['Under embargo until 5 March 2026, 09:30 +01:00.']);
    expect(embargo('2026-03-01T13:00:00+01:00')).toEqual([]);
    expect(embargo('2026-03-01T12:00:01Z')).toEqual(['Under embargo until 1 March 2026, 12:00 UTC.']);
    // Said once, in words; a decision about it holds for that moment alone.
    const story = complete({ embargo: '2026-03-05T09:30:00+01:00' }, p('End.'));
    const [under] = found('embargo', story);
    if (!under) throw new Error('nothing found');
    expect(under.excerpt).toBe('');
    const left = ignoreFinding(story, under, 'Agreed.');
    expect(found('embargo', left)[0]?.ignored).toBe('Agreed.');
    expect(found('embargo', { ...left, embargo: '2026-03-06T09:30:00+01:00' })[0]?.ignored).toBe(null);
  });

  it('remind of suggestions that wait for an answer', () => {
    const story = complete({}, p('End.'));
    const reasons = (openSuggestions: number) =>
      checkArticle(story, setting, { ...moment, openSuggestions }).map(({ reason }) => reason);
    expect(reasons(0)).toEqual([]);
    expect(reasons(1)).toEqual(['One suggested quotation waits for your answer.']);
    expect(reasons(3)).toEqual(['3 suggested quotations wait for your answer.']);
  });
});
