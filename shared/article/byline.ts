import type { Byline } from './article';

/** The byline as a reader sees it: "By Ada Field, Ben Okri and Zoë Núñez"; empty for nobody. */
export function bylineText(bylines: readonly Byline[]): string {
  const names = bylines.map((byline) => byline.name);
  const last = names.at(-1);
  if (last === undefined) return '';
  return names.length === 1 ? `By ${last}` : `By ${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Reads a typed byline: an optional "By", names parted by commas, "and" or "&". What was known of a name is kept. */
export function parseByline(typed: string, known: readonly Byline[]): readonly Byline[] {
  return typed
    .replace(/^\s*by\s+/i, '')
    .split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/i)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => known.find((byline) => byline.name === name) ?? { name });
}
