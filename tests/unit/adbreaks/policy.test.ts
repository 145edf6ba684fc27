import { describe, expect, it } from 'vitest';
import {
  advisePolicy,
  checkPolicy,
  describePolicyRefusal,
  figureExplanations,
  placeAutomatically,
} from '../../../shared/adbreaks';
import { adPolicyCodec, defaultAdPolicy } from '../../../shared/article/ad-policy';
import { decodeWith } from '../../../shared/base/codec';
import { measures, story } from './stories';

describe('an ad policy', () => {
  it('is accepted as it comes', () => {
    expect(checkPolicy(defaultAdPolicy)).toEqual({ ok: true, value: defaultAdPolicy });
    expect(advisePolicy(defaultAdPolicy)).toEqual([]);
  });

  it.each([
    [{ wordsBetween: Number.NaN }, 'not-a-number', '“Words between two breaks” needs a number, such as 200.'],
    [{ firstAfterBlocks: -1 }, 'out-of-range', '“Blocks before the first break” must be from 0 to 1000.'],
    [
      { mostBreaks: Number.POSITIVE_INFINITY },
      'out-of-range',
      '“Breaks in one article” must be from 0 to 1000.',
    ],
    [{ mostBreaks: 2.5 }, 'not-whole', '“Breaks in one article” must be a whole number.'],
    [{ density: 30 }, 'out-of-range', '“Share of the page taken by advertisements” must be from 0 to 1.'],
    [
      { size: 'big' },
      'size-unreadable',
      '“big” is not a size. Write width and height in pixels, such as 300x250.',
    ],
    [
      { size: '970x250' },
      'size-too-wide',
      'An advertisement 970 pixels wide does not fit a phone of 360 pixels. Choose a size such as 300x250 or 320x100.',
    ],
    [
      { density: 0 },
      'density-forbids-all',
      'A density of 0 % forbids every break. Raise the density, or set the number of breaks to 0.',
    ],
  ])('with %o is refused as %s', (change, code, sentence) => {
    const checked = checkPolicy({ ...defaultAdPolicy, ...change });
    expect(checked.ok).toBe(false);
    if (checked.ok) return;
    expect(checked.error.map((refusal) => refusal.code)).toEqual([code]);
    expect(checked.error.map(describePolicyRefusal)).toEqual([sentence]);
  });

  it('is refused by automatic placement too, which then changes nothing', () => {
    expect(placeAutomatically(story(20), { ...defaultAdPolicy, density: -1 }, measures)).toEqual({
      ok: false,
      error: [{ code: 'out-of-range', field: 'density', least: 0, most: 1 }],
    });
  });

  it('may say: no breaks at all', () => {
    expect(checkPolicy({ ...defaultAdPolicy, mostBreaks: 0, density: 0 }).ok).toBe(true);
  });

  it('gets advice when it goes beyond the Better Ads figure, or its distance is no limit', () => {
    expect(advisePolicy({ ...defaultAdPolicy, density: 0.4 }).map((advice) => advice.code)).toEqual([
      'above-better-ads',
    ]);
    expect(advisePolicy({ ...defaultAdPolicy, pixelsBetween: 100 }).map((advice) => advice.code)).toEqual([
      'density-binds',
    ]);
    expect(advisePolicy({ ...defaultAdPolicy, size: '336x280' }).map((advice) => advice.code)).toEqual([
      'wider-than-column',
    ]);
  });

  it('has the same bounds in the dialog and in the file', () => {
    for (const { field, least, most } of figureExplanations) {
      const reads = (value: number) => decodeWith(adPolicyCodec, { ...defaultAdPolicy, [field]: value }).ok;
      expect([field, reads(least), reads(most), reads(least - 1), reads(most + 1)]).toEqual([
        field,
        true,
        true,
        false,
        false,
      ]);
    }
  });
});
