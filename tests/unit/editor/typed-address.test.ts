import { describe, expect, it } from 'vitest';
import { addressAtEnd, onlyAddress } from '../../../renderer/editor/features/link/typed-address';

const link = (text: string) => {
  const found = addressAtEnd(text);
  return found && [text.slice(found.start, found.end), found.url];
};

describe('an address that was typed', () => {
  it.each([
    ['see https://example.org', 'https://example.org', 'https://example.org'],
    ['(https://example.org/a_(b)).', 'https://example.org/a_(b)', 'https://example.org/a_(b)'],
    ['www.example.org/x?y=1,', 'www.example.org/x?y=1', 'https://www.example.org/x?y=1'],
    ['“http://example.org:8080/', 'http://example.org:8080/', 'http://example.org:8080/'],
  ])('%s', (text, words, url) => {
    expect(link(text)).toEqual([words, url]);
  });

  it.each([
    'https://',
    'https://localhost',
    'www.',
    'plain words',
    'ahttps://example.org',
    'javascript://a.b',
    'see https://a.org and',
  ])('is not: %s', (text) => {
    expect(link(text)).toBeNull();
  });

  it('is pasted as a link only where it stands alone', () => {
    expect(onlyAddress(' https://example.org/a \n')).toBe('https://example.org/a');
    expect(onlyAddress('mailto:desk@example.org')).toBe('mailto:desk@example.org');
    expect(onlyAddress('see https://example.org')).toBeNull();
    expect(onlyAddress('javascript:alert(1)')).toBeNull();
  });
});
