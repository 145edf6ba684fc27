import { describe, expect, it } from 'vitest';
import { applyAdFix, inspectAdBreaks } from '../../../shared/adbreaks';
import { adRuleCodes, adRules } from '../../../shared/adbreaks/rules';
import { defaultAdPolicy } from '../../../shared/article/ad-policy';
import {
  adBreak,
  blockquote,
  bullets,
  deskNote,
  divider,
  embed,
  h,
  image,
  p,
  pullQuote,
  table,
} from '../../../shared/article/build';
import { broken, lenient, measures, story, words } from './stories';

describe('the rules for ad breaks', () => {
  it('find nothing wrong with a break in the middle of a long story', () => {
    expect(broken([...story(6), adBreak(), ...story(10)])).toEqual([]);
  });

  it('forbid a break as the first block', () => {
    expect(broken([adBreak(), ...story(6)], lenient)).toEqual(['first-block@0']);
  });

  it('forbid a break as the last block, also before a note that is not published', () => {
    expect(broken([...story(6), adBreak()], lenient)).toEqual(['last-block@6']);
    expect(broken([...story(6), adBreak(), deskNote('n', 'Call back')], lenient)).toEqual(['last-block@6']);
  });

  it('forbid two breaks with nothing but an empty paragraph between them', () => {
    expect(broken([...story(6), adBreak(), p(), adBreak(), ...story(6)], lenient)).toEqual([
      'beside-break@8',
    ]);
  });

  it.each([
    ['heading', h(2, 'Later')],
    ['image', image('a.jpg')],
    ['pull quote', pullQuote('', 'Water')],
    ['list', bullets('a')],
    ['table', table(true, ['a'])],
  ])('forbid a break before and after a %s', (_, block) => {
    expect(broken([...story(6), adBreak(), block, ...story(6)], lenient)).toEqual(['beside-block@6']);
    expect(broken([...story(6), block, adBreak(), ...story(6)], lenient)).toEqual(['beside-block@7']);
  });

  it('allow a break beside a blockquote, a divider or a link card', () => {
    for (const block of [blockquote('', 'Water'), divider, embed('https://example.org/')]) {
      expect(broken([...story(6), adBreak(), block, ...story(6)], lenient)).toEqual([]);
    }
  });

  it('look through desk notes and empty paragraphs to the block that is published', () => {
    const body = [...story(6), adBreak(), deskNote('n', 'Call back'), p(' '), h(2, 'Later'), ...story(6)];
    expect(broken(body, lenient)).toEqual(['beside-block@6']);
  });

  it('ask for blocks and words before the first break', () => {
    const policy = { ...lenient, firstAfterBlocks: 3, firstAfterWords: 120 };
    expect(broken([...story(2), adBreak(), ...story(6)], policy)).toEqual([
      'too-early-blocks@2',
      'too-early-words@2',
    ]);
    expect(broken([words(20), words(20), words(20), adBreak(), ...story(6)], policy)).toEqual([
      'too-early-words@3',
    ]);
    expect(broken([...story(3), adBreak(), ...story(6)], policy)).toEqual([]);
  });

  it('ask for words and for pixels between two breaks', () => {
    const body = [...story(3), adBreak(), ...story(3), adBreak(), ...story(3)];
    expect(broken(body, { ...lenient, wordsBetween: 150 })).toEqual([]);
    expect(broken(body, { ...lenient, wordsBetween: 151 })).toEqual(['too-close-words@7']);
    const [, between] = inspectAdBreaks(body, lenient, measures).gaps;
    const pixels = Math.floor(between?.pixels ?? 0);
    expect(broken(body, { ...lenient, pixelsBetween: pixels })).toEqual([]);
    expect(broken(body, { ...lenient, pixelsBetween: pixels + 1 })).toEqual(['too-close-pixels@7']);
  });

  it('count breaks', () => {
    const body = [...story(3), adBreak(), ...story(3), adBreak(), ...story(3)];
    expect(broken(body, { ...lenient, mostBreaks: 1 })).toEqual(['too-many@7']);
    expect(broken(body, { ...lenient, mostBreaks: 0 })).toEqual(['too-many@3', 'too-many@7']);
  });

  it('limit the density and give up the last automatic break first', () => {
    const body = [...story(3), adBreak({ placed: 'auto' }), ...story(3), adBreak(), ...story(3)];
    const { density } = inspectAdBreaks(body, lenient, measures);
    expect(broken(body, { ...lenient, density })).toEqual([]);
    expect(broken(body, { ...lenient, density: density - 0.001 })).toEqual(['too-dense@3']);
  });

  it('are all named in the list of codes, once', () => {
    expect(adRules.map((rule) => rule.code)).toEqual([...adRuleCodes]);
  });

  it('explain themselves with the figures of the case', () => {
    const { violations } = inspectAdBreaks([words(40), adBreak(), ...story(6)], defaultAdPolicy, measures);
    expect(violations.map((violation) => violation.reason)).toContain(
      'The first ad break comes after 1 block; your policy asks for at least 3.',
    );
    expect(violations.map((violation) => violation.reason)).toContain(
      'The first ad break comes after 40 words; your policy asks for at least 120.',
    );
  });
});

describe('gaps and density', () => {
  it('tell words before, between and after the breaks', () => {
    const { gaps } = inspectAdBreaks(
      [...story(2), adBreak(), ...story(3), adBreak(), words(7)],
      lenient,
      measures,
    );
    expect(gaps.map(({ from, to, words: count }) => [from, to, count])).toEqual([
      [null, 2, 100],
      [2, 6, 150],
      [6, null, 7],
    ]);
  });

  it('take the size of the break, or else that of the policy', () => {
    const body = [...story(3), adBreak({ size: '320x50' }), ...story(3), adBreak(), ...story(3)];
    expect(inspectAdBreaks(body, { ...lenient, size: '300x600' }, measures).adHeight).toBeCloseTo(
      50 + 600 + 2 * 54.8,
    );
  });

  it('are 0 for an empty body, and at most 1 for a body with nothing but breaks', () => {
    expect(inspectAdBreaks([], defaultAdPolicy, measures)).toMatchObject({
      density: 0,
      height: 0,
      violations: [],
    });
    const nothingElse = inspectAdBreaks([adBreak(), adBreak(), adBreak()], defaultAdPolicy, measures);
    expect(nothingElse.density).toBeGreaterThan(0.5);
    expect(nothingElse.density).toBeLessThanOrEqual(1);
    expect(nothingElse.violations.every(({ fix }) => fix.kind === 'removeBreak')).toBe(true);
  });
});

describe('fixes', () => {
  const fixOf = (body: Parameters<typeof inspectAdBreaks>[0], policy = lenient) => {
    const fix = inspectAdBreaks(body, policy, measures).violations[0]?.fix;
    if (!fix) throw new Error('nothing to fix');
    return { fix, after: applyAdFix(body, fix) };
  };

  it('move a break away from a heading to the nearest place', () => {
    const body = [...story(4), adBreak(), h(2, 'Later'), ...story(4)];
    const { fix, after } = fixOf(body);
    expect(fix).toEqual({ kind: 'moveBreak', from: 4, to: 3, words: 'Move this ad break 1 block up' });
    expect(after.map((block) => block.kind).indexOf('adBreak')).toBe(3);
    expect(broken(after, lenient)).toEqual([]);
  });

  it('move a first break down to where the policy allows it', () => {
    const { after } = fixOf([words(50), adBreak(), ...story(12)], defaultAdPolicy);
    expect(broken(after)).toEqual([]);
    expect(after.filter((block) => block.kind === 'adBreak')).toHaveLength(1);
  });

  it('remove a break for which there is no place', () => {
    const { fix, after } = fixOf([words(50), adBreak()]);
    expect(fix.kind).toBe('removeBreak');
    expect(after).toEqual([words(50)]);
  });

  it('leave a body alone that has changed meanwhile', () => {
    const { fix } = fixOf([...story(4), adBreak(), h(2, 'Later'), ...story(4)]);
    const other = story(9);
    expect(applyAdFix(other, fix)).toBe(other);
  });
});
