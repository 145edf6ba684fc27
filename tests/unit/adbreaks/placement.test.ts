import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createBlockMeasures,
  explainBreaks,
  inspectAdBreaks,
  placeAutomatically,
} from '../../../shared/adbreaks';
import { type AdPolicy, defaultAdPolicy } from '../../../shared/article/ad-policy';
import type { Block } from '../../../shared/article/block';
import { adBreak, h, p } from '../../../shared/article/build';
import { articles, blocksWith } from '../../builders/arbitrary-article';
import { lenient, measures, story, words } from './stories';

function placed(body: readonly Block[], policy: AdPolicy = defaultAdPolicy) {
  const placement = placeAutomatically(body, policy, measures);
  if (!placement.ok) throw new Error(placement.error.map((refusal) => refusal.code).join());
  return placement.value;
}

const indexes = (body: readonly Block[]) =>
  body.flatMap((block, index) => (block.kind === 'adBreak' ? [index] : []));

describe('automatic placement', () => {
  it('sets breaks at even distances', () => {
    const { body } = placed(story(40));
    const { gaps, violations } = inspectAdBreaks(body, defaultAdPolicy, measures);
    expect(violations).toEqual([]);
    const between = gaps.slice(1, -1).map((gap) => gap.words);
    expect(between.length).toBeGreaterThan(2);
    expect(Math.max(...between) - Math.min(...between)).toBeLessThanOrEqual(50);
  });

  it('keeps breaks set by hand as they are and keeps its distance from them', () => {
    const mine = adBreak({ slot: 'mine', size: '320x100' });
    const { body, breaks } = placed([...story(10), mine, ...story(30)]);
    expect(body).toContain(mine);
    expect(inspectAdBreaks(body, defaultAdPolicy, measures).violations).toEqual([]);
    expect(breaks.filter((each) => each.by === 'hand')).toEqual([
      { index: body.indexOf(mine), by: 'hand', reason: 'You set this ad break; it stays.' },
    ]);
    expect(breaks.some((each) => each.by === 'auto')).toBe(true);
  });

  it('sets breaks of an earlier run anew', () => {
    const fresh = placed(story(40)).body;
    const shifted = story(40).flatMap((block, index) =>
      index % 7 === 2 ? [block, adBreak({ placed: 'auto' })] : [block],
    );
    expect(placed(shifted).body).toEqual(fresh);
  });

  it('changes nothing when called twice', () => {
    const { body } = placed(story(40));
    expect(placed(body).body).toBe(body);
  });

  it('does not part a colon from what it announces, nor a quotation that goes on', () => {
    const text = (sentence: string) => p(`${'water '.repeat(60)}${sentence}`);
    const body = [text('he said:'), p('“It rose'), p('“and rose'), p('“again.”'), text('End.'), words(60)];
    const kinds = placed(body, lenient)
      .body.map((block) => (block.kind === 'adBreak' ? '|' : '.'))
      .join('');
    expect(kinds).toBe('....|.|.');
  });

  it.each(['“”', '„“', '„”', '«»', '""', '””'])('does not part a quotation that goes on: %s', (marks) => {
    const [open = '', close = ''] = marks;
    const body = [
      p('One.'),
      p(`${open}It rose`),
      p(`${open}and rose.${close}`),
      p(`${open}So.${close}`),
      words(60),
    ];
    const kinds = placed(body, lenient).body.map((block) => (block.kind === 'adBreak' ? '|' : '.'));
    expect(kinds.join('')).toBe('.|..|.|.');
  });

  it('explains each place with its figures', () => {
    const [first, second] = placed(story(40)).breaks;
    expect(first?.reason).toBe(
      'After 3 blocks and 150 words, the first place that leaves enough to read; between two paragraphs.',
    );
    expect(second?.reason).toMatch(
      /^\d+ words and about [\d,]+ pixels of text on a phone since the ad break before \(at least 200 and 800\); between two paragraphs\.$/,
    );
  });

  it('says of a place whose text has changed since only what still holds', () => {
    const auto = adBreak({ placed: 'auto' });
    const body = [p('Too short.'), auto, h(2, 'A heading since'), words(300), auto, p('End.')];
    const [first, second] = explainBreaks(body, defaultAdPolicy, measures);
    expect(first?.reason).toBe('After 1 blocks and 2 words.');
    expect(second?.reason).toMatch(/^303 words and about [\d,]+ pixels .*; between two paragraphs\.$/);
  });

  it.each<[string, readonly Block[], AdPolicy, RegExp]>([
    ['is too short', [words(30)], defaultAdPolicy, /^Nowhere do two paragraphs follow each other/],
    ['has two short paragraphs', [words(30), words(30)], defaultAdPolicy, /^The article is too short/],
    ['is full', story(40), { ...defaultAdPolicy, mostBreaks: 2 }, /^Your policy allows 2 ad breaks/],
    ['is as dense as allowed', story(40), { ...defaultAdPolicy, density: 0.1 }, /near 10 % of the article/],
    [
      'has breaks everywhere',
      story(40),
      { ...defaultAdPolicy, wordsBetween: 1000 },
      /^More would stand closer/,
    ],
    [
      'is crowded by hand',
      [words(900), adBreak(), words(90), words(90), adBreak(), words(900)],
      defaultAdPolicy,
      /far enough from the ad breaks you set/,
    ],
  ])('says why there are no more breaks when the article %s', (_, body, policy, reason) => {
    expect(placed(body, policy).limit).toMatch(reason);
  });

  it('leaves a body of one block, an empty one, and one with nothing but breaks as they are', () => {
    for (const body of [[], [words(500)], [adBreak(), adBreak()], [h(2, 'Only')]]) {
      expect(placed(body).body).toBe(body);
    }
  });

  it('takes automatic breaks away where they have no place', () => {
    expect(placed([adBreak({ placed: 'auto' }), adBreak({ placed: 'auto' })]).body).toEqual([]);
  });

  it('copes with an article of 100,000 words', () => {
    const { body } = placed(story(2000), { ...defaultAdPolicy, mostBreaks: 1000 });
    expect(inspectAdBreaks(body, { ...defaultAdPolicy, mostBreaks: 1000 }, measures).violations).toEqual([]);
    expect(indexes(body).length).toBeGreaterThan(300);
  });
});

describe('automatic placement, over generated articles', () => {
  const anyBlock = fc.sample(blocksWith({ quoteIds: ['q1'], sourceIds: ['s1'] }), { numRuns: 400, seed: 7 });
  const paragraphs = [1, 5, 20, 40, 80, 150].map(words);
  const bodies = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...paragraphs) },
      { weight: 1, arbitrary: fc.constantFrom(...anyBlock) },
      { weight: 1, arbitrary: fc.constantFrom(adBreak(), adBreak({ placed: 'auto' })) },
    ),
    { minLength: 10, maxLength: 70, size: 'max' },
  );
  const policies: fc.Arbitrary<AdPolicy> = fc.record({
    firstAfterBlocks: fc.integer({ min: 0, max: 6 }),
    firstAfterWords: fc.integer({ min: 0, max: 200 }),
    wordsBetween: fc.integer({ min: 0, max: 300 }),
    pixelsBetween: fc.integer({ min: 0, max: 1500 }),
    mostBreaks: fc.integer({ min: 0, max: 12 }),
    density: fc.double({ min: 0.01, max: 1, noNaN: true }),
    size: fc.constantFrom('300x250', '320x50', '300x600'),
  });
  const remembering = createBlockMeasures('en');
  const isByHand = (block: Block) => block.kind === 'adBreak' && block.placed === 'hand';
  const isContent = (block: Block) => block.kind !== 'adBreak' || isByHand(block);

  /** Whatever is wrong afterwards was wrong with the breaks set by hand alone. */
  function expectPolicyKept(body: readonly Block[], policy: AdPolicy) {
    const placement = placeAutomatically(body, policy, remembering);
    if (!placement.ok) throw new Error('refused');
    const after = placement.value.body;
    expect(after.filter(isContent)).toEqual(body.filter(isContent));
    const wrong = inspectAdBreaks(after, policy, remembering).violations;
    if (!body.some(isByHand)) expect(wrong).toEqual([]);
    for (const { block, code } of wrong) {
      const culprit = after[block];
      expect([code, culprit && isByHand(culprit)]).toEqual([code, true]);
    }
    const before = inspectAdBreaks(body.filter(isContent), policy, remembering).violations;
    expect(wrong.length).toBeLessThanOrEqual(before.length);
    expect(placeAutomatically(after, policy, remembering)).toEqual({
      ok: true,
      value: { ...placement.value, body: after },
    });
    return indexes(after).length;
  }

  it('never breaks the policy, moves no text, and repeats itself: 10,000 bodies under any policy', () => {
    let set = 0;
    fc.assert(
      fc.property(bodies, policies, (body, policy) => {
        set += expectPolicyKept(body, policy);
      }),
      { numRuns: 10_000 },
    );
    expect(set).toBeGreaterThan(10_000);
  }, 120_000);

  it('never breaks the policy in whole generated articles', () => {
    fc.assert(
      fc.property(articles, policies, ({ body }, policy) => {
        expectPolicyKept(body, policy);
      }),
      { numRuns: 500 },
    );
  });
});
