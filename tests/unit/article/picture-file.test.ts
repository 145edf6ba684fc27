import { describe, expect, it } from 'vitest';
import { looksLikeSvg } from '../../../shared/article/picture-file';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('an SVG drawing', () => {
  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '\uFEFF<?xml version="1.0"?>\n<!-- Made by hand --><!-- twice -->\n<!DOCTYPE svg PUBLIC "">\n<SVG >',
    '<!-- a -- b --> <!----><svg>',
  ])('is known by its beginning: %s', (text) => {
    expect(looksLikeSvg(bytes(text))).toBe(true);
  });

  it.each(['<svgs>', '<!-- <svg> -->', '<html><svg>', ''])('is nothing else: %s', (text) => {
    expect(looksLikeSvg(bytes(text))).toBe(false);
  });

  it('is not looked for in every way in which many comments can be read', () => {
    expect(looksLikeSvg(bytes('<!---->'.repeat(500)))).toBe(false);
  });
});
