import { diffArrays } from 'diff';
import { type Block, blockCodec } from '../article/block';
import { publishedPieces } from '../article/traverse';

/** A block of one body beside the block of another that it became; null where there is none. */
export interface Pair {
  readonly before: Block | null;
  readonly after: Block | null;
}

const keys = new WeakMap<Block, string>();

/** The same text for blocks that are the same in every field. A block that was asked for before costs nothing. */
export function blockKey(block: Block): string {
  const known = keys.get(block);
  if (known !== undefined) return known;
  const key = JSON.stringify(blockCodec.encode(block));
  keys.set(block, key);
  return key;
}

/**
 * Lays two bodies beside each other: every block of both appears once and in its order. Blocks that are the same stand
 * together; between them, those that are most alike.
 */
export function alignBlocks(before: readonly Block[], after: readonly Block[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let [from, to] = [0, 0];
  let gap: { removed: Block[]; added: Block[] } = { removed: [], added: [] };
  const close = () => {
    pairs.push(...alignUnlike(gap.removed, gap.added));
    gap = { removed: [], added: [] };
  };
  for (const { added, removed, value } of diffArrays(before.map(blockKey), after.map(blockKey))) {
    for (const _ of value) {
      if (removed) gap.removed.push(before[from++] as Block);
      else if (added) gap.added.push(after[to++] as Block);
      else {
        close();
        pairs.push({ before: before[from++] as Block, after: after[to++] as Block });
      }
    }
  }
  close();
  return pairs;
}

/** From this likeness on (0 to 1, shared words) two blocks are one block that was changed. */
const alike = 0.35;

/** Above this many comparisons a gap is not looked into: everything in it was replaced. */
const mostComparisons = 250_000;

/** The pairing of two lists, in order, with the greatest sum of likeness. */
function alignUnlike(removed: readonly Block[], added: readonly Block[]): readonly Pair[] {
  const columns = added.length + 1;
  const apart = [
    ...removed.map((block): Pair => ({ before: block, after: null })),
    ...added.map((block): Pair => ({ before: null, after: block })),
  ];
  if (removed.length === 0 || added.length === 0 || removed.length * added.length > mostComparisons)
    return apart;
  const [bagsBefore, bagsAfter] = [removed.map(wordsOf), added.map(wordsOf)];
  // best[row][column]: the greatest sum for the lists from there to their ends.
  const best = new Float64Array((removed.length + 1) * columns);
  const at = (row: number, column: number): number => best[row * columns + column] ?? 0;
  const likenessAt = (row: number, column: number): number => {
    const [bagBefore, bagAfter] = [bagsBefore[row], bagsAfter[column]];
    return bagBefore && bagAfter ? likeness(bagBefore, bagAfter) : 0;
  };
  const gains = new Float64Array(removed.length * added.length);
  for (let row = removed.length - 1; row >= 0; row -= 1) {
    for (let column = added.length - 1; column >= 0; column -= 1) {
      const gain = likenessAt(row, column);
      gains[row * added.length + column] = gain;
      const paired = gain >= alike ? gain + at(row + 1, column + 1) : 0;
      best[row * columns + column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < removed.length && column < added.length) {
    const [before, after] = [removed[row] ?? null, added[column] ?? null];
    const gain = gains[row * added.length + column] ?? 0;
    if (gain >= alike && at(row, column) === gain + at(row + 1, column + 1)) {
      pairs.push({ before, after });
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) {
      pairs.push({ before, after: null });
      row += 1;
    } else {
      pairs.push({ before: null, after });
      column += 1;
    }
  }
  for (const block of removed.slice(row)) pairs.push({ before: block, after: null });
  for (const block of added.slice(column)) pairs.push({ before: null, after: block });
  return pairs;
}

interface Bag {
  /** Blocks of running text may become each other; cards only one of their own kind. */
  readonly kind: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

const runningText: readonly string[] = ['paragraph', 'heading', 'list', 'blockquote', 'pullQuote', 'factBox'];

function wordsOf(block: Block): Bag {
  const words =
    publishedPieces(block)
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { kind: runningText.includes(block.kind) ? 'text' : block.kind, counts, size: words.length };
}

/** The share of words that two blocks have in common (Sørensen and Dice), 0 to 1. */
function likeness(one: Bag, other: Bag): number {
  if (one.kind !== other.kind) return 0;
  // Cards have few words or none: being of one kind at the same place is what they have in common.
  if (one.kind !== 'text') return 0.5;
  if (one.size + other.size === 0) return 1;
  let common = 0;
  for (const [word, count] of one.counts) common += Math.min(count, other.counts.get(word) ?? 0);
  return (2 * common) / (one.size + other.size);
}
