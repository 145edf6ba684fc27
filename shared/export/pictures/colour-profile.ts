import { nameAt, viewOf } from './bytes';

/*
 * What a colour profile says beside its colours (ICC.1:2022). Systems make one for each screen: it names the screen, which may
 * be a person's tablet, tells its serial number and when it was measured, and stands in every picture of that screen.
 */

/** The tags by which colours are computed (section 9.2). */
const ofColours = new Set([
  ...['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2', 'gamt'],
  ...['D2B0', 'D2B1', 'D2B2', 'D2B3', 'B2D0', 'B2D1', 'B2D2', 'B2D3'],
  ...['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'kTRC', 'wtpt', 'bkpt', 'chad', 'cicp'],
]);

/** Tags of words that every profile must have; they stay, without a word. */
const required = new Set(['desc', 'cprt']);

/** The types of such words, and the bytes that each of them has at least: with no more than its name it is an empty text. */
const leastOfWords: ReadonlyMap<string, number> = new Map([
  ['desc', 90],
  ['mluc', 16],
  ['text', 9],
]);

const headerLength = 128;
/** A tag is its name, and where its element begins and how long it is. */
const entryLength = 12;

/** Fields of the header that tell who made the profile, on what and when, the sum of the whole, and what is reserved: first byte and length. */
const toldByHeader = [
  [4, 4],
  [24, 12],
  [40, 4],
  [48, 8],
  [80, 4],
  [84, 44],
] as const;

/** A year, a month and a day, which a profile must have. */
const anyDay = [2000, 1, 1] as const;

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly length: number;
}

/**
 * The profile without a word and without what no colour needs, in as many bytes, so that it can stand where it stood; null where
 * it cannot be read, which viewers cannot either.
 */
export function profileOfColoursOnly(profile: Uint8Array): Uint8Array | null {
  const tags = tagsOf(profile);
  if (!tags) return null;
  const clean = new Uint8Array(profile.length);
  const view = viewOf(clean);
  clean.set(profile.subarray(0, headerLength));
  for (const [at, length] of toldByHeader) clean.fill(0, at, at + length);
  for (const [index, number] of anyDay.entries()) view.setUint16(24 + 2 * index, number);
  view.setUint32(headerLength, tags.length);
  for (const [index, { name, start, length }] of tags.entries()) {
    const at = headerLength + 4 + index * entryLength;
    for (let letter = 0; letter < 4; letter += 1) clean[at + letter] = name.charCodeAt(letter);
    view.setUint32(at + 4, start);
    view.setUint32(at + 8, length);
    if (!required.has(name)) clean.set(profile.subarray(start, start + length), start);
  }
  for (const { name, start } of tags) if (required.has(name)) writeNoWords(clean, profile, start);
  return clean;
}

/** The tags that stay; null where the profile does not hold what it says it does. */
function tagsOf(profile: Uint8Array): readonly Tag[] | null {
  if (profile.length < headerLength + 4 || nameAt(profile, 36, 4) !== 'acsp') return null;
  const view = viewOf(profile);
  const count = view.getUint32(headerLength);
  const endOfTable = headerLength + 4 + count * entryLength;
  if (endOfTable > profile.length) return null;
  const tags: Tag[] = [];
  for (let at = headerLength + 4; at < endOfTable; at += entryLength) {
    const tag = {
      name: nameAt(profile, at, 4),
      start: view.getUint32(at + 4),
      length: view.getUint32(at + 8),
    };
    if (!ofColours.has(tag.name) && !required.has(tag.name)) continue;
    if (tag.start < endOfTable || tag.start + tag.length > profile.length) return null;
    if (required.has(tag.name) && tag.length < (leastOfWords.get(nameAt(profile, tag.start, 4)) ?? Infinity))
      continue;
    tags.push(tag);
  }
  return tags;
}

/** The element at `start` as an empty text of the type that it has. */
function writeNoWords(clean: Uint8Array, profile: Uint8Array, start: number): void {
  const type = nameAt(profile, start, 4);
  clean.set(profile.subarray(start, start + 4), start);
  const view = viewOf(clean);
  // An ASCII text counts its closing zero; a list of translations tells how long each of its none would be.
  if (type === 'desc') view.setUint32(start + 8, 1);
  if (type === 'mluc') view.setUint32(start + 12, 12);
}
