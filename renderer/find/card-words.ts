import type { Block } from '../../shared/article/block';
import { blockParting, inlineRuns, inlineText } from '../../shared/article/traverse';
import { changeRun, replaceInRun } from '../../shared/checks/run-edit';
import { type Match, standsIn } from './matches';

/** A block whose words stand in texts and fields of its own. The article's lead image is one, too. */
export interface CardBlock<Place = number> {
  /** Where the block is found again. */
  readonly place: Place;
  readonly block: Block;
  /** `fields`: its other words are looked through as text of the page. */
  readonly looked: 'all' | 'fields';
}

/** One text in a card: a caption, a cell, a paragraph of a fact box, or one of its fields. */
interface CardRun {
  /** Index into `CardWords.cards`. */
  readonly card: number;
  /** Number of the text in its block, as `inlineRuns` counts; the name of the field for plain text. */
  readonly run: number | string;
  /** Offset of its first character in `CardWords.text`, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
}

/** The words of cards in reading order. */
export interface CardWords {
  readonly text: string;
  readonly runs: readonly CardRun[];
}

/** A match in a card; `start` and `end` count from the beginning of its text. */
export interface CardMatch extends Match {
  readonly card: number;
  readonly run: number | string;
}

/** The fields of a block that readers see as plain text, by name, in the order of the card. */
function plainFields(block: Block): readonly (readonly [name: string, text: string])[] {
  switch (block.kind) {
    case 'image':
      return [
        ['credit', block.credit],
        ['alt', block.alt],
      ];
    case 'factBox':
      return [['title', block.title]];
    case 'embed':
      return [
        ['title', block.title],
        ['description', block.description],
        ['provider', block.provider],
      ];
    case 'blockquote':
    case 'pullQuote':
      // What stands in place of a source's name is not the writer's to change here.
      return block.sourceId === null ? [['attribution', block.attribution]] : [];
    default:
      return [];
  }
}

/** Collects the texts of `cards`. */
export function cardWords(cards: readonly CardBlock<unknown>[]): CardWords {
  const runs: CardRun[] = [];
  let start = 0;
  const add = (card: number, run: number | string, text: string) => {
    runs.push({ card, run, start, text });
    start += text.length + blockParting.length;
  };
  for (const [card, { block, looked }] of cards.entries()) {
    if (looked === 'all')
      for (const [run, inlines] of inlineRuns(block).entries()) add(card, run, inlineText(inlines));
    for (const [name, text] of plainFields(block)) add(card, name, text);
  }
  return { text: runs.map(({ text }) => text).join(blockParting), runs };
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
        card: run.card,
        run: run.run,
      },
    ];
  });
}

/**
 * The blocks with the words of every match replaced by what `words` says for it, given what stands before the match in
 * its text; marks around stay.
 */
export function replaceInCards(
  cards: readonly CardBlock<unknown>[],
  matches: readonly CardMatch[],
  words: (match: Match, before: string) => string,
): readonly Block[] {
  const changed = cards.map(({ block }) => block);
  // From the end, so that no replacement moves the place of another.
  for (const match of [...matches].reverse()) {
    const block = changed[match.card];
    if (block) changed[match.card] = replaceIn(block, match, words);
  }
  return changed;
}

/** The text of a block that is known by its number or by the name of its field. */
const textIn = (block: Block, run: number | string): string =>
  typeof run === 'number'
    ? inlineText(inlineRuns(block)[run] ?? [])
    : (plainFields(block).find(([name]) => name === run)?.[1] ?? '');

/** The matches whose words still stand in the cards. */
export const matchesStanding = (
  cards: readonly CardBlock<unknown>[],
  matches: readonly CardMatch[],
): readonly CardMatch[] =>
  matches.filter((match) => {
    const block = cards[match.card]?.block;
    return block !== undefined && standsIn(textIn(block, match.run), match);
  });

function replaceIn(block: Block, match: CardMatch, words: (match: Match, before: string) => string): Block {
  const { run: place, start, end } = match;
  const text = textIn(block, place);
  const before = text.slice(0, start);
  if (typeof place === 'number')
    return changeRun(block, place, (run) => replaceInRun(run, start, end, words(match, before)));
  // `plainFields` names fields of this kind of block that hold a string.
  return { ...block, [place]: before + words(match, before) + text.slice(end) } as Block;
}
