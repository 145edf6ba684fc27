/*
 * Which blocks of the page stand in one section. A section is a stretch of the page that the browser lays out by itself,
 * so that a key costs what is in its section and not what is in the article: the cost that grows is the browser's. Nobody
 * but the browser notices where one ends.
 */

/** A new section ends at the first fit place behind this many blocks. */
export const usualSize = 32;
/** A section that grew beyond this is parted. */
export const mostBlocks = 64;
/** A section with fewer takes the one behind it in. */
const fewest = 8;
/** Where no block may begin a section for so long, one begins all the same. */
const patience = 256;

/** A block as it stands on the page before the plan is made. */
export interface Standing<Section> {
  /** The section it stands in now; null for one that is new on the page. */
  readonly section: Section | null;
  /** It is the first in that section. */
  readonly first: boolean;
  /** Whether a section may begin with it: its upper margin meets nothing that it would have to merge with. */
  readonly mayBegin: boolean;
}

/** The blocks from `from` up to, but not with, `to` stand in `section`; null for a section that is to be made. */
export interface Stretch<Section> {
  readonly section: Section | null;
  readonly from: number;
  readonly to: number;
}

/**
 * Parts `blocks`, in reading order, into sections. Sections stay what they are as far as possible; of one that is parted,
 * the piece with the block at `caret` keeps the element, so that what is being written does not move.
 */
export function planSections<Section>(
  blocks: readonly Standing<Section>[],
  caret: number | null,
): readonly Stretch<Section>[] {
  const bounds = presentBounds(blocks).flatMap(([from, to]) => parted(blocks, from, to));
  const used = new Set<Section>();
  const sections = new Map<number, Section>();
  const holdsCaret = ([from, to]: Bounds) => caret !== null && caret >= from && caret < to;
  for (const bound of [...bounds.filter(holdsCaret), ...bounds.filter((each) => !holdsCaret(each))]) {
    const section = mostOften(blocks, bound, used);
    if (section === null) continue;
    used.add(section);
    sections.set(bound[0], section);
  }
  return bounds.map(([from, to]) => ({ section: sections.get(from) ?? null, from, to }));
}

/** Whether sections of so many blocks each, in this order, may stay what they are. */
export const mayStay = (sizes: readonly number[]): boolean =>
  sizes.every(
    (size, index) => size > 0 && size <= mostBlocks && (size >= fewest || index === sizes.length - 1),
  );

type Bounds = readonly [from: number, to: number];

/** Where sections begin and end now; what is new belongs to the section before it. */
function presentBounds<Section>(blocks: readonly Standing<Section>[]): readonly Bounds[] {
  const bounds: Bounds[] = [];
  let from = 0;
  for (const [index, { first, mayBegin }] of blocks.entries()) {
    if (!first || !mayBegin || index - from < fewest) continue;
    bounds.push([from, index]);
    from = index;
  }
  return blocks.length === 0 ? [] : [...bounds, [from, blocks.length]];
}

/** A stretch that is too long, in pieces of about the usual size. */
function parted<Section>(blocks: readonly Standing<Section>[], from: number, to: number): readonly Bounds[] {
  if (to - from <= mostBlocks) return [[from, to]];
  const pieces: Bounds[] = [];
  let begin = from;
  for (let index = from; index < to; index += 1) {
    const size = index - begin;
    const enoughLeft = to - index >= fewest;
    if (enoughLeft && ((size >= usualSize && blocks[index]?.mayBegin) || size >= patience)) {
      pieces.push([begin, index]);
      begin = index;
    }
  }
  return [...pieces, [begin, to]];
}

/** The section in which most blocks of a stretch stand now, of those that no other stretch has. */
function mostOften<Section>(
  blocks: readonly Standing<Section>[],
  [from, to]: Bounds,
  used: ReadonlySet<Section>,
): Section | null {
  const counts = new Map<Section, number>();
  for (const { section } of blocks.slice(from, to))
    if (section !== null && !used.has(section)) counts.set(section, (counts.get(section) ?? 0) + 1);
  let [found, most]: [Section | null, number] = [null, 0];
  for (const [section, count] of counts) if (count > most) [found, most] = [section, count];
  return found;
}
