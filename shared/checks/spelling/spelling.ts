import { type ArticleCheck, keptByBlock } from '../check';
import { knownWords } from '../copy/known-words';
import { isCompoundWord, splitsOf } from '../copy/run-together';
import { draftOf } from '../drafts';
import { atBlock, type Draft, type Finding, type Fix } from '../finding';
import type { TextPiece } from '../reading';
import type { WordList } from '../words/word-list';
import { newerWords } from './newer-words';
import type { Speller } from './speller';

/**
 * A word in small letters, with apostrophes inside. Words with a capital are names more often than mistakes, and words
 * beside a hyphen or a figure are parts of something else.
 */
const wordPattern = /(?<![\p{L}\p{M}\p{N}_’'@#./&-])\p{Ll}{3,}(?:[’']\p{Ll}+)?(?![\p{L}\p{M}\p{N}_@’'/-])/gu;

/** Beginnings that make a word of any word and that nobody types by mistake; "un", "re" and "de" are not among them. */
const beginning =
  /^(?:anti|auto|bio|counter|cyber|eco|fore|geo|hyper|inter|mega|micro|mid|mini|multi|neo|non|over|post|pre|pseudo|quasi|semi|sub|super|tele|trans|ultra|under)(?=\p{L}{4})/u;

function isRight(word: string, speller: Speller, wordList: WordList | null): boolean {
  const isWord = (part: string): boolean =>
    newerWords.has(part) || wordList?.has(part) === true || speller.has(part);
  if (isWord(word)) return true;
  const stem = word.replace(beginning, '');
  if (stem !== word && isWord(stem)) return true;
  return wordList !== null && isCompoundWord(word, wordList);
}

/** A word that the dictionary does not know. */
export interface Misspelling {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/**
 * The words of a text that are in no dictionary. Words that are two run together are left to the check for those.
 */
export function misspellingsIn(
  piece: Pick<TextPiece, 'text' | 'protected'>,
  speller: Speller,
  wordList: WordList | null,
): readonly Misspelling[] {
  return [...piece.text.matchAll(wordPattern)].flatMap(({ 0: word, index: start }): Misspelling[] => {
    const plain = word.replace(/’/g, "'");
    const stem = plain.replace(/'s$/, '');
    if (isRight(stem, speller, wordList) || speller.has(plain)) return [];
    const end = start + word.length;
    if (piece.protected.touches({ start, end })) return [];
    if (wordList && splitsOf(word, wordList).some(({ evidence }) => evidence.length === 0)) return [];
    return [{ start, end, word }];
  });
}

/** Words in small letters that no dictionary knows. Suggestions are asked for when one is shown: `spellingFix`. */
export const spelling: ArticleCheck = {
  scope: 'article',
  code: 'spelling',
  severity: 'warning',
  title: 'Spelling',
  create({ speller, wordList, desk }) {
    if (!speller) return () => [];
    const inPieces = (pieces: readonly TextPiece[]) =>
      pieces.flatMap((piece) =>
        misspellingsIn(piece, speller, wordList).map((found) => ({ ...found, piece })),
      );
    const inBlock = keptByBlock(({ pieces }) => inPieces(pieces));
    return ({ article, blocks, pieces }) => {
      const known = knownWords(article, desk.words);
      const report = (found: ReturnType<typeof inPieces>, block: number): readonly Draft[] =>
        found
          .filter(({ word }) => !known.has(word))
          .map(({ piece, start, end, word }) =>
            atBlock(
              draftOf(piece, { start, end, reason: `“${word}” is not in the dictionary.`, fix: null }),
              block,
            ),
          );
      return [
        ...report(inPieces(pieces), 0),
        ...blocks.flatMap((block, index) => report(inBlock(block), index)),
      ];
    };
  },
};

/** The fix that writes a suggestion in the place of a misspelt word, or null if the finding is not about one. */
export function spellingFix({ code, place }: Finding, suggestion: string): Fix | null {
  if (code !== 'spelling' || place.kind === 'block' || place.kind === 'article') return null;
  return { kind: 'edit', words: `Write “${suggestion}”`, edits: [{ ...place, text: suggestion }] };
}
