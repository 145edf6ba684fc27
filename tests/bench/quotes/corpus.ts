import { existsSync, readFileSync } from 'node:fs';

/** A stretch of an article's text in UTF-16 code units. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
}

/** A quotation that annotators marked, with the mentions of its speaker. */
export interface GoldQuotation extends GoldSpan {
  readonly speaker: readonly GoldSpan[];
}

/** One article of the corpus. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly GoldQuotation[];
}

const CORPUS = new URL('../../../../shared/corpus/news-quotes-train.jsonl', import.meta.url);

/** Reads the corpus that stands beside the repository; null when it is not there. */
export function readCorpus(): GoldArticle[] | null {
  if (!existsSync(CORPUS)) return null;
  const lines = readFileSync(CORPUS, 'utf8').split('\n').filter(Boolean);
  // The corpus is ours and documented beside it; a line of another shape stops the run.
  return lines.map((line) => JSON.parse(line) as GoldArticle);
}

const overlap = (a: GoldSpan, b: GoldSpan): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Length of the intersection over length of the union. */
export function intersectionOverUnion(a: GoldSpan, b: GoldSpan): number {
  const common = overlap(a, b);
  return common / (a.end - a.start + (b.end - b.start) - common);
}

/** Whether a mention counts as a speaker of the gold quotation: inside a gold mention, or overlapping it by 0.3. */
export function isRightSpeaker(mention: GoldSpan, gold: GoldQuotation): boolean {
  return gold.speaker.some(
    (span) =>
      (mention.start >= span.start && mention.end <= span.end && mention.end > mention.start) ||
      intersectionOverUnion(mention, span) >= 0.3,
  );
}

/** The element of `found` that overlaps most with `gold`, if intersection over union reaches 0.8. */
export function matching<Found extends GoldSpan>(found: readonly Found[], gold: GoldSpan): Found | null {
  let best: Found | null = null;
  for (const candidate of found)
    if (!best || intersectionOverUnion(candidate, gold) > intersectionOverUnion(best, gold)) best = candidate;
  return best && intersectionOverUnion(best, gold) >= 0.8 ? best : null;
}
