import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleSlug, slugFrom, uniqueSlug } from '../../../electron/desk/slug';
import { isSlug } from '../../../shared/article/article';

describe('a slug from a headline', () => {
  it.each([
    ['Port Ellery keeps its night ferry', 'port-ellery-keeps-its-night-ferry'],
    ['Mayor’s “secret” plan — 7.5 % more', 'mayors-secret-plan-7-5-more'],
    ['Zoë Núñez grüßt Ærø', 'zoe-nunez-grusst-aero'],
    ['  ', 'article'],
    ['Приливы', 'prilivy'],
    ['Объявление: ещё 7 рейсов', 'obiavlenie-eshche-7-reisov'],
    ['Київ чекає на весну', 'kiiv-chekaie-na-vesnu'],
    ['Љубав у Београду', 'ljubav-u-beogradu'],
    ['Το λιμάνι του Πειραιά', 'to-limani-tou-peiraia'],
    ['თბილისი', 'tbilisi'],
    ['東京の朝', 'article'],
    ['東京 2026: a report', '2026-a-report'],
    ['🎉', 'article'],
    ['CON', 'con-article'],
    ['com1', 'com1-article'],
    ['Console', 'console'],
  ])('%s is %s', (headline, slug) => {
    expect(slugFrom(headline)).toBe(slug);
  });

  it.each([
    ['', 'article-2026-05-06'],
    ['東京の朝', 'article-2026-05-06'],
    ['عاجل', 'article-2026-05-06'],
    ['🎉', 'article-2026-05-06'],
    ['東京 7', '7'],
    ['Tides', 'tides'],
  ])('of the article %j begun on a day is %s', (headline, slug) => {
    expect(articleSlug(headline, new Date(2026, 4, 6, 0, 30).toISOString())).toBe(slug);
    expect(articleSlug(headline, new Date(2026, 4, 6, 23, 30).toISOString())).toBe(slug);
  });

  it('ends after a whole word where it is too long', () => {
    const slug = slugFrom('word '.repeat(40));
    expect(slug).toBe('word-'.repeat(16).slice(0, -1));
  });

  it('is a slug for any headline', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (headline) => {
        expect(isSlug(slugFrom(headline))).toBe(true);
      }),
    );
  });

  it('is the first free one', () => {
    expect(uniqueSlug('tides', new Set())).toBe('tides');
    expect(uniqueSlug('tides', new Set(['tides', 'tides-2']))).toBe('tides-3');
    // A folder that somebody else named, on a disk that may not tell capitals apart.
    expect(uniqueSlug('My Tides', new Set(['my tides']))).toBe('My Tides-2');
    const long = 'a'.repeat(80);
    const next = uniqueSlug(long, new Set([long]));
    expect([next.length, next.endsWith('-2'), isSlug(next)]).toEqual([80, true, true]);
  });
});
