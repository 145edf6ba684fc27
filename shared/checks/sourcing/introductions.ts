import type { Source } from '../../article/source';
import { unnamedSources } from '../../sources/unnamed';
import { type ArticleCheck, keptByBlock } from '../check';
import { atBlock, type Draft, excerptOf } from '../finding';
import type { BlockReading } from '../reading';

interface Person {
  readonly source: Source;
  readonly surname: string;
  readonly first: string;
}

/** Named people with a first name and a surname of their own among the sources. */
function peopleOf(sources: readonly Source[]): readonly Person[] {
  const people = sources.flatMap((source): Person[] => {
    if (source.kind !== 'person') return [];
    const words = source.name
      .replace(/,?\s+(?:Jr|Sr|II|III|IV)\.?$/i, '')
      .split(/\s+/)
      .filter((word) => /^\p{L}/u.test(word) && !/^(?:Mrs?|Ms|Dr|Sir|Sen|Rep|Gov|Prof)\.?$/.test(word));
    const [first, surname] = [words[0], words.at(-1)];
    return first && surname && words.length > 1 && surname.length > 2 ? [{ source, first, surname }] : [];
  });
  return people.filter(({ surname }) => people.filter((other) => other.surname === surname).length === 1);
}

/** What one block says about people: the first surname that stands alone, and the first full name, of each. */
interface Appearance {
  readonly alone: { readonly piece: number; readonly start: number; readonly end: number } | null;
  readonly full: { readonly piece: number; readonly start: number } | null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function appearanceIn(block: BlockReading, { first, surname }: Person): Appearance {
  let alone: Appearance['alone'] = null;
  let full: Appearance['full'] = null;
  const anywhere = new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(surname)}(?![\\p{L}\\p{N}-])`, 'gu');
  block.pieces.forEach(({ address, text }, piece) => {
    // Captions, credits and boxes are read by themselves.
    if (address.kind !== 'run' || !text.includes(surname)) return;
    for (const match of text.matchAll(anywhere)) {
      const before = text.slice(Math.max(0, match.index - 60), match.index);
      // "John F. Kerry", "John Forbes Kerry"; another first name is another Kerry.
      const given =
        /(\p{Lu}[\p{L}’'-]*\.?\s+(?:(?:\p{Lu}[\p{L}’'.-]*|“[^”]+”|van|von|de|der|al|bin)\s+){0,3})$/u.exec(
          before,
        )?.[1];
      if (given && new RegExp(`(?<!\\p{L})${escaped(first)}(?!\\p{L})`, 'u').test(given)) {
        full ??= { piece, start: match.index };
      } else if (
        !given ||
        /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Sen|Rep|Gov|Gen|Prof|President|Senator|Governor|Minister|Mayor|Judge|Justice|Secretary|The|But|And|When|As|While|After|Before|For|In|At|On|With|If|Then|So|Yet|Still|Even|Because|Since|Although|Though)\.?\s+$/u.test(
          given,
        )
      ) {
        alone ??= { piece, start: match.index, end: match.index + surname.length };
      }
    }
  });
  return { alone, full };
}

/** "Mr. Weber" in the third paragraph, Vin Weber in the fifth. */
export const nameBeforeIntroduction: ArticleCheck = {
  scope: 'article',
  code: 'name-before-introduction',
  severity: 'warning',
  title: 'Surnames before the full name',
  create() {
    const appearances = new Map<string, (block: BlockReading) => Appearance>();
    return ({ article, blocks }) => {
      const secret = new Set(unnamedSources(article).map(({ id }) => id));
      return peopleOf(article.sources.filter(({ id, deleted }) => !secret.has(id) && !deleted)).flatMap(
        (person) => {
          const { source, first, surname } = person;
          const key = `${first} ${surname}`;
          const inBlock = appearances.get(key) ?? keptByBlock((block) => appearanceIn(block, person));
          appearances.set(key, inBlock);
          for (const [index, block] of blocks.entries()) {
            if (
              block.block.kind === 'image' ||
              block.block.kind === 'pullQuote' ||
              block.block.kind === 'factBox'
            )
              continue;
            const { alone, full } = inBlock(block);
            if (!alone && !full) continue;
            const introduced =
              full &&
              (!alone ||
                full.piece < alone.piece ||
                (full.piece === alone.piece && full.start < alone.start));
            if (introduced || !alone) return [];
            const piece = block.pieces[alone.piece];
            if (piece?.address.kind !== 'run') return [];
            const draft: Draft = {
              place: { ...piece.address, start: alone.start, end: alone.end },
              excerpt: excerptOf(piece.text, alone),
              reason: `“${surname}” stands here before the reader has met ${source.name}. Give the full name${source.role.trim() === '' ? '' : ' and role'} first.`,
              fix: {
                kind: 'edit',
                words: `Write “${source.name}”`,
                edits: [{ ...piece.address, start: alone.start, end: alone.end, text: source.name }],
              },
            };
            return [atBlock(draft, index)];
          }
          return [];
        },
      );
    };
  },
};
