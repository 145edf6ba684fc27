import type { Block } from '../../shared/article/block';
import { inlineRuns, inlineText } from '../../shared/article/traverse';
import { changeRun, replaceInRun } from '../../shared/checks/run-edit';
import type { Match } from './matches';

/** Parts the texts of cards; no match reaches over it, because no line holds it. */
const parting = '\n\n';

/** One text in a card: a caption, a cell, a paragraph of a fact box. */
interface CardRun {
  /** Index of the block in the body. */
  readonly block: number;
  /** Number of the text in its block, as `inlineRuns` counts. */
  readonly run: number;
  /** Offset of its first character in `CardWords.text`, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
}

/** The words of the cards of a body in reading order. */
export interface CardWords {
  readonly text: string;
  readonly runs: readonly CardRun[];
}

/** A match in a card; `start` and `end` count from the beginning of its text. */
export interface CardMatch extends Match {
  readonly block: number;
  readonly run: number;
}

/** Collects the texts of the blocks at the indices `cards` of `body`. */
export function cardWords(body: readonly Block[], cards: readonly number[]): CardWords {
  const runs: CardRun[] = [];
  let start = 0;
  for (const index of cards) {
    const block = body[index];
    if (!block) continue;
    for (const [run, inlines] of inlineRuns(block).entries()) {
      const text = inlineText(inlines);
      runs.push({ block: index, run, start, text });
      start += text.length + parting.length;
    }
  }
  return { text: runs.map(({ text }) => text).join(parting), runs };
}

/** The matches that were found in `words.text`, each in the text it lies in; what reaches over two texts is none. */
export function matchesInCards({ runs }: CardWords, matches: readonly Match[]): readonly CardMatch[] {
  let at = 0;
  return matches.flatMap((match): readonly CardMatch[] => {
    while (at + 1 < runs.length && (runs[at + 1]?.start ?? 0) <= match.start) at += 1;
    const run = runs[at];
    if (!run || match.end > run.start + run.text.length) return [];
    return [
      {
        ...match,
        start: match.start - run.start,
        end: match.end - run.start,
        block: run.block,
        run: run.run,
      },
    ];
  });
}

/** The body with the words of every match replaced by what `words` says for it; marks around stay. */
export function replaceInCards(
  body: readonly Block[],
  matches: readonly CardMatch[],
  words: (match: Match) => string,
): readonly Block[] {
  const changed = [...body];
  // From the end, so that no replacement moves the place of another.
  for (const match of [...matches].reverse()) {
    const block = changed[match.block];
    if (!block) continue;
    changed[match.block] = changeRun(block, match.run, (run) =>
      replaceInRun(run, match.start, match.end, words(match)),
    );
  }
  return changed;
}
