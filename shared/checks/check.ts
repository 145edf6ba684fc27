import type { Article } from '../article/article';
import type { Block } from '../article/block';
import type { DeskSettings } from '../article/desk-settings';
import { changedStretch } from '../base/stretch';
import type { Draft, Severity, Stretch } from './finding';
import type { BlockReading, TextPiece } from './reading';
import type { Speller } from './spelling/speller';
import type { WordList } from './words/word-list';

/** What holds for all articles while it is the same: changing any of it makes the checker look at everything anew. */
export interface CheckSetting {
  /** BCP 47. */
  readonly language: string;
  readonly desk: Pick<DeskSettings, 'adPolicy' | 'houseStyle' | 'words'>;
  /** null while it is not loaded: checks that need it find nothing. */
  readonly wordList: WordList | null;
  /** Missing or null while no dictionary is loaded: then spelling is not checked. */
  readonly speller?: Speller | null;
}

/** What holds at the moment of a check. */
export interface CheckMoment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Quotations that were suggested and neither accepted nor turned down. */
  readonly openSuggestions: number;
  /** Pictures of the article that its media folder lacks, by file name. Missing: nobody looked. */
  readonly missingPictures?: ReadonlySet<string>;
}

/** Something found in one text. `edits` are relative to that text. */
export interface TextHit extends Stretch {
  readonly reason: string;
  readonly fix: TextFix | null;
}

export interface TextFix {
  readonly words: string;
  readonly edits: readonly (Stretch & { readonly text: string })[];
}

interface CheckName {
  readonly code: string;
  readonly severity: Severity;
  /** What it looks for, for a list of checks. */
  readonly title: string;
}

/** Looks at one text at a time; what it found is kept for as long as the text stays. */
export interface TextCheck extends CheckName {
  readonly scope: 'text';
  find(piece: TextPiece, setting: CheckSetting): readonly TextHit[];
}

/** Looks at one block at a time and names it 0; what it found is kept for as long as the block stays. */
export interface BlockCheck extends CheckName {
  readonly scope: 'block';
  find(block: Block, reading: BlockReading, setting: CheckSetting): readonly Draft[];
}

/** Looks at the article as a whole at every change, so it must be cheap: per block no more than a look at what is kept. */
export interface ArticleCheck extends CheckName {
  readonly scope: 'article';
  create(setting: CheckSetting): (article: ArticleReading, moment: CheckMoment) => readonly Draft[];
}

export type Check = TextCheck | BlockCheck | ArticleCheck;

/** An article with the readings of its blocks. */
export interface ArticleReading {
  readonly article: Article;
  /** One a block of the body. */
  readonly blocks: readonly BlockReading[];
  /** The texts outside the body. */
  readonly pieces: readonly TextPiece[];
}

/** Keeps what was computed from a block's reading for as long as the block stays. */
export const keptByBlock = <Value>(
  compute: (reading: BlockReading) => Value,
): ((reading: BlockReading) => Value) => kept(compute);

/** Keeps what was computed from an article's reading, which is another one at every look, for the checks that come after. */
export const keptByArticle = <Value>(
  compute: (reading: ArticleReading) => Value,
): ((reading: ArticleReading) => Value) => kept(compute);

function kept<Reading extends object, Value>(
  compute: (reading: Reading) => Value,
): (reading: Reading) => Value {
  const values = new WeakMap<Reading, { readonly value: Value }>();
  return (reading) => {
    const known = values.get(reading);
    if (known) return known.value;
    const value = compute(reading);
    values.set(reading, { value });
    return value;
  };
}

/**
 * In how many blocks of an article each word stands that `wordsOf` finds in a block. Asked again after a change, it looks at
 * what changed.
 */
export function talliedByBlock(
  wordsOf: (reading: BlockReading) => ReadonlySet<string>,
): (blocks: readonly BlockReading[]) => ReadonlyMap<string, number> {
  const wordsIn = keptByBlock(wordsOf);
  const tally = new Map<string, number>();
  let counted: readonly BlockReading[] = [];
  const add = (blocks: readonly BlockReading[], by: 1 | -1) => {
    for (const block of blocks) {
      for (const word of wordsIn(block)) {
        const count = (tally.get(word) ?? 0) + by;
        if (count === 0) tally.delete(word);
        else tally.set(word, count);
      }
    }
  };
  return (blocks) => {
    const { from, removed, inserted } = changedStretch(counted, blocks);
    add(counted.slice(from, from + removed), -1);
    add(inserted, 1);
    counted = blocks;
    return tally;
  };
}
