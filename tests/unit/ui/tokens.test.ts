import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');

/** A colour of both themes. */
function token(name: string): Readonly<Record<'light' | 'dark', string>> {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  return { light, dark };
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'surface', 'raised'];

it.each([
  ['ink-soft', 4.5],
  ['ink-faint', 4.5],
  ['warn', 4.5],
  ['bad', 4.5],
  // The edge of a field is all that tells where it is (WCAG 2.2, 1.4.11 Non-text Contrast).
  ['field-line', 3],
  ['focus', 3],
])('%s stands out from every ground in both themes by %s to 1', (name, least) => {
  for (const ground of grounds) {
    for (const theme of ['light', 'dark'] as const) {
      const measured = contrast(token(name)[theme], token(ground)[theme]);
      expect(measured, `${name} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(least);
    }
  }
});
