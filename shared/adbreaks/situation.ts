import type { AdPolicy } from '../article/ad-policy';
import type { AdBreak, Block } from '../article/block';
import { createWordCounter } from '../article/words';
import { type PageBox, pageBox } from './page-estimate';
import { adFrameHeight, boxes } from './page-metrics';
import { adSize } from './policy';

/** Words and estimated boxes of blocks; blocks never change, so each is measured once. */
export interface BlockMeasures {
  /** Published words of a block. */
  words(block: Block): number;
  /** null: the block is not on the page. */
  box(block: Block): PageBox | null;
}

/** Measures for articles of one language (BCP 47). Keep it as long as the article is open. */
export function createBlockMeasures(language: string): BlockMeasures {
  const counter = createWordCounter(language);
  const known = new WeakMap<Block, { readonly box: PageBox | null }>();
  return {
    words: (block) => counter.ofBlock(block).words,
    box(block) {
      const remembered = known.get(block);
      if (remembered) return remembered.box;
      const box = pageBox(block);
      known.set(block, { box });
      return box;
    },
  };
}

/** A block of text that is on the page, with what stands before it. */
export interface Passage {
  /** Index into the body. */
  readonly index: number;
  readonly block: Block;
  readonly box: PageBox;
  /** Words, and pixels of text as it would stand without breaks, up to the beginning and the end of this block. */
  readonly wordsBefore: number;
  readonly wordsAfter: number;
  readonly top: number;
  readonly bottom: number;
}

/** The published blocks of a body other than its breaks, in order. Cost: linear; nothing for blocks measured before. */
export function passagesOf(body: readonly Block[], measures: BlockMeasures): readonly Passage[] {
  const passages: Passage[] = [];
  let words = 0;
  body.forEach((block, index) => {
    if (block.kind === 'adBreak') return;
    const box = measures.box(block);
    if (!box) return;
    const last = passages.at(-1);
    const top = last ? last.bottom + Math.max(last.box.marginBottom, box.marginTop) : 0;
    const own = measures.words(block);
    passages.push({
      index,
      block,
      box,
      wordsBefore: words,
      wordsAfter: words + own,
      top,
      bottom: top + box.height,
    });
    words += own;
  });
  return passages;
}

/** One break of a body and all that the rules ask about it. */
export interface BreakSituation {
  /** Index into the body. */
  readonly index: number;
  readonly block: AdBreak;
  /** 0 for the first break. */
  readonly ordinal: number;
  /** How many passages stand before; the passage before and after, null where there is none. */
  readonly passagesBefore: number;
  readonly before: Passage | null;
  readonly after: Passage | null;
  /** Words and pixels since the beginning (for the first break) or since the break before. */
  readonly words: number;
  readonly pixels: number;
  /** Height of what the reader sees as advertising: the advertisement with its label, its line and its rules. */
  readonly adHeight: number;
}

/** A body as the rules see it. */
export interface BodySituation {
  readonly passages: readonly Passage[];
  readonly breaks: readonly BreakSituation[];
  /** Estimated heights in CSS pixels at 360 pixels width: of all advertisements, and of the body with them. */
  readonly adHeight: number;
  readonly height: number;
  /** `adHeight / height`, from 0 to 1; 0 for an empty body. */
  readonly density: number;
}

/** Looks at a body once, front to back. Cost: linear; nothing for blocks measured before. */
export function situationOf(
  body: readonly Block[],
  policy: AdPolicy,
  measures: BlockMeasures,
): BodySituation {
  const passages = passagesOf(body, measures);
  const breaks: BreakSituation[] = [];
  let passed = 0;
  body.forEach((block, index) => {
    if (block.kind !== 'adBreak') {
      if (passages[passed]?.index === index) passed += 1;
      return;
    }
    const last = breaks.at(-1);
    const before = passages[passed - 1] ?? null;
    const since = last ? gapBetween(passages, last.passagesBefore, passed) : gapBetween(passages, 0, passed);
    breaks.push({
      index,
      block,
      ordinal: breaks.length,
      passagesBefore: passed,
      before,
      after: passages[passed] ?? null,
      ...since,
      adHeight: adBreakHeight(block.size || policy.size),
    });
  });
  const adHeight = breaks.reduce((sum, each) => sum + each.adHeight, 0);
  const room = breaks.reduce(
    (sum, each) => sum + roomOfBreak(each.adHeight, each.before?.box ?? null, each.after?.box ?? null),
    0,
  );
  const height = (passages.at(-1)?.bottom ?? 0) + room;
  return { passages, breaks, adHeight, height, density: height === 0 ? 0 : adHeight / height };
}

/** Words and pixels of the passages from number `from` up to, not including, number `to`. */
export function gapBetween(
  passages: readonly Passage[],
  from: number,
  to: number,
): { readonly words: number; readonly pixels: number } {
  const [first, last] = [passages[from], passages[to - 1]];
  if (!first || !last || from >= to) return { words: 0, pixels: 0 };
  return { words: last.wordsAfter - first.wordsBefore, pixels: last.bottom - first.top };
}

/** The height of a break with an advertisement of this size, without the margins around. */
export const adBreakHeight = (size: string): number => adSize(size).height + adFrameHeight;

type Margins = Pick<PageBox, 'marginTop' | 'marginBottom'>;

/** How much taller the body is for a break of this height: with the margins that come with it. */
export function roomOfBreak(adHeight: number, before: Margins | null, after: Margins | null): number {
  const { marginTop, marginBottom } = boxes.adBreak;
  const above = before ? Math.max(before.marginBottom, marginTop) : 0;
  const below = after ? Math.max(after.marginTop, marginBottom) : 0;
  const without = before && after ? Math.max(before.marginBottom, after.marginTop) : 0;
  return adHeight + above + below - without;
}
