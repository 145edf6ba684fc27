import { type ArticleCheck, keptByBlock, talliedByBlock } from '../check';
import { draftOf } from '../drafts';
import { atBlock, type Draft } from '../finding';
import type { TextPiece } from '../reading';
import { knownWords } from './known-words';
import { type Split, splitsOf } from './run-together';

/** A word as it stands between spaces and marks; not after a hyphen, a sign or inside an address. */
const tokenPattern = /(?<![\p{L}\p{N}_’'@#./&-])[\p{L}\p{N}]+(?:[’']\p{L}+)*(?![\p{L}\p{N}_@/])/gu;

interface Suspect {
  readonly piece: TextPiece;
  readonly start: number;
  readonly token: string;
  readonly splits: readonly Split[];
}

/** "theSenate", "saidon", "threeEU", "Universityof": words that lost the space between them. */
export const wordsRunTogether: ArticleCheck = {
  scope: 'article',
  code: 'run-together',
  severity: 'warning',
  title: 'Words run together',
  create({ wordList, language, desk }) {
    if (!wordList || !language.startsWith('en')) return () => [];
    const suspectsOf = (pieces: readonly TextPiece[]): readonly Suspect[] =>
      pieces.flatMap((piece) =>
        [...piece.text.matchAll(tokenPattern)].flatMap(({ 0: token, index: start }): Suspect[] => {
          const splits = splitsOf(token, wordList);
          if (splits.length === 0) return [];
          return piece.protected.touches({ start, end: start + token.length })
            ? []
            : [{ piece, start, token, splits }];
        }),
      );
    const suspectsOfBlock = keptByBlock(({ pieces }) => suspectsOf(pieces));
    const capitalsIn = talliedByBlock(
      ({ pieces }) =>
        new Set(
          pieces.flatMap(({ text }) => text.match(/(?<![\p{L}\p{N}])\p{Lu}\p{L}+(?![\p{L}\p{N}])/gu) ?? []),
        ),
    );
    return ({ article, blocks, pieces }) => {
      const known = knownWords(article, desk.words);
      const capitals = capitalsIn(blocks);
      const stands = (name: string): boolean => known.has(name) || capitals.has(name);
      const report = (suspects: readonly Suspect[], block: number): readonly Draft[] =>
        suspects.flatMap((suspect) => {
          if (known.has(suspect.token)) return [];
          const split = suspect.splits.find(({ evidence }) => evidence.every(stands));
          return split ? [atBlock(draftOf(suspect.piece, hitOf(suspect, split)), block)] : [];
        });
      return [
        ...report(suspectsOf(pieces), 0),
        ...blocks.flatMap((block, index) => report(suspectsOfBlock(block), index)),
      ];
    };
  },
};

function hitOf({ token, start }: Suspect, split: Split) {
  const apart = [0, ...split.at].map((from, index) => token.slice(from, split.at[index])).join(' ');
  return {
    start,
    end: start + token.length,
    reason: `“${token}” looks like words run together: “${apart}”.`,
    fix: {
      words: `Write “${apart}”`,
      edits: split.at.map((at) => ({ start: start + at, end: start + at, text: ' ' })),
    },
  };
}
