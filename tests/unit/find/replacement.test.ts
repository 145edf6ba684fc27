import { describe, expect, it } from 'vitest';
import { setAsTyped } from '../../../renderer/find/replacement';
import { typographyOf } from '../../../shared/typography/rules';

describe('what replaces', () => {
  const set = (before: string, typed: string, language: string) =>
    setAsTyped(before, typed, typographyOf(language));

  it('is set as if it were typed where it comes to stand', () => {
    expect(set('', `"it's -- so"`, 'en')).toBe('“it’s — so”');
    expect(set('He said “yes', '"', 'en')).toBe('”');
    expect(set('Er sagte ', '"ja"', 'de')).toBe('„ja“');
  });

  it('never changes what stands before it', () => {
    // The dash would take the one before along.
    expect(set('a -', '-', 'en')).toBe('-');
  });

  it('stays as typed where the writer wants it so, and in addresses', () => {
    expect(setAsTyped('', `"it's"`, null)).toBe(`"it's"`);
    expect(set('', 'https://example.org/a--b', 'en')).toBe('https://example.org/a--b');
  });
});
